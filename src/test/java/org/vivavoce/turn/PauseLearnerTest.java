package org.vivavoce.turn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PauseLearnerTest {

    private final PauseLearner learner = new PauseLearner(1000, 500, 3000);

    @Test
    void whoPausesLongGetsMoreTimeStepByStep() {
        wentOn(6, 1800);
        assertEquals(1100, learner.holdMs());
        wentOn(30, 1800);

        assertEquals(1950, learner.holdMs());
    }

    @Test
    void whoPausesShortlyIsAnsweredSooner() {
        wentOn(60, 400);

        assertEquals(550, learner.holdMs());
    }

    @Test
    void theBoundsHold() {
        wentOn(100, 8000);
        assertEquals(3000, learner.holdMs());
        wentOn(200, 260);
        assertEquals(500, learner.holdMs());
    }

    @Test
    void oneLongThoughtIsNoHabit() {
        wentOn(30, 500);
        int before = learner.holdMs();
        learner.wentOnAfter(2900);

        assertEquals(before, learner.holdMs());
    }

    @Test
    void withoutRoomNothingIsLearned() {
        PauseLearner fixed = new PauseLearner(1000, 0, 0);
        for (int i = 0; i < 50; i++) {
            fixed.wentOnAfter(2000);
        }

        assertEquals(1000, fixed.holdMs());
    }

    @Test
    void theMachineLearnsFromPausesWithinATurnAndFromTurnsThatWereEndedTooSoon() {
        ScriptedTurns turns = ScriptedTurns.listening(TurnValues.adaptive(1000, 0).learning(500, 3000));
        for (int turn = 0; turn < 20; turn++) {
            turns.speaks(1000).isQuiet(1500).speaks(1000).isQuiet(3000).on(new TurnEvent.PartnerFinished());
        }

        assertTrue(turns.holdMs() > 1500, "hold " + turns.holdMs());
    }

    private void wentOn(int times, long pauseMs) {
        for (int i = 0; i < times; i++) {
            learner.wentOnAfter(pauseMs);
        }
    }
}
