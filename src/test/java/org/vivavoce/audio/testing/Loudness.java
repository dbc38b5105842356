package org.vivavoce.audio.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a recording is loud and where silent, in steps of 10 ms. Functions without state. */
public final class Loudness {

    private static final int STEPS_PER_SECOND = 100;

    /**
     * A stretch of a recording.
     *
     * @param from where it begins
     * @param to   where it ends
     */
    public record Stretch(Duration from, Duration to) {
        /** How long it is. */
        public Duration length() {
            return to.minus(from);
        }
    }

    private Loudness() {}

    /** RMS in dB relative to full scale; −100 for silence. */
    public static double dbfs(WaveFile file) {
        return dbfs(file.samples(), 0, file.samples().length);
    }

    /** The first moment at or above a level, if there is one. */
    public static Optional<Duration> firstAudible(WaveFile file, double dbfs) {
        return sounding(file, dbfs, Duration.ZERO).stream().findFirst().map(Stretch::from);
    }

    /** The last moment at or above a level, if there is one. */
    public static Optional<Duration> lastAudible(WaveFile file, double dbfs) {
        List<Stretch> all = sounding(file, dbfs, Duration.ZERO);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().to());
    }

    /** The stretches below a level that are at least so long; those at the beginning and the end are among them. */
    public static List<Stretch> silences(WaveFile file, double dbfs, Duration atLeast) {
        return stretches(file, dbfs, false).stream().filter(s -> s.length().compareTo(atLeast) >= 0).toList();
    }

    /** The stretches at or above a level; silences shorter than {@code bridged} between them are taken for sound. */
    public static List<Stretch> sounding(WaveFile file, double dbfs, Duration bridged) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch next : stretches(file, dbfs, true)) {
            if (!joined.isEmpty() && next.from().minus(joined.getLast().to()).compareTo(bridged) < 0) {
                joined.set(joined.size() - 1, new Stretch(joined.getLast().from(), next.to()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static List<Stretch> stretches(WaveFile file, double dbfs, boolean loud) {
        int step = file.rate() / STEPS_PER_SECOND;
        int steps = file.samples().length / step;
        List<Stretch> found = new ArrayList<>();
        int begun = -1;
        for (int i = 0; i <= steps; i++) {
            boolean wanted = i < steps && dbfs(file.samples(), i * step, step) >= dbfs == loud;
            if (wanted && begun < 0) {
                begun = i;
            } else if (!wanted && begun >= 0) {
                found.add(new Stretch(Duration.ofMillis(begun * 10L), Duration.ofMillis(i * 10L)));
                begun = -1;
            }
        }
        return found;
    }

    private static double dbfs(short[] samples, int offset, int length) {
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return length == 0 || sum == 0 ? -100 : Math.max(-100, 10 * Math.log10(sum / length / (32768.0 * 32768.0)));
    }
}
