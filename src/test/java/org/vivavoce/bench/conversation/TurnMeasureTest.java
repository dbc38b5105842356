package org.vivavoce.bench.conversation;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.Recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TurnMeasureTest {

    private static final String CLAUSE = "That is a clear answer.";
    private static final String REPLY = CLAUSE + " What comes next?";
    private static final double CLAUSE_FLOOR_MS = 550 + 5 * 1000 / 60.0; // 23 characters are six tokens

    private final TurnMeasure measure = new TurnMeasure(chat -> REPLY, WordVoice::speak);

    @Test
    void theGapIsFromTheLastSampleOfTheUserToTheFirstOfTheReply() throws Exception {
        TurnFigures figures = measure.of(answered(5000 + 2317).record());

        assertEquals(4000, figures.spokenMs(), 2);
        assertEquals(2317, figures.gapMs(), 2);
        assertEquals(0, figures.cutOffs());
        assertFalse(figures.filler());
        assertTrue(figures.isWhole());
    }

    @Test
    void theFloorIsWhatTheServicesTakeForWhatWasStillOpen() throws Exception {
        TurnFigures figures = measure.of(answered(8000).record());

        assertEquals(250 + 700 + 0.05 * 2000 + CLAUSE_FLOOR_MS + 800, figures.floorMs(), 0.1);
        assertEquals(2 * 3000 - 1000, figures.sentMs(), 0.1);
        assertEquals(1, figures.chats());
        assertEquals(700, new TurnFigures(1, 1, 400, 1, 1, 0, false).boundMs(700));
    }

    @Test
    void aFillerIsNotTheReply() throws Exception {
        MadeUpTurn turn = answered(12_000).partnerSounds(7500, WordVoice.sound("Hm well")).event(7500, "first-sound");

        TurnFigures figures = measure.of(turn.record());

        assertTrue(figures.filler());
        assertEquals(7000, figures.gapMs(), 3);
    }

    @Test
    void whatSoundsWhileTheUserSpeaksIsACutOff() throws Exception {
        MadeUpTurn turn = answered(8000).partnerSounds(3000, WordVoice.sound("Hm well"));

        assertEquals(1, measure.of(turn.record()).cutOffs());
        assertFalse(measure.of(turn.record()).isWhole());
    }

    @Test
    void aTurnThatIsAnsweredInTwoPartsIsACutOff() throws Exception {
        MadeUpTurn turn = answered(8000).event(12_000, "first-sound");

        assertEquals(1, measure.of(turn.record()).cutOffs());
    }

    @Test
    void aSpeculativeReplyThatWasCancelledDoesNotCount() throws Exception {
        MadeUpTurn turn = new MadeUpTurn().userSays(1000, speech(4000)).upload(2600, Duration.ofSeconds(1))
                .chat(3000, "user: half").speechCancelled(3500, CLAUSE, 3600).upload(5250, Duration.ofSeconds(3))
                .chat(6100, "user: whole").speech(6700, CLAUSE).event(7600, "first-sound")
                .partnerSounds(7600, WordVoice.sound(REPLY));

        TurnFigures figures = measure.of(turn.record());

        assertEquals(2600, figures.gapMs(), 2);
        assertEquals(250 + 700 + 0.05 * 3000 + CLAUSE_FLOOR_MS + 800, figures.floorMs(), 0.1);
        assertEquals(2, figures.chats());
    }

    /** The user speaks from 1 s to 5 s. */
    private static MadeUpTurn answered(double replyMs) {
        return new MadeUpTurn().userSays(1000, speech(4000)).upload(3000, Duration.ofSeconds(3))
                .upload(5250, Duration.ofSeconds(2)).chat(6000, "system: be kind", "user: hello")
                .speech(6600, CLAUSE).speech(7600, "What comes next?").event(replyMs, "first-sound")
                .partnerSounds(replyMs, WordVoice.sound(REPLY));
    }

    private static WaveFile speech(int ms) {
        return Tones.sine(Recorder.RATE, 300, -20, Duration.ofMillis(ms));
    }
}
