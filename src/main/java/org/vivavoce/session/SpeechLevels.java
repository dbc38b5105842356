package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vivavoce.audio.Sound;

/**
 * How loud a sentence's sound is, frame by frame, and where in it nobody speaks. Immutable.
 *
 * @param dbfs level of each 10 ms
 */
record SpeechLevels(byte[] dbfs) {

    /** Samples of a frame. */
    static final int FRAME_SAMPLES = Sound.PLAYBACK_FRAME;

    private static final double LOUD_SHARE = 0.95; // of frames are softer than what counts as loud speech
    private static final int QUIET_BELOW_LOUD_DB = 34; // unvoiced consonants lie 20 to 30 below vowels
    private static final int NEVER_SPEECH_DBFS = -60;
    private static final int LEAST_QUIET_FRAMES = 7; // the closure of a plosive is shorter

    /** A stretch in which nobody speaks, in frames; the end does not belong to it. */
    record Quiet(int from, int to) {
        int frames() {
            return to - from;
        }
    }

    /** The stretches in which nobody speaks, those at the beginning and the end with them. */
    List<Quiet> quiets() {
        int speech = Math.max(NEVER_SPEECH_DBFS, loud() - QUIET_BELOW_LOUD_DB);
        List<Quiet> quiets = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= dbfs.length; i++) {
            boolean speaks = i == dbfs.length || dbfs[i] >= speech;
            if (speaks) {
                boolean atAnEnd = from == 0 || i == dbfs.length;
                if (i > from && (atAnEnd || i - from >= LEAST_QUIET_FRAMES)) {
                    quiets.add(new Quiet(from, i));
                }
                from = i + 1;
            }
        }
        return quiets;
    }

    /** The quietest frame within so many of one. */
    int quietestNear(int frame, int within) {
        int best = Math.clamp(frame, 0, Math.max(0, dbfs.length - 1));
        for (int i = Math.max(0, frame - within); i < Math.min(dbfs.length, frame + within); i++) {
            if (dbfs[i] < dbfs[best]) {
                best = i;
            }
        }
        return best;
    }

    private int loud() {
        if (dbfs.length == 0) {
            return NEVER_SPEECH_DBFS;
        }
        byte[] sorted = dbfs.clone();
        Arrays.sort(sorted);
        return sorted[(int) (LOUD_SHARE * (sorted.length - 1))];
    }
}
