package org.vivavoce.audio;

/** The time of the computer. Thread-safe, without state. */
public final class RealTimePacer implements Pacer {

    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public void waitOn(Object monitor, long nanos) throws InterruptedException {
        monitor.wait(nanos / NANOS_PER_MILLI, (int) (nanos % NANOS_PER_MILLI));
    }
}
