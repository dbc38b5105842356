package org.vivavoce.ai;

/**
 * A finished reply.
 *
 * @param text         the whole text
 * @param cutAtLimit   the reply ended because the token limit was reached
 * @param inputTokens  tokens read, as the service counted them; −1 where it did not say
 * @param outputTokens tokens written, as the service counted them; −1 where it did not say
 */
public record Completion(String text, boolean cutAtLimit, long inputTokens, long outputTokens) {

    @Override
    public String toString() {
        return "Completion[" + text.length() + " characters]"; // what was said never enters a log
    }
}
