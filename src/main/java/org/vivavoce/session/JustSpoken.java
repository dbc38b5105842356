package org.vivavoce.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.vivavoce.practice.Likeness;

/**
 * Remembers what the partner has just said, so that it is known again when it comes back through the microphone. Used by the
 * {@code session} thread.
 */
final class JustSpoken {

    /** From so much likeness on it is an echo; an echo is understood in part only. */
    static final double LEAST_LIKENESS = 0.6;

    /** The room's echo, and what the sound system still holds. */
    static final long ECHO_LASTS_MS = 500;

    private static final int FEW_WORDS = 2; // are like something in every longer text
    private static final long FEW_WORDS_WITHIN_MS = 3000;
    private static final long WITHIN_MS = 10_000;

    private static final long SOUNDS = Long.MAX_VALUE;

    private record Sentence(String text, long beganAt) {}

    private final Deque<Sentence> sentences = new ArrayDeque<>();
    private long silentSince = SOUNDS;

    /** A sentence begins to sound. */
    void begins(String text, long nowMillis) {
        while (!sentences.isEmpty() && endOfFirst() < nowMillis - WITHIN_MS) {
            sentences.removeFirst();
        }
        sentences.add(new Sentence(text, nowMillis));
        silentSince = SOUNDS;
    }

    /** The loudspeaker is silent from now on, if it was not before. */
    void silenced(long nowMillis) {
        silentSince = Math.min(silentSince, nowMillis);
    }

    /** The sentence that was cut goes on. */
    void goesOn() {
        silentSince = SOUNDS;
    }

    /** Whether what is heard then can be an echo. */
    boolean isSilentSoShort(long atMillis) {
        return atMillis - silentSince <= ECHO_LASTS_MS;
    }

    /** A sentence has sounded when the next one begins. */
    private long endOfFirst() {
        return sentences.stream().skip(1).mapToLong(Sentence::beganAt).findFirst().orElse(Long.MAX_VALUE);
    }

    /** Whether a text that was heard then, while the partner spoke, is what the partner said. */
    boolean isEcho(String text, long heardAtMillis) {
        List<String> words = Likeness.words(text);
        long from = heardAtMillis - (words.size() <= FEW_WORDS ? FEW_WORDS_WITHIN_MS : WITHIN_MS);
        StringBuilder recent = new StringBuilder();
        Sentence before = null;
        for (Sentence sentence : sentences) {
            if (before != null && sentence.beganAt() >= from) { // the one before sounded until then
                recent.append(before.text()).append(' ');
            }
            before = sentence;
        }
        recent.append(before == null ? "" : before.text());
        return Likeness.of(words, Likeness.words(recent.toString())) >= LEAST_LIKENESS;
    }
}
