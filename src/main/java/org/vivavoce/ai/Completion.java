package org.vivavoce.ai;

import java.util.List;

/**
 * A finished reply.
 *
 * @param text         the whole text
 * @param cutAtLimit   the reply ended because the token limit was reached
 * @param inputTokens  tokens read, as the service counted them; −1 where it did not say
 * @param outputTokens tokens written, as the service counted them; −1 where it did not say
 * @param calls        what the model wants called before it goes on; empty for a reply that is whole
 */
public record Completion(String text, boolean cutAtLimit, long inputTokens, long outputTokens, List<ToolCall> calls) {

    public Completion {
        calls = List.copyOf(calls);
    }

    /** A reply that is whole. */
    public Completion(String text, boolean cutAtLimit, long inputTokens, long outputTokens) {
        this(text, cutAtLimit, inputTokens, outputTokens, List.of());
    }

    @Override
    public String toString() {
        return "Completion[" + text.length() + " characters]"; // what was said never enters a log
    }
}
