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
 * @param tools        what the model may call
 * @param rounds       what it has called in this reply so far, after the last message
 */
public record ChatRequest(String systemPrompt, List<Message> messages, double temperature, int maxTokens,
        List<ToolOffer> tools, List<ToolRound> rounds) {

    public ChatRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        rounds = List.copyOf(rounds);
    }

    /** A request in which nothing can be called. */
    public ChatRequest(String systemPrompt, List<Message> messages, double temperature, int maxTokens) {
        this(systemPrompt, messages, temperature, maxTokens, List.of(), List.of());
    }

    /** The same request with these tools. */
    public ChatRequest offering(List<ToolOffer> now) {
        return new ChatRequest(systemPrompt, messages, temperature, maxTokens, now, rounds);
    }

    /** The same request after these rounds. */
    public ChatRequest after(List<ToolRound> now) {
        return new ChatRequest(systemPrompt, messages, temperature, maxTokens, tools, now);
    }

    @Override
    public String toString() {
        return "ChatRequest[" + messages.size() + " messages]"; // what was said never enters a log
    }
}
