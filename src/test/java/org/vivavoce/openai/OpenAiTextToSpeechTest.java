package org.vivavoce.openai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OpenAiTextToSpeechTest {

    private OpenAiServicesFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new OpenAiServicesFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void theRequestNamesVoiceAndInstructionsAndTheAnswerIsMp3() throws Exception {
        byte[] speech = all(OpenAiServicesFixture.sentence());

        SeenRequest seen = fixture.log().await(Stage.SPEECH, 1, SeenRequest::hasEnded);
        assertEquals(Map.of("model", "gpt-4o-mini-tts", "input", OpenAiServicesFixture.SAID + ".", "voice", "coral",
                "instructions",
                "Warm office talk.", "response_format", "mp3"), seen.content().fields());
        assertTrue(speech.length > 8_000, "more than a second of sound: " + speech.length);
        assertEquals((byte) 0xff, speech[0], "begins with an MP3 frame");
        assertEquals("", seen.header("x-vivavoce-call"), "the private token stays here");
    }

    @Test
    void emptyInstructionsAreNotSent() throws Exception {
        all(new SpeechRequest("Hello.", "nova", " "));

        assertFalse(fixture.log().await(Stage.SPEECH, 1).has("instructions"));
    }

    @Test
    void theFirstBytesAreThereBeforeTheLastOnesAreSent() throws Exception {
        fixture.script().fail(Stage.SPEECH, Fault.of(Fault.Kind.STALL_IN_STREAM));

        try (SpeechStream stream = fixture.services.textToSpeech().speak(OpenAiServicesFixture.sentence(),
                new Cancellation())) {
            assertTrue(stream.read(new byte[100]) > 0);
            assertTrue(fixture.log().await(Stage.SPEECH, 1).isOpen());
        }

        fixture.log().await(Stage.SPEECH, 1, SeenRequest::wasCancelled); // closing early breaks the request off
    }

    @Test
    void instructionsTheServiceRefusesAreLeftOutAndStayOut() throws Exception {
        fixture.script().refuseFields(Stage.SPEECH, "instructions");

        all(OpenAiServicesFixture.sentence());
        all(OpenAiServicesFixture.sentence());

        assertEquals(3, fixture.log().of(Stage.SPEECH).size());
        assertFalse(fixture.log().await(Stage.SPEECH, 3).has("instructions"));
    }

    @Test
    void aReadIntoASmallBufferLosesNothing() throws Exception {
        byte[] whole = all(OpenAiServicesFixture.sentence());
        int small = 0;
        try (SpeechStream stream = fixture.services.textToSpeech().speak(OpenAiServicesFixture.sentence(),
                new Cancellation())) {
            for (int read = stream.read(new byte[7]); read >= 0; read = stream.read(new byte[7])) {
                small += read;
            }
        }
        assertEquals(whole.length, small);
    }

    private byte[] all(SpeechRequest request) throws ServiceException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[2048];
        try (SpeechStream stream = fixture.services.textToSpeech().speak(request, new Cancellation())) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                bytes.write(buffer, 0, read);
            }
        }
        return bytes.toByteArray();
    }
}
