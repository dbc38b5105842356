package org.vivavoce.openai;

import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.completions.CompletionUsage;
import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.ServiceException;

/**
 * A reply as its chunks come in. Used by one thread. Reads every member as optional: other servers leave out what OpenAI always sends.
 */
final class ReplyText {

    private final StringBuilder text = new StringBuilder();
    private Optional<String> finishReason = Optional.empty();
    private long inputTokens = -1;
    private long outputTokens = -1;

    /** Takes a chunk; returns the text in it, empty when it has none. */
    String add(ChatCompletionChunk chunk) {
        chunk._usage().asKnown().ifPresent(this::count);
        StringBuilder piece = new StringBuilder();
        for (ChatCompletionChunk.Choice choice : chunk._choices().asKnown().orElse(List.of())) {
            choice._finishReason().asKnown().ifPresent(reason -> finishReason = Optional.of(reason.asString()));
            choice._delta().asKnown().flatMap(delta -> delta._content().asKnown()).ifPresent(piece::append);
        }
        text.append(piece);
        return piece.toString();
    }

    /** The whole reply, once the stream has ended; a stream that ends without saying why was cut. */
    Completion finish(ServiceClient service) throws ServiceException {
        if (finishReason.isEmpty()) {
            throw service.badReply("it was cut short");
        }
        if (text.toString().isBlank()) {
            throw service.badReply("it was empty");
        }
        return new Completion(text.toString(), finishReason.get().equals("length"), inputTokens, outputTokens);
    }

    private void count(CompletionUsage usage) {
        inputTokens = usage._promptTokens().asKnown().orElse(-1L);
        outputTokens = usage._completionTokens().asKnown().orElse(-1L);
    }
}
