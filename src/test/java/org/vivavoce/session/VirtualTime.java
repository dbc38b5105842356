package org.vivavoce.session;

import java.util.PriorityQueue;

/** A clock that goes on only when it is told to, and does then what was planned, in its order. */
final class VirtualTime implements SessionClock {

    private record Plan(long atMillis, long number, Runnable work) implements Comparable<Plan> {
        @Override
        public int compareTo(Plan other) {
            int byTime = Long.compare(atMillis, other.atMillis);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Plan> plans = new PriorityQueue<>();
    private long now;
    private long planned;

    @Override
    public long millis() {
        return now;
    }

    /** Plans something for later; also "in 0 ms" comes after what is being done now. */
    void in(long ms, Runnable work) {
        plans.add(new Plan(now + ms, planned++, work));
    }

    void runTo(long atMillis) {
        Plan next = plans.peek();
        while (next != null && next.atMillis() <= atMillis) {
            plans.remove();
            now = next.atMillis();
            next.work().run();
            next = plans.peek();
        }
        now = Math.max(now, atMillis);
    }
}
