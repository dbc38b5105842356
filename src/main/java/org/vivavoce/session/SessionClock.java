package org.vivavoce.session;

/** The time in a conversation. */
@FunctionalInterface
public interface SessionClock {

    /** Milliseconds since the conversation's start; never goes back. */
    long millis();
}
