package org.vivavoce.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.HedgeRunner;

/** The threads, the clock and the alarm of second requests: virtual threads, since they only wait. Thread-safe. */
final class HedgeThreads implements HedgeRunner {

    private final AppThreads threads;

    HedgeThreads(AppThreads threads) {
        this.threads = threads;
    }

    @Override
    public void run(String name, Runnable work) {
        threads.run(name, work);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Cancellation.Registration after(Duration delay, Runnable work) {
        CountDownLatch takenBack = new CountDownLatch(1);
        threads.run("reply-alarm", () -> {
            try {
                if (!takenBack.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
                    work.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return takenBack::countDown;
    }
}
