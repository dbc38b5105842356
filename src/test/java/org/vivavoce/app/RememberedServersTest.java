package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.ai.VoiceListener;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.openai.OpenAiServices;
import org.vivavoce.openai.ServerMemory;
import org.vivavoce.openai.ServiceEndpoint;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.settings.LearnedServers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the local server refuses, remembered from one conversation to the next in a real file. */
class RememberedServersTest {

    private static final String KEY = "sk-planted-key-0123456789";

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private LocalOpenAi server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalOpenAi();
    }

    @AfterEach
    void stop() {
        server.close();
        background.close();
    }

    /** Reads its file anew, as at a start of the program. */
    private RememberedServers memory() {
        return new RememberedServers(
                new LearnedServers(folder.resolve("servers.toml"), Clock.systemUTC(), Runnable::run));
    }

    private ServiceEndpoint endpoint(String model) {
        return new ServiceEndpoint("http://user:" + KEY + "@127.0.0.1:" + server.port() + "/v1/?key=" + KEY, KEY,
                model);
    }

    private void speak(String model, ServerMemory memory) throws ServiceException {
        ServiceEndpoint plain = endpoint("any");
        OpenAiServices made = new OpenAiServices(
                List.of(plain, plain, new ServiceEndpoint(server.baseUrl(), KEY, model)), background,
                VoiceListener.NONE, memory);
        try (Services services = made.services()) {
            services.textToSpeech().speak(new SpeechRequest("Hello.", "coral", "Warm."), new Cancellation()).close();
        }
    }

    private int requests() {
        return server.log().of(Stage.SPEECH).size();
    }

    @Test
    void aFieldThatWasRefusedOnceIsLeftOutInTheNextConversation() throws Exception {
        server.script().refuseFields(Stage.SPEECH, "instructions");
        speak("small-voice", memory());
        assertEquals(2, requests());

        speak("small-voice", memory());

        assertEquals(3, requests(), "taken at once");
        assertFalse(server.log().await(Stage.SPEECH, 3).has("instructions"));
        speak("other-voice", memory());
        assertEquals(5, requests(), "another model may take it");
    }

    @Test
    void aFieldIsOnlyRememberedOnceARequestSucceededWithoutIt() throws Exception {
        server.script().refuseFields(Stage.SPEECH, "instructions", "response_format", "voice");
        try {
            speak("small-voice", memory());
        } catch (ServiceException e) {
            assertEquals(Stage.SPEECH, e.stage());
        }

        assertFalse(Files.exists(folder.resolve("servers.toml")));
    }

    @Test
    void whatWasForgottenIsAskedAnew() throws Exception {
        server.script().refuseFields(Stage.SPEECH, "instructions");
        speak("small-voice", memory());
        server.script().refuseFields(Stage.SPEECH);

        memory().forget(ServerMemory.Service.of(new ServiceEndpoint(server.baseUrl() + "/", "", "small-voice"),
                Stage.SPEECH));
        speak("small-voice", memory());

        assertTrue(server.log().await(Stage.SPEECH, 3).has("instructions"));
        assertEquals(Set.of(), memory().refusedBy(
                ServerMemory.Service.of(new ServiceEndpoint(server.baseUrl(), "", "small-voice"), Stage.SPEECH)));
    }

    @Test
    void noKeyIsWrittenDownWhereverItStood() throws Exception {
        server.script().refuseFields(Stage.TRANSCRIPTION, "language");
        ServiceEndpoint endpoint = endpoint("small-ears");
        ServerMemory.Service service = ServerMemory.Service.of(endpoint, Stage.TRANSCRIPTION);
        assertEquals("127.0.0.1:" + server.port() + "/v1/", service.address());
        memory().keep(service, Set.of("language"));
        OpenAiServices made = new OpenAiServices(List.of(new ServiceEndpoint(server.baseUrl(), KEY, "small-ears"),
                endpoint, endpoint), background, VoiceListener.NONE, memory());
        try (Services services = made.services()) {
            services.speechToText().transcribe(new TranscriptionRequest(new WavEncoder().encode(new short[1600]),
                    Optional.of("en"), ""), new Cancellation());
            assertEquals(Set.of("language"), made.leftOut(Stage.TRANSCRIPTION));
        }

        String written = Files.readString(folder.resolve("servers.toml"));
        assertTrue(written.contains("small-ears"), written);
        assertFalse(written.contains(KEY), written);
        assertFalse(written.contains("user"), written);
    }
}
