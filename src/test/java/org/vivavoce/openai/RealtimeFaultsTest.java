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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.RealtimeFault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RealtimeFaultsTest {

    private RealtimeFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new RealtimeFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    static Stream<Arguments> refusedHandshakes() {
        return Stream.of(
                arguments(
                        Fault.error(401, "Incorrect API key provided: " + OpenAiServicesFixture.KEY, "invalid_api_key"),
                        ServiceException.KeyRefused.class, "refused your key"),
                arguments(Fault.error(403, "You are not allowed.", ""), ServiceException.ModelNotAllowed.class,
                        RealtimeFixture.MODEL),
                arguments(Fault.error(404, "No such model.", "model_not_found"),
                        ServiceException.ModelNotAllowed.class, RealtimeFixture.MODEL),
                arguments(Fault.error(429, "You exceeded your current quota.", "insufficient_quota"),
                        ServiceException.QuotaExhausted.class, "no credit"),
                arguments(Fault.error(429, "Slow down.", "rate_limit_exceeded"), ServiceException.RateLimited.class,
                        "slow down"),
                arguments(Fault.error(500, "Oops.", ""), ServiceException.ServiceDown.class, "error 500"),
                arguments(Fault.status(503, "upstream connect error", Map.of()), ServiceException.ServiceDown.class,
                        "error 503"),
                arguments(Fault.error(400, "That is no model for this.", ""), ServiceException.Rejected.class,
                        "no model for this"),
                arguments(Fault.of(Fault.Kind.HTML), ServiceException.BadReply.class, "no socket"),
                arguments(Fault.of(Fault.Kind.CUT_BEFORE_HEADERS), ServiceException.NoNetwork.class, "127.0.0.1"));
    }

    @ParameterizedTest
    @MethodSource("refusedHandshakes")
    void everyRefusalOfASocketBecomesItsKindWithASentence(Fault fault, Class<? extends ServiceException> kind,
            String part) {
        fixture.script().refuse(fault);

        ServiceException failure = failure();

        assertEquals(kind, failure.getClass(), failure.sentence());
        assertTrue(failure.sentence().contains(part), failure.sentence());
        assertEquals(Stage.SPEECH, failure.stage());
        assertNoSecrets(failure);
        assertEquals(1, fixture.log().handshakes().size(), "not asked for again");
    }

    @Test
    void theWaitAskedForIsKnown() {
        fixture.script().refuse(Fault.status(429, "{}", Map.of("Retry-After", "17")));

        ServiceException.RateLimited failure = assertThrows(ServiceException.RateLimited.class,
                () -> fixture.speak("Hello."));

        assertEquals(Optional.of(Duration.ofSeconds(17)), failure.retryAfter());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insufficient_quota         | QuotaExhausted
            rate_limit_exceeded        | RateLimited
            server_error               | ServiceDown
            model_not_found            | ModelNotAllowed
            invalid_api_key            | KeyRefused
            invalid_value              | Rejected
            """)
    void everyErrorEventBecomesItsKind(String code, String kind) throws Exception {
        fixture.script().fail(new RealtimeFault(RealtimeFault.Kind.ERROR_EVENT, code,
                "Cannot say '" + OpenAiServicesFixture.SAID + "' now, " + OpenAiServicesFixture.KEY));

        ServiceException failure = failure();

        assertEquals(kind, failure.getClass().getSimpleName(), failure.sentence());
        assertNoSecrets(failure);
        assertEquals(1, fixture.log().sent("response.create").size(), "not asked for again");
        assertTrue(fixture.speak("Go on.").length > 44, "the socket speaks on");
        assertEquals(1, fixture.log().handshakes().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            invalid_request_error.model_not_found | ModelNotAllowed
            invalid_request_error.invalid_api_key | KeyRefused
            insufficient_quota                    | QuotaExhausted
            """)
    void aSocketThatIsClosedWithAReasonBecomesItsKind(String reason, String kind) {
        fixture.script().fail(new RealtimeFault(RealtimeFault.Kind.CLOSE_BEFORE_SOUND, reason, ""));

        ServiceException failure = failure();

        assertEquals(kind, failure.getClass().getSimpleName(), failure.sentence());
        assertEquals(1, fixture.log().handshakes().size(), "not asked for again");
    }

    @ParameterizedTest
    @EnumSource(value = RealtimeFault.Kind.class, names = {"NO_SOUND", "DAMAGED_SOUND", "NOT_JSON", "INCOMPLETE"})
    void everyBrokenAnswerIsABadReply(RealtimeFault.Kind kind) throws Exception {
        fixture.script().fail(kind);

        ServiceException failure = failure();

        assertEquals(ServiceException.BadReply.class, failure.getClass(), failure.sentence());
        assertTrue(failure.retryHelps());
        assertNoSecrets(failure);
        assertTrue(fixture.speak("Go on.").length > 44, "the next sentence succeeds");
    }

    @Test
    void aResponseThatFailsBecomesTheKindOfItsCode() {
        fixture.script().fail(new RealtimeFault(RealtimeFault.Kind.FAILED, "insufficient_quota", ""));

        assertEquals(ServiceException.QuotaExhausted.class, failure().getClass());
    }

    @Test
    void aServerThatIsNotThereIsNoNetworkWithItsHost() {
        fixture.server.close();

        ServiceException failure = failure();

        assertEquals(ServiceException.NoNetwork.class, failure.getClass(), failure.sentence());
        assertTrue(failure.sentence().contains("127.0.0.1"), failure.sentence());
        assertNoSecrets(failure);
    }

    @Test
    void silenceIsGivenUp() throws Exception {
        try (RealtimeFixture impatient = new RealtimeFixture(RealtimeFixture.MODEL, Duration.ofSeconds(1))) {
            impatient.server.prepare("Hello.");
            impatient.script().refuse(Fault.of(Fault.Kind.STALL_BEFORE_HEADERS));
            assertThrows(ServiceException.TimedOut.class, () -> impatient.speak("Hello."));

            impatient.script().fail(RealtimeFault.Kind.STALL_IN_SOUND);
            assertThrows(ServiceException.TimedOut.class, () -> impatient.speak("Hello."));
            impatient.log().awaitSent("closed", 2);
            assertEquals(0, impatient.server.realtime().sockets(), "a socket that fell silent is not used again");
        }
    }

    @ParameterizedTest
    @CsvSource({"ftp://example.org, sk-1", "http://127.0.0.1:1/v1, key with spaces"})
    void whatIsNoAddressAndNoKeyFailsWithASentence(String address, String key) {
        HttpTransport transport = new HttpTransport(fixture.threads);
        try (var voice = RealtimeSpeech.voice(new ServiceEndpoint(address, key, RealtimeFixture.MODEL), transport,
                fixture)) {
            assertThrows(ServiceException.class,
                    () -> voice.speak(RealtimeFixture.sentence("Hello."), new Cancellation()));
        }
        transport.close();
    }

    private ServiceException failure() {
        return assertThrows(ServiceException.class, () -> fixture.speak(OpenAiServicesFixture.SAID + "."));
    }

    /** Looks at all that a log would print, causes too. */
    private static void assertNoSecrets(ServiceException failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertFalse(printed.toString().contains("planted-key"), printed.toString());
        assertFalse(printed.toString().contains("grandmother"), printed.toString());
    }
}
