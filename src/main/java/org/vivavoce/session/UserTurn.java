package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.practice.Message;

/**
 * What the user says until the floor passes: pieces of sound or text, in order. A piece is transcribed once; the turn's text is there
 * when each piece has one. A turn whose pieces could not be transcribed stays open, so that nothing is lost. Used by the
 * {@code session} thread.
 */
final class UserTurn {

    private static final long AUDIBLE_MS = 500; // a cough, a key or a chair take less

    private final List<Piece> pieces = new ArrayList<>();
    private boolean interrupting;
    private boolean typed;
    private long beganAt = -1;
    private long lastVoiceAt = -1;

    void add(Piece piece) {
        pieces.add(piece);
    }

    /** The user went on: the piece is part of a longer one. */
    void withdraw(Piece piece) {
        pieces.remove(piece);
    }

    void addTyped(String text) {
        Piece piece = new Piece(-1, new short[0]);
        piece.transcribed(text);
        pieces.add(piece);
        typed = true;
        lastVoiceAt = -1;
    }

    /** Takes a piece's text; false when the piece is not of this turn. */
    boolean transcribed(long id, String text) {
        Optional<Piece> found = piece(id);
        found.ifPresent(piece -> piece.transcribed(text));
        return found.isPresent();
    }

    /** Takes note that a piece has no text; false when the piece is not of this turn. */
    boolean failed(long id, ServiceException failure) {
        Optional<Piece> found = piece(id);
        found.ifPresent(piece -> piece.failed(failure));
        return found.isPresent();
    }

    /** Pieces that wait for a transcription nobody is working on. */
    List<Piece> untranscribed() {
        return pieces.stream().filter(Piece::waits).toList();
    }

    /** Whether a piece is being transcribed. */
    boolean isInWork() {
        return pieces.stream().anyMatch(Piece::isInWork);
    }

    /** Why the turn has no text yet, where a piece could not be transcribed. */
    Optional<ServiceException> failure() {
        return untranscribed().stream().flatMap(piece -> piece.failure().stream()).findFirst();
    }

    /** The user begins to speak, or goes on. */
    void begin(long startedAt) {
        beganAt = beganAt < 0 && pieces.isEmpty() ? startedAt : beganAt;
    }

    /** When the user began to speak, −1 where the turn began otherwise. */
    long beganAt() {
        return beganAt;
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
        return join(pieces);
    }

    /** As the history has it: what is understood of it up to now. */
    Message asMessage() {
        return interrupting ? Message.interruptingUser(text()) : Message.user(text());
    }

    /** The texts before a piece, joined. */
    String textBefore(Piece piece) {
        return join(pieces.subList(0, Math.max(0, pieces.indexOf(piece))));
    }

    /** What is in work has failed, whatever becomes of it. */
    void giveUp(ServiceException reason) {
        pieces.stream().filter(Piece::isInWork).forEach(piece -> piece.giveUp(reason));
    }

    /** Ends what is in work. */
    void cancel() {
        pieces.forEach(piece -> piece.cancellation().cancel());
    }

    private static String join(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            String part = piece.text().strip();
            if (!part.isEmpty() && !text.isEmpty()) {
                text.append(' ');
            }
            text.append(part);
        }
        return text.toString();
    }

    /** What of it was understood, as it was sent. */
    List<short[]> sound() {
        return pieces.stream().filter(Piece::isTranscribed).map(Piece::samples).filter(samples -> samples.length > 0)
                .toList();
    }

    /** Whether there is enough to hear in it that somebody must have said something. */
    boolean isAudible() {
        return pieces.stream().mapToLong(piece -> SoundAmount.of(piece.samples()).loudMillis()).sum() >= AUDIBLE_MS;
    }

    Optional<Piece> piece(long id) {
        return pieces.stream().filter(piece -> piece.id() == id).findFirst();
    }
}
