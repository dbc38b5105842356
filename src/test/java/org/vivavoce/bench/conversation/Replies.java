package org.vivavoce.bench.conversation;

import java.util.List;
import java.util.function.Function;
import org.vivavoce.openai.testing.SeenRequest;

/**
 * What the chat model answers: one of some texts, always the same one to the same message, so that a request that is cancelled and asked
 * again gets the same reply. Thread-safe.
 */
final class Replies implements Function<SeenRequest, String> {

    private volatile List<String> texts;

    Replies(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /** From now on it is one of these. */
    void become(List<String> others) {
        texts = List.copyOf(others);
    }

    @Override
    public String apply(SeenRequest request) {
        List<String> now = texts;
        return now.get(Math.floorMod(lastMessage(request).hashCode(), now.size()));
    }

    /** What the user said last, {@code user: } before it; empty where nothing was said. */
    static String lastMessage(SeenRequest request) {
        List<String> messages = request.messages();
        return messages.isEmpty() ? "" : messages.getLast();
    }
}
