package org.vivavoce.turn;

/** Whether the partner's own voice may be in what is heard, and how loud what is left of it. Used by the voice activity detector. */
final class PartnersEcho {

    private static final long NEVER = -1;

    private final EchoValues values;
    private final ResidualEcho residual = new ResidualEcho();
    private long soundsSince = NEVER;
    private long soundedLastAt = Long.MIN_VALUE / 2;
    private long now;

    PartnersEcho(EchoValues values) {
        this.values = values;
    }

    /** Takes note of the loudspeaker. */
    void partner(boolean sounds, long atMillis) {
        now = atMillis;
        if (sounds) {
            soundsSince = soundsSince == NEVER ? atMillis : soundsSince;
            soundedLastAt = atMillis;
        } else if (!isPossible()) {
            soundsSince = NEVER;
        }
    }

    boolean isPossible() {
        return now - soundedLastAt <= values.tailMs();
    }

    /** Takes a frame that may have echo in it. */
    void hear(double dbfs, boolean userSpeaks) {
        residual.learn(dbfs, userSpeaks);
    }

    /** The mean of its level, dBFS. */
    double meanDbfs() {
        double grace = now - soundsSince < values.graceMs() ? values.graceDb() : 0;
        return residual.dbfs() + grace;
    }
}
