package org.vivavoce.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;

/**
 * A piece of the user's turn: sound, its text when it is there, whether it is being transcribed, why it could not be. Used by the
 * {@code session} thread.
 */
final class Piece {

    private final long id;
    private final short[] samples;
    private Cancellation cancellation = new Cancellation(); // of the request under way, or the next one
    private volatile boolean withdrawn; // read by the thread that transcribes
    private Optional<String> text = Optional.empty();
    private boolean inWork;
    private @Nullable ServiceException failure;

    Piece(long id, short[] samples) {
        this.id = id;
        this.samples = samples;
    }

    long id() {
        return id;
    }

    short[] samples() {
        return samples;
    }

    /** Begins (again) to be transcribed. */
    TranscriptionOrder order(String textBefore) {
        inWork = true;
        failure = null;
        return new TranscriptionOrder(id, samples, textBefore, () -> !withdrawn);
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Nobody waits for its text any more: it is part of a longer piece, or was nothing. */
    void withdraw() {
        withdrawn = true;
        cancellation.cancel();
    }

    void transcribed(String words) {
        text = Optional.of(words);
        inWork = false;
    }

    void failed(ServiceException reason) {
        inWork = false;
        failure = reason;
    }

    /** No service answered, and none is waited for any longer; it may be sent again. */
    void giveUp(ServiceException reason) {
        cancellation.cancel();
        cancellation = new Cancellation();
        failed(reason);
    }

    /** Whether it waits for a transcription nobody is working on. */
    boolean waits() {
        return text.isEmpty() && !inWork;
    }

    /** Whether it has a text, be it an empty one. */
    boolean isTranscribed() {
        return text.isPresent();
    }

    boolean isInWork() {
        return inWork;
    }

    Optional<ServiceException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Empty while there is none. */
    String text() {
        return text.orElse("");
    }
}
