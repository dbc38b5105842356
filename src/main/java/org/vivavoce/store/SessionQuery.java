package org.vivavoce.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Which sessions are wanted; what is empty does not matter. A value.
 *
 * @param mode     the mode's id
 * @param language ISO 639-1 code
 * @param from     begun at that time or later
 * @param to       begun before that time
 * @param tag      a tag it has
 * @param text     words of its title or of one message
 */
public record SessionQuery(Optional<String> mode, Optional<String> language, Optional<Instant> from,
        Optional<Instant> to, Optional<String> tag, String text) {

    /** All sessions. */
    public static final SessionQuery ALL = new SessionQuery(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), "");

    /** Only those of a mode. */
    public SessionQuery ofMode(String id) {
        return new SessionQuery(Optional.of(id), language, from, to, tag, text);
    }

    /** Only those in a language. */
    public SessionQuery inLanguage(String code) {
        return new SessionQuery(mode, Optional.of(code), from, to, tag, text);
    }

    /** Only those begun from a time on and before another one. */
    public SessionQuery between(Instant earliest, Instant end) {
        return new SessionQuery(mode, language, Optional.of(earliest), Optional.of(end), tag, text);
    }

    /** Only those with a tag. */
    public SessionQuery tagged(String name) {
        return new SessionQuery(mode, language, from, to, Optional.of(name), text);
    }

    /** Only those in which something was said. */
    public SessionQuery saying(String words) {
        return new SessionQuery(mode, language, from, to, tag, words);
    }

    @Override
    public String toString() {
        return "SessionQuery"; // what is searched for never enters a log
    }
}
