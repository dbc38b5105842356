package org.vivavoce.session;

import java.util.Arrays;
import org.vivavoce.audio.SoundLevel;

/** Measures the level of each 10 ms of samples that arrive in any length. Guarded by its owner. */
final class LevelTrack {

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
        dbfs[frames++] = (byte) SoundLevel.dbfs(sumOfSquares, samplesInFrame);
        sumOfSquares = 0;
        samplesInFrame = 0;
    }

    /** What was measured up to now; a frame that is not full is not among it. */
    SpeechLevels levels() {
        return new SpeechLevels(Arrays.copyOf(dbfs, frames));
    }
}
