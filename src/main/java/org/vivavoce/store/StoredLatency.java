package org.vivavoce.store;

import java.util.Map;
import java.util.TreeMap;

/**
 * When each stage of a reply was reached. A value.
 *
 * @param turn   counts from 1 within a session
 * @param millis by stage, since the user was last heard; may be early, as work begins before a turn has ended
 */
public record StoredLatency(int turn, Map<String, Long> millis) {

    public StoredLatency {
        millis = new TreeMap<>(millis); // in order, so that an export is always the same
    }

    @Override
    public Map<String, Long> millis() {
        return new TreeMap<>(millis);
    }
}
