package org.vivavoce.turn;

/** Whether the partner's own voice may be in what is heard, and how loud what is left of it. Used by the voice activity detector. */
final class PartnersEcho {

    private static final long NEVER = -1;

    private final EchoValues values;
    private final ResidualEcho residual = new ResidualEcho();
    private long soundsSince = NEVER;
    private long soundedLastAt = Long.MIN_VALUE / 2;
    private boolean mayBeHeard = true;
    private long now;

    PartnersEcho(EchoValues values) {
        this.values = values;
    }

    /**
     * Takes note of the loudspeaker.
     *
     * @param microphoneMayHearIt false where it is known that it does not
     */
    void partner(boolean sounds, boolean microphoneMayHearIt, long atMillis) {
        now = atMillis;
        mayBeHeard = microphoneMayHearIt;
        if (sounds) {
            soundsSince = soundsSince == NEVER ? atMillis : soundsSince;
            soundedLastAt = atMillis;
        } else if (!isPossible()) {
            soundsSince = NEVER;
        }
    }

    /** Whether the partner speaks, or has just spoken. */
    boolean isPossible() {
        return now - soundedLastAt <= values.tailMs();
    }

    /** Whether the microphone may hear it. */
    boolean mayBeHeard() {
        return mayBeHeard;
    }

    /** Takes a frame that may have echo in it. */
    void hear(double dbfs, boolean userSpeaks) {
        residual.learn(dbfs, userSpeaks);
    }

    /** The mean of its level, dBFS. */
    double meanDbfs() {
        double grace = mayBeHeard && now - soundsSince < values.graceMs() ? values.graceDb() : 0;
        return residual.dbfs() + grace;
    }
}
