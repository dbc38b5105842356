package org.vivavoce.session;

import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FrameClockTest {

    private final FrameClock clock = new FrameClock();

    @Test
    void framesThatAreReadInTimeHaveTheTimesOfReading() {
        for (long at = 1000; at < 5000; at += 10) {
            assertEquals(at, clock.next(at));
        }
    }

    @Test
    void framesThatAreReadLateAllAtOnceKeepTheirDistance() {
        for (long at = 0; at <= 2000; at += 10) {
            clock.next(at);
        }
        for (long at = 2010; at <= 2800; at += 10) {
            assertEquals(at, clock.next(2800));
        }
        assertEquals(2810, clock.next(2810));
    }

    @Test
    void deliveriesOfFortyMillisecondsMakeNoJumps() {
        long before = clock.next(0);
        for (int i = 1; i < 2000; i++) {
            long at = clock.next(i / 4 * 40 + 40);
            assertTrue(at - before <= 40, "settles, then goes on by frames");
            if (i > 100) {
                assertEquals(10, at - before);
            }
            before = at;
        }
    }

    @Test
    void whereSoundWasLostTimeJumpsOn() {
        for (long at = 0; at < 2000; at += 10) {
            clock.next(at);
        }
        long last = 0;
        for (long at = 2300; at < 3500; at += 10) {
            last = clock.next(at);
        }
        assertEquals(3490, last);
    }

    @Test
    void aDeviceWhoseClockIsFasterIsFollowed() {
        long last = 0;
        for (int i = 0; i < 10_000; i++) {
            last = clock.next((long) (i * 9.9));
        }
        assertTrue(Math.abs(98_990 - last) <= 40, () -> "not followed");
    }

    @Test
    void timeNeverGoesBackAndIsNeverAheadOfTheReading() {
        Random random = new Random(3);
        long before = 0;
        long reading = 0;
        for (int i = 0; i < 10_000; i++) {
            reading = Math.max(reading, i * 10L + random.nextInt(random.nextInt(20) == 0 ? 400 : 15));
            long at = clock.next(reading);
            assertTrue(at >= before && at <= reading);
            before = at;
        }
    }
}
