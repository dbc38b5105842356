package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.testing.Edges;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.SpokenWords;
import org.vivavoce.conversation.Take;
import org.vivavoce.conversation.Utterance;
import org.vivavoce.openai.testing.SeenRequest;

/** Measures interruptions in their recordings. Used by the bench's main thread. */
final class InterruptionMeasure {

    private static final long MILLI = 1_000_000;

    /** A reply that still sounds so soon before the user's end was not silenced. */
    private static final double QUIET_MS = 100;
    private static final Duration LAST_HEARD = Duration.ofMillis(500);
    private static final String ASSISTANT = "assistant: ";

    private final SpokenWords.Spoken voice;
    private final SpokenWords.Starts starts;

    /**
     * @param voice  how the server speaks
     * @param starts when it begins each word
     */
    InterruptionMeasure(SpokenWords.Spoken voice, SpokenWords.Starts starts) {
        this.voice = voice;
        this.starts = starts;
    }

    /**
     * What is known of an interruption.
     *
     * @param turn          from before the reply's chat request to the first sound of the next reply, or later
     * @param replyNanos    when the reply began to sound
     * @param spokeNanos    when the user's speech was begun to be played, its own silence first
     * @param brokenNanos   when the program broke the reply off
     * @param answeredNanos when the next reply began to sound
     */
    record Known(TurnRecord turn, long replyNanos, long spokeNanos, long brokenNanos, long answeredNanos) {}

    Interruption of(Known known) throws Exception {
        TurnRecord turn = known.turn();
        Take said = turn.said().part(known.spokeNanos(), known.answeredNanos()); // then the user may speak again
        long onset = said.nanosAt(Edges.onset(said.sound(), Utterance.AUDIBLE_DBFS).orElseThrow());
        long end = said.nanosAt(Edges.offset(said.sound(), Utterance.AUDIBLE_DBFS).orElseThrow());
        Take reply = turn.heard().part(known.replyNanos() - 200 * MILLI, end);
        Duration silent = Edges.offset(reply.sound(), Utterance.AUDIBLE_DBFS).orElse(Duration.ZERO);
        double atMs = (onset - known.replyNanos()) / 1e6;
        if ((end - reply.nanosAt(silent)) / 1e6 < QUIET_MS) {
            return Interruption.missed(atMs);
        }
        List<String> pieces = pieces(known);
        List<WaveFile> spoken = new ArrayList<>();
        for (String piece : pieces) {
            spoken.add(new WaveFile(voice.of(piece), SpokenWords.SERVER_RATE));
        }
        double silentMs = Math.max(0, (reply.nanosAt(silent) - onset) / 1e6);
        OptionalDouble ducked = new DuckFinder(spoken).duckedAfterMs(turn.heard(), onset);
        OptionalDouble duckMs = ducked.isEmpty() // silence is quieter too
                ? ducked
                : OptionalDouble.of(Math.min(ducked.getAsDouble(), silentMs));
        WaveFile heardLast = reply.sound().part(silent.minus(LAST_HEARD), silent);
        return new Interruption(atMs, true, duckMs, silentMs,
                wordsOff(turn, pieces, heardLast), cancelledMs(known));
    }

    /** The texts that were asked to be spoken for the reply before it was broken off. */
    private static List<String> pieces(Known known) {
        long asked = known.turn().of(Stage.CHAT).stream()
                .filter(chat -> chat.times().arrived() < known.replyNanos() && !chat.wasCancelled())
                .mapToLong(chat -> chat.times().arrived()).max().orElse(Long.MIN_VALUE);
        return known.turn().of(Stage.SPEECH).stream()
                .filter(speech -> speech.times().arrived() > asked && speech.times().arrived() < known.brokenNanos())
                .map(speech -> speech.field("input")).distinct().toList();
    }

    private OptionalInt wordsOff(TurnRecord turn, List<String> pieces, WaveFile heardLast) throws Exception {
        List<SeenRequest> chats = turn.of(Stage.CHAT);
        List<String> messages = chats.isEmpty() ? List.of() : chats.getLast().messages();
        if (messages.size() < 2 || pieces.isEmpty()) {
            return OptionalInt.empty();
        }
        String before = messages.get(messages.size() - 2);
        String kept = before.startsWith(ASSISTANT) ? before.substring(ASSISTANT.length()) : "";
        int sounded = new SpokenWords(voice, starts, pieces).wordsUpTo(heardLast);
        return OptionalInt.of((kept.isBlank() ? 0 : kept.strip().split("\\s+", -1).length) - sounded);
    }

    /** Of the chat and speech requests that were under way: how long the slowest lived on. */
    private static OptionalDouble cancelledMs(Known known) {
        return known.turn().requests().stream()
                .filter(request -> request.stage().equals(Optional.of(Stage.CHAT))
                        || request.stage().equals(Optional.of(Stage.SPEECH)))
                .filter(request -> request.times().arrived() < known.brokenNanos())
                .mapToDouble(request -> (gone(request, known) - known.brokenNanos()) / 1e6).filter(ms -> ms > 0).max();
    }

    private static long gone(SeenRequest request, Known known) {
        if (request.wasCancelled()) {
            return request.times().cancelled();
        }
        return request.hasEnded() ? request.times().ended() : known.turn().heard().endNanos();
    }
}
