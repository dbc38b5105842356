package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.vivavoce.ai.ToolCall;

/** {@code POST /v1/chat/completions}, streamed or not. Thread-safe. */
final class ChatAnswer implements StageAnswer {

    /** Words with the space before them are near enough to tokens where nothing else is asked for. */
    private static final Pattern WORD = Pattern.compile("\\s*\\S{1,12}|\\s+$");

    private final Script script;

    ChatAnswer(Script script) {
        this.script = script;
    }

    @Override
    public SeenRequest.Content read(HttpRequest request) throws IOException {
        return JsonContent.read(request);
    }

    @Override
    public String contentType() {
        return "text/event-stream";
    }

    @Override
    public void answer(SeenRequest request, Exchange exchange, Optional<Fault.Kind> fault)
            throws IOException, InterruptedException {
        Delays.Chat delays = script.delays().chat();
        long firstToken = request.times().arrived() + delays.firstToken().toNanos();
        exchange.pauseUntil(firstToken);
        Optional<Script.CallingReply> calling = script.nextCalls();
        List<ToolCall> calls = calling.map(Script.CallingReply::calls).orElse(List.of());
        String reply = calling.isPresent() ? calling.get().text() : script.nextReply(request, fault.isPresent());
        Optional<WholeAnswer> own = ChatManners.answer(script.manners(), reply);
        if (own.isPresent() && fault.isEmpty() && calls.isEmpty()) {
            own.get().send(exchange);
            return;
        }
        List<String> tokens = tokens(reply, delays.charactersPerToken());
        int limit = limit(request);
        ToolManners tools = new ToolManners(script.manners()::has);
        String finish = tokens.size() > limit ? "length" : calls.isEmpty() ? "stop" : tools.finish();
        List<String> said = tokens.subList(0, Math.min(tokens.size(), limit));
        if (request.field("stream").equals("true")) {
            stream(request, exchange, said, tools.deltas(calls),
                    new Ending(finish, fault, delays.tokensPerSecond(), firstToken));
        } else {
            exchange.answer(200, "application/json", Map.of(), Answers.utf8(Answers.chat(request.field("model"),
                    String.join("", said), finish, Answers.usage(promptTokens(request), said.size()))));
        }
    }

    private static List<String> tokens(String text, int charactersPerToken) {
        Pattern token = charactersPerToken == 0 ? WORD : Pattern.compile("(?s).{1," + charactersPerToken + "}");
        return token.matcher(text).results().map(MatchResult::group).toList();
    }

    /** How a stream goes and ends. */
    private record Ending(String finish, Optional<Fault.Kind> fault, double tokensPerSecond, long firstToken) {
        boolean is(Fault.Kind kind) {
            return fault.equals(Optional.of(kind));
        }
    }

    private static void stream(SeenRequest request, Exchange exchange, List<String> tokens, List<ObjectNode> calls,
            Ending ending)
            throws IOException, InterruptedException {
        String model = request.field("model");
        exchange.beginChunks("text/event-stream");
        exchange.chunk(Answers.chatChunk(model, Answers.object().put("role", "assistant").put("content", ""), ""));
        for (int i = 0; i < tokens.size(); i++) {
            if (ending.tokensPerSecond() > 0) {
                exchange.pauseUntil(ending.firstToken() + (long) (i * 1e9 / ending.tokensPerSecond()));
            }
            if (i == (tokens.size() + 1) / 2 && ending.fault().isPresent()
                    && !ending.is(Fault.Kind.MISSING_FINISH_REASON)) {
                breakOff(exchange, ending);
                return;
            }
            exchange.chunk(Answers.chatChunk(model, Answers.object().put("content", tokens.get(i)), ""));
        }
        for (ObjectNode call : calls) {
            exchange.chunk(Answers.chatChunk(model, call, ""));
        }
        if (!ending.is(Fault.Kind.MISSING_FINISH_REASON)) {
            exchange.chunk(Answers.chatChunk(model, Answers.object(), ending.finish()));
            if (request.content().json().path("stream_options").path("include_usage").asBoolean()) {
                exchange.chunk(Answers.usageChunk(model, promptTokens(request), tokens.size()));
            }
            exchange.chunk(Answers.event("[DONE]"));
        }
        exchange.endChunks();
    }

    private static void breakOff(Exchange exchange, Ending ending)
            throws IOException, InterruptedException {
        if (ending.is(Fault.Kind.INVALID_JSON)) {
            exchange.chunk(Answers.event("{\"id\": \"chatcmpl-local\", \"choi"));
            exchange.endChunks();
        } else if (ending.is(Fault.Kind.ERROR_IN_STREAM)) {
            exchange.chunk(Answers.event(Answers.error("The server had an error.", "server_error", "")));
            exchange.endChunks();
        } else {
            PlainFaults.inStream(exchange, ending.fault().orElseThrow());
        }
    }

    private static int limit(SeenRequest request) {
        JsonNode json = request.content().json();
        return json.path("max_completion_tokens").asInt(json.path("max_tokens").asInt(Integer.MAX_VALUE));
    }

    private static int promptTokens(SeenRequest request) {
        return request.messages().stream().mapToInt(message -> message.length() / 4 + 1).sum();
    }
}
