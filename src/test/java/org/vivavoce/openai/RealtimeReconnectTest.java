package org.vivavoce.openai;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.RealtimeFault;
import org.vivavoce.openai.testing.RealtimeFault.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RealtimeReconnectTest {

    private static final String TEXT = "A sentence that must not be lost.";

    private RealtimeFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new RealtimeFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"CLOSE_BEFORE_SOUND", "CUT_BEFORE_SOUND"})
    void aSentenceOfWhichNothingWasHeardIsAskedForOnANewSocketAtOnce(Kind fault) throws Exception {
        fixture.script().fail(fault);

        assertWhole(fixture.speak(TEXT));

        assertEquals(2, fixture.log().handshakes().size());
        assertEquals(2, fixture.log().sent("response.create").size());
    }

    @Test
    void aSentenceOfWhichNothingWasHeardInTimeIsAskedForOnANewSocket() throws Exception {
        try (RealtimeFixture impatient = new RealtimeFixture(RealtimeFixture.MODEL, Duration.ofSeconds(1))) {
            impatient.server.prepare("Hello.");
            impatient.script().fail(Kind.STALL_BEFORE_SOUND);

            assertTrue(impatient.speak("Hello.").length > 44);

            assertEquals(2, impatient.log().handshakes().size());
        }
    }

    @Test
    void aSessionThatExpiresBeforeASentenceBeginsIsFollowedByANewOne() throws Exception {
        fixture.script().fail(new RealtimeFault(Kind.ERROR_EVENT, "session_expired",
                "Your session hit the maximum duration of 60 minutes."));

        assertWhole(fixture.speak(TEXT));

        assertEquals(2, fixture.log().handshakes().size());
    }

    @Test
    void itIsAskedForOnceMoreAndNotForEver() {
        fixture.script().fail(Kind.CUT_BEFORE_SOUND);
        fixture.script().fail(Kind.CUT_BEFORE_SOUND);

        ServiceException failure = assertThrows(ServiceException.NoNetwork.class, () -> fixture.speak(TEXT));

        assertTrue(failure.retryHelps());
        assertEquals(2, fixture.log().handshakes().size());
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"CLOSE_IN_SOUND", "CUT_IN_SOUND"})
    void aSentenceThatWasPartlyHeardFailsSoThatItCanBeTriedAgain(Kind fault) throws Exception {
        fixture.script().fail(fault);

        try (SpeechStream stream = fixture.voice.speak(RealtimeFixture.sentence(TEXT), new Cancellation())) {
            assertTrue(stream.read(new byte[100]) > 0);
            ServiceException failure = assertThrows(ServiceException.NoNetwork.class,
                    () -> RealtimeFixture.rest(stream));
            assertTrue(failure.retryHelps());
        }

        assertEquals(1, fixture.log().sent("response.create").size());
        assertWhole(fixture.speak(TEXT));
    }

    @ParameterizedTest
    @CsvSource({"1000, ''", "1001, ''", "1001, Your session hit the maximum duration of 60 minutes."})
    void anIdleSocketThatTheServerClosesIsOpenedAnewWithoutAWord(int code, String reason) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertWhole(fixture.speak(TEXT));
            fixture.server.realtime().closeSockets(code, reason);
        }

        assertWhole(fixture.speak(TEXT));
        assertEquals(4, fixture.log().handshakes().size());
    }

    @Test
    void aSocketThatCannotBeOpenedAgainTellsWhy() throws Exception {
        fixture.speak(TEXT);
        fixture.script().fail(Kind.CUT_BEFORE_SOUND);
        fixture.script().refuse(Fault.error(401, "Revoked.", "invalid_api_key"));

        assertThrows(ServiceException.KeyRefused.class, () -> fixture.speak(TEXT));

        assertEquals(2, fixture.log().handshakes().size());
    }

    private void assertWhole(byte[] file) throws Exception {
        assertEquals(44 + 2 * fixture.server.spoken(TEXT).length, file.length);
    }
}
