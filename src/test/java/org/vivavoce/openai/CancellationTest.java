package org.vivavoce.openai;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CancellationTest {

    private final Cancellation cancellation = new Cancellation();
    private OpenAiServicesFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new OpenAiServicesFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void cancellingBeforeTheAnswerBeginsFreesTheCallerAndTheServer(Stage stage) throws Exception {
        fixture.script().failAlways(stage, Fault.of(Fault.Kind.STALL_BEFORE_HEADERS));
        Future<Stage> call = fixture.threads.submit(call(stage));
        fixture.log().await(stage, 1);

        cancellation.cancel();

        assertCancelled(call);
        fixture.log().await(stage, 1, SeenRequest::wasCancelled);
        assertEquals(1, fixture.log().of(stage).size(), "not sent again");
        assertEquals(0, fixture.server.openRequests());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void cancellingInTheMiddleOfTheAnswerFreesTheCallerAndTheServer(Stage stage) throws Exception {
        fixture.script().failAlways(stage, Fault.of(Fault.Kind.STALL_IN_STREAM));
        Future<Stage> call = fixture.threads.submit(call(stage));
        fixture.log().await(stage, 1, SeenRequest::hasBegun);

        cancellation.cancel();

        assertCancelled(call);
        fixture.log().await(stage, 1, SeenRequest::wasCancelled);
        assertEquals(1, fixture.log().of(stage).size(), "not sent again");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aTokenThatIsCancelledAlreadySendsNothing(Stage stage) {
        cancellation.cancel();

        assertThrows(ServiceException.Cancelled.class, () -> call(stage).call());

        assertEquals(0, fixture.log().all().size());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void closingTheServicesEndsWhatIsUnderWayAsCancelled(Stage stage) throws Exception {
        fixture.script().failAlways(stage, Fault.of(Fault.Kind.STALL_BEFORE_HEADERS));
        Future<Stage> call = fixture.threads.submit(call(stage));
        fixture.log().await(stage, 1);

        fixture.services.close();

        assertCancelled(call);
    }

    @Test
    void cancellingOneCallLeavesTheOthersAlone() throws Exception {
        fixture.script().fail(Stage.TRANSCRIPTION, 1, Fault.of(Fault.Kind.STALL_BEFORE_HEADERS));
        Future<Stage> call = fixture.threads.submit(call(Stage.TRANSCRIPTION));
        fixture.log().await(Stage.TRANSCRIPTION, 1);
        Future<String> other = fixture.threads.submit(() -> fixture.services.speechToText()
                .transcribe(OpenAiServicesFixture.utterance(), new Cancellation()).text());

        assertEquals("utterance 2", other.get(20, TimeUnit.SECONDS));
        cancellation.cancel();
        assertCancelled(call);
        fixture.log().await(Stage.TRANSCRIPTION, 1, SeenRequest::wasCancelled);
    }

    @Test
    void speechThatHasArrivedIsNotReadAfterACancel() throws Exception {
        try (SpeechStream stream = fixture.services.textToSpeech().speak(OpenAiServicesFixture.sentence(),
                cancellation)) {
            assertTrue(stream.read(new byte[1]) > 0);
            cancellation.cancel();
            assertThrows(ServiceException.Cancelled.class, () -> stream.read(new byte[1]));
        }
    }

    private Callable<Stage> call(Stage stage) {
        return () -> {
            fixture.call(stage, cancellation);
            return stage;
        };
    }

    private static void assertCancelled(Future<Stage> call) throws Exception {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> call.get(20, TimeUnit.SECONDS));
        assertInstanceOf(ServiceException.Cancelled.class, thrown.getCause());
    }
}
