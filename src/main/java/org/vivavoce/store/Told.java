package org.vivavoce.store;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.vivavoce.practice.Role;

/**
 * What is known of the messages that are new in a history, beside the messages. A value.
 *
 * @param at         since this sitting began
 * @param typed      whether the user typed it
 * @param fullLength how many characters the partner was going to say, where it was broken into; where empty, the longest that was told
 * @param silence    how long nobody spoke before a new message, by who said it; missing where that is not known
 */
public record Told(Duration at, boolean typed, OptionalInt fullLength, Map<Role, Duration> silence) {

    public Told {
        silence = Map.copyOf(silence);
    }

    /** Spoken, so long after the sitting began. */
    public static Told spoken(Duration at) {
        return new Told(at, false, OptionalInt.empty(), Map.of());
    }

    /** Typed, so long after the sitting began. */
    public static Told typed(Duration at) {
        return new Told(at, true, OptionalInt.empty(), Map.of());
    }

    /** A reply of so many characters was broken into, so long after the sitting began. */
    public static Told cut(Duration at, int fullLength) {
        return new Told(at, false, OptionalInt.of(fullLength), Map.of());
    }
}
