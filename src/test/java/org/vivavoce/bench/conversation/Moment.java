package org.vivavoce.bench.conversation;

import org.vivavoce.conversation.TraceEvent;

/**
 * An event of the program's trace on the clock of the recordings.
 *
 * @param nanos when, by {@link System#nanoTime()}
 * @param event what
 */
record Moment(long nanos, TraceEvent event) {

    boolean is(String name) {
        return event.is(name);
    }
}
