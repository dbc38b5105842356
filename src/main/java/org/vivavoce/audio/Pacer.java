package org.vivavoce.audio;

/**
 * Tells the time and waits for it, so that what happens in real time can be tested without waiting. Used by the {@code capture} and
 * {@code playback} threads; implementations are thread-safe.
 */
public interface Pacer {

    /** Nanoseconds since an arbitrary moment; never goes back. */
    long nanoTime();

    /**
     * Waits on a monitor the caller holds until it is notified or the time has passed; may return early, callers check again.
     *
     * @param nanos at least 1
     */
    void waitOn(Object monitor, long nanos) throws InterruptedException;
}
