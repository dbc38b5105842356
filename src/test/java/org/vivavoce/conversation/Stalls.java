package org.vivavoce.conversation;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts how often this computer let not even its most urgent threads run for as long as a loudspeaker's buffer lasts: something else had
 * both processors, or the computer itself stood still. No program can play or capture through that. A thread as urgent as the program's
 * own looks every 10 ms.
 */
final class Stalls implements AutoCloseable {

    private static final long STEP_NANOS = 10_000_000;
    private static final long STALL_NANOS = 100_000_000; // what is late by 150 ms was stalled for about as long, by this clock or a little less

    private final AtomicLong count = new AtomicLong();
    private volatile boolean closed;

    Stalls() {
        Thread thread = Thread.ofPlatform().daemon().name("stalls").unstarted(this::look);
        urge(thread);
        thread.start();
    }

    @SuppressWarnings("ThreadPriorityCheck") // as the program's capture and playback threads have it
    private static void urge(Thread thread) {
        thread.setPriority(Thread.MAX_PRIORITY);
    }

    private void look() {
        long last = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(STEP_NANOS);
            long now = System.nanoTime();
            if (now - last > STALL_NANOS) {
                count.incrementAndGet();
            }
            last = now;
        }
    }

    /** Up to now. */
    long count() {
        return count.get();
    }

    @Override
    public void close() {
        closed = true;
    }
}
