package org.vivavoce.openai;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes a server's words fit for the user's screen and for a log: short, without keys, and nothing at all when they repeat what was
 * said. Thread-safe.
 */
final class SafeReason {

    /** Long enough to say what is wrong, short enough for one line. */
    private static final int LIMIT_CHARACTERS = 120;

    /** A run this long shared with what was said is no accident. */
    private static final int SHARED_RUN_CHARACTERS = 16;

    /** Shorter sayings ("OK") stand in any message. */
    private static final int LEAST_SAYING_CHARACTERS = 4;

    /** Keys have prefixes that people know ({@code sk-}), follow "Bearer", or are long runs with digits in them. */
    private static final Pattern KEY = Pattern
            .compile("(?i)\\b(sk|pk|key)-[\\w*.-]+|bearer\\s+\\S+|(?=[A-Za-z]*\\d)[A-Za-z0-9_*]{24,}");

    private final String key;

    SafeReason(String key) {
        this.key = key;
    }

    /**
     * The reason in the server's words.
     *
     * @param said texts of the request that must not appear
     * @return at most 120 characters, empty when there is nothing that may be shown
     */
    String of(String message, Collection<String> said) {
        String masked = key.length() < LEAST_SAYING_CHARACTERS ? message : message.replace(key, "…");
        String line = KEY.matcher(masked).replaceAll("…").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (said.stream().anyMatch(text -> repeats(line, text))) {
            return "";
        }
        String bounded = line.length() > LIMIT_CHARACTERS ? line.substring(0, LIMIT_CHARACTERS - 1) + "…" : line;
        return bounded.endsWith(".") ? bounded.substring(0, bounded.length() - 1) : bounded;
    }

    private static boolean repeats(String line, String text) {
        String heard = line.toLowerCase(Locale.ROOT);
        String saying = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip().toLowerCase(Locale.ROOT);
        if (saying.length() < LEAST_SAYING_CHARACTERS) {
            return false;
        }
        if (saying.length() <= SHARED_RUN_CHARACTERS) {
            return heard.contains(saying);
        }
        for (int start = 0; start + SHARED_RUN_CHARACTERS <= heard.length(); start++) {
            if (saying.contains(heard.substring(start, start + SHARED_RUN_CHARACTERS))) {
                return true;
            }
        }
        return false;
    }
}
