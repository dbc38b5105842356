package org.vivavoce.ui.common;

import java.time.Duration;
import java.util.Locale;

/** Writes lengths of time. */
public final class Lengths {

    private Lengths() {}

    /** As a clock: {@code 12:40}, from an hour on {@code 1:02:40}. */
    public static String clock(Duration length) {
        return length.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", length.toHours(), length.toMinutesPart(),
                        length.toSecondsPart())
                : String.format(Locale.ROOT, "%02d:%02d", length.toMinutesPart(), length.toSecondsPart());
    }

    /** In seconds with one decimal: {@code 1.2 s}. */
    public static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
    }
}
