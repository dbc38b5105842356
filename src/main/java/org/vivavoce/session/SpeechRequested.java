package org.vivavoce.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechStream;

/**
 * The speech of a sentence that was asked for. Answered on one {@code reply-*} thread, taken on another; closed when its stream is read.
 */
final class SpeechRequested implements AutoCloseable {

    /**
     * What has become of the request.
     *
     * @param sentence empty when the reply has no more
     * @param stream   its speech, which whoever takes this closes; null when it was not asked for, since nobody would hear it
     */
    record Answer(Optional<String> sentence, @Nullable SpeechStream stream) {}

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final Cancellation token = new Cancellation();
    private final Cancellation.Registration registration;

    /** @param reply cancels it with the whole reply */
    SpeechRequested(Cancellation reply) {
        registration = reply.onCancel(token::cancel);
    }

    /** What cancels this request alone. */
    Cancellation token() {
        return token;
    }

    void is(Answer found) {
        answer.complete(found);
    }

    void fails(Exception failure) {
        answer.completeExceptionally(failure);
    }

    /** Waits for the answer. */
    Answer await() throws ServiceException, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ServiceException failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        registration.close();
    }

    /** Nobody takes the answer: it is closed when it comes. */
    void giveUp() {
        close();
        token.cancel();
        answer.thenAccept(there -> {
            if (there.stream() != null) {
                there.stream().close();
            }
        }).exceptionally(failure -> null); // there is nothing to close
    }
}
