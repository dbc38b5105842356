package org.vivavoce.bench.hearing;

/** Counts frames that were rightly and wrongly taken for speech. */
final class Tally {

    private long right;
    private long wrong;
    private long missed;

    void add(boolean[] truth, boolean[] found) {
        for (int i = 0; i < truth.length; i++) {
            right += truth[i] && found[i] ? 1 : 0;
            wrong += !truth[i] && found[i] ? 1 : 0;
            missed += truth[i] && !found[i] ? 1 : 0;
        }
    }

    /** Per cent; the harmonic mean of precision and recall. */
    double f1() {
        return percent(2 * right, 2 * right + wrong + missed);
    }

    /** Per cent of the frames taken for speech that are. */
    double precision() {
        return percent(right, right + wrong);
    }

    /** Per cent of the frames of speech that were found. */
    double recall() {
        return percent(right, right + missed);
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
