package org.vivavoce.bench.hearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where there is speech, told from the clean sound alone. A frame of 10 ms is speech when its energy lies within 35 dB of the loudest
 * frame of its phrase; gaps shorter than 200 ms belong to the speech around them.
 *
 * <p>The rule follows ITU-T P.56, by which the level of speech is measured: a threshold relative to the speech itself, and gaps below
 * 200 ms bridged. P.56 puts the threshold 15.9 dB below the mean level of the active frames, which is about 24 dB below the loudest
 * one, on an envelope that is smoothed over 30 ms; without smoothing the soft consonants at the edges of words need the ten more.
 */
final class SpeechTruth {

    static final double BELOW_PEAK_DB = 35;
    static final int BRIDGED_FRAMES = 20;
    static final int FRAME = 160;

    /**
     * A stretch of frames.
     *
     * @param from its first frame
     * @param to   the frame after its last
     */
    record Stretch(int from, int to) {
        int length() {
            return to - from;
        }
    }

    private SpeechTruth() {}

    /** The frames of one phrase that are speech. */
    static boolean[] ofPhrase(float[] samples) {
        double[] energy = new double[samples.length / FRAME];
        double peak = 1e-12;
        for (int i = 0; i < energy.length; i++) {
            for (int k = i * FRAME; k < (i + 1) * FRAME; k++) {
                energy[i] += (double) samples[k] * samples[k];
            }
            peak = Math.max(peak, energy[i]);
        }
        boolean[] speech = new boolean[energy.length];
        for (int i = 0; i < speech.length; i++) {
            speech[i] = energy[i] >= peak * Math.pow(10, -BELOW_PEAK_DB / 10);
        }
        return bridged(speech);
    }

    /** The same with short gaps filled. */
    static boolean[] bridged(boolean[] speech) {
        boolean[] filled = speech.clone();
        int last = -1;
        for (int i = 0; i < speech.length; i++) {
            if (speech[i]) {
                if (last >= 0 && i - last - 1 < BRIDGED_FRAMES) {
                    Arrays.fill(filled, last + 1, i, true);
                }
                last = i;
            }
        }
        return filled;
    }

    /** The stretches of speech, in order. */
    static List<Stretch> stretches(boolean[] speech) {
        List<Stretch> stretches = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= speech.length; i++) {
            boolean here = i < speech.length && speech[i];
            if (here && from < 0) {
                from = i;
            } else if (!here && from >= 0) {
                stretches.add(new Stretch(from, i));
                from = -1;
            }
        }
        return stretches;
    }
}
