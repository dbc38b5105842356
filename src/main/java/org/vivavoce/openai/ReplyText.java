package org.vivavoce.openai;

import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.completions.CompletionUsage;
import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.ServiceException;

/**
 * A reply as its chunks come in, without what the model only thought, and with what it calls for. Used by one thread. Reads every member as optional: other servers
 * leave out what OpenAI always sends.
 */
final class ReplyText {

    private final WithoutThoughts thoughts = new WithoutThoughts();
    private final CalledTools calls = new CalledTools();
    private final CallsInText inText = new CallsInText(calls);
    private final StringBuilder text = new StringBuilder();
    private Optional<String> finishReason = Optional.empty();
    private long inputTokens = -1;
    private long outputTokens = -1;

    /** Takes a chunk; returns the text in it, empty when it has none. */
    String add(ChatCompletionChunk chunk) {
        chunk._usage().asKnown().ifPresent(this::count);
        StringBuilder piece = new StringBuilder();
        for (ChatCompletionChunk.Choice choice : chunk._choices().asKnown().orElse(List.of())) {
            choice._finishReason().asKnown().map(ChatCompletionChunk.Choice.FinishReason::asString)
                    .filter(reason -> !reason.isBlank()) // some send an empty one with each chunk
                    .ifPresent(reason -> finishReason = Optional.of(reason));
            choice._delta().asKnown().ifPresent(delta -> {
                delta._content().asKnown().ifPresent(piece::append);
                delta._toolCalls().asKnown().ifPresent(parts -> parts.forEach(calls::add));
            });
        }
        return said(inText.add(thoughts.add(piece.toString())));
    }

    /** The stream has ended: the text that was held back until then, empty as a rule. */
    String rest() {
        return said(inText.add(thoughts.rest()) + inText.rest());
    }

    /**
     * The whole reply, once the stream has ended and the rest was taken; a stream that ends without saying why was cut.
     *
     * @param done whether the stream ended in the mark for that; a server that gives it and no finish reason has said all
     */
    Completion finish(ServiceClient service, boolean done) throws ServiceException {
        if (finishReason.isEmpty() && !done) {
            throw service.badReply("it was cut short");
        }
        if (text.toString().isBlank() && calls.isEmpty()) {
            throw service.badReply(thoughts.thought() ? "it was nothing but thoughts" : "it was empty");
        }
        return new Completion(text.toString(), finishReason.equals(Optional.of("length")), inputTokens, outputTokens,
                calls.calls());
    }

    private String said(String piece) {
        text.append(piece);
        return piece;
    }

    private void count(CompletionUsage usage) {
        inputTokens = usage._promptTokens().asKnown().orElse(-1L);
        outputTokens = usage._completionTokens().asKnown().orElse(-1L);
    }
}
