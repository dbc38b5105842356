package org.vivavoce.turn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BargeInTest {

    private final BargeIn bargeIn = new BargeIn(TurnValues.adaptive(1000, 0)); // 250 ms, 80 %

    @Test
    void aQuarterSecondOfSpeechBreaksIn() {
        assertFalse(bargeIn.isBreakingIn(new VoiceActivity(true, 1000, 1240, 240), 1240));
        assertTrue(bargeIn.isBreakingIn(new VoiceActivity(true, 1000, 1250, 250), 1250));
    }

    @Test
    void fourFifthsOfItMustBeLoud() {
        assertFalse(bargeIn.isBreakingIn(new VoiceActivity(true, 1000, 1250, 190), 1250));
        assertTrue(bargeIn.isBreakingIn(new VoiceActivity(true, 1000, 1250, 200), 1250));
    }

    @Test
    void soundThatIsOverDoesNotBreakIn() {
        assertFalse(bargeIn.isBreakingIn(new VoiceActivity(true, 1000, 1240, 240), 1300));
        assertFalse(bargeIn.isBreakingIn(new VoiceActivity(false, 1000, 1300, 300), 1310));
    }
}
