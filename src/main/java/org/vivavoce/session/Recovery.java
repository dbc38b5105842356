package org.vivavoce.session;

import java.util.OptionalLong;
import org.vivavoce.ai.ServiceException;

/**
 * When what failed is tried again by itself: soon at first, then less often, for as long as the conversation lasts. A service that is
 * back, or a network, is so found without the user. Used by the {@code session} thread; times are milliseconds since its start.
 */
final class Recovery {

    /** The first leaves time to read what happened; the last is how long a user waits at most once all is well again. */
    private static final long[] WAITS_MS = {3000, 6000, 12_000, 15_000};

    /** After the pause that a service asks for: its clock need not be ours. */
    private static final long LATER_MS = 500;

    private static final long NEVER = Long.MAX_VALUE;

    private int tries;
    private long dueAt = NEVER;

    /**
     * Something failed that left the user without an answer.
     *
     * @return milliseconds until it is tried again; empty where only the user can help
     */
    OptionalLong failed(ServiceException failure, long now) {
        if (!failure.retryHelps()) {
            over();
            return OptionalLong.empty();
        }
        long wait = WAITS_MS[Math.min(tries, WAITS_MS.length - 1)];
        if (failure instanceof ServiceException.RateLimited limited) {
            wait = Math.max(wait, limited.retryAfter().map(asked -> asked.toMillis() + LATER_MS).orElse(0L));
        }
        tries++;
        dueAt = now + wait;
        return OptionalLong.of(wait);
    }

    /** It is being tried again, whoever began. */
    void began() {
        dueAt = NEVER;
    }

    /** Nothing is left to be tried again. */
    void over() {
        dueAt = NEVER;
        tries = 0;
    }

    boolean isDue(long now) {
        return now >= dueAt;
    }
}
