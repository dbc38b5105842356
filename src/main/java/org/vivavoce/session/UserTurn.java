package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.ServiceException;

/**
 * What the user says until the floor passes: pieces of sound or text, in order. A piece is transcribed once; the turn's text is there
 * when each piece has one. A turn whose pieces could not be transcribed stays open, so that nothing is lost. Used by the
 * {@code session} thread.
 */
final class UserTurn {

    /** A piece: sound, its text when it is there, whether it is being transcribed, why it could not be. */
    static final class Piece {
        private final long id;
        private final short[] samples;
        private Optional<String> text = Optional.empty();
        private boolean inWork;
        private @Nullable ServiceException failure;

        private Piece(long id, short[] samples) {
            this.id = id;
            this.samples = samples;
        }

        long id() {
            return id;
        }

        short[] samples() {
            return samples;
        }

        void startWork() {
            inWork = true;
            failure = null;
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    private boolean interrupting;
    private boolean typed;
    private long lastVoiceAt = -1;

    Piece add(long id, short[] samples) {
        Piece piece = new Piece(id, samples);
        pieces.add(piece);
        return piece;
    }

    void addTyped(String text) {
        Piece piece = new Piece(-1, new short[0]);
        piece.text = Optional.of(text);
        pieces.add(piece);
        typed = true;
        lastVoiceAt = -1;
    }

    /** Takes a piece's text; false when the piece is not of this turn. */
    boolean transcribed(long id, String text) {
        Optional<Piece> found = piece(id);
        found.ifPresent(piece -> {
            piece.text = Optional.of(text);
            piece.inWork = false;
        });
        return found.isPresent();
    }

    /** Takes note that a piece has no text; false when the piece is not of this turn. */
    boolean failed(long id, ServiceException failure) {
        Optional<Piece> found = piece(id);
        found.ifPresent(piece -> {
            piece.inWork = false;
            piece.failure = failure;
        });
        return found.isPresent();
    }

    /** Pieces that wait for a transcription nobody is working on. */
    List<Piece> untranscribed() {
        return pieces.stream().filter(piece -> piece.text.isEmpty() && !piece.inWork).toList();
    }

    /** Whether a piece is being transcribed. */
    boolean isInWork() {
        return pieces.stream().anyMatch(piece -> piece.inWork);
    }

    /** Why the turn has no text yet, where a piece could not be transcribed. */
    Optional<ServiceException> failure() {
        return untranscribed().stream().flatMap(piece -> Optional.ofNullable(piece.failure).stream()).findFirst();
    }

    /** The user's side is over; the user was last heard then. */
    void end(long voiceAt) {
        lastVoiceAt = voiceAt;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** When the user was last heard, −1 for a typed turn. */
    long lastVoiceAt() {
        return lastVoiceAt;
    }

    void markInterrupting() {
        interrupting = true;
    }

    boolean isInterrupting() {
        return interrupting;
    }

    boolean isTyped() {
        return typed;
    }

    /** The texts of the pieces that have one, joined. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            String part = piece.text.orElse("").strip();
            if (!part.isEmpty() && !text.isEmpty()) {
                text.append(' ');
            }
            text.append(part);
        }
        return text.toString();
    }

    private Optional<Piece> piece(long id) {
        return pieces.stream().filter(piece -> piece.id == id).findFirst();
    }
}
