package org.vivavoce.openai;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ReplacedVoice;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.models.Abilities;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OpenAiServicesTest {

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
    void aConnectionWarmedBeforehandServesTheNextRequest() throws Exception {
        fixture.services.warm().run();
        fixture.log().await(all -> all.stream().anyMatch(r -> r.http().method().equals("HEAD") && r.hasEnded()),
                "the warming");
        SeenRequest warming = fixture.log().all().getFirst();

        assertEquals(1, fixture.server.connections());
        assertEquals("/v1/models", warming.http().path());
        assertEquals("", warming.header("authorization"), "the key is not needed for that");
    }

    @Test
    void warmingAServerThatIsNotThereHurtsNobody() {
        fixture.server.close();

        fixture.made.warmConnections();
    }

    @Test
    void theWarmUpTouchesNoServiceOfTheUser() {
        new WarmUp().run();

        assertEquals(0, fixture.log().all().size());
    }

    @Test
    void closingLeavesNoConnectionAndNoThreadBehind() throws Exception {
        fixture.services.speechToText().transcribe(OpenAiServicesFixture.utterance(), new Cancellation());

        fixture.services.close();

        Set<String> waiting = Thread.getAllStackTraces().keySet().stream().filter(t -> !t.isDaemon())
                .map(Thread::getName)
                .filter(name -> name.contains("OkHttp")).collect(Collectors.toSet());
        assertEquals(Set.of(), waiting);
    }

    @Test
    void eachServiceMayBeElsewhere() throws Exception {
        try (OpenAiServicesFixture other = new OpenAiServicesFixture();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                OpenAiServices made = new OpenAiServices(new ServiceEndpoint(fixture.server.baseUrl() + "/", "", "one"),
                        new ServiceEndpoint("http://127.0.0.1:" + other.server.port(), "", "two"),
                        new ServiceEndpoint(fixture.server.baseUrl(), "", "three"), threads)) {
            made.services().speechToText().transcribe(OpenAiServicesFixture.utterance(), new Cancellation());
            made.services().languageModel().reply(OpenAiServicesFixture.question(), piece -> {
            }, new Cancellation());

            assertEquals("one", fixture.log().await(Stage.TRANSCRIPTION, 1).field("model"));
            assertEquals("two", other.log().await(Stage.CHAT, 1).field("model"));
        }
    }

    @Test
    void aServicesOwnVoiceSpeaksWhateverIsAskedFor() throws Exception {
        ServiceEndpoint plain = new ServiceEndpoint(fixture.server.baseUrl(), "", "any");
        ServiceEndpoint voiced = new ServiceEndpoint(fixture.server.baseUrl(), "", "kokoro", Abilities.UNKNOWN,
                " af_heart ", false);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                OpenAiServices made = new OpenAiServices(plain, plain, voiced, threads);
                SpeechStream stream = made.services().textToSpeech()
                        .speak(new SpeechRequest("Hello.", "coral", "slowly"), new Cancellation())) {
            assertTrue(stream.read(new byte[100]) > 0);
            assertEquals("af_heart", fixture.log().await(Stage.SPEECH, 1).field("voice"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "gpt-realtime-2.1-mini"})
    void withoutLeaveNothingIsSentThatIsNotEncrypted(String speech) {
        ServiceEndpoint plain = new ServiceEndpoint("http://192.0.2.1:8000", "", "any"); // for documentation: nobody is there
        ServiceEndpoint voice = new ServiceEndpoint("http://192.0.2.1:8000", "", speech);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                OpenAiServices made = new OpenAiServices(plain, plain, voice, threads)) {
            List<ServiceCheck.Result> results = new ServiceCheck(made.services(), System::nanoTime)
                    .run(probe("nova"), result -> {
                    }, new Cancellation());

            for (ServiceCheck.Result result : results) {
                ServiceException failure = result.failure().orElseThrow();
                assertInstanceOf(ServiceException.NotEncrypted.class, failure);
                assertFalse(failure.retryHelps());
                assertTrue(failure.sentence().contains("192.0.2.1"), failure.sentence());
            }
        }
    }

    @Test
    void aRealtimeModelSpeaksOverASocketAndIsWarmedThere() throws Exception {
        List<ReplacedVoice> replaced = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                OpenAiServices made = withVoice("gpt-realtime-2.1-mini", threads, replaced)) {
            made.services().warm().run();
            fixture.server.realtime().log().awaitHandshakes(1);

            List<ServiceCheck.Result> results = new ServiceCheck(made.services(), System::nanoTime)
                    .run(probe("nova"), result -> {
                    }, new Cancellation());

            assertTrue(results.stream().allMatch(ServiceCheck.Result::ok));
            assertEquals(0, fixture.log().of(Stage.SPEECH).size());
            assertEquals(1, fixture.server.realtime().log().handshakes().size());
            assertEquals(List.of(new ReplacedVoice("nova", "marin")), replaced);
        }
        fixture.server.realtime().log().awaitSent("closed", 1);
    }

    @Test
    void theCheckTriesEveryServiceAndTellsWhichFails() throws Exception {
        fixture.script().failAlways(Stage.CHAT, Fault.error(500, "Oops.", ""));
        AtomicLong clock = new AtomicLong();
        List<ServiceCheck.Result> told = new ArrayList<>();

        List<ServiceCheck.Result> results = new ServiceCheck(fixture.services, () -> clock.addAndGet(1_000_000))
                .run(probe("nova"), told::add, new Cancellation());

        assertEquals(told, results);
        assertEquals(List.of(Stage.values()), results.stream().map(ServiceCheck.Result::stage).toList());
        assertEquals(List.of(true, false, true), results.stream().map(ServiceCheck.Result::ok).toList());
        assertEquals(Duration.ofMillis(1), results.getFirst().took());
        assertEquals(Optional.empty(), results.getFirst().began());
        assertEquals(Optional.empty(), results.get(1).began());
        assertEquals(Optional.of(Duration.ofMillis(1)), results.get(2).began());
        assertTrue(results.get(2).took().compareTo(Duration.ofMillis(1)) > 0, "to the end of the sound");
        assertTrue(results.get(1).failure().orElseThrow() instanceof ServiceException.ServiceDown);
        assertEquals("OK", fixture.log().await(Stage.SPEECH, 1).field("input"));
    }

    private static ServiceCheck.Probe probe(String voice) {
        return new ServiceCheck.Probe(OpenAiServicesFixture.utterance(), new SpeechRequest("OK", voice, ""));
    }

    private OpenAiServices withVoice(String model, ExecutorService threads, List<ReplacedVoice> replaced) {
        ServiceEndpoint plain = new ServiceEndpoint(fixture.server.baseUrl(), "", "any");
        return new OpenAiServices(
                List.of(plain, plain, new ServiceEndpoint(fixture.server.baseUrl(), "", model)), threads, replaced::add,
                ServerMemory.NONE);
    }
}
