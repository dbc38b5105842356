package org.vivavoce.audio.testing;

import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SampleClockTest {

    private static final int RATE = 16_000;
    private static final int BLOCK = 320;
    private static final long START = 1_000_000_000_000L;

    private final SampleClock clock = new SampleClock(RATE);
    private final Random random = new Random(3);

    @Test
    void blocksThatComeLateDoNotMoveTheTime() {
        blocks(0, 1000, 0);

        assertMillis(10_000, clock.nanosOf(160_000));
        assertMillis(0, clock.nanosOf(0));
    }

    @Test
    void whatWasLostShiftsOnlyWhatComesAfter() {
        blocks(0, 1000, 0);
        blocks(1000, 1000, 250_000_000);

        assertMillis(5000, clock.nanosOf(80_000));
        assertMillis(30_250, clock.nanosOf(480_000));
    }

    @Test
    void theSampleAtATimeIsFoundAgain() {
        blocks(0, 1000, 0);
        blocks(1000, 1000, 250_000_000);

        assertEquals(48_000, (double) clock.sampleAt(clock.nanosOf(48_000)), 16);
        assertEquals(480_000, (double) clock.sampleAt(START + 30_250_000_000L), 16);
        assertEquals(0, clock.sampleAt(0));
        assertEquals(640_000, clock.sampleAt(START + 3_600_000_000_000L));
    }

    private static void assertMillis(double expected, long nanos) {
        assertEquals(expected, (nanos - START) / 1e6, 1);
    }

    /** Blocks of 20 ms, most of them late by up to 40 ms. */
    private void blocks(int first, int count, long lostNanos) {
        for (int i = first + 1; i <= first + count; i++) {
            long late = i % 10 == 0 ? 0 : random.nextLong(40_000_000);
            clock.read((long) i * BLOCK, START + lostNanos + i * 20_000_000L + late);
        }
    }
}
