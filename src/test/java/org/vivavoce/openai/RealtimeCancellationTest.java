package org.vivavoce.openai;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
import org.vivavoce.openai.testing.Delays;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.RealtimeFault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RealtimeCancellationTest {

    private final Cancellation cancellation = new Cancellation();
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
    @EnumSource(value = RealtimeFault.Kind.class, names = {"STALL_BEFORE_SOUND", "STALL_IN_SOUND"})
    void cancellingFreesTheReaderAndStopsTheResponseByItsName(RealtimeFault.Kind where) throws Exception {
        fixture.script().fail(where);
        Future<byte[]> speaking = speakInBackground();
        String id = fixture.log().awaitAnswered("response.created", 1).event().path("response").path("id").asText();
        if (where == RealtimeFault.Kind.STALL_IN_SOUND) {
            fixture.log().awaitAnswered("response.output_audio.delta", 1);
        }

        cancellation.cancel();

        assertCancelled(speaking);
        assertEquals(id, fixture.log().awaitSent("response.cancel", 1).event().path("response_id").asText());
        assertEquals("cancelled",
                fixture.log().awaitAnswered("response.done", 1).event().path("response").path("status").asText());
        assertEquals(1, fixture.log().sent("response.cancel").size());
    }

    @Test
    void afterACancelTheSocketSpeaksOn() throws Exception {
        fixture.script().fail(RealtimeFault.Kind.STALL_IN_SOUND);
        Future<byte[]> speaking = speakInBackground();
        fixture.log().awaitAnswered("response.output_audio.delta", 1);
        cancellation.cancel();
        assertCancelled(speaking);

        assertTrue(fixture.speak("Go on, please.").length > 1000);

        assertEquals(1, fixture.log().handshakes().size());
    }

    @Test
    void closingTheStreamBeforeItsEndStopsTheResponse() throws Exception {
        fixture.script().fail(RealtimeFault.Kind.STALL_IN_SOUND);

        fixture.voice.speak(RealtimeFixture.sentence("Hello."), cancellation).close();

        fixture.log().awaitSent("response.cancel", 1);
    }

    @Test
    void aStreamReadToItsEndIsNotCancelled() throws Exception {
        fixture.speak(RealtimeFixture.sentence("Hello."), cancellation);
        cancellation.cancel();
        fixture.speak("Again.");

        assertEquals(List.of(), fixture.log().sent("response.cancel"));
    }

    @Test
    void aTokenThatIsCancelledAlreadyOpensNothing() {
        cancellation.cancel();

        assertThrows(ServiceException.Cancelled.class,
                () -> fixture.speak(RealtimeFixture.sentence("Hello."), cancellation));

        assertEquals(List.of(), fixture.log().handshakes());
    }

    @Test
    void cancellingWhileTheSocketIsBeingOpenedFreesTheReader() throws Exception {
        fixture.script().refuse(Fault.of(Fault.Kind.STALL_BEFORE_HEADERS));
        Future<byte[]> speaking = speakInBackground();
        fixture.log().awaitHandshakes(1);

        cancellation.cancel();

        assertCancelled(speaking);
    }

    @Test
    void soundThatHasArrivedIsNotReadAfterACancel() throws Exception {
        try (SpeechStream stream = fixture.voice.speak(RealtimeFixture.sentence("Hello."), cancellation)) {
            assertTrue(stream.read(new byte[1]) > 0);
            cancellation.cancel();
            assertThrows(ServiceException.Cancelled.class, () -> stream.read(new byte[1]));
        }
    }

    @Test
    void cancellingOneSentenceLeavesTheOtherAlone() throws Exception {
        fixture.script().fail(RealtimeFault.Kind.STALL_IN_SOUND);
        Future<byte[]> cancelled = speakInBackground();
        fixture.log().awaitAnswered("response.output_audio.delta", 1);
        fixture.server.script().delays(Delays.NONE.with(new Delays.Speech(Duration.ZERO, 20, Duration.ZERO)));
        Future<byte[]> other = fixture.speakInBackground("This one is wanted to its end.");
        fixture.log().awaitAnswered("response.created", 2);

        cancellation.cancel();

        assertCancelled(cancelled);
        assertEquals(44 + 2 * fixture.server.spoken("This one is wanted to its end.").length,
                other.get(20, TimeUnit.SECONDS).length);
    }

    @Test
    void closingTheVoiceEndsWhatIsUnderWayAsCancelled() throws Exception {
        fixture.script().fail(RealtimeFault.Kind.STALL_BEFORE_SOUND);
        Future<byte[]> speaking = speakInBackground();
        fixture.log().awaitAnswered("response.created", 1);

        fixture.closeVoice();

        assertCancelled(speaking);
        assertThrows(ServiceException.Cancelled.class, () -> fixture.speak("Too late."));
    }

    private Future<byte[]> speakInBackground() {
        return fixture.threads.submit(() -> fixture.speak(RealtimeFixture.sentence("A sentence to be cut."),
                cancellation));
    }

    private static void assertCancelled(Future<byte[]> speaking) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> speaking.get(20, TimeUnit.SECONDS));
        assertInstanceOf(ServiceException.Cancelled.class, thrown.getCause());
    }
}
