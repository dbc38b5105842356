package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Edges;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.SpokenWords;
import org.vivavoce.conversation.Take;
import org.vivavoce.conversation.Utterance;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.openai.testing.Tally;

/** Measures turns in their recordings. Used by the bench's main thread. */
final class TurnMeasure {

    /** Where the first piece of a reply begins this much later than the first sound, that sound was something else. */
    private static final double FILLER_MS = 100;
    private static final double LEAST_LIKENESS = 0.6;

    private final Function<SeenRequest, String> replies;
    private final SpokenWords.Spoken voice;

    /**
     * @param replies what the chat model answers to a request
     * @param voice   how the server speaks
     */
    TurnMeasure(Function<SeenRequest, String> replies, SpokenWords.Spoken voice) {
        this.replies = replies;
        this.voice = voice;
    }

    TurnFigures of(TurnRecord turn) throws Exception {
        long onset = turn.said().nanosAt(edge(Edges.onset(turn.said().sound(), Utterance.AUDIBLE_DBFS)));
        long end = turn.said().nanosAt(edge(Edges.offset(turn.said().sound(), Utterance.AUDIBLE_DBFS)));
        Take after = turn.heard().part(end, turn.heard().endNanos());
        Optional<Duration> firstSound = Edges.onset(after.sound(), Utterance.AUDIBLE_DBFS);
        Optional<SeenRequest> clause = firstClause(turn);
        double firstSoundMs = firstSound.map(place -> (after.nanosAt(place) - end) / 1e6).orElse(Double.NaN);
        double clauseMs = clause.isEmpty() || firstSound.isEmpty()
                ? firstSoundMs
                : clauseMs(after, end, clause.get(), firstSoundMs);
        boolean filler = clauseMs - firstSoundMs > FILLER_MS;
        double floorMs = clause.isEmpty() || turn.of(Stage.TRANSCRIPTION).isEmpty()
                ? Double.NaN
                : Pace.floorMs(lastUpload(turn, clause.get()), clause.get().field("input"));
        return new TurnFigures((end - onset) / 1e6, filler ? clauseMs : firstSoundMs, floorMs,
                Tally.of(Stage.TRANSCRIPTION, turn.requests()).audio().toNanos() / 1e6,
                turn.of(Stage.CHAT).size(), cutOffs(turn, onset, end), filler);
    }

    private static Duration edge(Optional<Duration> found) {
        return found.orElseThrow(() -> new AssertionError("the microphone heard nothing"));
    }

    /** Where the first piece of the reply begins, after the user's end; the first sound's place where it cannot be found. */
    private double clauseMs(Take after, long end, SeenRequest clause, double firstSoundMs) throws Exception {
        WaveFile spoken = new WaveFile(voice.of(clause.field("input")), SpokenWords.SERVER_RATE);
        Correlation found = Correlation.of(spoken, after.sound());
        if (found.coefficient() < LEAST_LIKENESS) {
            return firstSoundMs;
        }
        Duration inPiece = Edges.onset(spoken, Utterance.AUDIBLE_DBFS).orElse(Duration.ZERO);
        return (after.startNanos() - end) / 1e6 + found.lagMillis() + inPiece.toNanos() / 1e6;
    }

    /** The first piece of speech that belongs to the reply that was given, not to one that was cancelled, and not a filler. */
    private Optional<SeenRequest> firstClause(TurnRecord turn) {
        List<SeenRequest> chats = turn.of(Stage.CHAT);
        for (SeenRequest chat : chats.reversed()) {
            String reply = replies.apply(chat);
            Optional<SeenRequest> first = turn.of(Stage.SPEECH).stream()
                    .filter(speech -> speech.times().arrived() > chat.times().arrived() && !speech.wasCancelled())
                    .filter(speech -> reply.startsWith(speech.field("input").strip())).findFirst();
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    private static SeenRequest lastUpload(TurnRecord turn, SeenRequest clause) {
        List<SeenRequest> before = turn.of(Stage.TRANSCRIPTION).stream()
                .filter(upload -> upload.times().arrived() < clause.times().arrived()).toList();
        return before.isEmpty() ? turn.of(Stage.TRANSCRIPTION).getFirst() : before.getLast();
    }

    /** The loudspeaker sounds while the user is not through, or the turn is answered more than once. */
    private static int cutOffs(TurnRecord turn, long onset, long end) {
        Take during = turn.heard().part(onset, end);
        int sounded = Edges.onset(during.sound(), Utterance.AUDIBLE_DBFS).isPresent() ? 1 : 0;
        return Math.max(sounded, turn.moments("first-sound").size() - 1);
    }
}
