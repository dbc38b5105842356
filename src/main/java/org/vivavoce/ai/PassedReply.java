package org.vivavoce.ai;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A reply on its way from the thread that receives it to the one that reads it. With its first text it applies to be read; what is
 * written while it is not wanted is dropped. One thread writes, one reads.
 */
final class PassedReply {

    private sealed interface Piece {
        record Text(String text) implements Piece {}

        record End(Completion completion) implements Piece {}

        record Failure(Exception reason) implements Piece {}
    }

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>(); // a reply has 300 tokens: no bound is needed
    private final Predicate<PassedReply> application;
    private boolean applied; // this and the next: writing thread
    private boolean wanted;

    /** @param application tells whether this reply is the one to be read; asked once */
    PassedReply(Predicate<PassedReply> application) {
        this.application = application;
    }

    void write(String text) {
        add(new Piece.Text(text));
    }

    void finish(Completion completion) {
        add(new Piece.End(completion));
    }

    /** The reply breaks off; false when nobody reads it yet. */
    boolean fail(Exception reason) {
        if (wanted) {
            pieces.add(new Piece.Failure(reason));
        }
        return wanted;
    }

    private void add(Piece piece) {
        if (!applied) {
            applied = true;
            wanted = application.test(this);
        }
        if (wanted) {
            pieces.add(piece);
        }
    }

    /** Reads to the end. */
    Completion readTo(Consumer<String> onText, Cancellation cancellation) throws ServiceException {
        try {
            while (true) {
                Piece piece = pieces.take();
                if (cancellation.isCancelled()) {
                    throw new ServiceException.Cancelled(Stage.CHAT, null);
                }
                switch (piece) {
                    case Piece.Text(String text) -> onText.accept(text);
                    case Piece.End(Completion completion) -> {
                        return completion;
                    }
                    case Piece.Failure(Exception reason) -> throw thrown(reason);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException.Cancelled(Stage.CHAT, e);
        }
    }

    private static ServiceException thrown(Exception reason) {
        if (reason instanceof RuntimeException fault) {
            throw fault; // ours: told and logged where the reader ends
        }
        return (ServiceException) reason;
    }
}
