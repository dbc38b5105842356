package org.vivavoce.audio.testing;

import java.util.PriorityQueue;
import org.vivavoce.audio.Pacer;

/**
 * Time that passes only by being waited for. Used by one test thread: what shall happen meanwhile (a device that delivers, a user that
 * closes) is planned before and happens in the middle of a wait.
 */
public final class VirtualPacer implements Pacer {

    private record Event(long nanos, Runnable action) {}

    private final PriorityQueue<Event> events = new PriorityQueue<>((a, b) -> Long.compare(a.nanos, b.nanos));
    private long now = 1_000_000_000;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void waitOn(Object monitor, long nanos) {
        pass(nanos);
    }

    /** Lets time pass. */
    public void pass(long nanos) {
        long until = now + nanos;
        Event next = events.peek();
        while (next != null && next.nanos <= until) {
            events.remove();
            now = Math.max(now, next.nanos);
            next.action.run();
            next = events.peek();
        }
        now = until;
    }

    /** Plans something, so many milliseconds from now. */
    public void after(long milliseconds, Runnable action) {
        events.add(new Event(now + milliseconds * 1_000_000, action));
    }
}
