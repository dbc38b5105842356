package org.vivavoce.ai;

import java.time.Duration;

/** What hedging needs of the app: threads, a clock and an alarm. Thread-safe. */
public interface HedgeRunner {

    /** Runs blocking work on a thread of its own. */
    void run(String name, Runnable work);

    /** Nanoseconds of a clock that never goes back. */
    long nanos();

    /**
     * Runs work that does not block after a delay.
     *
     * @return takes it back
     */
    Cancellation.Registration after(Duration delay, Runnable work);
}
