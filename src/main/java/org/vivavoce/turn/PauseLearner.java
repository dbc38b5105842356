package org.vivavoce.turn;

import java.util.Arrays;

/**
 * Learns how long this speaker pauses in the middle of a turn, and so how long the hold must be: as long as 19 of 20 of the pauses after
 * which the user went on, and a little more. Begins with the hold it is given, moves slowly, and stays within its bounds. Used by the
 * turn machine.
 */
final class PauseLearner {

    private static final int KEPT_PAUSES = 40; // a few minutes of talk: who is tired or unsure pauses longer
    private static final int LEAST_PAUSES = 6; // fewer say nothing
    private static final double SHARE = 0.95;
    private static final int MARGIN_MS = 150;
    private static final double LARGEST_STEP = 0.1; // of the hold, a pause: one long thought is no habit

    private final int leastMs;
    private final int mostMs;
    private final long[] pauses = new long[KEPT_PAUSES];
    private int seen;
    private double holdMs;

    /**
     * Begins with a hold.
     *
     * @param startMs hold to begin with
     * @param leastMs shortest hold; where it is not below {@code mostMs} nothing is learned
     * @param mostMs  longest hold
     */
    PauseLearner(int startMs, int leastMs, int mostMs) {
        this.leastMs = leastMs;
        this.mostMs = mostMs;
        this.holdMs = startMs;
    }

    int holdMs() {
        return (int) Math.round(holdMs);
    }

    /** The user went on after so long a pause. */
    void wentOnAfter(long pauseMs) {
        if (leastMs >= mostMs || pauseMs <= 0) {
            return;
        }
        pauses[seen++ % KEPT_PAUSES] = pauseMs;
        int count = Math.min(seen, KEPT_PAUSES);
        if (count < LEAST_PAUSES) {
            return;
        }
        long[] sorted = Arrays.copyOf(pauses, count);
        Arrays.sort(sorted);
        long usual = sorted[(int) Math.ceil(SHARE * count) - 1] + MARGIN_MS;
        double step = LARGEST_STEP * holdMs;
        double wanted = Math.clamp(usual, leastMs, mostMs);
        holdMs = Math.clamp(wanted, holdMs - step, holdMs + step);
    }
}
