package org.vivavoce.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.WaveFile;

/**
 * How a sentence is found in a recording of the loudspeaker: as a whole, and in pieces of a quarter of a second, so that a busy machine
 * that lets the sound stutter for a moment is told from a sentence that was cut.
 *
 * @param likeness     correlation of the whole sentence
 * @param beginsMs     where it begins in the recording
 * @param lengthMs     how long it is
 * @param pieces       how many audible pieces it has
 * @param piecesFound  how many of them are in the recording
 * @param stutterMs    by how much its pieces lie further apart than they should
 */
public record Heard(double likeness, double beginsMs, double lengthMs, int pieces, int piecesFound, double stutterMs) {

    private static final Duration PIECE = Duration.ofMillis(250);
    private static final double SILENT_DBFS = -35;
    private static final double FOUND = 0.8;
    private static final Duration NEAR = Duration.ofMillis(400);

    /**
     * Looks for a sentence.
     *
     * @param around how far its pieces may lie from their places: more where the loudspeaker is known to have run dry
     */
    public static Heard in(WaveFile recording, WaveFile sentence, Duration around) {
        Correlation whole = Correlation.of(sentence, recording);
        int audible = 0;
        List<Double> lags = new ArrayList<>();
        for (Duration at = Duration.ZERO; at.plus(PIECE).compareTo(sentence.duration()) <= 0; at = at.plus(PIECE)) {
            WaveFile piece = sentence.part(at, at.plus(PIECE));
            if (Loudness.dbfs(piece) < SILENT_DBFS) {
                continue;
            }
            audible++;
            OptionalDouble lag = lag(recording, piece, whole.lag().plus(at), NEAR);
            if (lag.isEmpty() && around.compareTo(NEAR) > 0) { // only then: the farther, the likelier another sound is found
                lag = lag(recording, piece, whole.lag().plus(at), around);
            }
            lag.ifPresent(lags::add);
        }
        double stutter = lags.isEmpty()
                ? 0
                : lags.stream().mapToDouble(lag -> lag).max().orElseThrow()
                        - lags.stream().mapToDouble(lag -> lag).min().orElseThrow();
        return new Heard(whole.coefficient(), whole.lagMillis(), sentence.seconds() * 1000, audible, lags.size(),
                stutter);
    }

    /** How far from where it is expected a piece lies, milliseconds; empty where it isn't found. */
    private static OptionalDouble lag(WaveFile recording, WaveFile piece, Duration expected, Duration around) {
        Duration from = max(expected.minus(around));
        Correlation found = Correlation.of(piece, recording.part(from, expected.plus(PIECE).plus(around)));
        return found.coefficient() >= FOUND
                ? OptionalDouble.of(from.minus(expected).toNanos() / 1e6 + found.lagMillis())
                : OptionalDouble.empty();
    }

    double endsMs() {
        return beginsMs + lengthMs;
    }

    private static Duration max(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
