package org.vivavoce.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.openai.testing.PieceFault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RealtimeSpeechToTextTest {

    private static final String APPEND = "input_audio_buffer.append";
    private static final String COMMIT = "input_audio_buffer.commit";
    private static final String CLEAR = "input_audio_buffer.clear";
    private static final short[] PIECE = LiveFixture.speech(2350, 1);
    private static final short[] OTHER = LiveFixture.speech(1200, 2);

    private LiveFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new LiveFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void whatIsDictatedIsHeardAsItWouldBeUploaded() throws Exception {
        fixture.server.script().transcripts("  I build bridges. ");
        fixture.dictates(PIECE);

        assertEquals("I build bridges.", fixture.transcribe(PIECE));

        assertHeard(PIECE, 0);
        assertEquals(1, fixture.log().sent(COMMIT).size());
    }

    @Test
    void mostOfAPieceIsThereBeforeItEnds() throws Exception {
        fixture.says(PIECE, 2000);
        fixture.log().awaitSent(APPEND, 19);
        assertEquals(List.of(), fixture.log().sent(COMMIT));

        fixture.dictation().end(PIECE);
        fixture.transcribe(PIECE);

        assertHeard(PIECE, 0);
    }

    @Test
    void theSessionIsOneForTranscriptionsAndGetsTheHints() throws Exception {
        fixture.dictates(PIECE);
        fixture.transcribe(PIECE);

        assertEquals("intent=transcription", fixture.log().handshakes().getFirst().query(), "and no model");
        JsonNode session = fixture.log().sent("session.update").getFirst().event().path("session");
        assertEquals("transcription", session.path("type").asText());
        JsonNode input = session.path("audio").path("input");
        assertEquals("{\"type\":\"audio/pcm\",\"rate\":24000}", input.path("format").toString());
        assertTrue(input.path("turn_detection").isNull());
        assertEquals(
                "{\"model\":\"gpt-live-transcribe\",\"languages\":[\"es\"],\"keywords\":[\"Kubernetes\",\"CI/CD\"],"
                        + "\"prompt\":\"" + OpenAiServicesFixture.SAID + "\"}",
                input.path("transcription").toString());
    }

    @Test
    void aPieceThatWasNotDictatedIsSentWhole() throws Exception {
        assertEquals("utterance 1", fixture.transcribe(PIECE));

        assertHeard(PIECE, 0);
    }

    @Test
    void aPieceIsTakenOnceAndSentWholeAfterThat() throws Exception {
        fixture.dictates(PIECE);
        assertEquals("utterance 1", fixture.transcribe(PIECE));

        assertEquals("utterance 2", fixture.transcribe(PIECE));

        assertHeard(PIECE, 1);
        assertEquals(1, fixture.log().handshakes().size());
    }

    @Test
    void nothingOfWhatIsDroppedIsInTheNextPiece() throws Exception {
        fixture.says(PIECE, 1000);
        fixture.dictation().drop();
        fixture.dictates(OTHER);

        fixture.transcribe(OTHER);

        assertEquals(1, fixture.log().sent(CLEAR).size());
        assertEquals(1, fixture.log().pieces().size());
        assertHeard(OTHER, 0);
    }

    @Test
    void beginningAnewDropsWhatWasBegun() throws Exception {
        fixture.says(PIECE, 1000);
        fixture.dictates(OTHER);

        fixture.transcribe(OTHER);

        assertHeard(OTHER, 0);
    }

    @Test
    void aPieceThatEndsEarlierThanWasSaidIsSentWhole() throws Exception {
        short[] early = Arrays.copyOf(PIECE, PIECE.length / 2);
        fixture.says(PIECE, 2000);
        fixture.dictation().end(early);

        assertEquals("utterance 1", fixture.transcribe(early));

        assertEquals(1, fixture.log().sent(CLEAR).size());
        assertHeard(early, 0);
    }

    @Test
    void theNextPieceMayBeSaidWhileTheLastIsInWork() throws Exception {
        fixture.dictates(PIECE);
        fixture.dictates(OTHER);

        assertEquals("utterance 2", fixture.transcribe(OTHER));
        assertEquals("utterance 1", fixture.transcribe(PIECE));

        assertHeard(PIECE, 0);
        assertHeard(OTHER, 1);
        assertEquals(1, fixture.log().handshakes().size(), "one socket listens to all");
    }

    @Test
    void aWholePieceIsSentBesideWhatIsBeingSaid() throws Exception {
        fixture.says(PIECE, 1000);
        fixture.transcribe(OTHER);
        fixture.dictation().end(PIECE);
        fixture.transcribe(PIECE);

        assertHeard(OTHER, 0);
        assertHeard(PIECE, 1);
        assertEquals(2, fixture.log().handshakes().size());
    }

    @Test
    void settingsAreSentAgainOnlyWhereTheyChange() throws Exception {
        for (int i = 0; i < 3; i++) {
            fixture.dictates(PIECE);
            fixture.transcribe(PIECE);
        }
        assertEquals(1, fixture.log().sent("session.update").size());

        TranscriptionRequest withoutPrompt = new TranscriptionRequest(new WavEncoder().encode(OTHER),
                LiveFixture.HINTS.languageCode(), "", LiveFixture.KEYWORDS);
        fixture.recogniser.transcribe(withoutPrompt, new Cancellation());

        JsonNode update = fixture.log().sent("session.update").getLast().event();
        assertEquals("", update.at("/session/audio/input/transcription/prompt").textValue(), "the last one is cleared");
        assertEquals(1, fixture.log().handshakes().size());
    }

    @Test
    void aSessionIsLeftBeforeItExpires() throws Exception {
        fixture.dictates(PIECE);
        fixture.transcribe(PIECE);
        fixture.later(Duration.ofMinutes(56));
        fixture.dictates(OTHER);
        fixture.transcribe(OTHER);

        assertEquals(2, fixture.log().pieces().getLast().socket());
        fixture.log().awaitSent("closed", 1);
    }

    @Test
    void aSocketThatTheServiceClosedWhileNothingWasSaidIsReplacedWithoutAWord() throws Exception {
        fixture.dictates(PIECE);
        fixture.transcribe(PIECE);
        fixture.server.realtime().closeSockets(1001, "");
        fixture.log().awaitSent("closed", 1);

        fixture.dictates(OTHER);

        assertEquals("utterance 2", fixture.transcribe(OTHER));
        assertHeard(OTHER, 1);
    }

    @Test
    void cancellingFreesWhoeverWaitsAndTheSocketListensOn() throws Exception {
        fixture.script().fail(PieceFault.Kind.STALL);
        Cancellation cancellation = new Cancellation();
        fixture.dictates(PIECE);
        Future<String> waiting = fixture.transcribeInBackground(PIECE, cancellation);
        fixture.log().awaitAnswered("input_audio_buffer.committed", 1);

        cancellation.cancel();

        assertCancelled(waiting);
        fixture.dictates(OTHER);
        assertEquals("utterance 2", fixture.transcribe(OTHER));
        assertEquals(1, fixture.log().handshakes().size());
    }

    @Test
    void aPieceWhoseRequestIsCancelledAlreadyIsNotSent() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        assertThrows(ServiceException.Cancelled.class, () -> fixture.transcribe(PIECE, cancellation));

        assertEquals(List.of(), fixture.log().handshakes());
    }

    @Test
    void aSecondRequestForASlowPieceCommitsItWholeOnAnotherSocket() throws Exception {
        fixture.script().fail(PieceFault.Kind.STALL);
        Cancellation first = new Cancellation();
        fixture.dictates(PIECE);
        Thread slow = new Thread(
                () -> assertThrows(ServiceException.Cancelled.class, () -> fixture.transcribe(PIECE, first)));
        slow.start();
        while (slow.getState() != Thread.State.TIMED_WAITING) { // it has the piece and waits for its words
            Thread.onSpinWait();
        }

        assertEquals("utterance 2", fixture.transcribe(PIECE));

        first.cancel();
        slow.join();
        assertEquals(2, fixture.log().sent(COMMIT).size());
        assertHeard(PIECE, 1);
        assertNotEquals(fixture.log().pieces().get(0).socket(), fixture.log().pieces().get(1).socket());
    }

    @Test
    void closingEndsWhatIsUnderWayAsCancelled() throws Exception {
        fixture.script().fail(PieceFault.Kind.STALL);
        Future<String> waiting = fixture.transcribeInBackground(PIECE, new Cancellation());
        fixture.log().awaitAnswered("input_audio_buffer.committed", 1);

        fixture.closeRecogniser();

        assertCancelled(waiting);
        fixture.says(OTHER, 100); // nobody listens any more
        fixture.dictation().end(OTHER);
        assertThrows(ServiceException.Cancelled.class, () -> fixture.transcribe(OTHER));
    }

    private void assertHeard(short[] piece, int index) {
        LiveFixture.assertHeard(piece, fixture.log().pieces().get(index));
    }

    private static void assertCancelled(Future<String> waiting) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> waiting.get(20, TimeUnit.SECONDS));
        assertInstanceOf(ServiceException.Cancelled.class, thrown.getCause());
    }
}
