package org.vivavoce.ai;

import java.util.List;

/**
 * Calls that the chat model made in the middle of a reply, and what came of them: the model goes on from there. A value.
 *
 * @param said    what it said before it called, empty for nothing
 * @param calls   what it called
 * @param results what each call is answered, in the same order
 */
public record ToolRound(String said, List<ToolCall> calls, List<String> results) {

    public ToolRound {
        calls = List.copyOf(calls);
        results = List.copyOf(results);
        if (calls.size() != results.size()) {
            throw new IllegalArgumentException(calls.size() + " calls, " + results.size() + " results");
        }
    }

    @Override
    public String toString() {
        return "ToolRound[" + calls.size() + " calls]"; // what was said never enters a log
    }
}
