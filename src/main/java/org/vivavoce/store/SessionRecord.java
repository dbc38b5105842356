package org.vivavoce.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A session as a list shows it. A value.
 *
 * @param begun    what it began with
 * @param ended    empty while it goes on, and where the program was killed
 * @param title    given by the user; empty where none was
 * @param tags     in order
 * @param messages how many, directions not among them
 * @param length   until the last message, pauses between sittings not counted
 */
public record SessionRecord(NewSession begun, Optional<Instant> ended, String title, List<String> tags, int messages,
        Duration length) {

    public SessionRecord {
        tags = List.copyOf(tags);
    }

    /** Its name. */
    public SessionId id() {
        return begun.id();
    }

    @Override
    public String toString() {
        return "SessionRecord[" + id() + "]"; // a title is the user's own
    }
}
