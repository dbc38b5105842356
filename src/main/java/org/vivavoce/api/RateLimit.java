package org.vivavoce.api;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Lets so many requests through a minute: as many at once, then as they are made good. Thread-safe. */
final class RateLimit {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final int perMinute;
    private final LongSupplier nanos;
    private double left; // this and the next: guarded by this
    private long lastNanos;

    /** @param nanos a clock that never goes back */
    RateLimit(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
        this.left = perMinute;
        this.lastNanos = nanos.getAsLong();
    }

    /** Takes one; returns how long to wait where there is none. */
    synchronized Optional<Duration> take() {
        long now = nanos.getAsLong();
        left = Math.min(perMinute, left + (now - lastNanos) * perMinute / NANOS_PER_MINUTE);
        lastNanos = now;
        if (left >= 1) {
            left--;
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(Math.round((1 - left) * NANOS_PER_MINUTE / perMinute)));
    }
}
