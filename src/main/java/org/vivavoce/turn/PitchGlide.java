package org.vivavoce.turn;

/**
 * Tells whether the pitch glides as a voice's does: for 40 ms it goes up or goes down, by 1.2 to 15 % in all, in steps of which none is
 * most of the way. A hum stands still, a melody jumps, a knock has faded before it could. Used by the voice activity detector.
 */
final class PitchGlide {

    private static final int STEPS = 4;
    private static final double LEAST = 0.012; // a tone as it is measured in noise wavers by less
    private static final double MOST = 0.15; // more is two sounds
    private static final double BACKWARDS = 0.004; // what measuring adds
    private static final double LARGEST_STEP = 0.6; // of the whole; more is a jump from one note to the next
    private static final double FADING_DB = 12; // in 40 ms: wood that was knocked on

    private final double[] pitch = new double[STEPS + 1]; // logarithms, the newest last
    private final double[] dbfs = new double[STEPS + 1];
    private int voicedFrames;

    /** Takes the next frame; says whether the pitch has been gliding up to it. */
    boolean hear(HeardFrame frame, boolean voiced) {
        System.arraycopy(pitch, 1, pitch, 0, STEPS);
        System.arraycopy(dbfs, 1, dbfs, 0, STEPS);
        boolean pitched = voiced && frame.pitchHertz() > 0;
        pitch[STEPS] = pitched ? Math.log(frame.pitchHertz()) : 0;
        dbfs[STEPS] = frame.dbfs();
        voicedFrames = pitched ? voicedFrames + 1 : 0;
        return voicedFrames > STEPS && dbfs[STEPS] > dbfs[0] - FADING_DB && glides();
    }

    private boolean glides() {
        double way = pitch[STEPS] - pitch[0];
        double length = Math.abs(way);
        if (length < LEAST || length > MOST) {
            return false;
        }
        for (int i = 0; i < STEPS; i++) {
            double step = (pitch[i + 1] - pitch[i]) * Math.signum(way);
            if (step < -BACKWARDS || step > LARGEST_STEP * length + BACKWARDS) {
                return false;
            }
        }
        return true;
    }
}
