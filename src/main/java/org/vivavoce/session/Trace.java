package org.vivavoce.session;

import java.util.Map;

/**
 * Takes the events of a conversation with their times, for {@code --trace} and for measuring. Thread-safe. Values are numbers, lengths
 * and names, never what was said.
 */
@FunctionalInterface
public interface Trace {

    /** A trace that nobody reads. */
    Trace NONE = (atMillis, event, values) -> {
    };

    /**
     * Takes an event.
     *
     * @param atMillis since the conversation's start
     * @param event    the event's name
     * @param values   what belongs to it
     */
    void event(long atMillis, String event, Map<String, Object> values);

    /** Takes what was said; dropped unless the user asked for it. */
    default void text(long atMillis, String event, String text) {}
}
