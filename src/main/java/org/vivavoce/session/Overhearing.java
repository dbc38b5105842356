package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.vivavoce.turn.TurnAction.Overhear;
import org.vivavoce.turn.TurnEvent.Found;
import org.vivavoce.turn.TurnEvent.Overheard;

/**
 * Finds out what short sounds over the partner were. What had words in it, or is not known yet when the user's turn begins, is the
 * beginning of that turn: nothing is lost, and nothing is transcribed twice. Used by the {@code session} thread.
 */
final class Overhearing {

    private static final long PRE_ROLL_MS = 300; // the beginning of a word may be too soft to count
    private static final long TAIL_MS = 200; // so may its end
    private static final long FIRST_NUMBER = -2; // counts down, apart from the pieces of turns

    private final Ears ears;
    private final ReplyWork work;
    private final TraceLine trace;
    private final OverheardWords words;
    private final List<Snippet> snippets = new ArrayList<>();
    private long nextNumber = FIRST_NUMBER;

    private record Snippet(Overhear asked, Piece piece) {

        boolean isPartOf(long startedAt) {
            return asked.startedAt() >= startedAt;
        }
    }

    Overhearing(Ears ears, ReplyWork work, TraceLine trace, OverheardWords words) {
        this.ears = ears;
        this.work = work;
        this.trace = trace;
        this.words = words;
    }

    /** Sends a sound to be transcribed. */
    void find(Overhear asked) {
        forgetUnknownFrom(asked.startedAt());
        short[] samples = ears.heard(asked.startedAt() - PRE_ROLL_MS, asked.lastVoiceAt() + TAIL_MS);
        Piece piece = new Piece(nextNumber--, samples);
        snippets.add(new Snippet(asked, piece));
        work.transcribe(piece.order(""), piece.cancellation());
    }

    /**
     * Takes the text of a sound, where it is one of these.
     *
     * @param asking whether the partner was about to end with a question
     */
    Optional<Overheard> transcribed(long number, String text, boolean asking) {
        return find(number).map(snippet -> {
            snippet.piece.transcribed(text);
            return found(snippet, words.in(text, snippet.asked.startedAt(), asking));
        });
    }

    /** A sound could not be transcribed; empty where it is none of these. */
    Optional<Overheard> failed(long number) {
        return find(number).map(snippet -> found(snippet, Found.UNKNOWN));
    }

    private Overheard found(Snippet snippet, Found found) {
        trace.event("overheard", "piece", snippet.piece.id(), "found", found.name());
        if (found != Found.WORDS) {
            forget(snippet);
            snippets.remove(snippet);
        }
        return new Overheard(snippet.asked.startedAt(), snippet.asked.lastVoiceAt(), found);
    }

    /** Where an utterance begins, the pieces that stand before it, oldest first; what began no earlier is recorded with it. */
    List<Piece> takeBefore(long startedAt) {
        forgetUnknownFrom(startedAt);
        List<Piece> pieces = new ArrayList<>();
        for (Snippet snippet : snippets) {
            pieces.add(snippet.piece);
            ears.taken(snippet.asked.lastVoiceAt() + TAIL_MS);
        }
        snippets.clear();
        return pieces;
    }

    /** The conversation is over. */
    void cancel() {
        snippets.forEach(this::forget);
        snippets.clear();
    }

    private void forgetUnknownFrom(long startedAt) {
        for (Iterator<Snippet> each = snippets.iterator(); each.hasNext();) {
            Snippet snippet = each.next();
            if (snippet.piece.isInWork() && snippet.isPartOf(startedAt)) {
                forget(snippet);
                each.remove();
            }
        }
    }

    private void forget(Snippet snippet) {
        snippet.piece.withdraw();
        work.forget(snippet.piece.id());
    }

    private Optional<Snippet> find(long number) {
        return snippets.stream().filter(snippet -> snippet.piece.id() == number).findFirst();
    }
}
