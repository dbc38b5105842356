package org.vivavoce.ai;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The requests of a stage, each of which waits until the test answers it. */
final class ScriptedRequests<T> {

    /** One request as the service sees it. */
    static final class Asked<T> {
        private final BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
        private volatile boolean cancelled;

        void answers(T answer) {
            answers.add(answer);
        }

        void fails(Exception failure) {
            answers.add(failure);
        }

        boolean isCancelled() {
            return cancelled;
        }
    }

    private final Stage stage;
    private final BlockingQueue<Asked<T>> asked = new LinkedBlockingQueue<>();

    ScriptedRequests(Stage stage) {
        this.stage = stage;
    }

    /** The next request that arrives. */
    Asked<T> next() throws InterruptedException {
        Asked<T> next = asked.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request of " + stage);
        }
        return next;
    }

    /** A request arrives. */
    Asked<T> arrive() {
        Asked<T> request = new Asked<>();
        asked.add(request);
        return request;
    }

    /** Waits for the next thing that the test has the request answer. */
    @SuppressWarnings("unchecked") // only answers of this kind are put in
    T await(Asked<T> request, Cancellation cancellation) throws ServiceException {
        ServiceException.Cancelled torn = new ServiceException.Cancelled(stage, null);
        try (Cancellation.Registration _ = cancellation.onCancel(() -> {
            request.cancelled = true;
            request.answers.add(torn);
        })) {
            Object answer = request.answers.poll(20, TimeUnit.SECONDS);
            return switch (answer) {
                case null -> throw new AssertionError("a request of " + stage + " is never answered");
                case RuntimeException fault -> throw fault;
                case ServiceException failure -> throw failure;
                default -> (T) answer;
            };
        } catch (InterruptedException e) {
            throw new ServiceException.Cancelled(stage, e);
        }
    }
}
