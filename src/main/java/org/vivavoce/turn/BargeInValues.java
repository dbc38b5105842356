package org.vivavoce.turn;

/**
 * The values of breaking in: what the user's speech does while the partner has the floor. Milliseconds, unless said otherwise. Speech
 * is counted from its first loud frame.
 *
 * @param allowed         whether speaking over the partner does anything (a user without headphones may switch it off)
 * @param continuationMs  speech from which the user goes on while the partner only thinks (190: nothing sounds, so nothing can be
 *                        mistaken for an echo)
 * @param duckMs          speech from which the partner speaks more softly (40: as soon as the detector suspects speech, for what
 *                        the loudspeaker and its driver hold still sounds for 40 to 80 as it was)
 * @param duckDb          by how much it does, dB (14: clearly softer, still to be followed)
 * @param pauseMs         speech from which the partner is silent (200: half of all who break in over an echo are waited for within
 *                        250 of their onset; an echo gets there twice in 13 minutes on a busy computer, never on an idle one)
 * @param decideMs        speech from which it is an interruption (700: coughs take 300 to 600, "mm-hm" 400 to 600)
 * @param share           share of loud frames within each of these (0.8)
 * @param earlyMs         the beginning of a reply, in which a little more is asked for (1000: the echo canceller adapts)
 * @param earlyExtraMs    how much more (50: silence still comes within 350 of the onset)
 * @param resumeAtLeastMs quiet after which the partner goes on where nothing was said, at the earliest (1000: sooner sounds as if it
 *                        had not noticed)
 * @param resumeAtMostMs  quiet after which it goes on though nobody knows yet what was said (1500: longer is a gap)
 */
public record BargeInValues(boolean allowed, int continuationMs, int duckMs, double duckDb, int pauseMs, int decideMs,
        double share, int earlyMs, int earlyExtraMs, int resumeAtLeastMs, int resumeAtMostMs) {

    /** In steps: duck, pause, decide. */
    public static BargeInValues inSteps() {
        return new BargeInValues(true, 190, 40, 14, 200, 700, 0.8, 1000, 50, 1000, 1500);
    }

    /** A plain cut after so much speech, whether the partner thinks or speaks. */
    public static BargeInValues plainCut(int afterMs) {
        return new BargeInValues(true, afterMs, afterMs, 0, afterMs, afterMs, 0.8, 0, 0, 0, 0);
    }

    /** The same with breaking in allowed or not. */
    public BargeInValues allowedOrNot(boolean isAllowed) {
        return new BargeInValues(isAllowed, continuationMs, duckMs, duckDb, pauseMs, decideMs, share, earlyMs,
                earlyExtraMs, resumeAtLeastMs, resumeAtMostMs);
    }
}
