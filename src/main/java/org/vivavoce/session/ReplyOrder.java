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
 * @param certainty whether it will be given
 */
record ReplyOrder(long id, Optional<ChatRequest> request, List<String> sentences, Certainty certainty) {

    static ReplyOrder answer(Reply reply, ChatRequest request) {
        return new ReplyOrder(reply.id(), Optional.of(request), List.of(), reply.certainty());
    }

    static ReplyOrder say(Reply reply, List<String> sentences) {
        return new ReplyOrder(reply.id(), Optional.empty(), List.copyOf(sentences), reply.certainty());
    }

    @Override
    public String toString() {
        return "ReplyOrder " + id; // what was said never enters a log
    }
}
