package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.Recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The reply's ten words begin at 1 s, one every 0.4 s; the user breaks in at 3.05 s, in the sixth word. */
class InterruptionMeasureTest {

    private static final String REPLY = "one two three four five six seven eight nine ten";
    private static final double ONSET_MS = 3050;

    private final InterruptionMeasure measure = new InterruptionMeasure(WordVoice::speak, WordVoice::wordStarts);

    @Test
    void duckingAndSilenceAreFoundInTheRecording() throws Exception {
        MadeUpTurn turn = reply().partnerIsTurnedTo(0.3, ONSET_MS + 120, 30_000)
                .partnerIsTurnedTo(0, ONSET_MS + 290, 30_000);

        Interruption found = measure.of(known(turn, "one two three four five", 0));

        assertTrue(found.silenced());
        assertEquals(2050, found.atMs(), 2);
        assertEquals(120, found.duckMs().orElseThrow(), 20);
        assertEquals(250, found.silentMs(), 3); // where the sixth word ends
        assertEquals(OptionalInt.of(-1), found.wordsOff());
    }

    @Test
    void aReplyThatIsCutWithoutDuckingIsQuieterFromThereOn() throws Exception {
        MadeUpTurn turn = reply().partnerIsTurnedTo(0, ONSET_MS + 200, 30_000);

        Interruption found = measure.of(known(turn, "one two three four five", 0));

        assertEquals(200, found.duckMs().orElseThrow(), 20);
        assertEquals(200, found.silentMs(), 3);
        assertEquals(OptionalInt.of(0), found.wordsOff(), "the sixth word did not sound to its end");
    }

    @Test
    void aReplyThatGoesOnWasMissed() throws Exception {
        assertFalse(measure.of(known(reply(), "", 0)).silenced());
    }

    @Test
    void theSlowestCancelledRequestTells() throws Exception {
        MadeUpTurn turn = reply().partnerIsTurnedTo(0, ONSET_MS + 200, 30_000);

        Interruption found = measure.of(known(turn, "one two three four five", 3300));

        assertEquals(70, found.cancelledMs().orElseThrow(), 1);
    }

    private static MadeUpTurn reply() {
        return new MadeUpTurn().chat(100, "user: Tell me.").speech(200, REPLY).event(1000, "first-sound")
                .partnerSounds(1000, WordVoice.sound(REPLY))
                .userSays(ONSET_MS, Tones.sine(Recorder.RATE, 300, -20, Duration.ofMillis(1500)));
    }

    /** @param cancelledMs when the second request for speech was gone; 0 for none */
    private static InterruptionMeasure.Known known(MadeUpTurn turn, String kept, double cancelledMs) {
        if (cancelledMs != 0) {
            turn.speechCancelled(3000, "eleven twelve", cancelledMs);
        }
        turn.chat(5000, "user: Tell me.", "assistant: " + kept, "user: [INTERRUPTED] No.");
        return new InterruptionMeasure.Known(turn.record(), MadeUpTurn.nanos(1000), MadeUpTurn.nanos(2000),
                MadeUpTurn.nanos(ONSET_MS + 180), MadeUpTurn.nanos(6000));
    }

    @Test
    void whatTheUserSaysOverTheNextReplyIsAnotherInterruption() throws Exception {
        MadeUpTurn turn = reply().partnerIsTurnedTo(0, ONSET_MS + 200, 30_000)
                .partnerSounds(6000, WordVoice.sound("well"))
                .userSays(6100, Tones.sine(Recorder.RATE, 300, -20, Duration.ofMillis(400)));

        Interruption found = measure.of(known(turn, "one two three four five", 0));

        assertEquals(200, found.silentMs(), 3);
        assertEquals(OptionalInt.of(0), found.wordsOff());
    }

    @Test
    void duckingInAPauseOfTheReplyIsCountedFromThePause() throws Exception {
        MadeUpTurn turn = reply().partnerIsTurnedTo(0.3, ONSET_MS + 300, 30_000) // the sixth word ends after 250
                .partnerIsTurnedTo(0, ONSET_MS + 650, 30_000);

        assertEquals(250, measure.of(known(turn, "one two three four five six", 0)).duckMs().orElseThrow(), 20);
    }

    @Test
    void whereOnlyTheEndOfAPieceFollowsNothingIsSaidOfDucking() {
        WaveFile piece = WordVoice.sound("one two three");
        MadeUpTurn turn = new MadeUpTurn().partnerSounds(1000, piece);

        assertTrue(new DuckFinder(List.of(piece)).duckedAfterMs(turn.record().heard(), MadeUpTurn.nanos(1900))
                .isEmpty());
    }

    @Test
    void aReplyThatGoesOnAsLoudIsNotDucked() {
        WaveFile piece = WordVoice.sound("one two three four five");
        MadeUpTurn turn = new MadeUpTurn().partnerSounds(1000, piece);

        assertEquals(Double.POSITIVE_INFINITY, new DuckFinder(List.of(piece))
                .duckedAfterMs(turn.record().heard(), MadeUpTurn.nanos(1800)).orElseThrow());
    }
}
