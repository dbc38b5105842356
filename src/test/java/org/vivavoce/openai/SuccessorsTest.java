package org.vivavoce.openai;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.Dictation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.models.ModelCatalog;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The models that follow the ones that end, asked in the form they take; the local server refuses any other. */
class SuccessorsTest {

    private static final List<String> KEYWORDS = List.of("Kubernetes", "CI/CD");

    private OpenAiServicesFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new OpenAiServicesFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private ServiceEndpoint endpoint(String model) {
        return new ServiceEndpoint(fixture.server.baseUrl(), OpenAiServicesFixture.KEY, model,
                ModelCatalog.builtIn().abilitiesOf(model));
    }

    private Services services(String recogniser, String chat) {
        return OpenAiServices.withStallLimit(List.of(endpoint(recogniser), endpoint(chat), endpoint("gpt-4o-mini-tts")),
                fixture.threads, Duration.ofSeconds(5), Duration.ofSeconds(15)).services();
    }

    private SeenRequest transcribed(String model, TranscriptionRequest request) throws Exception {
        try (Services services = services(model, "gpt-6-luna")) {
            assertEquals("utterance 1", services.speechToText().transcribe(request, new Cancellation()).text());
        }
        return fixture.log().await(Stage.TRANSCRIPTION, 1);
    }

    @Test
    void gptTranscribeIsGivenItsLanguageAndWordsAsListsAndAskedForJson() throws Exception {
        SeenRequest seen = transcribed("gpt-transcribe", new TranscriptionRequest(OpenAiServicesFixture.wav(),
                Optional.of("es"), OpenAiServicesFixture.SAID, KEYWORDS));

        assertEquals("es", seen.field("languages[]"));
        assertEquals("Kubernetes\nCI/CD", seen.field("keywords[]"));
        assertEquals("json", seen.field("response_format"));
        assertEquals(OpenAiServicesFixture.SAID, seen.field("prompt"));
        assertFalse(seen.has("language"));
        assertEquals(1, fixture.log().of(Stage.TRANSCRIPTION).size(), "taken at once");
    }

    @Test
    void gptLiveTranscribeListensOverASocketWhileTheUserSpeaks() throws Exception {
        short[] piece = LiveFixture.speech(800, 1);
        try (Services services = services(LiveFixture.MODEL, "gpt-6-luna")) {
            services.warm().run();
            services.dictation().begin(LiveFixture.HINTS);
            services.dictation().add(Arrays.copyOf(piece, piece.length / 2));
            services.dictation().end(piece);

            assertEquals("utterance 1",
                    services.speechToText().transcribe(LiveFixture.request(piece), new Cancellation()).text());
        }
        SeenRequest seen = fixture.log().await(Stage.TRANSCRIPTION, 1);
        assertEquals("/v1/realtime", seen.http().path());
        assertEquals("es", seen.field("languages[]"));
        assertEquals("Kubernetes\nCI/CD", seen.field("keywords[]"));
        assertEquals(1, fixture.log().of(Stage.TRANSCRIPTION).size(), "taken at once");
        fixture.server.realtime().log().awaitSent("closed", 1);
    }

    @Test
    void otherRecognisersWantAPieceWhole() {
        try (Services services = services("gpt-transcribe", "gpt-6-luna")) {
            assertSame(Dictation.NONE, services.dictation());
        }
    }

    @Test
    void withoutALanguageAndWordsNoListIsSent() throws Exception {
        SeenRequest seen = transcribed("gpt-transcribe",
                new TranscriptionRequest(OpenAiServicesFixture.wav(), Optional.empty(), ""));

        assertFalse(seen.has("languages[]"));
        assertFalse(seen.has("keywords[]"));
        assertFalse(seen.has("language"));
    }

