package org.vivavoce.ai;

import java.util.Locale;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request that is sent once or twice: the first answer counts, and what is left of the other is cancelled at once. The caller waits
 * in {@link #await}; each attempt runs on a thread of its own; all is guarded by one lock.
 */
final class Race<T> {

    /** Sends the request. */
    @FunctionalInterface
    interface Request<T> {
        /** Blocks; hands its answer to the attempt, which may have lost by then. */
        void send(Race<T>.Attempt attempt) throws ServiceException;
    }

    /** The request, sent once. */
    final class Attempt {
        private final Cancellation token = new Cancellation();
        private final long startedNanos = runner.nanos();

        /** What cancels it. */
        Cancellation token() {
            return token;
        }

        /** The answer is there; false when it comes too late: then nobody takes it. */
        boolean answers(T given) {
            return decide(this, given);
        }
    }

    private final HedgeRunner runner;
    private final Stage stage;
    private final Request<T> request;
    private final Consumer<T> discard;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Attempt first; // this and all below: guarded by lock
    private @Nullable Attempt second;
    private @Nullable Attempt winner;
    private @Nullable T answer;
    private @Nullable Throwable failure;
    private int underWay = 1;
    private boolean cancelled;
    private long answeredNanos;

    /** @param discard frees an answer that nobody takes */
    Race(Stage stage, HedgeRunner runner, Request<T> request, Consumer<T> discard) {
        this.stage = stage;
        this.runner = runner;
        this.request = request;
        this.discard = discard;
        this.first = new Attempt();
    }

    void start(HedgeBudget budget) {
        runner.run(name("request"), () -> send(first, budget));
    }

    /** Sends the request a second time if that is still of use; false when it is not. */
    boolean sendAgain(HedgeBudget budget, HedgeBudget.Request place) {
        Attempt again = new Attempt();
        lock.lock();
        try {
            if (winner != null || underWay == 0 || cancelled || !budget.take(place)) {
                return false;
            }
            second = again;
            underWay++;
        } finally {
            lock.unlock();
        }
        runner.run(name("hedge"), () -> send(again, budget));
        return true;
    }

    private String name(String what) {
        return "reply-" + stage.name().toLowerCase(Locale.ROOT) + "-" + what;
    }

    private void send(Attempt attempt, HedgeBudget budget) {
        try {
            request.send(attempt);
        } catch (ServiceException | RuntimeException e) {
            budget.failed(e);
            failed(attempt, e);
        }
    }

    private void failed(Attempt attempt, Exception e) {
        lock.lock();
        try {
            underWay--;
            if (failure == null || attempt == first) { // of two failures, that of the request that was meant
                failure = e;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean decide(Attempt attempt, T given) {
        Attempt loser;
        lock.lock();
        try {
            if (winner != null || cancelled) {
                return false;
            }
            winner = attempt;
            answer = given;
            answeredNanos = runner.nanos();
            loser = attempt == first ? second : first;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (loser != null) {
            loser.token.cancel();
        }
        return true;
    }

    /** The caller wants no answer any more, or no more of it. */
    void cancel() {
        Attempt other;
        lock.lock();
        try {
            cancelled = true;
            other = second;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        first.token.cancel();
        if (other != null) {
            other.token.cancel();
        }
    }

    /** Waits for the first answer, or for the last failure. */
    T await() throws ServiceException {
        lock.lock();
        try {
            while (winner == null && underWay > 0 && !cancelled) {
                changed.await();
            }
            T given = answer;
            if (given != null) {
                if (!cancelled) {
                    return given;
                }
                discard.accept(given);
            }
            throw cancelled ? new ServiceException.Cancelled(stage, null) : thrown(failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException.Cancelled(stage, e);
        } finally {
            lock.unlock();
        }
    }

    private ServiceException thrown(@Nullable Throwable reason) {
        return switch (reason) {
            case ServiceException known -> known;
            case RuntimeException fault -> throw fault; // ours: told and logged where the caller ends
            case null, default -> new ServiceException.BadReply(stage, "there was none", reason);
        };
    }

    /** Tells how long the answer took, and of a first request that lost, how long it has taken up to then. */
    void tellLatencies(UsualLatency usual, double size) {
        lock.lock();
        try {
            if (winner != null) {
                usual.add(answeredNanos - winner.startedNanos, size);
                if (winner != first) {
                    usual.add(answeredNanos - first.startedNanos, size);
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
