package org.vivavoce.turn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NoiseFloorTest {

    private final NoiseFloor floor = new NoiseFloor(10_000, -75);

    @Test
    void theFirstHalfSecondSetsIt() {
        learn(-50, 500);

        assertEquals(-50, floor.dbfs(), 0.5);
    }

    @Test
    void itNeverGoesBelowTheLowest() {
        learn(-100, 20_000);

        assertEquals(-75, floor.dbfs());
    }

    @Test
    void aVoiceInTheFirstHalfSecondIsNotTakenForTheRoom() {
        learn(-20, 500);

        assertEquals(-40, floor.dbfs(), 0.01);
    }

    @Test
    void itFallsAtOnce() {
        learn(-40, 5000);
        learn(-60, 300);

        assertEquals(-60, floor.dbfs(), 1);
    }

    @Test
    void itStaysDownForTenSecondsAndThenRisesByThreeDecibelsASecond() {
        learn(-65, 5000);
        learn(-40, 9000);
        assertEquals(-65, floor.dbfs(), 0.5);
        learn(-40, 2000);
        double before = floor.dbfs();
        learn(-40, 2000);

        assertEquals(6, floor.dbfs() - before, 0.5);
        learn(-40, 10_000);
        assertEquals(-40, floor.dbfs(), 0.5);
    }

    @Test
    void speechThatDipsBetweenWordsDoesNotLiftIt() {
        learn(-65, 2000);
        for (int word = 0; word < 60; word++) {
            learn(-25, 400);
            learn(-65, 200);
        }
        assertTrue(floor.dbfs() < -60, "floor " + floor.dbfs());
    }

    private void learn(double dbfs, int ms) {
        for (int at = 0; at < ms; at += VoiceActivityValues.FRAME_MS) {
            floor.learn(dbfs);
        }
    }
}
