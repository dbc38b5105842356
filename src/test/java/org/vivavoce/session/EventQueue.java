package org.vivavoce.session;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The session's queue in a test that has other threads: takes events from any of them. */
final class EventQueue implements Consumer<SessionEvent> {

    private static final long LONGEST_WAIT_S = 20;

    private final BlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>();

    @Override
    public void accept(SessionEvent event) {
        events.add(event);
    }

    /** The next event; waits for it. */
    SessionEvent next() throws InterruptedException {
        SessionEvent event = events.poll(LONGEST_WAIT_S, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event came");
        }
        return event;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }
}
