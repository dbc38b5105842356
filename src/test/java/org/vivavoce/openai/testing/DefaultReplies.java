package org.vivavoce.openai.testing;

import java.util.List;

/** What the chat model answers when nothing is scripted: several sentences, the same for the same place in a conversation. */
final class DefaultReplies {

    private static final List<String> REPLIES = List.of(
            "Good morning. It is nice to meet you. Tell me about a system you are proud of.",
            "That is a clear answer. You named the most important trade-off. What would you change if the traffic grew ten times?",
            "Partly right. A cache helps with reading, but not with writing. How would you keep the two consistent?",
            "I like that example. It shows that you talk to people early. What did you learn from it?",
            "Right. One tip: say first what you measured, then what you changed. Shall we go on to databases?");

    private DefaultReplies() {}

    static String of(SeenRequest request) {
        int userMessages = (int) request.messages().stream().filter(message -> message.startsWith("user: ")).count();
        return REPLIES.get(userMessages % REPLIES.size());
    }
}
