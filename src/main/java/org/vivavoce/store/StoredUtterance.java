package org.vivavoce.store;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A recording. A value.
 *
 * @param position of the message it belongs to; empty where that one was taken back
 * @param file     its name below the session's folder of recordings: letters, digits, {@code . _ -}, and {@code /} before a further name
 * @param saidAt   when it begins, since the session began, pauses between sittings not counted
 * @param duration how long it is
 */
public record StoredUtterance(OptionalInt position, String file, Duration saidAt, Duration duration) {

    /** Also what is read from elsewhere never leads out of that folder. */
    private static final Pattern BELOW = Pattern.compile("[\\w-][\\w.-]*(/[\\w-][\\w.-]*)*");

    public StoredUtterance {
        if (!BELOW.matcher(file).matches()) {
            throw new IllegalArgumentException("not the name of a recording");
        }
    }
}
