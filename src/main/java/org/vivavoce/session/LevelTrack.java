package org.vivavoce.session;

import java.util.Arrays;

/** Measures the level of each 10 ms of samples that arrive in any length. Guarded by its owner. */
final class LevelTrack {

    private static final double SILENCE_DBFS = -100;

    private byte[] dbfs = new byte[128];
    private int frames;
    private double sumOfSquares;
    private int samplesInFrame;

    void add(short[] samples) {
        for (short sample : samples) {
            sumOfSquares += (double) sample * sample;
            if (++samplesInFrame == SpeechLevels.FRAME_SAMPLES) {
                end();
            }
        }
    }

    private void end() {
        if (frames == dbfs.length) {
            dbfs = Arrays.copyOf(dbfs, 2 * frames);
        }
        double power = sumOfSquares / samplesInFrame + 1e-3;
        double level = 10 * Math.log10(power) - 20 * Math.log10(Short.MAX_VALUE);
        dbfs[frames++] = (byte) Math.max(SILENCE_DBFS, level);
        sumOfSquares = 0;
        samplesInFrame = 0;
    }

    /** What was measured up to now; a frame that is not full is not among it. */
    SpeechLevels levels() {
        return new SpeechLevels(Arrays.copyOf(dbfs, frames));
    }
}
