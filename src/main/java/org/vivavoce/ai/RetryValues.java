package org.vivavoce.ai;

import java.time.Duration;
import java.util.List;

/**
 * When a request that failed is sent again before anybody is told. The user waits in silence meanwhile, so it is soon and seldom; what
 * lasts longer is told, and tried again later.
 *
 * @param waits       before each further try (0.25 and 1 s: a server that restarts a worker or drops a connection is back by then)
 * @param longestWait a wait the service itself asks for that is still kept without a word (2 s)
 * @param failures    calls in a row, their tries included, after which a service counts as dead (3)
 * @param pause       for which nothing is sent to a dead service (5 s: whoever speaks when it is back waits no longer than that)
 */
public record RetryValues(List<Duration> waits, Duration longestWait, int failures, Duration pause) {

    /** Seconds a pause may last that a service asks for; one that asks for more is tried anyway. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    public static final RetryValues DEFAULT = new RetryValues(List.of(Duration.ofMillis(250), Duration.ofSeconds(1)),
            Duration.ofSeconds(2), 3, Duration.ofSeconds(5));

    public RetryValues {
        waits = List.copyOf(waits);
    }
}
