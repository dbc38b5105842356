package org.vivavoce.ai;

import java.util.List;
import org.vivavoce.practice.Message;

/**
 * What the chat model is asked.
 *
 * @param systemPrompt the mode's prompt, placeholders filled in
 * @param messages     the last messages of the conversation, oldest first (at most 20)
 * @param temperature  0 to 2
 * @param maxTokens    upper bound of the reply's length in tokens
 */
public record ChatRequest(String systemPrompt, List<Message> messages, double temperature, int maxTokens) {

    public ChatRequest {
        messages = List.copyOf(messages);
    }

    @Override
    public String toString() {
        return "ChatRequest[" + messages.size() + " messages]"; // what was said never enters a log
    }
}
