package org.vivavoce.audio.testing;

import java.time.Duration;
import java.util.Optional;

/**
 * The first and the last audible moment of a recording, to the millisecond: {@link Loudness} says in steps of 10 ms what is loud, which is
 * too coarse for a gap between two voices. Functions without state.
 */
public final class Edges {

    private static final int STEPS_PER_SECOND = 1000;
    private static final int WINDOW_STEPS = 5; // long enough that one crackling sample is not heard as sound

    private Edges() {}

    /** Where sound of at least this level begins, if there is any. */
    public static Optional<Duration> onset(WaveFile file, double dbfs) {
        int steps = steps(file);
        for (int at = 0; at + WINDOW_STEPS <= steps; at++) {
            if (level(file, at) >= dbfs) {
                return Optional.of(place(firstLoudStep(file, at, dbfs, true)));
            }
        }
        return Optional.empty();
    }

    /** Where sound of at least this level ends, if there is any. */
    public static Optional<Duration> offset(WaveFile file, double dbfs) {
        for (int at = steps(file) - WINDOW_STEPS; at >= 0; at--) {
            if (level(file, at) >= dbfs) {
                return Optional.of(place(firstLoudStep(file, at, dbfs, false) + 1));
            }
        }
        return Optional.empty();
    }

    /** The outermost step within a loud window that is loud itself. */
    private static int firstLoudStep(WaveFile file, int window, double dbfs, boolean fromFront) {
        for (int i = 0; i < WINDOW_STEPS; i++) {
            int step = fromFront ? window + i : window + WINDOW_STEPS - 1 - i;
            if (dbfs(file, step, 1) >= dbfs) {
                return step;
            }
        }
        return window;
    }

    private static double level(WaveFile file, int step) {
        return dbfs(file, step, WINDOW_STEPS);
    }

    private static double dbfs(WaveFile file, int step, int count) {
        int from = sample(file, step);
        int to = sample(file, step + count);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) file.samples()[i] * file.samples()[i];
        }
        return sum == 0 ? -100 : 10 * Math.log10(sum / (to - from) / (32768.0 * 32768.0));
    }

    private static int steps(WaveFile file) {
        return (int) ((long) file.samples().length * STEPS_PER_SECOND / file.rate());
    }

    private static int sample(WaveFile file, int step) {
        return (int) ((long) step * file.rate() / STEPS_PER_SECOND);
    }

    private static Duration place(int step) {
        return Duration.ofMillis(step * 1000L / STEPS_PER_SECOND);
    }
}
