package org.vivavoce.ai;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests away from a service that is dead, or that asks for a pause: each would take its time to fail, and make it worse for a
 * service that has too much to do. Thread-safe.
 */
final class Circuit {

    private final RetryValues values;
    private final HedgeRunner runner;
    private int failures; // this and all below: guarded by this
    private @Nullable ServiceException last;
    private long closedAtNanos;

    Circuit(RetryValues values, HedgeRunner runner) {
        this.values = values;
        this.runner = runner;
    }

    /** Why nothing is sent at this moment; empty where a request may be sent. */
    synchronized Optional<ServiceException> refusal() {
        if (last != null && runner.nanos() - closedAtNanos >= 0) {
            last = null;
        }
        return Optional.ofNullable(last);
    }

    /** A call was answered. */
    synchronized void answered() {
        failures = 0;
        last = null;
    }

    /** A call failed, its further tries too. */
    synchronized void failed(ServiceException failure) {
        if (!failure.retryHelps()) {
            return; // the settings decide, not time
        }
        failures++;
        Duration pause = failure instanceof ServiceException.RateLimited limited
                ? limited.retryAfter().orElse(values.pause())
                : failures >= values.failures() ? values.pause() : Duration.ZERO;
        if (pause.isPositive()) {
            Duration kept = pause.compareTo(RetryValues.LONGEST_PAUSE) > 0 ? RetryValues.LONGEST_PAUSE : pause;
            last = failure;
            closedAtNanos = runner.nanos() + kept.toNanos();
        }
    }
}
