package org.vivavoce.conversation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A line of the trace.
 *
 * @param index   its place in the trace, from 0
 * @param ms      since the conversation's start
 * @param name    what happened
 * @param values  all members of the line
 * @param arrived when it was read, by {@link System#nanoTime()}
 */
public record TraceEvent(int index, long ms, String name, JsonNode values, long arrived) {

    /** Whether it has this name. */
    public boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** A member that is a number; 0 where it is missing. */
    public long number(String member) {
        return values.path(member).asLong();
    }

    /** A member that is a text; empty where it is missing. */
    public String text(String member) {
        return values.path(member).asText();
    }
}