    @ParameterizedTest
    @CsvSource({"whisper-1", "gpt-4o-mini-transcribe", "one-of-somebody-else"})
    void otherRecognisersAreGivenNoLists(String model) throws Exception {
        SeenRequest seen = transcribed(model, new TranscriptionRequest(OpenAiServicesFixture.wav(), Optional.of("es"),
                "", KEYWORDS));

        assertEquals("es", seen.field("language"));
        assertFalse(seen.has("languages[]"));
        assertFalse(seen.has("keywords[]"));
        assertEquals(1, fixture.log().of(Stage.TRANSCRIPTION).size(), "taken at once");
    }

    @Test
    void gptLunaIsAskedNotToReasonAndThenTakesATemperature() throws Exception {
        Completion reply = replied("gpt-6-luna");

        SeenRequest seen = fixture.log().await(Stage.CHAT, 1);
        assertEquals("none", seen.field("reasoning_effort"));
        assertEquals("0.9", seen.field("temperature"));
        assertEquals("300", seen.field("max_completion_tokens"));
        assertFalse(reply.text().isEmpty());
        assertEquals(1, fixture.log().of(Stage.CHAT).size(), "taken at once");
    }

    @Test
    void whereTheEffortIsRefusedTheTemperatureGoesWithIt() throws Exception {
        fixture.script().refuseFields(Stage.CHAT, "reasoning_effort");

        replied("gpt-6-luna");

        SeenRequest accepted = fixture.log().await(Stage.CHAT, 2);
        assertFalse(accepted.has("reasoning_effort"));
        assertFalse(accepted.has("temperature"), "the model reasons now, and takes none");
        assertEquals(2, fixture.log().of(Stage.CHAT).size());
    }

    @Test
    void aModelThatDoesNotReasonIsAskedForNoEffort() throws Exception {
        replied("gpt-4o-mini");

        assertFalse(fixture.log().await(Stage.CHAT, 1).has("reasoning_effort"));
        assertEquals(1, fixture.log().of(Stage.CHAT).size(), "taken at once");
    }

    @ParameterizedTest
    @CsvSource({"tts-1,false", "gpt-4o-mini-tts,true", "one-of-somebody-else,true"})
    void instructionsGoToVoicesThatFollowThem(String model, boolean sent) throws Exception {
        try (HttpTransport transport = new HttpTransport(fixture.threads)) {
            new OpenAiTextToSpeech(endpoint(model), transport, ServerMemory.NONE)
                    .speak(OpenAiServicesFixture.sentence(), new Cancellation()).close();
        }

        assertEquals(sent, fixture.log().await(Stage.SPEECH, 1).has("instructions"));
    }

    @Test
    void aRequestThatARealServerWouldRefuseIsRefused() {
        ServiceEndpoint unknown = new ServiceEndpoint(fixture.server.baseUrl(), "", "gpt-6-luna");
        try (HttpTransport transport = new HttpTransport(fixture.threads)) {
            // Asked as any model: the temperature is refused, and left out of the second try.
            assertEquals(2, tries(new OpenAiLanguageModel(unknown, transport, ServerMemory.NONE)));
        }
        ServiceEndpoint realtime = endpoint("gpt-realtime-2.1-mini");
        try (HttpTransport transport = new HttpTransport(fixture.threads)) {
            assertThrows(ServiceException.ModelNotAllowed.class,
                    () -> new OpenAiTextToSpeech(realtime, transport, ServerMemory.NONE)
                            .speak(OpenAiServicesFixture.sentence(), new Cancellation()).close());
        }
    }

    private int tries(OpenAiLanguageModel model) {
        try {
            model.reply(OpenAiServicesFixture.question(), piece -> {
            }, new Cancellation());
        } catch (ServiceException e) {
            throw new AssertionError(e.sentence(), e);
        }
        return fixture.log().of(Stage.CHAT).size();
    }

    private Completion replied(String model) throws ServiceException {
        try (Services services = services("whisper-1", model)) {
            return services.languageModel().reply(OpenAiServicesFixture.question(), piece -> {
            }, new Cancellation());
        }
    }
}
