package org.vivavoce.turn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RoomNoiseTest {

    private static final double SURELY_NOISE = -1.5;
    private static final double PERHAPS_SPEECH = 0;

    private final RoomNoise noise = new RoomNoise(NoiseValues.defaults());

    @Test
    void theFirstHalfSecondSetsIt() {
        hear(-50, 500, SURELY_NOISE);
        assertFalse(noise.isKnown());
        hear(-50, 10, SURELY_NOISE);

        assertTrue(noise.isKnown());
        assertEquals(-50, noise.meanDbfs(), 0.01);
        assertEquals(1, noise.spreadDb(), "no less is believed in");
    }

    @Test
    void itsSpreadIsThatOfTheLevels() {
        for (int i = 0; i < 25; i++) {
            hear(-47, 10, SURELY_NOISE);
            hear(-53, 10, SURELY_NOISE);
        }
        assertEquals(-50, noise.meanDbfs(), 0.01);
        assertEquals(3, noise.spreadDb(), 0.01);
    }

    @Test
    void aVoiceInTheFirstHalfSecondIsNotTheRoom() {
        for (int i = 0; i < 50; i++) {
            noise.tick();
            noise.hear(new HeardFrame(-20, 0.9, 150), true, SURELY_NOISE, false);
        }
        hear(-60, 300, SURELY_NOISE);

        assertEquals(-60, noise.meanDbfs(), 0.01);
    }

    @Test
    void digitalSilenceOfADeviceThatIsStartingTeachesNothing() {
        hear(-100, 400, SURELY_NOISE);
        assertEquals(-75, noise.meanDbfs());
        hear(-55, 500, SURELY_NOISE);

        assertEquals(-55, noise.meanDbfs(), 0.01);
    }

    @Test
    void whereTheSystemLetsOnlyWordsThroughTheFirstConsonantsAreNotTheRoom() {
        hear(-100, 740, SURELY_NOISE);
        hear(-35, 60, SURELY_NOISE);
        hear(-100, 2000, SURELY_NOISE);

        assertEquals(-75, noise.meanDbfs(), 1);
    }

    @Test
    void aSlamAtTheStartIsForgottenInDigitalSilence() {
        hear(-35, 500, SURELY_NOISE);
        hear(-100, 4000, SURELY_NOISE);

        assertEquals(-75, noise.meanDbfs(), 0.01);
    }

    @Test
    void whatMayBeSpeechTeachesNothing() {
        hear(-60, 500, SURELY_NOISE);
        hear(-45, 4000, PERHAPS_SPEECH);

        assertEquals(-60, noise.meanDbfs(), 0.01);
    }

    @Test
    void noiseThatEndsIsKnownToHaveEndedInASecond() {
        hear(-40, 1000, SURELY_NOISE);
        hear(-65, 1000, SURELY_NOISE);

        assertEquals(-64, noise.meanDbfs(), 1);
    }

    @Test
    void aLevelThatDoesNotFallForFiveSecondsIsTheRoomsWhateverItSoundsLike() {
        hear(-65, 5000, SURELY_NOISE);
        hear(-40, 4000, PERHAPS_SPEECH);
        assertEquals(-65, noise.meanDbfs(), 0.5);
        hear(-40, 6000, PERHAPS_SPEECH);

        assertEquals(-42, noise.meanDbfs(), 0.01);
    }

    @Test
    void speechThatDipsBetweenWordsDoesNotLiftIt() {
        hear(-65, 2000, SURELY_NOISE);
        for (int word = 0; word < 60; word++) {
            hear(-25, 400, PERHAPS_SPEECH);
            hear(-65, 200, PERHAPS_SPEECH);
        }
        assertTrue(noise.meanDbfs() < -60, () -> "noise " + noise.meanDbfs());
    }

    private void hear(double dbfs, int ms, double evidence) {
        for (int at = 0; at < ms; at += VoiceActivityValues.FRAME_MS) {
            noise.tick();
            noise.hear(new HeardFrame(dbfs, 0.1, 0), false, evidence, false);
        }
    }
}
