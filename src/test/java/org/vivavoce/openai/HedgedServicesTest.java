package org.vivavoce.openai;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.HedgeRunner;
import org.vivavoce.ai.HedgedServices;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.RealtimeFault;
import org.vivavoce.openai.testing.RealtimeLog;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Second requests over HTTP. */
class HedgedServicesTest {

    private final List<Stage> told = new CopyOnWriteArrayList<>();
    private OpenAiServicesFixture fixture;
    private Services hedged;

    /** Real threads and real time. */
    private final class Runner implements HedgeRunner {
        @Override
        public void run(String name, Runnable work) {
            fixture.threads.execute(work);
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Cancellation.Registration after(Duration delay, Runnable work) {
            CountDownLatch takenBack = new CountDownLatch(1);
            fixture.threads.execute(() -> {
                try {
                    if (!takenBack.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                        work.run();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            return takenBack::countDown;
        }
    }

    @BeforeEach
    void start() throws IOException {
        fixture = new OpenAiServicesFixture();
        hedged = HedgedServices.of(fixture.services, new Runner(), told::add);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aRequestThatHangsIsAnsweredByTheSecondAndLeavesNothing(Stage stage) throws Exception {
        fixture.script().fail(stage, 1, Fault.of(Fault.Kind.STALL_BEFORE_HEADERS));

        assertEquals(answer(stage, 2), call(stage, new Cancellation()));

        assertEquals(List.of(stage), told);
        SeenRequest loser = fixture.log().await(stage, 1, SeenRequest::wasCancelled);
        SeenRequest winner = fixture.log().await(stage, 2, SeenRequest::hasEnded);
        assertEquals(loser.content().fields(), winner.content().fields());
        assertEquals(2, fixture.log().of(stage).size());
        assertEquals(0, fixture.server.openRequests());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void cancellingWhileBothHangFreesTheCallerAndTheServer(Stage stage) throws Exception {
        fixture.script().failAlways(stage, Fault.of(Fault.Kind.STALL_BEFORE_HEADERS));
        Cancellation cancellation = new Cancellation();
        fixture.threads.execute(() -> {
            try {
                fixture.log().await(stage, 2);
                cancellation.cancel();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThrows(ServiceException.Cancelled.class, () -> call(stage, cancellation));

        fixture.log().await(stage, 1, SeenRequest::wasCancelled);
        fixture.log().await(stage, 2, SeenRequest::wasCancelled);
    }

    @Test
    void healthyServicesAreAskedOnce() throws Exception {
        for (Stage stage : Stage.values()) {
            assertEquals(answer(stage, 1), call(stage, new Cancellation()));
            assertEquals(1, fixture.log().of(stage).size());
        }
        assertEquals(List.of(), told);
    }

    @Test
    void aSentenceThatHangsOverASocketIsAskedForAgainOnTheSameSocket() throws Exception {
        ServiceEndpoint endpoint = new ServiceEndpoint(fixture.server.baseUrl(), "", "gpt-realtime-2.1-mini");
        fixture.server.realtime().script().fail(RealtimeFault.Kind.STALL_BEFORE_SOUND);
        try (OpenAiServices made = new OpenAiServices(endpoint, endpoint, endpoint, fixture.threads)) {
            hedged = HedgedServices.of(made.services(), new Runner(), told::add);

            assertEquals("speech", call(Stage.SPEECH, new Cancellation()));

            assertEquals(List.of(Stage.SPEECH), told);
            RealtimeLog log = fixture.server.realtime().log();
            assertEquals(1, log.awaitSent("response.create", 2).socket());
            log.awaitSent("response.cancel", 1);
        }
    }

    private String call(Stage stage, Cancellation cancellation) throws ServiceException {
        return switch (stage) {
            case TRANSCRIPTION -> hedged.speechToText().transcribe(OpenAiServicesFixture.utterance(), cancellation)
                    .text();
            case CHAT -> {
                StringBuilder text = new StringBuilder();
                String whole = hedged.languageModel()
                        .reply(OpenAiServicesFixture.question(), text::append, cancellation)
                        .text();
                yield whole.contentEquals(text) ? "a reply" : "not what was written";
            }
            case SPEECH -> {
                long bytes = 0;
                try (SpeechStream stream = hedged.textToSpeech().speak(OpenAiServicesFixture.sentence(),
                        cancellation)) {
                    byte[] buffer = new byte[2048];
                    for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                        bytes += read;
                    }
                }
                yield bytes > 8000 ? "speech" : bytes + " bytes";
            }
        };
    }

    private static String answer(Stage stage, int nth) {
        return switch (stage) {
            case TRANSCRIPTION -> "utterance " + nth;
            case CHAT -> "a reply";
            case SPEECH -> "speech";
        };
    }
}
