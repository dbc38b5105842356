package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user says until the floor passes: pieces of sound or text, in order. A piece is transcribed once; the turn's text is there
 * when each piece has one. A turn whose pieces could not be transcribed stays open, so that nothing is lost. Used by the
 * {@code session} thread.
 */
final class UserTurn {

    /** A piece: sound, its text when it is there, whether it is being transcribed. */
    static final class Piece {
        private final long id;
        private final short[] samples;
        private Optional<String> text = Optional.empty();
        private boolean inWork;

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
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    private boolean interrupting;
    private boolean typed;
    private boolean ended;
    private long lastVoiceAt = -1;

    Piece add(long id, short[] samples) {
        Piece piece = new Piece(id, samples);
        pieces.add(piece);
        ended = false;
        return piece;
    }

    void addTyped(String text) {
        Piece piece = new Piece(-1, new short[0]);
        piece.text = Optional.of(text);
        pieces.add(piece);
        typed = true;
    }

    void transcribed(long id, String text) {
        piece(id).ifPresent(piece -> {
            piece.text = Optional.of(text);
            piece.inWork = false;
        });
    }

    void failed(long id) {
        piece(id).ifPresent(piece -> piece.inWork = false);
    }

    boolean holds(long id) {
        return piece(id).isPresent();
    }

    /** Pieces that wait for a transcription nobody is working on. */
    List<Piece> untranscribed() {
        return pieces.stream().filter(piece -> piece.text.isEmpty() && !piece.inWork).toList();
    }

    /** Whether the user's side is over, and when the user was last heard (−1 for a typed turn). */
    void end(long voiceAt) {
        ended = true;
        lastVoiceAt = voiceAt;
    }

    /** The user goes on: the turn is open again. */
    void reopen() {
        ended = false;
    }

    boolean isComplete() {
        return ended && !pieces.isEmpty() && pieces.stream().allMatch(piece -> piece.text.isPresent());
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    boolean isEnded() {
        return ended;
    }

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
