package org.vivavoce.ui.talk;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PulseTest {

    private final Pulse pulse = new Pulse();

    private double at(int ms, TalkState state, double user, double partner) {
        return pulse.at(Duration.ofMillis(ms), state, user, partner);
    }

    @Test
    void itRisesQuicklyAndFallsSlowly() {
        double first = at(0, TalkState.HEARING, -12, -100);
        double second = at(50, TalkState.HEARING, -12, -100);
        double third = at(100, TalkState.HEARING, -100, -100);
        assertTrue(first > 0.5 && second > 0.8, first + " " + second);
        assertTrue(third > 0.6 && third < second, third + " after " + second);
    }

    @Test
    void onlyTheVoiceOfTheOneWhoSpeaksMovesIt() {
        assertEquals(0, at(0, TalkState.HEARING, -100, -5));
        assertEquals(0, at(0, TalkState.SPEAKING, -5, -100));
        assertTrue(at(0, TalkState.SPEAKING, -100, -5) > 0.5);
    }

    @Test
    void itStaysBetweenRestAndItsMost() {
        for (TalkState state : TalkState.values()) {
            for (int ms = 0; ms < 10_000; ms += 50) {
                double size = at(ms, state, ms % 3 == 0 ? 0 : -100, 3);
                assertTrue(size >= 0 && size <= 1, state + " " + size);
            }
        }
    }

    @Test
    void itBreathesWhileListeningInSilenceAndRestsInAPause() {
        assertTrue(at(3000, TalkState.LISTENING, -100, -100) > at(0, TalkState.LISTENING, -100, -100));
        assertEquals(0, at(3000, TalkState.PAUSED, -10, -10));
    }
}
