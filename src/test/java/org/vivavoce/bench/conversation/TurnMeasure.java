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
        double firstSoundMs = firstSound.map(place -> (after.nanosAt(place) - end) / 1e6).orElse(Double.NaN);
        Optional<Path> path = path(turn);
        double clauseMs = path.isEmpty() || firstSound.isEmpty()
                ? firstSoundMs
                : clauseMs(after, end, path.get().clause(), firstSoundMs);
        boolean filler = clauseMs - firstSoundMs > FILLER_MS;
        return new TurnFigures((end - onset) / 1e6, filler ? clauseMs : firstSoundMs,
                path.map(Path::floorMs).orElse(Double.NaN),
                Tally.of(Stage.TRANSCRIPTION, turn.requests()).audio().toNanos() / 1e6,
                turn.of(Stage.CHAT).size(), cutOffs(turn, onset, end), filler,
                path.map(known -> known.steps(end)).orElse(Steps.UNKNOWN));
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

    /** The requests that led to the first sound of the reply: none that was cancelled, no filler. */
    private record Path(SeenRequest upload, SeenRequest chat, SeenRequest clause) {

        double floorMs() {
            return Pace.floorMs(upload, clause.field("input"));
        }

        Steps steps(long end) {
            return new Steps(after(upload, end), after(chat, end), after(clause, end));
        }

        private static double after(SeenRequest request, long end) {
            return (request.times().arrived() - end) / 1e6;
        }
    }

    private Optional<Path> path(TurnRecord turn) {
        for (SeenRequest chat : turn.of(Stage.CHAT).reversed()) {
            String reply = replies.apply(chat);
            Optional<SeenRequest> clause = turn.of(Stage.SPEECH).stream()
                    .filter(speech -> speech.times().arrived() > chat.times().arrived() && !speech.wasCancelled())
                    .filter(speech -> reply.startsWith(speech.field("input").strip())).findFirst();
            List<SeenRequest> uploads = turn.of(Stage.TRANSCRIPTION).stream()
                    .filter(upload -> upload.times().arrived() < chat.times().arrived()).toList();
            if (clause.isPresent() && !uploads.isEmpty()) {
                return Optional.of(new Path(uploads.getLast(), chat, clause.get()));
            }
        }
        return Optional.empty();
    }

    /** The loudspeaker sounds while the user is not through, or the turn is answered more than once. */
    private static int cutOffs(TurnRecord turn, long onset, long end) {
        Take during = turn.heard().part(onset, end);
        int sounded = Edges.onset(during.sound(), Utterance.AUDIBLE_DBFS).isPresent() ? 1 : 0;
        return Math.max(sounded, turn.moments("first-sound").size() - 1);
    }
}
