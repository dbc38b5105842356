package org.vivavoce.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** {@code POST /v1/chat/completions}: the partner's reply, whole or as server-sent events. Any thread. */
final class ChatEndpoint implements Endpoint {

    /** Events carry a word each, or a few characters where there are no spaces: about what a model sends. */
    private static final Pattern WORDS = Pattern.compile("(?<=\\s)|(?<=[。！？，、；])");

    private final Partners partners;

    ChatEndpoint(Partners partners) {
        this.partners = partners;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public void answer(Call call) throws RequestException, IOException {
        ChatRequestBody request = ChatRequestBody.parse(call.jsonBody());
        Dialogue dialogue = Dialogue.of(request.turns());
        ReplyText reply = ReplyText.of(partners.forModel(ModelName.parse(request.model())).reply(dialogue),
                request.maxTokens());
        int promptTokens = request.turns().stream().mapToInt(turn -> ReplyText.tokens(turn.text()) + 4).sum();
        if (request.stream()) {
            stream(call, request, reply, promptTokens);
        } else {
            ObjectNode node = frame(call, request, "chat.completion");
            ObjectNode choice = node.withArray("choices").addObject().put("index", 0);
            choice.putObject("message").put("role", "assistant").put("content", reply.text()).putNull("refusal");
            choice.putNull("logprobs").put("finish_reason", finishReason(reply));
            usage(node, reply, promptTokens);
            call.reply(200, node);
        }
    }

    private static void stream(Call call, ChatRequestBody request, ReplyText reply, int promptTokens)
            throws IOException {
        try (OutputStream out = call.stream("text/event-stream; charset=utf-8")) {
            ObjectNode first = frame(call, request, "chat.completion.chunk");
            delta(first).put("role", "assistant").put("content", "");
            send(call, out, first);
            for (String word : WORDS.split(reply.text(), -1)) {
                ObjectNode chunk = frame(call, request, "chat.completion.chunk");
                delta(chunk).put("content", word);
                send(call, out, chunk);
            }
            ObjectNode last = frame(call, request, "chat.completion.chunk");
            last.withArray("choices").addObject().put("index", 0).put("finish_reason", finishReason(reply))
                    .putObject("delta");
            send(call, out, last);
            if (request.includeUsage()) {
                ObjectNode numbers = frame(call, request, "chat.completion.chunk");
                numbers.putArray("choices");
                usage(numbers, reply, promptTokens);
                send(call, out, numbers);
            }
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static ObjectNode frame(Call call, ChatRequestBody request, String kind) {
        return call.json().createObjectNode().put("id", "chatcmpl-builtin-" + request.turns().size())
                .put("object", kind)
                .put("created", 0).put("model", request.model());
    }

    private static ObjectNode delta(ObjectNode frame) {
        ObjectNode choice = frame.withArray("choices").addObject().put("index", 0);
        choice.putNull("finish_reason");
        return choice.putObject("delta");
    }

    private static void usage(ObjectNode node, ReplyText reply, int promptTokens) {
        node.putObject("usage").put("prompt_tokens", promptTokens).put("completion_tokens", reply.tokens()).put(
                "total_tokens",
                promptTokens + reply.tokens());
    }

    private static String finishReason(ReplyText reply) {
        return reply.cut() ? "length" : "stop";
    }

    private static void send(Call call, OutputStream out, ObjectNode node) throws IOException {
        out.write(("data: " + call.json().writeValueAsString(node) + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
}
