package org.vivavoce.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Does something again and again until it is closed. Its thread is one of the executor's. */
final class Heartbeat implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);

    private Heartbeat() {}

    static Heartbeat start(Executor executor, Duration every, Runnable beat) {
        Heartbeat heartbeat = new Heartbeat();
        executor.execute(() -> heartbeat.run(every, beat));
        return heartbeat;
    }

    private void run(Duration every, Runnable beat) {
        try {
            while (!closed.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
                beat.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
