package org.vivavoce.openai.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.vivavoce.ai.Stage;

/** Every request the server saw, in the order of arrival. Thread-safe; waiting wakes at each change, nothing is polled. */
public final class RequestLog {

    /** No healthy test waits this long; a broken one ends. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<SeenRequest> requests = new ArrayList<>(); // guarded by lock

    /** All requests so far. */
    public List<SeenRequest> all() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    /** The requests of one stage so far. */
    public List<SeenRequest> of(Stage stage) {
        return all().stream().filter(request -> request.stage().equals(Optional.of(stage))).toList();
    }

    /** How many requests of the three stages are neither answered nor cancelled. */
    public int open() {
        return (int) all().stream().filter(request -> request.stage().isPresent() && request.isOpen()).count();
    }

    /** Waits until the n-th request of a stage has arrived and is as wanted. */
    public SeenRequest await(Stage stage, int nth, Predicate<SeenRequest> wanted) throws InterruptedException {
        List<SeenRequest> seen = await(all -> all.stream().anyMatch(r -> is(r, stage, nth) && wanted.test(r)),
                "request " + nth + " of " + stage);
        return seen.stream().filter(r -> is(r, stage, nth)).findFirst().orElseThrow();
    }

    /** Waits until the n-th request of a stage has arrived. */
    public SeenRequest await(Stage stage, int nth) throws InterruptedException {
        return await(stage, nth, request -> true);
    }

    /**
     * Waits until the log is as wanted.
     *
     * @param what is waited for, for the message when it does not come
     */
    public List<SeenRequest> await(Predicate<List<SeenRequest>> wanted, String what) throws InterruptedException {
        long nanos = LIMIT.toNanos();
        lock.lock();
        try {
            while (!wanted.test(List.copyOf(requests))) {
                if (nanos <= 0) {
                    throw new AssertionError("The server did not see " + what + " within " + LIMIT.toSeconds() + " s");
                }
                nanos = changed.awaitNanos(nanos);
            }
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    SeenRequest arrived(Optional<Stage> stage, HttpRequest http, SeenRequest.Content content) {
        lock.lock();
        try {
            int nth = 1 + (int) requests.stream().filter(request -> request.stage().equals(stage)).count();
            SeenRequest seen = new SeenRequest(requests.size() + 1, stage, nth, http, content,
                    new SeenRequest.Times(System.nanoTime(), 0, 0, 0));
            requests.add(seen);
            changed.signalAll();
            return seen;
        } finally {
            lock.unlock();
        }
    }

    void firstByte(int id) {
        update(id, t -> new SeenRequest.Times(t.arrived(), System.nanoTime(), t.ended(), t.cancelled()));
    }

    void ended(int id) {
        update(id, t -> new SeenRequest.Times(t.arrived(), t.firstByte(), System.nanoTime(), t.cancelled()));
    }

    void cancelled(int id) {
        update(id, t -> new SeenRequest.Times(t.arrived(), t.firstByte(), t.ended(), System.nanoTime()));
    }

    private void update(int id, UnaryOperator<SeenRequest.Times> change) {
        lock.lock();
        try {
            SeenRequest seen = requests.get(id - 1);
            requests.set(id - 1, seen.with(change.apply(seen.times())));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static boolean is(SeenRequest request, Stage stage, int nth) {
        return request.stage().equals(Optional.of(stage)) && request.nth() == nth;
    }
}
