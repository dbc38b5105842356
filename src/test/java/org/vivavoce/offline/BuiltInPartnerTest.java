package org.vivavoce.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.QuestionCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BuiltInPartnerTest {

    private static final String CHAT = "/chat/completions";
    private static final String SPEECH = "/audio/speech";

    private final LanguageCatalog languages = LanguageCatalog.builtIn();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final BuiltInPartner partner = start(0);
    private final PartnerClient client = new PartnerClient(partner.baseUrl());

    @AfterEach
    void stop() {
        client.close();
        partner.close();
        executor.close();
    }

    @Test
    void theModelsAreListed() {
        HttpResponse<String> response = client.send("GET", "/models", "");
        assertEquals(200, response.statusCode());
        JsonNode data = client.parse(response.body()).path("data");
        assertEquals(39, data.size());
        assertEquals("builtin-interview-en", data.path(0).path("id").asText());
    }

    @Test
    void theBaseUrlWorksWithoutItsVersionToo() {
        try (PartnerClient plain = new PartnerClient(partner.baseUrl().replace("/v1", ""))) {
            assertEquals(200, plain.send("GET", "/models", "").statusCode());
        }
    }

    @Test
    void anUtteranceIsMeasured() {
        byte[] wav = new TestSound().silence(0.5).voice(2, -24).silence(0.8).voice(2, -24).silence(0.5).wav();
        HttpResponse<String> response = client.transcribe(wav, "builtin-interview-en");
        assertEquals(200, response.statusCode());
        Delivery delivery = Delivery.parse(client.parse(response.body()).path("text").asText()).orElseThrow();
        assertEquals(1, delivery.pauses());
        assertEquals(4.8, delivery.seconds(), 0.11);
    }

    @Test
    void silenceIsTranscribedAsNothing() {
        HttpResponse<String> response = client.transcribe(new TestSound().silence(2).wav(), "builtin-interview-en");
        assertEquals("{\"text\":\"\"}", response.body());
    }

    @Test
    void aFileThatIsNoWavIsRefusedWithASentence() {
        assertError(400, "WAV",
                client.transcribe("ID3 this is an MP3".getBytes(StandardCharsets.US_ASCII), "builtin-chat-en"));
        assertError(400, "WAV", client.transcribe(new byte[0], "builtin-chat-en"));
    }

    @Test
    void aFormThatIsBrokenOrIncompleteIsRefused() {
        byte[] form = PartnerClient.form(new TestSound().voice(1, -20).wav(), "builtin-chat-en");
        String type = "multipart/form-data; boundary=" + PartnerClient.BOUNDARY;
        byte[] cut = Arrays.copyOf(form, form.length / 2);
        assertError(400, "ends in the middle", post("/audio/transcriptions", type, cut));
        assertError(400, "boundary", post("/audio/transcriptions", "multipart/form-data", form));
        assertError(400, "boundary", post("/audio/transcriptions", "multipart/form-data; boundary=other", form));
        assertError(400, "model", client.transcribe(new byte[100], " "));
    }

    @Test
    void aReplyIsStreamedAsEvents() {
        ObjectNode body = client.chatBody("builtin-interview-en",
                List.of("system", "You are Alex.", "user", "Hello there"));
        String whole = client.parse(client.send("POST", CHAT, body.toString()).body()).at("/choices/0/message/content")
                .asText();
        body.put("stream", true).putObject("stream_options").put("include_usage", true);
        HttpResponse<String> response = client.send("POST", CHAT, body.toString());
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
        StringBuilder text = new StringBuilder();
        List<String> reasons = new ArrayList<>();
        List<JsonNode> usage = new ArrayList<>();
        List<String> events = response.body().lines().filter(line -> !line.isEmpty()).toList();
        for (String event : events.subList(0, events.size() - 1)) {
            JsonNode chunk = client.parse(event.substring("data: ".length()));
            text.append(chunk.at("/choices/0/delta/content").asText(""));
            if (chunk.at("/choices/0/finish_reason").isTextual()) {
                reasons.add(chunk.at("/choices/0/finish_reason").asText());
            }
            if (chunk.has("usage")) {
                usage.add(chunk.path("usage"));
            }
        }
        assertEquals("data: [DONE]", events.getLast());
        assertEquals(whole, text.toString());
        assertEquals(List.of("stop"), reasons);
        assertEquals(1, usage.size());
        assertTrue(usage.getFirst().path("completion_tokens").asInt() > 5);
        assertTrue(events.size() > 10);
    }

    @Test
    void aWholeReplyHasAReasonAndNumbers() {
        ObjectNode body = client.chatBody("builtin-chat-en", List.of("user", "Hello"));
        JsonNode node = client.parse(client.send("POST", CHAT, body.toString()).body());
        assertEquals("stop", node.at("/choices/0/finish_reason").asText());
        assertTrue(node.at("/usage/total_tokens").asInt() > 0);
        assertEquals("builtin-chat-en", node.path("model").asText());
    }

    @Test
    void malformedChatRequestsAreRefused() {
        assertError(400, "JSON", client.send("POST", CHAT, "{\"model\": "));
        assertError(400, "object", client.send("POST", CHAT, "[]"));
        assertError(400, "JSON", client.send("POST", CHAT, ""));
        assertError(400, "model", client.send("POST", CHAT, "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"));
        assertError(400, "messages", client.send("POST", CHAT, "{\"model\":\"m\",\"messages\":[]}"));
        assertError(400, "role", client.send("POST", CHAT, "{\"model\":\"m\",\"messages\":[{\"content\":\"x\"}]}"));
        assertError(400, "max_tokens",
                client.send("POST", CHAT,
                        "{\"model\":\"m\",\"max_tokens\":0,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"));
        assertError(400, "stream",
                client.send("POST", CHAT,
                        "{\"model\":\"m\",\"stream\":\"yes\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"));
    }

    @Test
    void malformedSpeechRequestsAreRefused() {
        assertError(400, "input", client.send("POST", SPEECH, "{\"model\":\"m\"}"));
        assertError(400, "input",
                client.send("POST", SPEECH, "{\"model\":\"m\",\"input\":\"" + "a".repeat(4097) + "\"}"));
        assertError(400, "response_format",
                client.send("POST", SPEECH, "{\"model\":\"m\",\"input\":\"a\",\"response_format\":\"flac\"}"));
        assertError(400, "speed", client.send("POST", SPEECH, "{\"model\":\"m\",\"input\":\"a\",\"speed\":9}"));
    }

    @Test
    void aLanguageWithoutAVoiceIsRefusedWithAdvice() {
        HttpResponse<byte[]> response = client.speech("builtin-language-fi-es", "Hola");
        assertEquals(503, response.statusCode());
        String message = client.parse(new String(response.body(), StandardCharsets.UTF_8)).at("/error/message")
                .asText();
        assertEquals("There is no voice for Spanish on this computer: install espeak-ng, or use a speech service.",
                message);
    }

    @Test
    void unknownPathsAndMethodsAreRefused() {
        assertError(404, "nothing at this address", client.send("GET", "/elsewhere", ""));
        HttpResponse<String> response = client.send("GET", CHAT, "");
        assertError(405, "POST", response);
        assertEquals("POST", response.headers().firstValue("Allow").orElse(""));
        assertError(405, "GET", client.send("DELETE", "/models", ""));
    }

    @Test
    void whatIsLargerThanTwentyFiveMegabytesIsRefused() {
        assertError(413, "25 MB", client.transcribe(new byte[26 * 1024 * 1024], "builtin-chat-en"));
        assertError(413, "25 MB", post(CHAT, "application/json", new byte[27 * 1024 * 1024]));
    }

    @Test
    void manyRequestsAreAnsweredAtOnce() throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String text = "Hello number " + i;
            answers.add(executor.submit(() -> client.chat("builtin-language-es", List.of("user", text))));
        }
        for (Future<String> answer : answers) {
            assertFalse(answer.get().isEmpty());
        }
    }

    @Test
    void aPortThatIsTakenIsToldInASentence() {
        UncheckedIOException failure = assertThrows(UncheckedIOException.class,
                () -> start(partner.port()));
        assertTrue(String.valueOf(failure.getMessage()).contains("cannot listen on port " + partner.port()));
    }

    private HttpResponse<String> post(String path, String type, byte[] body) {
        return client.send("POST", path, type, body, BodyHandlers.ofString());
    }

    private void assertError(int status, String word, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        JsonNode error = client.parse(response.body()).path("error");
        assertTrue(error.path("message").asText().contains(word), response.body());
        assertTrue(error.has("type") && error.has("code") && error.has("param"), response.body());
    }

    private BuiltInPartner start(int port) {
        try {
            return BuiltInPartner.start(port, executor, languages, QuestionCatalog.builtIn(languages),
                    new FreeTtsVoice());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
