package org.vivavoce.turn;

/**
 * How loud the partner's own voice still is in the cleaned microphone: follows the level while the partner sounds, up by at most 10 dB
 * a second (so that 250 ms of the user's speech lift it by 2.5 dB at most), down by 3 dB a second. In the first 500 ms that ever sound
 * the echo canceller still adapts and nothing is known: it follows at once then, so that the partner does not break in on itself.
 * Where it is known that the user speaks it follows up by no more than down.
 */
final class ResidualEcho {

    private static final double UP_DB_PER_FRAME = 0.1;
    private static final double DOWN_DB_PER_FRAME = 0.03;
    private static final double START_DBFS = -60;
    private static final int CALIBRATION_FRAMES = 50;
    private static final double HIGHEST_CALIBRATED = -40; // louder is the user speaking: a barge-in must stay possible

    private double dbfs = START_DBFS;
    private int learned;

    void learn(double frameDbfs, boolean userSpeaks) {
        if (learned < CALIBRATION_FRAMES) {
            learned++;
            dbfs = Math.max(dbfs, Math.min(frameDbfs, HIGHEST_CALIBRATED));
        } else if (frameDbfs > dbfs) {
            dbfs += Math.min(userSpeaks ? DOWN_DB_PER_FRAME : UP_DB_PER_FRAME, frameDbfs - dbfs);
        } else {
            dbfs -= Math.min(DOWN_DB_PER_FRAME, dbfs - frameDbfs);
        }
    }

    double dbfs() {
        return dbfs;
    }
}
