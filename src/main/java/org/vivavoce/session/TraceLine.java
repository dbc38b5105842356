package org.vivavoce.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes trace events with the time of the conversation's clock. Thread-safe. */
final class TraceLine {

    private final Trace trace;
    private final SessionClock clock;

    TraceLine(Trace trace, SessionClock clock) {
        this.trace = trace;
        this.clock = clock;
    }

    /** An event now, with pairs of name and value. */
    void event(String name, Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        event(name, values);
    }

    /** An event now, with its values by name. */
    void event(String name, Map<String, Object> values) {
        trace.event(clock.millis(), name, values);
    }

    /** What was said. */
    void text(String name, String text) {
        trace.text(clock.millis(), name, text);
    }

    long millis() {
        return clock.millis();
    }
}
