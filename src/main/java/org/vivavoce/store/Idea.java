package org.vivavoce.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Something the partner was asked to note. A value.
 *
 * @param id      its number
 * @param session the session it came up in; empty where that was deleted, or it came up in none
 * @param text    what was noted
 * @param created when
 */
public record Idea(long id, Optional<SessionId> session, String text, Instant created) {

    @Override
    public String toString() {
        return "Idea[" + id + "]"; // what was said never enters a log
    }
}
