package org.vivavoce.openai;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class FaultsTest {

    private OpenAiServicesFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new OpenAiServicesFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    static Stream<Arguments> answersWithAnError() {
        return Stream.of(Stage.values()).flatMap(stage -> Stream.of(
                arguments(stage,
                        Fault.error(401, "Incorrect API key provided: " + OpenAiServicesFixture.KEY, "invalid_api_key"),
                        ServiceException.KeyRefused.class, "refused your key"),
                arguments(stage, Fault.error(403, "You are not allowed.", ""), ServiceException.ModelNotAllowed.class,
                        model(stage)),
                arguments(stage, Fault.error(404, "No such model.", "model_not_found"),
                        ServiceException.ModelNotAllowed.class,
                        model(stage)),
                arguments(stage, Fault.error(429, "You exceeded your current quota.", "insufficient_quota"),
                        ServiceException.QuotaExhausted.class, "no credit"),
                arguments(stage, Fault.error(429, "Slow down.", "rate_limit_exceeded"),
                        ServiceException.RateLimited.class, "slow down"),
                arguments(stage, Fault.error(500, "Oops.", ""), ServiceException.ServiceDown.class, "error 500"),
                arguments(stage, Fault.status(503, "upstream connect error", Map.of()),
                        ServiceException.ServiceDown.class, "error 503"),
                arguments(stage, Fault.error(400, "The tone is unknown. Choose alloy.", ""),
                        ServiceException.Rejected.class,
                        "The tone is unknown. Choose alloy"),
                arguments(stage, Fault.status(400, "{\"error\": \"only WAV\"}", Map.of()),
                        ServiceException.Rejected.class, "only WAV"),
                arguments(stage, Fault.status(422, "{\"detail\": \"too short\"}", Map.of()),
                        ServiceException.Rejected.class, "too short"),
                arguments(stage,
                        Fault.status(422, "{\"detail\": [{\"loc\": [\"body\", \"speed\"], \"msg\": \"not a number\"}]}",
                                Map.of()),
                        ServiceException.Rejected.class, "not a number"),
                arguments(stage, Fault.status(413, "payload too large", Map.of()), ServiceException.Rejected.class,
                        "payload too large"),
                arguments(stage, Fault.status(400, "<html>bad</html>", Map.of()), ServiceException.Rejected.class,
                        "(error 400)")));
    }

    @ParameterizedTest
    @MethodSource("answersWithAnError")
    void everyErrorOfAServiceBecomesItsKindWithASentence(Stage stage, Fault fault,
            Class<? extends ServiceException> kind, String part) {
        fixture.script().fail(stage, fault);

        ServiceException failure = assertThrows(ServiceException.class, () -> call(stage));

        assertEquals(kind, failure.getClass());
        assertTrue(failure.sentence().contains(part), failure.sentence());
        assertEquals(stage, failure.stage());
        assertNoSecrets(failure);
        assertEquals(1, fixture.log().of(stage).size(), "not sent again");
    }

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(arguments(Stage.TRANSCRIPTION, Fault.Kind.CUT_IN_STREAM, ServiceException.BadReply.class),
                arguments(Stage.TRANSCRIPTION, Fault.Kind.NOT_AUDIO, ServiceException.BadReply.class),
                arguments(Stage.TRANSCRIPTION, Fault.Kind.EMPTY_BODY, ServiceException.BadReply.class),
                arguments(Stage.TRANSCRIPTION, Fault.Kind.HTML, ServiceException.BadReply.class),
                arguments(Stage.TRANSCRIPTION, Fault.Kind.INVALID_JSON, ServiceException.BadReply.class),
                arguments(Stage.TRANSCRIPTION, Fault.Kind.CUT_BEFORE_HEADERS, ServiceException.NoNetwork.class),

                arguments(Stage.CHAT, Fault.Kind.CUT_IN_STREAM, ServiceException.BadReply.class),
                arguments(Stage.CHAT, Fault.Kind.EMPTY_BODY, ServiceException.BadReply.class),
                arguments(Stage.CHAT, Fault.Kind.NOT_AUDIO, ServiceException.BadReply.class),
                arguments(Stage.CHAT, Fault.Kind.HTML, ServiceException.BadReply.class),
                arguments(Stage.CHAT, Fault.Kind.INVALID_JSON, ServiceException.BadReply.class),
                arguments(Stage.CHAT, Fault.Kind.MISSING_FINISH_REASON, ServiceException.BadReply.class),
                arguments(Stage.CHAT, Fault.Kind.ERROR_IN_STREAM, ServiceException.ServiceDown.class),
                arguments(Stage.CHAT, Fault.Kind.CUT_BEFORE_HEADERS, ServiceException.NoNetwork.class),

                arguments(Stage.SPEECH, Fault.Kind.CUT_IN_STREAM, ServiceException.BadReply.class),
                arguments(Stage.SPEECH, Fault.Kind.EMPTY_BODY, ServiceException.BadReply.class),
                arguments(Stage.SPEECH, Fault.Kind.HTML, ServiceException.BadReply.class),
                arguments(Stage.SPEECH, Fault.Kind.INVALID_JSON, ServiceException.BadReply.class),
                arguments(Stage.SPEECH, Fault.Kind.CUT_BEFORE_HEADERS, ServiceException.NoNetwork.class));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void everyBrokenAnswerBecomesItsKind(Stage stage, Fault.Kind fault, Class<? extends ServiceException> kind) {
        fixture.script().failAlways(stage, Fault.of(fault));

        ServiceException failure = assertThrows(ServiceException.class, () -> call(stage));

        assertEquals(kind, failure.getClass(), failure.sentence());
        assertTrue(failure.retryHelps());
        assertNoSecrets(failure);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void silenceOfTheServiceIsGivenUp(Stage stage) throws IOException {
        try (OpenAiServicesFixture impatient = new OpenAiServicesFixture(Duration.ofMillis(200))) {
            for (Fault.Kind kind : new Fault.Kind[]{Fault.Kind.STALL_BEFORE_HEADERS, Fault.Kind.STALL_IN_STREAM}) {
                impatient.script().failAlways(stage, Fault.of(kind));

                ServiceException failure = assertThrows(ServiceException.TimedOut.class,
                        () -> impatient.call(stage, new Cancellation()));

                assertTrue(failure.retryHelps());
                assertNoSecrets(failure);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void afterAnyFaultTheNextRequestSucceeds(Stage stage) throws Exception {
        for (Fault.Kind kind : new Fault.Kind[]{Fault.Kind.CUT_IN_STREAM, Fault.Kind.HTML,
            Fault.Kind.EMPTY_BODY}) {
            fixture.script().fail(stage, Fault.of(kind));
            assertThrows(ServiceException.class, () -> call(stage));
            call(stage);
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aConnectionThatTheServerDroppedMeanwhileIsNoTrouble(Stage stage) throws Exception {
        for (int i = 0; i < 5; i++) {
            call(stage);
            fixture.server.dropConnections();
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aServerThatIsNotThereIsNoNetworkWithItsHost(Stage stage) {
        fixture.server.close();

        ServiceException failure = assertThrows(ServiceException.NoNetwork.class, () -> call(stage));

        assertTrue(failure.sentence().contains("127.0.0.1"), failure.sentence());
        assertNoSecrets(failure);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aRequestThatTookTheServerTooLongToReceiveIsSentOnceMoreAtOnce(Stage stage) throws Exception {
        fixture.script().fail(stage, Fault.status(408, "", Map.of()));
        call(stage);

        fixture.script().failAlways(stage, Fault.status(408, "", Map.of()));
        ServiceException failure = assertThrows(ServiceException.ServiceDown.class, () -> call(stage));

        assertTrue(failure.sentence().contains("error 408"), failure.sentence());
        assertEquals(4, fixture.log().of(stage).size());
    }

    @Test
    void theWaitAskedForIsKnown() {
        fixture.script().fail(Stage.CHAT, Fault.status(429, "{}", Map.of("Retry-After", "17")));
        fixture.script().fail(Stage.CHAT,
                Fault.status(429, "{}", Map.of("retry-after-ms", "1500", "Retry-After", "2")));
        fixture.script().fail(Stage.CHAT, Fault.status(429, "{}", Map.of("Retry-After", "soon")));

        assertEquals(Optional.of(Duration.ofSeconds(17)), rateLimit());
        assertEquals(Optional.of(Duration.ofMillis(1500)), rateLimit());
        assertEquals(Optional.empty(), rateLimit());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aReasonThatRepeatsWhatWasSaidOrTheKeyIsNotShown(Stage stage) {
        fixture.script().fail(stage, Fault.error(400, "Cannot take '" + OpenAiServicesFixture.SAID + "' now", ""));
        fixture.script().fail(stage,
                Fault.error(400, "Header was Bearer " + OpenAiServicesFixture.KEY + " and that is wrong", ""));
        fixture.script().fail(stage, Fault.error(400, "long ".repeat(100), ""));

        assertNoSecrets(assertThrows(ServiceException.Rejected.class, () -> call(stage)));
        ServiceException second = assertThrows(ServiceException.Rejected.class, () -> call(stage));
        assertNoSecrets(second);
        assertTrue(second.sentence().contains("Header was"), second.sentence());
        assertTrue(assertThrows(ServiceException.Rejected.class, () -> call(stage)).sentence().length() < 300);
    }

    private Optional<Duration> rateLimit() {
        return assertThrows(ServiceException.RateLimited.class, () -> call(Stage.CHAT)).retryAfter();
    }

    private void call(Stage stage) throws ServiceException {
        fixture.call(stage, new Cancellation());
    }

    private static String model(Stage stage) {
        return switch (stage) {
            case TRANSCRIPTION -> "whisper-1";
            case CHAT -> "gpt-4o-mini";
            case SPEECH -> "gpt-4o-mini-tts";
        };
    }

    /** Looks at all that a log would print, causes too. */
    private static void assertNoSecrets(ServiceException failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertFalse(printed.toString().contains("sk-planted"), printed.toString());
        assertFalse(printed.toString().contains("planted-key"), printed.toString());
        assertFalse(printed.toString().contains("grandmother"), printed.toString());
    }
}
