package org.vivavoce.turn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LevelEvidenceTest {

    private static final double NOBODY = -200;

    private final LevelEvidence evidence = new LevelEvidence(EvidenceValues.defaults());

    @Test
    void aLevelOfTheNoiseSpeaksAgainstSpeechAndOneFarAboveForIt() {
        assertEquals(-1.5, evidence.of(-50, -50, 2, NOBODY));
        assertEquals(4.5, evidence.of(-30, -50, 2, NOBODY));
    }

    @Test
    void unevenNoiseIsExceededByChance() {
        assertTrue(evidence.of(-45, -50, 1, NOBODY) > 0);
        assertTrue(evidence.of(-45, -50, 5, NOBODY) < 0);
    }

    @Test
    void whatIsFaintOrFarBelowTheUsersVoiceIsNoSpeech() {
        assertEquals(-1.5, evidence.of(-65, -75, 1, NOBODY));
        assertEquals(4.5, evidence.of(-45, -70, 1, -26));
        assertEquals(-1.5, evidence.of(-47, -70, 1, -26));
    }
}
