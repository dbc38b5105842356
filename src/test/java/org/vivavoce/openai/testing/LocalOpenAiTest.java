package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LocalOpenAiTest {

    private LocalOpenAi server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        server = new LocalOpenAi();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aChatThatIsNotStreamedIsAnsweredWhole() throws Exception {
        server.script().replies("Hello there.");

        JsonNode reply = json(post("/v1/chat/completions", "{\"model\": \"m\", \"messages\": []}"));

        assertEquals("Hello there.", reply.at("/choices/0/message/content").asText());
        assertEquals("stop", reply.at("/choices/0/finish_reason").asText());
        assertEquals(2, reply.at("/usage/completion_tokens").asInt());
    }

    @Test
    void aRequestThatIsSentTwiceGetsOneAnswerWhereThatIsWanted() throws Exception {
        server.script().answerRepeatedRequestsAlike();
        server.script().replies("First.", "Second.");
        String asked = "{\"model\": \"m\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}";

        String first = post("/v1/chat/completions", asked).body();
        String again = post("/v1/chat/completions", asked).body();
        String other = post("/v1/chat/completions", asked.replace("Hi", "Ho")).body();

        assertTrue(first.contains("First."), first);
        assertTrue(again.contains("First."), again);
        assertTrue(other.contains("Second."), other);
    }

    @Test
    void theScriptAndTheLogCanBeReachedFromOutside() throws Exception {
        post("/script",
                """
                        {"replies": ["Scripted."], "delays": {"first_token_ms": 5, "tokens_per_second": 1000},
                         "faults": [{"stage": "speech", "nth": 1, "kind": "status", "status": 503, "body": "down", "headers": {"X-A": "b"}}]}
                        """);

        assertEquals(Duration.ofMillis(5), server.script().delays().chat().firstToken());
        HttpResponse<String> failed = post("/v1/audio/speech",
                "{\"model\": \"tts\", \"input\": \"Hi.\", \"voice\": \"nova\"}");
        assertEquals(503, failed.statusCode());
        assertEquals("b", failed.headers().firstValue("X-A").orElseThrow());
        assertTrue(post("/v1/chat/completions",
                "{\"model\": \"m\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}").body()
                .contains("Scripted."));

        JsonNode log = json(get("/log"));
        assertEquals("speech", log.at("/0/stage").asText());
        assertEquals("nova", log.at("/0/fields/voice").asText());
        assertEquals("user: Hi", log.at("/1/messages/0").asText());
        assertTrue(log.at("/1/ended_ms").asDouble() >= log.at("/1/arrived_ms").asDouble());
        assertTrue(log.at("/1/cancelled_ms").isNull());
    }

    @Test
    void keysModelsAndUnknownPathsAreJudgedAsOpenAiDoes() throws Exception {
        server.script().requireKey("sk-right");
        assertEquals(401, post("/v1/chat/completions", "{\"model\": \"m\"}").statusCode());
        server.script().clear();
        server.script().models("only-this");
        assertEquals(404, post("/v1/chat/completions", "{\"model\": \"m\"}").statusCode());
        assertEquals("only-this", json(get("/v1/models")).at("/data/0/id").asText());
        assertEquals(404, get("/v1/nothing").statusCode());
    }

    @Test
    void theSameTextSoundsTheSameAndLeadingSilenceMakesItLonger() throws Exception {
        RenderedSpeech speech = new RenderedSpeech(Voice.ofThisSystem());

        RenderedSpeech.Mp3 plain = speech.of("Good morning to you.", Duration.ZERO);
        RenderedSpeech.Mp3 silent = speech.of("Good morning to you.", Duration.ofMillis(500));

        assertEquals(plain, speech.of("Good morning to you.", Duration.ZERO), "rendered once");
        assertEquals(plain.duration().plusMillis(500), silent.duration());
        assertTrue(plain.duration().toMillis() > 500);
    }

    @Test
    void theMadeUpVoiceMakesSoundToo() {
        short[] samples = new ToneVoice().speak("Hello, you.");

        int loudest = 0;
        for (short sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        assertTrue(loudest > 3000 && loudest < Short.MAX_VALUE, "loudest sample " + loudest);
    }

    @Test
    void requestsThatAreUnderWayAreCountedAsOpen() throws Exception {
        server.script().fail(Stage.CHAT, Fault.of(Fault.Kind.STALL_BEFORE_HEADERS));
        var waiting = client.sendAsync(
                request("/v1/chat/completions").POST(BodyPublishers.ofString("{\"model\": \"m\"}")).build(),
                BodyHandlers.ofString());
        server.log().await(Stage.CHAT, 1);
        assertEquals(1, server.openRequests());

        server.dropConnections();

        server.log().await(all -> all.stream().noneMatch(SeenRequest::isOpen), "the end of the request");
        assertTrue(waiting.handle((response, failure) -> failure != null).get());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private java.net.http.HttpRequest.Builder request(String path) {
        return java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Answers.mapper().readTree(response.body());
    }
}
