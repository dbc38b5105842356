package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.LanguageModel;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.ai.ToolRound;
import org.vivavoce.ai.Toolbox;

/**
 * Has a reply written in which the chat model may call tools: does what it calls for, tells it what came of it, and lets it go on, until
 * it has said all. Thread-safe; blocks the calling {@code reply-chat} thread.
 */
final class ToolUse {

    /** A model that calls on and on is offered nothing any more: the user waits for words. */
    static final int MOST_ROUNDS = 4;
    static final int MOST_CALLS_A_ROUND = 16;

    /** Between what was said before a call and after it: two sentences, never one word. */
    private static final String BREAK = "\n";

    private final Toolbox tools;
    private final TraceLine trace;

    ToolUse(Toolbox tools, TraceLine trace) {
        this.tools = tools;
        this.trace = trace;
    }

    /**
     * One reply, from the first word to the last.
     *
     * @param onText    receives each piece of text as it arrives
     * @param certainty what leaves something behind waits for it
     */
    Completion reply(LanguageModel model, ChatRequest request, Consumer<String> onText, Certainty certainty,
            Cancellation cancellation) throws ServiceException {
        List<ToolRound> rounds = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        long read = 0;
        long written = 0;
        while (true) {
            ChatRequest asked = request.offering(rounds.size() < MOST_ROUNDS ? tools.offers() : List.of())
                    .after(rounds);
            Completion part = part(model, asked, said, onText, cancellation);
            read = sum(read, part.inputTokens());
            written = sum(written, part.outputTokens());
            if (part.calls().isEmpty() || rounds.size() == MOST_ROUNDS) {
                return new Completion(said.toString(), part.cutAtLimit(), read, written);
            }
            List<ToolCall> calls = part.calls().subList(0, Math.min(part.calls().size(), MOST_CALLS_A_ROUND));
            rounds.add(new ToolRound(part.text(), calls, results(calls, certainty, cancellation)));
        }
    }

    /** What the model says until it calls for something, or to its end. Having said something before it may end in silence. */
    private static Completion part(LanguageModel model, ChatRequest asked, StringBuilder said, Consumer<String> onText,
            Cancellation cancellation) throws ServiceException {
        int before = said.length();
        try {
            return model.reply(asked, text -> {
                if (before > 0 && said.length() == before) {
                    pass(BREAK, said, onText);
                }
                pass(text, said, onText);
            }, cancellation);
        } catch (ServiceException.BadReply e) {
            if (asked.rounds().isEmpty() || said.toString().isBlank() || said.length() > before) {
                throw e;
            }
            return new Completion("", false, -1, -1);
        }
    }

    private static void pass(String text, StringBuilder said, Consumer<String> onText) {
        said.append(text);
        onText.accept(text);
    }

    private List<String> results(List<ToolCall> calls, Certainty certainty, Cancellation cancellation)
            throws ServiceException {
        List<String> results = new ArrayList<>();
        for (ToolCall call : calls) {
            if (tools.leavesSomething(call)) {
                certainty.await(cancellation);
            }
            if (cancellation.isCancelled()) {
                throw new ServiceException.Cancelled(Stage.CHAT, null);
            }
            String result = tools.run(call);
            results.add(result);
            trace.event("tool", "name", tools.isOffered(call) ? call.name() : "unknown", "characters",
                    result.length());
        }
        return results;
    }

    /** −1 where one of them is not known. */
    private static long sum(long before, long now) {
        return before < 0 || now < 0 ? -1 : before + now;
    }
}
