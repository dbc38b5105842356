package org.vivavoce.ai;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * Sends a request of one stage again where it failed for a reason that passes, as long as nothing of the answer was handed on. Called
 * by {@code reply-*} threads, which wait meanwhile; thread-safe.
 */
final class Retry {

    private final Stage stage;
    private final RetryValues values;
    private final HedgeRunner runner;
    private final RetryListener listener;
    private final Circuit circuit;

    Retry(Stage stage, RetryValues values, HedgeRunner runner, RetryListener listener) {
        this.stage = stage;
        this.values = values;
        this.runner = runner;
        this.listener = listener;
        this.circuit = new Circuit(values, runner);
    }

    /** One try. */
    @FunctionalInterface
    interface Request<T> {
        T send() throws ServiceException;
    }

    /**
     * Sends until it is answered, or trying again is of no use.
     *
     * @param handedOn whether anything of the answer has reached the caller: then it cannot be taken back
     */
    <T> T send(Request<T> request, BooleanSupplier handedOn, Cancellation cancellation) throws ServiceException {
        Optional<ServiceException> refusal = circuit.refusal();
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        for (int tried = 0;; tried++) {
            try {
                T answer = request.send();
                circuit.answered();
                return answer;
            } catch (ServiceException failure) {
                Optional<Duration> wait = handedOn.getAsBoolean() ? Optional.empty() : waitAfter(failure, tried);
                if (wait.isEmpty()) {
                    circuit.failed(failure);
                    throw failure;
                }
                listener.sentAgain(stage);
                pause(wait.get(), cancellation);
            }
        }
    }

    private Optional<Duration> waitAfter(ServiceException failure, int tried) {
        boolean passes = failure.retryHelps() && !(failure instanceof ServiceException.TimedOut); // that was a long wait already
        if (!passes || tried >= values.waits().size()) {
            return Optional.empty();
        }
        Duration wait = values.waits().get(tried);
        if (failure instanceof ServiceException.RateLimited limited) {
            return limited.retryAfter().filter(asked -> asked.compareTo(values.longestWait()) <= 0)
                    .map(asked -> asked.compareTo(wait) > 0 ? asked : wait);
        }
        return Optional.of(wait);
    }

    private void pause(Duration wait, Cancellation cancellation) throws ServiceException {
        CountDownLatch over = new CountDownLatch(1);
        try (var _ = cancellation.onCancel(over::countDown); var _ = runner.after(wait, over::countDown)) {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException.Cancelled(stage, e);
        }
        if (cancellation.isCancelled()) {
            throw new ServiceException.Cancelled(stage, null);
        }
    }
}
