package org.vivavoce.openai;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.Transcript;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.models.ModelCatalog;
import org.vivavoce.openai.testing.Fault;
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

    @Test
    void whereTheServiceTellsHowLikelyNothingWasSaidTheLowestSegmentCounts() throws Exception {
        fixture.script().noSpeechProbabilities(0.9, 0.3, 0.7);
        try (HttpTransport transport = new HttpTransport(fixture.threads)) {
            Transcript transcript = inDetail(transport).transcribe(OpenAiServicesFixture.utterance(),
                    new Cancellation());

            assertEquals(new Transcript("utterance 1", OptionalDouble.of(0.3)), transcript);
        }
        assertEquals("verbose_json", fixture.log().await(Stage.TRANSCRIPTION, 1).field("response_format"));
    }

    @Test
    void aServiceThatRefusesTheDetailsIsAskedForTheTextAloneFromThenOn() throws Exception {
        fixture.script().fail(Stage.TRANSCRIPTION, Fault.status(400,
                "{\"error\": {\"message\": \"verbose_json is not supported\", \"param\": \"response_format\"}}",
                Map.of()));
        try (HttpTransport transport = new HttpTransport(fixture.threads)) {
            OpenAiSpeechToText recogniser = inDetail(transport);
            Transcript first = recogniser.transcribe(OpenAiServicesFixture.utterance(), new Cancellation());
            recogniser.transcribe(OpenAiServicesFixture.utterance(), new Cancellation());

            assertEquals(new Transcript("utterance 2"), first);
        }
        assertEquals(List.of("verbose_json", "json", "json"), fixture.log().of(Stage.TRANSCRIPTION).stream()
                .map(request -> request.field("response_format")).toList());
    }

    @ParameterizedTest
    @CsvSource({"https://api.openai.com/v1, whisper-1, true", "https://api.openai.com, whisper-1, true",
        "https://api.openai.com/v1, gpt-transcribe, false", "http://localhost:8000/v1, whisper-1, false",
        "https://api.openai.com.example.org/v1, whisper-1, false"})
    void detailsAreAskedForOnlyWhereTheyAreKnownToCome(String address, String model, boolean asked) {
        assertEquals(asked, new ServiceEndpoint(address, "", model, ModelCatalog.builtIn().abilitiesOf(model))
                .transcribesInDetail());
    }

    private OpenAiSpeechToText inDetail(HttpTransport transport) {
        return new OpenAiSpeechToText(
                new ServiceEndpoint(fixture.server.baseUrl(), OpenAiServicesFixture.KEY, "whisper-1"), transport,
                ServerMemory.NONE, true);
    }

    private String transcribe(TranscriptionRequest request) throws ServiceException {
        return fixture.services.speechToText().transcribe(request, new Cancellation()).text();
    }
}
