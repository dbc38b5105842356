package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.Heard;
import org.vivavoce.openai.testing.SeenRequest;

/**
 * Tells whether a turn came through whole, by the words in the trace and by the recording of the loudspeaker. Used by the bench's main
 * thread.
 */
final class WholenessMeasure {

    private static final Duration AROUND = Duration.ofMillis(400); // a busy computer lets the sound stutter
    private static final double LEAST_PIECES_FOUND = 0.9;

    private final Function<SeenRequest, String> replies;
    private final Voice voice;
    private final boolean words;

    /** How a sentence sounds. */
    @FunctionalInterface
    interface Voice {
        /** Speaks it. */
        WaveFile sound(String sentence) throws Exception;
    }

    /**
     * For one preset of services.
     *
     * @param replies what the chat model answers to a request
     * @param voice   how the partner speaks
     * @param words   whether words are understood, and the reply is the one of {@code replies}
     */
    WholenessMeasure(Function<SeenRequest, String> replies, Voice voice, boolean words) {
        this.replies = replies;
        this.voice = voice;
        this.words = words;
    }

    /**
     * Measures a turn.
     *
     * @param said     the words
     * @param spokenMs how long they sounded, pauses with them
     */
    Wholeness of(TurnRecord turn, String said, double spokenMs) throws Exception {
        boolean understood = words
                ? bare(texts(turn, "user-text")).equals(bare(List.of(said)))
                : turn.moments("upload").stream().mapToLong(upload -> upload.event().number("ms-of-sound"))
                        .sum() >= spokenMs;
        int turnsTaken = turn.moments("end-of-turn").size();
        return new Wholeness(understood, isHeard(turn),
                turn.moments("empty-transcript").size() + Math.max(0, turnsTaken - 1));
    }

    private boolean isHeard(TurnRecord turn) throws Exception {
        List<String> sentences = texts(turn, "partner-text");
        int pieces = 0;
        int found = 0;
        for (String sentence : sentences) {
            Heard heard = Heard.in(turn.heard().sound(), voice.sound(sentence), AROUND);
            if (heard.piecesFound() * 2 < heard.pieces()) {
                return false;
            }
            pieces += heard.pieces();
            found += heard.piecesFound();
        }
        return pieces > 0 && found >= LEAST_PIECES_FOUND * pieces && isAllOfIt(turn, sentences);
    }

    private boolean isAllOfIt(TurnRecord turn, List<String> sentences) {
        List<SeenRequest> chats = turn.of(Stage.CHAT);
        return !words
                || (!chats.isEmpty() && bare(sentences).equals(bare(List.of(replies.apply(chats.getLast())))));
    }

    private static List<String> texts(TurnRecord turn, String event) {
        return turn.moments(event).stream().map(moment -> moment.event().text("text")).toList();
    }

    /** Where words are divided into pieces does not matter. */
    private static String bare(List<String> texts) {
        return texts.stream().collect(Collectors.joining()).replaceAll("\\s+", "");
    }
}
