package org.vivavoce.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** So many requests a minute. */
class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void afterSoManyAtOnceEachHasToBeMadeGood() {
        RateLimit limit = new RateLimit(60, nanos::get);
        for (int i = 0; i < 60; i++) {
            assertEquals(Optional.empty(), limit.take());
        }

        assertEquals(Optional.of(Duration.ofSeconds(1)), limit.take());
        nanos.addAndGet(1_000_000_000);
        assertEquals(Optional.empty(), limit.take());
        assertEquals(Optional.of(Duration.ofSeconds(1)), limit.take());
    }

    @Test
    void whatIsNotUsedDoesNotAddUpForEver() {
        RateLimit limit = new RateLimit(2, nanos::get);
        nanos.addAndGet(Duration.ofHours(9).toNanos());

        assertEquals(Optional.empty(), limit.take());
        assertEquals(Optional.empty(), limit.take());
        assertEquals(Optional.of(Duration.ofSeconds(30)), limit.take());
    }

    @Test
    void aClientIsToldWhenToComeAgain(@TempDir Path folder) throws Exception {
        try (ServedProgram program = new ServedProgram(folder, ApiOptions.usual().withRequestsPerMinute(1))) {
            assertEquals(200, program.get("/v1/modes").statusCode());
            var refused = program.get("/v1/modes");

            assertEquals(429, refused.statusCode());
            int seconds = Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0"));
            assertEquals(seconds, program.json(refused).path("retryAfter").asInt());
        }
    }
}
