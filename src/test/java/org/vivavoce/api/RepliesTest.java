package org.vivavoce.api;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.api.ServedProgram.Event;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.audio.OpusEncoder;
import org.vivavoce.audio.UtteranceFile;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.openai.testing.Delays;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes of a message: the reply in words and sound, tools, failures, clients that leave. */
class RepliesTest {

    private static final String LONG = "This goes on and on and tells you one thing after another. ".repeat(40);

    private final ServedProgram program;

    RepliesTest(@TempDir Path folder) throws Exception {
        program = new ServedProgram(folder, ApiOptions.usual().withRequestsPerMinute(100_000).withReplies(2)
                .withHeartbeat(Duration.ofMinutes(2)));
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void aReplyIsSpokenAsWellWhereThatIsWanted() throws Exception {
        program.server().script().replies("That is quite right. What else do you build?");
        String id = program.begin("chat");
        List<Event> events = program
                .events(program.sayRaw(id, "{\"text\": \"A bridge.\", \"audio\": true}"));

        assertEquals("That is quite right. What else do you build?", ServedProgram.text(events));
        for (int sentence = 0; sentence < 2; sentence++) {
            assertTrue(UtteranceFile.samples(sound(events, sentence)).length > 5000, "it can be played");
        }
        assertEquals("done", events.getLast().name());
    }

    private static byte[] sound(List<Event> events, int sentence) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        events.stream().filter(event -> event.name().equals("audio"))
                .filter(event -> event.data().path("sentence").asInt() == sentence)
                .forEach(event -> bytes.writeBytes(Base64.getDecoder().decode(event.data().path("data").asText())));
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"wav", "ogg"})
    void anUtteranceIsUnderstoodAndAnswered(String kind) throws Exception {
        program.server().script().transcripts("I build bridges.");
        program.server().script().replies("Of steel?");
        short[] spoken = program.server().spoken("I build bridges.");
        EncodedAudio file = kind.equals("wav")
                ? new WavEncoder().encode(spoken)
                : new OpusEncoder().encode(spoken);
        String id = program.begin("chat");
        List<Event> events = program.events(utterance(id, "audio/" + kind, file.bytes()));

        assertEquals("transcript", events.getFirst().name());
        assertEquals("I build bridges.", events.getFirst().text());
        assertEquals(List.of("user: I build bridges.", "partner: Of steel?"), program.history(id));
        assertEquals("audio/wav", program.server().log().of(Stage.TRANSCRIPTION).getLast().content().contentType(),
                "every recogniser takes that");
    }

    private HttpResponse<String> utterance(String id, String type, byte[] file) throws Exception {
        return program.send(program.request("/v1/sessions/" + id + "/messages").header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    @Test
    void whatIsNoSoundOrHoldsNoWordsIsNotAnswered() throws Exception {
        String id = program.begin("chat");
        HttpResponse<String> noSound = utterance(id, "audio/wav", "This is no sound.".getBytes(StandardCharsets.UTF_8));
        program.server().script().transcripts("");
        HttpResponse<String> silence = utterance(id, "audio/wav", new WavEncoder().encode(new short[16_000]).bytes());

        assertEquals(422, noSound.statusCode());
        assertEquals("The utterance cannot be read, as it is plain text: send WAV, MP3, or Ogg with Opus.",
                program.json(noSound).path("detail").asText());
        assertEquals(422, silence.statusCode());
        assertEquals(List.of(), program.history(id));
    }

    @Test
    void aClientThatLeavesInMidStreamFreesEverythingAndWhatWasSentIsKept() throws Exception {
        program.server().script().delays(slow());
        program.server().script().replies(LONG, "Go on, then.");
        String id = program.begin("chat");
        String body = "{\"text\": \"Tell me all.\", \"audio\": true}";
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), program.uri("/").getPort())) {
            client.getOutputStream()
                    .write(("POST /v1/sessions/" + id
                            + "/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + program.serving().token() + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            readUntil(client.getInputStream(), "event: text");
        }
        program.server().log().await(
                seen -> seen.stream().anyMatch(request -> request.stage().filter(Stage.CHAT::equals).isPresent()
                        && request.wasCancelled()),
                "the chat request broken off");
        program.server().log().await(seen -> seen.stream().noneMatch(SeenRequest::isOpen), "all requests over");
        List<String> history = await(id, messages -> messages.size() == 2);

        assertEquals("user: Tell me all.", history.getFirst());
        assertTrue(history.getLast().startsWith("partner*: This"));
        assertTrue(history.getLast().length() < LONG.length());
        program.server().script().delays(Delays.NONE);
        assertEquals("Go on, then.", ServedProgram.text(program.say(id, "Stop.")), "the session is free again");
        assertEquals("user*: Stop.", program.history(id).get(2));
        assertEquals(0, program.server().openRequests());
    }

    private static Delays slow() {
        return Delays.NONE.with(new Delays.Chat(Duration.ZERO, 2));
    }

    private static void readUntil(InputStream in, String wanted) throws Exception {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(wanted) < 0) {
            int next = in.read();
            assertTrue(next >= 0, read::toString);
            read.append((char) next);
        }
    }

    /** Asks again until it is so. */
    private List<String> await(String id, Predicate<List<String>> wanted) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        List<String> history = program.history(id);
        while (!wanted.test(history)) {
            assertTrue(Instant.now().isBefore(end), "it never came to be so");
            history = program.history(id);
        }
        return history;
    }

    @Test
    void aSecondMessageDuringAReplyIsRefusedAndSoIsAReplyTooMany() throws Exception {
        program.server().script().delays(slow());
        program.server().script().repliesBy(request -> LONG);
        String first = program.begin("chat");
        String second = program.begin("chat");
        String third = program.begin("chat");
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<HttpResponse<String>>> running = List.of(first, second).stream()
                    .map(id -> CompletableFuture.supplyAsync(() -> saying(id), clients)).toList();
            program.server().log().await(
                    seen -> seen.stream().filter(SeenRequest::isOpen).filter(SeenRequest::hasBegun).count() == 2,
                    "two replies begun");
            HttpResponse<String> tooMany = program.sayRaw(third, "{\"text\": \"Hello?\"}");
            program.delete("/v1/sessions/" + second);
            program.server().log().await(seen -> seen.stream().filter(SeenRequest::isOpen).count() == 1,
                    "the deleted session's request broken off");
            HttpResponse<String> ended = running.getLast().get();
            HttpResponse<String> busy = program.sayRaw(first, "{\"text\": \"Hello?\"}");
            program.delete("/v1/sessions/" + first);

            assertEquals(429, tooMany.statusCode());
            assertEquals("5", tooMany.headers().firstValue("Retry-After").orElse(""));
            assertEquals(409, busy.statusCode());
            assertEquals("error", program.events(ended).getLast().name());
            assertEquals(410, program.events(ended).getLast().data().path("status").asInt());
            assertEquals(404, program.get("/v1/sessions/" + second).statusCode());
        }
    }

    private HttpResponse<String> saying(String id) {
        try {
            return program.sayRaw(id, "{\"text\": \"Tell me all.\"}");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aServiceThatFailsIsToldAndTheMessageMayBeSentAgain() throws Exception {
        String id = program.begin("chat");
        program.server().script().fail(Stage.CHAT, Fault.error(401, "No.", "invalid_api_key"));
        HttpResponse<String> failed = program.sayRaw(id, "{\"text\": \"A bridge.\"}");
        program.server().script().replies("Of steel?");
        program.say(id, "A bridge.");

        assertEquals(502, failed.statusCode());
        assertEquals("application/problem+json", failed.headers().firstValue("Content-Type").orElse(""));
        assertEquals("The service refused your key for the chat model: check the key in the settings.",
                program.json(failed).path("detail").asText());
        assertEquals(List.of("user: A bridge.", "partner: Of steel?"), program.history(id));
    }

    @Test
    void aReplyThatBreaksOffIsToldAsAnEventAndWhatWasSentIsKept() throws Exception {
        String id = program.begin("chat");
        program.server().script().replies("That is quite right. What else do you build?");
        program.server().script().failAlways(Stage.CHAT, Fault.of(Fault.Kind.ERROR_IN_STREAM));
        List<Event> events = program.say(id, "A bridge.");

        assertEquals("error", events.getLast().name());
        assertTrue(events.getLast().data().path("status").asInt() >= 500);
        assertEquals(List.of("user: A bridge.", "partner: " + ServedProgram.text(events)), program.history(id));
    }

    @Test
    void aVoiceThatFailsLeavesTheTextWhole() throws Exception {
        String id = program.begin("chat");
        program.server().script().replies("That is quite right. What else do you build?");
        program.server().script().failAlways(Stage.SPEECH, Fault.error(400, "No.", ""));
        List<Event> events = program.events(program.sayRaw(id, "{\"text\": \"A bridge.\", \"audio\": true}"));

        assertEquals("error", events.getLast().name());
        assertEquals("That is quite right. What else do you build?", ServedProgram.text(events));
        assertEquals(List.of("user: A bridge.", "partner: That is quite right. What else do you build?"),
                program.history(id));
    }

    @Test
    void twoCallsInOneReplyOneThatFailsAndOneThatIsUnknownAreAllAnswered() throws Exception {
        program.server().script().calls("", List.of(
                new ToolCall("call_1", "save_ideas", "{\"ideas\": [\"Ada\"]}"),
                new ToolCall("call_2", "save_ideas", "{\"ideas\": [\"Grace\"]}")));
        program.server().script().replies("Noted.", "That went wrong.", "I can't do that.");
        String id = program.begin("chat");
        List<Event> two = program.say(id, "Note Ada and Grace.");
        program.server().script().calls("", List.of(new ToolCall("call_3", "save_ideas", "{\"ideas\": 7")));
        List<Event> failing = program.say(id, "Note seven.");
        program.server().script().calls("Let me see.", List.of(new ToolCall("call_4", "open_door", "{}")));
        List<Event> unknown = program.say(id, "Open the door.");

        assertEquals(List.of("Ada", "Grace"), ideas(two));
        assertEquals("Noted.", ServedProgram.text(two));
        assertEquals(List.of(), ideas(failing));
        assertEquals("That went wrong.", ServedProgram.text(failing));
        assertEquals("Let me see.\nI can't do that.", ServedProgram.text(unknown));
        assertTrue(told("tool: The call was malformed").contains("Nothing was done."));
        assertTrue(told("tool: There is no such tool.").contains("save_ideas"));
        assertEquals(6, program.history(id).size());
        assertEquals(2, program.json(program.get("/v1/ideas")).path("ideas").size());
    }

    private static List<String> ideas(List<Event> events) {
        return events.stream().filter(event -> event.name().equals("idea")).map(Event::text).toList();
    }

    /** What the chat model was told of a call. */
    private String told(String beginning) {
        return program.server().log().of(Stage.CHAT).stream().flatMap(request -> request.messages().stream())
                .filter(message -> message.startsWith(beginning)).findFirst().orElseThrow();
    }
}
