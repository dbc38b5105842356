package org.vivavoce.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.audio.StreamingSpeechDecoder;
import org.vivavoce.openai.testing.RealtimeFault;
import org.vivavoce.openai.testing.RealtimeLog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RealtimeTextToSpeechTest {

    private static final int WAVE_HEADER_BYTES = 44;

    private RealtimeFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new RealtimeFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void theSocketIsAskedForAtTheModelsAddressWithTheKey() throws Exception {
        fixture.speak("Hello.");

        var handshake = fixture.log().handshakes().getFirst();
        assertEquals("/v1/realtime", handshake.path());
        assertEquals("model=gpt-realtime-2.1-mini", handshake.query());
        assertEquals("Bearer " + OpenAiServicesFixture.KEY, handshake.headers().get("authorization"));
    }

    @Test
    void theVoiceIsSetBeforeTheFirstSentence() throws Exception {
        fixture.speak("Hello.");

        assertEquals(List.of("session.update", "response.create"),
                fixture.log().all().stream().filter(RealtimeLog.Entry::fromClient).map(RealtimeLog.Entry::type)
                        .toList());
        assertEquals(json("""
                {"type": "realtime", "output_modalities": ["audio"], "reasoning": {"effort": "minimal"},
                 "audio": {"output": {"voice": "coral", "format": {"type": "audio/pcm", "rate": 24000}}}}"""),
                fixture.log().sent("session.update").getFirst().event().path("session"));
    }

    @Test
    void aSentenceIsReadOutsideOfAnyConversation() throws Exception {
        fixture.speak("Tell me about yourself.");

        JsonNode response = fixture.log().sent("response.create").getFirst().event().path("response");
        assertEquals("none", response.path("conversation").asText());
        assertEquals(json("""
                [{"type": "message", "role": "user",
                  "content": [{"type": "input_text", "text": "Tell me about yourself."}]}]"""), response.path("input"));
        assertTrue(response.path("instructions").asText().startsWith("Warm office talk."));
        assertTrue(response.path("instructions").asText().contains("word for word"));
        assertEquals(List.of(), fixture.log().answered("error"));
    }

    @Test
    void withoutInstructionsThereIsOnlyTheOrderToRead() throws Exception {
        fixture.speak(new SpeechRequest("Hello.", "coral", " "), new Cancellation());

        JsonNode response = fixture.log().sent("response.create").getFirst().event().path("response");
        assertTrue(response.path("instructions").asText().startsWith("You are the voice that reads"));
    }

    @Test
    void theSpeechIsAWaveFileThatTheProgramDecodesToTheLastSample() throws Exception {
        byte[] file = fixture.speak("A sentence with a few words.");

        short[] spoken = fixture.server.spoken("A sentence with a few words.");
        assertArrayEquals(bytes(spoken), Arrays.copyOfRange(file, WAVE_HEADER_BYTES, file.length));
        List<short[]> decoded = new ArrayList<>();
        try (StreamingSpeechDecoder decoder = new StreamingSpeechDecoder()) {
            decoder.feed(file, file.length, decoded::add);
            decoder.finish(decoded::add);
        }
        assertEquals(spoken.length, decoded.stream().mapToInt(part -> part.length).sum());
    }

    @Test
    void aReadIntoASmallBufferLosesNothing() throws Exception {
        byte[] whole = fixture.speak("Hello there.");
        int small = 0;
        try (SpeechStream stream = fixture.voice.speak(RealtimeFixture.sentence("Hello there."), new Cancellation())) {
            for (int read = stream.read(new byte[7]); read >= 0; read = stream.read(new byte[7])) {
                small += read;
            }
        }
        assertEquals(whole.length, small);
    }

    @Test
    void theFirstSoundIsThereBeforeTheLastIsSpoken() throws Exception {
        fixture.script().fail(RealtimeFault.Kind.STALL_IN_SOUND);

        try (SpeechStream stream = fixture.voice.speak(RealtimeFixture.sentence("Hello there."), new Cancellation())) {
            assertTrue(stream.read(new byte[100]) > 0);
            assertEquals(List.of(), fixture.log().answered("response.done"));
        }
    }

    @Test
    void sentencesFollowOneAnotherOnOneSocket() throws Exception {
        fixture.speak("One.");
        fixture.speak("Two.");
        fixture.speak("Three.");

        assertEquals(1, fixture.log().handshakes().size());
        assertEquals(1, fixture.log().sent("session.update").size());
    }

    @Test
    void sentencesSpokenAtTheSameTimeKeepTheirSounds() throws Exception {
        fixture.script().fail(RealtimeFault.Kind.STALL_IN_SOUND);
        try (SpeechStream held = fixture.voice.speak(RealtimeFixture.sentence("The first of them."),
                new Cancellation())) {
            byte[] second = fixture.speak("Another one.");

            assertArrayEquals(bytes(fixture.server.spoken("Another one.")),
                    Arrays.copyOfRange(second, WAVE_HEADER_BYTES, second.length));
            assertTrue(held.read(new byte[10]) > 0);
        }
        assertEquals(1, fixture.log().handshakes().size());
    }

    @Test
    void aServerThatSpeaksOneAtATimeGetsThemOneAfterTheOther() throws Exception {
        fixture.script().oneAtATime();
        fixture.script().fail(RealtimeFault.Kind.STALL_IN_SOUND);
        SpeechStream held = fixture.voice.speak(RealtimeFixture.sentence("The first of them."), new Cancellation());
        Future<byte[]> second = fixture.speakInBackground("Another one.");
        fixture.log().awaitAnswered("error", 1);

        held.close(); // the first is over now

        assertEquals(WAVE_HEADER_BYTES + bytes(fixture.server.spoken("Another one.")).length, second.get().length);
        assertEquals(3, fixture.log().sent("response.create").size(), "the second was refused once");
        assertEquals(1, fixture.log().handshakes().size());
    }

    @Test
    void anotherVoiceHasASocketOfItsOwn() throws Exception {
        fixture.speak("One.");
        fixture.speak(new SpeechRequest("Two.", "shimmer", ""), new Cancellation());
        fixture.speak("Three.");

        assertEquals(2, fixture.log().handshakes().size());
        assertEquals(2, fixture.server.realtime().sockets());
    }

    @Test
    void warmingOpensTheSocketThatTheFirstSentenceTakes() throws Exception {
        fixture.voice.warm();
        fixture.log().awaitAnswered("session.created", 1);
        fixture.voice.warm();
        assertEquals(List.of(), fixture.log().sent("session.update"), "nobody knows the voice yet");

        fixture.speak("Hello.");

        assertEquals(1, fixture.log().handshakes().size());
    }

    @Test
    void onceTheVoiceIsKnownWarmingSetsItToo() throws Exception {
        fixture.speak("Hello.");
        fixture.server.realtime().closeSockets(1001, "");
        fixture.log().awaitSent("closed", 1);

        fixture.voice.warm();

        assertEquals(2, fixture.log().awaitSent("session.update", 2).socket());
    }

    @Test
    void aServerThatKnowsNoReasoningIsAskedWithout() throws Exception {
        fixture.script().refuseFields("reasoning");

        assertTrue(fixture.speak("Hello.").length > WAVE_HEADER_BYTES);

        assertFalse(fixture.log().sent("session.update").get(1).event().path("session").has("reasoning"));
        assertEquals(1, fixture.log().handshakes().size());
    }

    @Test
    void theEventNamesOfThePreviewAreUnderstood() throws Exception {
        fixture.script().previewNames();

        assertTrue(fixture.speak("Hello.").length > WAVE_HEADER_BYTES);
    }

    @Test
    void beforeAnHourIsOverTheNextSentenceGoesToANewSocket() throws Exception {
        fixture.speak("One.");
        fixture.later(Duration.ofMinutes(54));
        fixture.speak("Two.");
        fixture.later(Duration.ofMinutes(1));
        fixture.speak("Three.");

        fixture.log().awaitSent("closed", 1);
        assertEquals(2, fixture.log().handshakes().size());
        assertEquals(1, fixture.server.realtime().sockets());
    }

    @Test
    void closingLeavesNoSocketAndNoThreadBehind() throws Exception {
        fixture.speak("Hello.");

        fixture.closeVoice();

        fixture.log().awaitSent("closed", 1);
        assertEquals(List.of(), Thread.getAllStackTraces().keySet().stream().filter(t -> !t.isDaemon())
                .map(Thread::getName).filter(name -> name.contains("OkHttp")).toList());
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static byte[] bytes(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }
}
