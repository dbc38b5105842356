package org.vivavoce.openai.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.WaveFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PaceTest {

    private static final String CHAT = "{\"model\": \"m\", \"messages\": []}";
    private static final String BOUNDARY = "cut-here";

    private LocalOpenAi server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        server = new LocalOpenAi();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void tokensMayBeOfSoManyCharacters() throws Exception {
        server.script().delays(Delays.NONE.with(new Delays.Chat(Duration.ZERO, 0, 4)));
        server.script().replies("Hello there.");

        String reply = post("/v1/chat/completions", "application/json", CHAT.getBytes(StandardCharsets.UTF_8));

        assertEquals("Hello there.", Answers.mapper().readTree(reply).at("/choices/0/message/content").asText());
        assertEquals(3, Answers.mapper().readTree(reply).at("/usage/completion_tokens").asInt());
    }

    @Test
    void everyNthRequestIsAnsweredLaterWhicheverStageItIsOf() throws Exception {
        server.script().slowEvery(3, Duration.ofMillis(80));

        for (int i = 0; i < 3; i++) {
            post("/v1/chat/completions", "application/json", CHAT.getBytes(StandardCharsets.UTF_8));
            upload(Duration.ofMillis(200));
        }

        server.log().await(all -> all.stream().noneMatch(SeenRequest::isOpen), "all have ended");
        List<SeenRequest> seen = server.log().all();
        List<Boolean> late = seen.stream()
                .map(request -> request.times().ended() - request.times().arrived() >= 80_000_000).toList();
        assertEquals(Stage.CHAT, seen.get(2).stage().orElseThrow());
        assertEquals(Stage.TRANSCRIPTION, seen.get(5).stage().orElseThrow());
        assertTrue(late.get(2) && late.get(5), () -> "late: " + late);
    }

    @Test
    void longSoundTakesLongerToBeUnderstood() throws Exception {
        server.script().delays(
                Delays.NONE.with(new Delays.Transcription(Duration.ofMillis(20), Duration.ofMillis(50))));

        upload(Duration.ofSeconds(2));

        SeenRequest.Times times = server.log().of(Stage.TRANSCRIPTION).getFirst().times();
        assertTrue(times.firstByte() - times.arrived() >= 120_000_000, "never earlier than set");
    }

    @Test
    void aQueuedTextIsTakenBeforeWhatIsUnderstood() throws Exception {
        server.script().transcriptsBy(request -> "understood " + request.audioLength().toMillis());
        server.script().transcripts("queued");

        assertTrue(upload(Duration.ofMillis(200)).contains("queued"));
        assertTrue(upload(Duration.ofMillis(300)).contains("understood 300"));
    }

    @Test
    void requestsAndTheirSoundAreCounted() throws Exception {
        upload(Duration.ofMillis(700));
        upload(Duration.ofMillis(800));
        post("/v1/chat/completions", "application/json", CHAT.getBytes(StandardCharsets.UTF_8));

        assertEquals(new Tally(2, 0, Duration.ofMillis(1500)), Tally.of(Stage.TRANSCRIPTION, server.log().all()));
        assertEquals(new Tally(1, 0, Duration.ZERO), Tally.of(Stage.CHAT, server.log().all()));
    }

    private String upload(Duration length) throws Exception {
        WaveFile sound = Tones.sine(16_000, 440, -20, length);
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n"
                + "Content-Type: audio/wav\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + sound.bytes().length + tail.length];
        int at = 0;
        for (byte[] part : Stream.of(head, sound.bytes(), tail).toList()) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return post("/v1/audio/transcriptions", "multipart/form-data; boundary=" + BOUNDARY, whole);
    }

    private String post(String path, String type, byte[] body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(java.net.http.HttpRequest.newBuilder(uri).header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString()).body();
    }
}
