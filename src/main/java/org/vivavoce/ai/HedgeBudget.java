package org.vivavoce.ai;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps second requests few: where a service is slow because it has too much to do, they would make it slower. Thread-safe. */
final class HedgeBudget {

    /** A service that asks to slow down, and does not say for how long, means about this. */
    private static final Duration SLOW_DOWN = Duration.ofSeconds(30);
    private static final Duration NO_CREDIT = Duration.ofMinutes(5);
    private static final int ALWAYS = 2; // of the first few requests more than one may be unlucky

    /** One of the last requests. */
    static final class Request {
        private boolean hedged; // guarded by the budget
    }

    private final HedgeValues values;
    private final HedgeRunner runner;
    private final Deque<Request> last = new ArrayDeque<>(); // this and all below: guarded by this
    private boolean refused;
    private long refusedUntilNanos;

    HedgeBudget(HedgeValues values, HedgeRunner runner) {
        this.values = values;
        this.runner = runner;
    }

    synchronized Request begin() {
        if (last.size() == values.window()) {
            last.remove();
        }
        Request request = new Request();
        last.add(request);
        return request;
    }

    /** Whether this request may be sent a second time; where it may, it counts as sent. */
    synchronized boolean take(Request request) {
        long hedged = last.stream().filter(each -> each.hedged).count();
        refused &= runner.nanos() - refusedUntilNanos < 0;
        if (refused || hedged >= Math.max(ALWAYS, last.size() / values.onePer())) {
            return false;
        }
        request.hedged = true;
        return true;
    }

    /** A request failed: where the service wants fewer of them, none is sent twice for a while. */
    synchronized void failed(Throwable failure) {
        Duration pause = switch (failure) {
            case ServiceException.RateLimited limited -> limited.retryAfter().orElse(SLOW_DOWN);
            case ServiceException.QuotaExhausted _ -> NO_CREDIT;
            default -> Duration.ZERO;
        };
        if (!pause.isZero()) {
            refused = true;
            refusedUntilNanos = runner.nanos() + pause.toNanos();
        }
    }
}
