package org.vivavoce.openai;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class OpenAiSpeechToTextTest {

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
    void theUtteranceIsUploadedAsAFileWithItsFields() throws Exception {
        fixture.script().transcripts("  Hola, me llamo Ana. ");

        String text = transcribe(OpenAiServicesFixture.utterance());

        assertEquals("Hola, me llamo Ana.", text);
        SeenRequest seen = fixture.log().await(Stage.TRANSCRIPTION, 1);
        assertEquals(
                Map.of("model", "whisper-1", "language", "es", "prompt", OpenAiServicesFixture.SAID, "response_format",
                        "json"),
                seen.content().fields());
        assertEquals("utterance.wav", seen.content().fileName());
        assertEquals("audio/wav", seen.content().contentType());
        assertArrayEquals(OpenAiServicesFixture.wav().bytes(), seen.content().audio());
        assertEquals("Bearer " + OpenAiServicesFixture.KEY, seen.header("authorization"));
        assertEquals("", seen.header("x-vivavoce-call"), "the private token stays here");
    }

    @Test
    void anOggUploadIsNamedAsSuchAndNoLanguageMeansNone() throws Exception {
        EncodedAudio ogg = new EncodedAudio(new byte[]{'O', 'g', 'g', 'S', '\r', '\n', '-', '-', 0, (byte) 0xff},
                EncodedAudio.Format.OGG_OPUS, Duration.ofMillis(10));

        transcribe(new TranscriptionRequest(ogg, Optional.empty(), ""));

        SeenRequest seen = fixture.log().await(Stage.TRANSCRIPTION, 1);
        assertEquals("utterance.ogg", seen.content().fileName());
        assertEquals("audio/ogg", seen.content().contentType());
        assertArrayEquals(ogg.bytes(), seen.content().audio());
        assertFalse(seen.has("language"));
        assertFalse(seen.has("prompt"));
    }

    @Test
    void nothingUnderstoodIsAnEmptyText() throws Exception {
        fixture.script().transcripts(" ");

        assertEquals("", transcribe(OpenAiServicesFixture.utterance()));
    }

    @Test
    void aFieldTheServiceRefusesIsLeftOutAndStaysOut() throws Exception {
        fixture.script().refuseFields(Stage.TRANSCRIPTION, "prompt");

        assertEquals("utterance 2", transcribe(OpenAiServicesFixture.utterance()));
        assertEquals("utterance 3", transcribe(OpenAiServicesFixture.utterance()));

        assertFalse(fixture.log().await(Stage.TRANSCRIPTION, 3).has("prompt"));
    }

    private String transcribe(TranscriptionRequest request) throws ServiceException {
        return fixture.services.speechToText().transcribe(request, new Cancellation()).text();
    }
}
