package org.vivavoce.session;

import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.ChatRequest;

/**
 * What is to be said: either the answer to a request, or a text that is there already (an opening, or sentences that could not be
 * spoken before).
 *
 * @param id        of the reply
 * @param request   what the chat model is asked; empty for a text that is there
 * @param sentences a text that is there; empty for a request
 */
record ReplyOrder(long id, Optional<ChatRequest> request, List<String> sentences) {

    static ReplyOrder answer(long id, ChatRequest request) {
        return new ReplyOrder(id, Optional.of(request), List.of());
    }

    static ReplyOrder say(long id, List<String> sentences) {
        return new ReplyOrder(id, Optional.empty(), List.copyOf(sentences));
    }

    @Override
    public String toString() {
        return "ReplyOrder " + id; // what was said never enters a log
    }
}
