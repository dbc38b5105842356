package org.vivavoce.audio;

/**
 * Finds the pitch of a voice in the last 40 ms, by the peaks of the normalised autocorrelation, and follows it from frame to frame: a
 * voice's autocorrelation has peaks at several periods, and the highest is now this, now that. Used by the {@code capture} thread.
 */
final class PitchTracker {

    /** Samples a second: pitch needs no more. */
    static final int RATE = Sound.CAPTURE_RATE / 4;
    static final int WINDOW = RATE * 40 / 1000;

    /** Voices are from 70 Hz (a deep man's) to 350 Hz (a child's). */
    private static final int SHORTEST_LAG = RATE / 350;
    private static final int LONGEST_LAG = RATE / 70;
    private static final int SUM_LENGTH = WINDOW - LONGEST_LAG - 1;

    /** How far below a peak the correlation must have been before it: what never falls is a rumble, not a period. */
    private static final double LEAST_DIP = 0.25;

    /** Below this level there is nothing to find a pitch in: the hiss of 16 bits. */
    private static final double LEAST_ENERGY = 4.0 * SUM_LENGTH;

    /** A peak that goes on from the frame before, within 10 %, is followed though another one is higher by so much. */
    private static final double FOLLOWED_WITHIN = 0.1;
    private static final double FOLLOWED_BELOW = 0.15;
    private static final double LEAST_FOLLOWED = 0.5; // periodicity of a voice

    private final double[] correlation = new double[LONGEST_LAG + 2];
    private final double[] peakLags = new double[LONGEST_LAG];
    private final double[] peakHeights = new double[LONGEST_LAG];
    private int peaks;
    private double periodicity;
    private double lag;

    /** Looks at the next 40 ms, which overlap with those before. */
    void look(float[] window) {
        periodicity = 0;
        double energy = 0;
        for (int i = 0; i < SUM_LENGTH; i++) {
            energy += square(window[i]);
        }
        if (energy < LEAST_ENERGY) {
            lag = 0;
            return;
        }
        correlate(window, energy);
        findPeaks();
        follow();
    }

    /** 0 to 1: the height of the highest peak. */
    double periodicity() {
        return periodicity;
    }

    /** 0 where there is no peak. */
    double hertz() {
        return lag > 0 ? RATE / lag : 0;
    }

    private void correlate(float[] window, double energy) {
        double lagged = energy;
        correlation[0] = 1;
        for (int by = 1; by <= LONGEST_LAG + 1; by++) {
            lagged += square(window[by + SUM_LENGTH - 1]) - square(window[by - 1]);
            double product = 0;
            for (int i = 0; i < SUM_LENGTH; i++) {
                product += window[i] * window[i + by];
            }
            correlation[by] = product / Math.sqrt(energy * Math.max(lagged, 1e-3));
        }
    }

    private void findPeaks() {
        peaks = 0;
        double lowest = 1;
        for (int by = 1; by <= LONGEST_LAG; by++) {
            double here = correlation[by];
            lowest = Math.min(lowest, here);
            boolean peak = here >= correlation[by - 1] && here > correlation[by + 1];
            if (peak && by >= SHORTEST_LAG && here - lowest >= LEAST_DIP) {
                addPeak(by);
            }
        }
    }

    /** The top of the parabola through a peak and its neighbours: at 4 kHz a period lies between two lags. */
    private void addPeak(int by) {
        double before = correlation[by - 1];
        double here = correlation[by];
        double after = correlation[by + 1];
        double curve = before - 2 * here + after;
        peakLags[peaks] = curve == 0 ? by : by + (before - after) / (2 * curve);
        peakHeights[peaks] = curve == 0 ? here : here - square(before - after) / (8 * curve);
        peaks++;
    }

    private void follow() {
        double highest = 0;
        double found = 0;
        for (int i = 0; i < peaks; i++) {
            if (peakHeights[i] > highest) {
                highest = peakHeights[i];
                found = peakLags[i];
            }
        }
        double nearest = FOLLOWED_WITHIN;
        for (int i = 0; i < peaks && lag > 0; i++) {
            double away = Math.abs(Math.log(peakLags[i] / lag));
            if (peakHeights[i] >= highest - FOLLOWED_BELOW && away < nearest) {
                nearest = away;
                found = peakLags[i];
            }
        }
        periodicity = Math.min(1, highest);
        lag = highest >= LEAST_FOLLOWED ? found : 0;
    }

    private static double square(double value) {
        return value * value;
    }
}
