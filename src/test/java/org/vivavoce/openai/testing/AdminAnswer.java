package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vivavoce.ai.Stage;

/**
 * The log and the script over HTTP, for programs that run the server as a process of its own. Thread-safe.
 *
 * <p>{@code GET /log} gives an array of requests. {@code POST /script} takes any of: {@code {"clear": true, "transcripts": ["…"],
 * "replies": ["…"], "delays": {"transcription_ms": 700, "transcription_ms_per_second": 70, "first_token_ms": 550, "tokens_per_second":
 * 60, "characters_per_token": 4, "first_byte_ms": 1200, "times_real_time": 4, "leading_silence_ms": 200}, "faults": [{"stage": "chat", "nth": 2, "kind":
 * "status", "status": 429, "body": "…", "headers": {"Retry-After": "3"}}], "refuse_fields": {"speech": ["instructions"]}, "key": "…",
 * "models": ["…"], "slow": {"every": 10, "ms": 5000}}}. A fault without {@code nth} strikes the next request; {@code "nth": 0} strikes all.
 */
final class AdminAnswer {

    private final Script script;
    private final RequestLog log;
    private final long startNanos = System.nanoTime();

    AdminAnswer(Script script, RequestLog log) {
        this.script = script;
        this.log = log;
    }

    void log(Exchange exchange) throws IOException {
        ArrayNode requests = Answers.mapper().createArrayNode();
        log.all().forEach(request -> requests.add(json(request)));
        exchange.answer(200, "application/json", Map.of(), Answers.utf8(requests.toPrettyString()));
    }

    void script(Exchange exchange) throws IOException {
        JsonNode json = Answers.mapper().readTree(exchange.request().body());
        if (json.path("clear").asBoolean()) {
            script.clear();
        }
        json.path("transcripts").forEach(text -> script.transcripts(text.asText()));
        json.path("replies").forEach(text -> script.replies(text.asText()));
        if (json.has("delays")) {
            script.delays(delays(json.path("delays"), script.delays()));
        }
        json.path("faults").forEach(this::fault);
        json.path("refuse_fields").properties()
                .forEach(entry -> script.refuseFields(stage(entry.getKey()), texts(entry.getValue())));
        if (json.has("key")) {
            script.requireKey(json.path("key").asText());
        }
        if (json.has("models")) {
            script.models(texts(json.path("models")));
        }
        if (json.has("slow")) {
            script.slowEvery(json.path("slow").path("every").asInt(),
                    millis(json.path("slow"), "ms", Duration.ZERO));
        }
        exchange.answer(200, "application/json", Map.of(), Answers.utf8("{\"ok\": true}"));
    }

    /** Delays from JSON; what is not named stays. */
    static Delays delays(JsonNode json, Delays before) {
        return new Delays(
                new Delays.Transcription(millis(json, "transcription_ms", before.transcription().base()),
                        millis(json, "transcription_ms_per_second", before.transcription().perSecond())),
                new Delays.Chat(millis(json, "first_token_ms", before.chat().firstToken()),
                        json.path("tokens_per_second").asDouble(before.chat().tokensPerSecond()),
                        json.path("characters_per_token").asInt(before.chat().charactersPerToken())),
                new Delays.Speech(millis(json, "first_byte_ms", before.speech().firstByte()),
                        json.path("times_real_time").asDouble(before.speech().timesRealTime()),
                        millis(json, "leading_silence_ms", before.speech().leadingSilence())));
    }

    private void fault(JsonNode json) {
        Map<String, String> headers = new TreeMap<>();
        json.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        Fault fault = new Fault(Fault.Kind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT)),
                json.path("status").asInt(),
                json.path("body").asText(), headers);
        Stage stage = stage(json.path("stage").asText());
        if (!json.has("nth")) {
            script.fail(stage, fault);
        } else if (json.path("nth").asInt() == 0) {
            script.failAlways(stage, fault);
        } else {
            script.fail(stage, json.path("nth").asInt(), fault);
        }
    }

    private ObjectNode json(SeenRequest request) {
        ObjectNode json = Answers.object().put("id", request.id()).put("nth", request.nth())
                .put("method", request.http().method())
                .put("path", request.http().path())
                .put("stage", request.stage().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse(""));
        ObjectNode fields = json.putObject("fields");
        new TreeMap<>(request.content().fields()).forEach((name, value) -> {
            if (!name.equals("messages")) {
                fields.put(name, value);
            }
        });
        ArrayNode messages = json.putArray("messages");
        request.messages().forEach(messages::add);
        json.put("audio_bytes", request.content().audio().length).put("audio_ms",
                request.audioLength().toMillis());
        SeenRequest.Times times = request.times();
        json.put("arrived_nanos", times.arrived());
        time(json, "arrived_ms", times.arrived());
        time(json, "first_byte_ms", times.firstByte());
        time(json, "ended_ms", times.ended());
        time(json, "cancelled_ms", times.cancelled());
        return json;
    }

    private void time(ObjectNode json, String name, long nanos) {
        if (nanos == 0) {
            json.putNull(name);
        } else {
            json.put(name, (nanos - startNanos) / 1e6);
        }
    }

    private static Stage stage(String name) {
        return Stage.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String[] texts(JsonNode array) {
        String[] texts = new String[array.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = array.path(i).asText();
        }
        return texts;
    }

    private static Duration millis(JsonNode json, String name, Duration before) {
        return Duration.ofMillis(json.path(name).asLong(before.toMillis()));
    }
}
