package org.vivavoce.openai;

import java.util.function.Consumer;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;

/**
 * One request under way and the token that cancels it. Opened and closed by the {@code reply-*} thread that makes the request;
 * cancelled from any thread. Stays open until the last byte of the answer has been read.
 */
final class OpenCall implements AutoCloseable {

    private final String token;
    private final Cancellation cancellation;
    private final Consumer<OpenCall> onClose;
    private final Cancellation.Registration registration;
    private volatile @Nullable Call call;
    private volatile boolean brokenOff;
    private volatile boolean done;
    private Runnable onFlow = () -> {
    }; // this and below: thread that makes the request
    private boolean flowing;

    OpenCall(String token, Cancellation cancellation, Consumer<OpenCall> onClose) {
        this.token = token;
        this.cancellation = cancellation;
        this.onClose = onClose;
        this.registration = cancellation.onCancel(this::breakOff);
    }

    /** The name under which the interceptor finds this call. */
    String token() {
        return token;
    }

    /** The request is about to go out as this call. Throws when it was cancelled meanwhile. */
    void begins(Call sending) {
        call = sending;
        if (isCancelled()) { // after the assignment, so that either this thread or the cancelling one sees the other
            sending.cancel();
            throw new CallCancelled();
        }
    }

    boolean isCancelled() {
        return brokenOff || cancellation.isCancelled();
    }

    /** @param work what is to be done once the answer flows */
    void answers(Runnable work) {
        onFlow = work;
    }

    /** What the user waits for has begun to come: no model is being loaded any more. */
    void flows() {
        if (!flowing) {
            flowing = true;
            onFlow.run();
        }
    }

    /** The answer came to the mark that servers put behind the last event of a stream. */
    void saysDone() {
        done = true;
    }

    boolean isDone() {
        return done;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Breaks the request off: its reader is free at once. */
    void breakOff() {
        brokenOff = true;
        Call sending = call;
        if (sending != null) {
            sending.cancel();
        }
    }

    @Override
    public void close() {
        registration.close();
        onClose.accept(this);
    }
}
