package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.Recorder;
import org.vivavoce.conversation.Take;

/**
 * Finds when a reply became quieter than it was spoken: the recording of the loudspeaker is laid over the speech as the server made it.
 * Only where the same piece of speech sounds before and after can that be told. Used by the bench's main thread.
 */
final class DuckFinder {

    /** So much before the moment is sought in the speech, and so much after it must belong to the same piece. */
    private static final Duration BEFORE = Duration.ofMillis(400);
    private static final Duration AFTER = Duration.ofMillis(400);
    private static final Duration WINDOW = Duration.ofMillis(20);
    private static final Duration STEP = Duration.ofMillis(5);
    private static final int WINDOWS_THAT_AGREE = 8;
    private static final int AT_THE_END = 3; // 30 ms are left of the piece
    private static final double LEAST_LIKENESS = 0.8;
    private static final double AUDIBLE_DBFS = -35; // of the speech: in its pauses nothing can be told
    private static final double DUCKED_DB = -4; // half of the least that a listener takes for quieter on purpose

    private final List<WaveFile> pieces = new ArrayList<>();

    /** @param pieces as the server speaks them */
    DuckFinder(List<WaveFile> pieces) {
        pieces.forEach(piece -> this.pieces.add(piece.at(Recorder.RATE)));
    }

    /**
     * Milliseconds from a moment to where it became quieter: infinite where it did not within 0.4 s, empty where that cannot be told.
     */
    OptionalDouble duckedAfterMs(Take heard, long nanos) {
        Take before = heard.part(nanos - BEFORE.toNanos(), nanos);
        if (before.sound().duration().compareTo(BEFORE.dividedBy(2)) < 0) {
            return OptionalDouble.empty();
        }
        for (WaveFile piece : pieces) {
            Correlation found = Correlation.of(before.sound(), piece);
            Duration moment = found.lag().plus(before.sound().duration());
            boolean samePiece = !found.lag().isNegative() && moment.plus(AFTER).compareTo(piece.duration()) <= 0;
            if (found.coefficient() >= LEAST_LIKENESS && samePiece) {
                double usualDb = Loudness.dbfs(before.sound()) - Loudness.dbfs(piece.part(found.lag(), moment));
                Take after = heard.part(nanos, nanos + AFTER.toNanos());
                return ducked(after.sound(), piece.part(moment, moment.plus(AFTER)), usualDb);
            }
        }
        return OptionalDouble.empty();
    }

    /** In a pause nothing sounds as loud as before: what is quieter after it is so from its beginning. */
    private static OptionalDouble ducked(WaveFile heard, WaveFile spoken, double usualDb) {
        int agreeing = 0;
        Duration since = Duration.ZERO; // nothing was as loud as before from here on
        for (Duration at = Duration.ZERO; at.plus(WINDOW).compareTo(heard.duration()) <= 0; at = at.plus(STEP)) {
            double spokenDb = Loudness.dbfs(spoken.part(at, at.plus(WINDOW)));
            if (spokenDb < AUDIBLE_DBFS) {
                continue;
            }
            double gainDb = Loudness.dbfs(heard.part(at, at.plus(WINDOW))) - spokenDb - usualDb;
            if (gainDb > DUCKED_DB) {
                agreeing = 0;
                since = at.plus(STEP);
            } else {
                agreeing++;
            }
            if (agreeing == WINDOWS_THAT_AGREE) {
                return OptionalDouble.of(since.toNanos() / 1e6);
            }
        }
        return OptionalDouble.of(agreeing >= AT_THE_END ? since.toNanos() / 1e6 : Double.POSITIVE_INFINITY);
    }
}
