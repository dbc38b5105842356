package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;

/** How other servers stream {@code POST /v1/chat/completions}. Used for one answer. */
final class ChatManners {

    /** What nobody may hear. */
    static final String THOUGHT = "Hm, the user speaks of bridges, so I shall ask.";
    private static final String MARKED = "# That is **quite** right 🎉\n\n- What _else_ do you `build`? 🏗️";

    private final Predicate<ServerManner> manners;
    private final StringBuilder events = new StringBuilder();

    private ChatManners(Predicate<ServerManner> manners) {
        this.manners = manners;
    }

    /** The stream in the server's own form; empty where it is OpenAI's. */
    static Optional<WholeAnswer> answer(Manners manners, String reply) {
        boolean own = manners.hasAny(ServerManner.THINKS_IN_TAGS, ServerManner.THINKS_WITHOUT_END,
                ServerManner.REASONING_CONTENT, ServerManner.REASONING, ServerManner.MARKDOWN_AND_EMOJI,
                ServerManner.NO_USAGE, ServerManner.NO_DONE, ServerManner.COMMENTS, ServerManner.CARRIAGE_RETURNS,
                ServerManner.NO_SPACE_AFTER_DATA, ServerManner.FINISHES_WITH_EOS, ServerManner.DONE_WITHOUT_FINISH,
                ServerManner.EMPTY_FINISH_REASONS, ServerManner.CONTENT_NULL);
        return own
                ? Optional.of(new WholeAnswer(200, "text/event-stream",
                        Answers.utf8(new ChatManners(manners::has).stream(reply))))
                : Optional.empty();
    }

    private String stream(String reply) {
        chunk(content(""), "");
        if (has(ServerManner.REASONING_CONTENT)) {
            chunk(Answers.object().put("reasoning_content", THOUGHT), "");
        }
        if (has(ServerManner.REASONING)) {
            chunk(content("").put("reasoning", THOUGHT), "");
        }
        String text = written(reply);
        for (int at = 0; at < text.length();) { // a few characters each, so that tags come in parts
            int end = text.offsetByCodePoints(at, Math.min(3, text.codePointCount(at, text.length())));
            chunk(Answers.object().put("content", text.substring(at, end)), "");
            at = end;
        }
        end();
        return has(ServerManner.CARRIAGE_RETURNS) ? events.toString().replace("\n", "\r\n") : events.toString();
    }

    private String written(String reply) {
        if (has(ServerManner.THINKS_IN_TAGS)) {
            return "<think>\n" + THOUGHT + "\n</think>\n\n" + reply;
        }
        if (has(ServerManner.THINKS_WITHOUT_END)) {
            return "<think>\n" + THOUGHT;
        }
        return has(ServerManner.MARKDOWN_AND_EMOJI) ? MARKED : reply;
    }

    private void end() {
        if (has(ServerManner.FINISHES_WITH_EOS)) {
            chunk(Answers.object(), "eos");
            chunk(content(""), "");
        } else if (!has(ServerManner.DONE_WITHOUT_FINISH)) {
            chunk(content(""), has(ServerManner.THINKS_WITHOUT_END) ? "length" : "stop");
        }
        if (!has(ServerManner.NO_USAGE)) {
            ObjectNode usage = Answers.object();
            usage.putArray("choices");
            event(usage.set("usage", Answers.usage(40, 12)).toString());
        }
        if (!has(ServerManner.NO_DONE)) {
            event("[DONE]");
        }
    }

    private ObjectNode content(String text) {
        ObjectNode delta = Answers.object().put("role", "assistant");
        return has(ServerManner.CONTENT_NULL) ? delta.putNull("content") : delta.put("content", text);
    }

    private void chunk(ObjectNode delta, String finish) {
        ObjectNode choice = Answers.object().put("index", 0);
        choice.set("delta", delta);
        boolean none = finish.isEmpty() && !has(ServerManner.EMPTY_FINISH_REASONS);
        choice.put("finish_reason", none ? null : finish);
        ObjectNode chunk = Answers.object().put("id", "chatcmpl-1").put("object", "chat.completion.chunk");
        chunk.putArray("choices").add(choice);
        event(chunk.toString());
    }

    private void event(String data) {
        if (has(ServerManner.COMMENTS)) {
            events.append(": keep-alive\n\n");
        }
        events.append(has(ServerManner.NO_SPACE_AFTER_DATA) ? "data:" : "data: ").append(data).append("\n\n");
    }

    private boolean has(ServerManner manner) {
        return manners.test(manner);
    }
}
