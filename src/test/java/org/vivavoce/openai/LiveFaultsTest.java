package org.vivavoce.openai;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.PieceFault;
import org.vivavoce.openai.testing.PieceFault.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** A piece of speech is never lost: it is with the service, or the caller is told and has it still. */
class LiveFaultsTest {

    private static final String COMMIT = "input_audio_buffer.commit";
    private static final short[] PIECE = LiveFixture.speech(1500, 3);

    private LiveFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new LiveFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"ERROR_EVENT", "STALL"}, mode = EnumSource.Mode.EXCLUDE)
    void aDictatedPieceThatGoesWrongIsSentWholeOnANewSocket(Kind kind) throws Exception {
        fixture.script().fail(kind);
        fixture.dictates(PIECE);

        String text = transcribed();

        assertEquals("utterance " + fixture.server.log().of(Stage.TRANSCRIPTION).size(), text);
        assertWhole(2);
    }

    @ParameterizedTest
    @CsvSource({"server_error", "session_expired"})
    void anErrorInPlaceOfAPieceDoesNotLoseIt(String code) throws Exception {
        fixture.script().fail(new PieceFault(Kind.ERROR_EVENT, code, "Oops."));
        fixture.dictates(PIECE);

        assertEquals("utterance 1", transcribed());

        assertWhole(2);
    }

    @Test
    void silenceIsGivenUpAndThePieceSentWhole() throws Exception {
        try (LiveFixture impatient = new LiveFixture(Duration.ofSeconds(1))) {
            impatient.script().fail(Kind.STALL);
            impatient.dictates(PIECE);

            assertEquals("utterance 2", impatient.transcribe(PIECE));

            impatient.log().awaitSent("closed", 1);
            LiveFixture.assertHeard(PIECE, impatient.log().pieces().getLast());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"CLOSE_BEFORE_COMMIT", "CUT_BEFORE_COMMIT", "CLOSE_AFTER_COMMIT",
        "CUT_AFTER_COMMIT"})
    void whatBreaksTwiceIsToldAndCanBeSentAgain(Kind kind) throws Exception {
        fixture.script().fail(kind);
        fixture.script().fail(kind);
        fixture.dictates(PIECE);

        assertEquals(ServiceException.NoNetwork.class, failure().getClass());
        assertEquals(2, fixture.log().handshakes().size());

        transcribed();
        assertWhole(3);
    }

    @Test
    void aWholePieceWhoseOpenSocketBreaksIsSentOnANewOne() throws Exception {
        fixture.transcribe(LiveFixture.speech(300, 4));
        fixture.script().fail(Kind.CUT_AFTER_COMMIT);

        assertEquals("utterance 3", transcribed());

        assertWhole(2);
    }

    @ParameterizedTest
    @CsvSource({"insufficient_quota,QuotaExhausted", "model_not_found,ModelNotAllowed", "invalid_value,Rejected",
        "rate_limit_exceeded,RateLimited"})
    void whatTryingAgainDoesNotMendIsToldAtOnce(String code, String kind) {
        fixture.script().fail(new PieceFault(Kind.ERROR_EVENT, code,
                "Cannot take '" + OpenAiServicesFixture.SAID + "', " + OpenAiServicesFixture.KEY));
        fixture.dictates(PIECE);

        ServiceException failure = failure();

        assertEquals(kind, failure.getClass().getSimpleName(), failure.sentence());
        assertEquals(Stage.TRANSCRIPTION, failure.stage());
        assertNoSecrets(failure);
        assertEquals(1, fixture.log().sent(COMMIT).size());
        assertEquals(1, fixture.log().handshakes().size());
    }

    @ParameterizedTest
    @CsvSource({"401,KeyRefused", "403,ModelNotAllowed", "429,RateLimited"})
    void aRefusedSocketIsToldAndNotAskedForAgain(int status, String kind) {
        fixture.script().refuse(Fault.status(status, "{}", Map.of()));
        fixture.dictates(PIECE);

        assertEquals(kind, failure().getClass().getSimpleName());

        assertEquals(1, fixture.log().handshakes().size());
    }

    @Test
    void aServerThatIsNotThereIsNoNetworkWithItsHost() {
        fixture.server.close();
        fixture.dictates(PIECE);

        ServiceException failure = failure();

        assertEquals(ServiceException.NoNetwork.class, failure.getClass(), failure.sentence());
        assertNoSecrets(failure);
    }

    @Test
    void whatHasNoWordsForTheServiceIsAnEmptyTranscript() throws Exception {
        fixture.script().fail(new PieceFault(Kind.FAILED, "audio_unintelligible", ""));
        fixture.dictates(PIECE);

        assertEquals("", transcribed());

        assertEquals(1, fixture.log().handshakes().size(), "not asked for again");
    }

    @Test
    void aHintThatTheServiceDoesNotTakeIsLeftOutFromThenOn() throws Exception {
        fixture.script().refuseFields("keywords", "prompt");
        fixture.dictates(PIECE);

        assertEquals("utterance 1", transcribed());
        fixture.later(Duration.ofMinutes(56));
        assertEquals("utterance 2", transcribed());

        assertEquals(4, fixture.log().sent("session.update").size(), "three for the first session, one for the second");
        LiveFixture.assertHeard(PIECE, fixture.log().pieces().getFirst());
        assertFalse(fixture.log().sent("session.update").getLast().event().toString().contains("keywords"));
    }

    @Test
    void settingsThatAreRefusedAreToldWithoutWhatWasSaid() {
        fixture.script().refuseFields("model");
        fixture.dictates(PIECE);

        ServiceException failure = failure();

        assertFalse(failure instanceof ServiceException.NoNetwork, failure.sentence());
        assertNoSecrets(failure);
        assertEquals(0, fixture.log().pieces().size());
    }

    private String transcribed() throws ServiceException {
        return fixture.transcribe(PIECE);
    }

    private ServiceException failure() {
        return assertThrows(ServiceException.class, this::transcribed);
    }

    /** The last that was committed is all of it, on the socket with that number. */
    private void assertWhole(int socket) {
        LiveFixture.assertHeard(PIECE, fixture.log().pieces().getLast());
        assertEquals(socket, fixture.log().pieces().getLast().socket());
        assertEquals(socket, fixture.log().handshakes().size());
    }

    /** Looks at all that a log would print, causes too. */
    private static void assertNoSecrets(ServiceException failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertFalse(printed.toString().contains("planted-key"), printed.toString());
        assertFalse(printed.toString().contains("grandmother"), printed.toString());
    }
}
