package org.vivavoce.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.Sound;
import org.vivavoce.openai.OpenAiServices;
import org.vivavoce.openai.ServerMemory;
import org.vivavoce.openai.ServiceEndpoint;
import org.vivavoce.openai.VoiceList;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.openai.testing.SocketSpeech;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Mode;
import org.vivavoce.practice.ModeCatalog;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings.Endpoint;
import org.vivavoce.settings.Settings.Endpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The services are the local server, and are tried as a conversation would use them. */
class ServiceProbeTest {

    private static final String HEARD = "the password is swordfish";

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<ServiceProbe.Told> told = new ArrayList<>();
    private LocalOpenAi server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalOpenAi();
        server.script().transcriptsBy(request -> HEARD);
    }

    @AfterEach
    void stop() {
        server.close();
        background.close();
    }

    private ServiceProbe probe() {
        return new ServiceProbe(
                (asked, listener) -> new OpenAiServices(endpoints(asked.preset()), background, listener,
                        ServerMemory.NONE),
                (asked, cancellation) -> new VoiceList(endpoints(asked.preset()).get(2), background)
                        .names(cancellation));
    }

    private static List<ServiceEndpoint> endpoints(ServicePreset preset) {
        return Arrays.stream(Stage.values()).map(stage -> ServiceParts.of(preset, stage))
                .map(endpoint -> new ServiceEndpoint(endpoint.baseUrl(), "", endpoint.model())).toList();
    }

    private ServiceMaker.Order asked(String presetId, String mode) {
        Endpoint here = new Endpoint(server.baseUrl(), "");
        return new ServiceMaker.Order(ServicePresets.withOwn(ServicePresets.load().byId(presetId).orElseThrow(),
                new Endpoints(here, here, here)), ServiceKeys.ofAll(Optional.of("sk-1")), Set.of(), mode(mode),
                LanguageCatalog.builtIn().english());
    }

    private static Mode mode(String id) {
        return ModeCatalog.builtIn().find(id).orElseThrow();
    }

    private List<String> sentences() {
        return told.stream().map(one -> one.sentence().replaceAll("\\d+\\.\\d+ s", "N s")).toList();
    }

    @Test
    void theThreeServicesAreAskedAsAConversationAsks() throws Exception {
        probe().run(asked("local", "chat"), new short[2 * Sound.CAPTURE_RATE], told::add, new Cancellation());

        assertEquals(
                List.of("Speech recognition answers in N s.", "The chat model begins after N s and ends after N s.",
                        "The voice shimmer begins after N s and ends after N s."),
                sentences());
        assertEquals(List.of("whisper-1", "gpt-4o-mini", "gpt-4o-mini-tts"),
                told.stream().map(ServiceProbe.Told::model).toList());
        assertEquals(2000, server.log().await(Stage.TRANSCRIPTION, 1).audioLength().toMillis());
        SeenRequest speech = server.log().await(Stage.SPEECH, 1);
        assertEquals("shimmer", speech.field("voice"));
        assertEquals(mode("chat").speakingInstructionsFor(LanguageCatalog.builtIn().english()),
                speech.field("instructions"));
    }

    @Test
    void whatTheServersDoNotTakeAndWhichVoicesTheyHaveIsTold() throws Exception {
        server.script().refuseFields(Stage.TRANSCRIPTION, "prompt");
        server.script().refuseFields(Stage.CHAT, "stream_options");
        server.script().refuseFields(Stage.SPEECH, "instructions");
        server.script().voices("{\"voices\": [\"af_heart\", \"shimmer\"]}");

        probe().run(asked("local", "chat"), new short[0], told::add, new Cancellation());

        assertEquals(List.of(
                "Speech recognition answers in N s (tried with silence, without a microphone); prompt, which it does not"
                        + " take, is left out.",
                "The chat model begins after N s and ends after N s; stream_options, which it does not take, is left out.",
                "The voice shimmer begins after N s and ends after N s; instructions, which it does not take, is left"
                        + " out; the server has the voices af_heart and shimmer."),
                sentences());
        assertTrue(told.stream().allMatch(ServiceProbe.Told::well));
    }

    @Test
    void theVoiceOverASocketIsTheConversationsOwn() {
        probe().run(asked("openai-2027", "language"), new short[1600], told::add, new Cancellation());

        assertEquals("The voice marin (there is no nova here) begins after N s and ends after N s.",
                sentences().getLast());
        assertEquals("marin", SocketSpeech.in(server.realtime().log()).getFirst().field("voice"));
    }

    @Test
    void whatWasSaidIsNotTold() {
        probe().run(asked("local", "chat"), new short[1600], told::add, new Cancellation());

        assertTrue(told.stream().noneMatch(one -> one.toString().contains("swordfish")), told::toString);
        assertTrue(!asked("local", "chat").toString().contains("sk-1"));
    }

    @Test
    void whoGivesUpIsToldNoMore() {
        Cancellation cancellation = new Cancellation();

        probe().run(asked("local", "chat"), new short[0], one -> {
            told.add(one);
            cancellation.cancel();
        }, cancellation);

        assertEquals(1, told.size());
    }
}
