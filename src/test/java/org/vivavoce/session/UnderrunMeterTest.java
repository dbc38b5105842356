package org.vivavoce.session;

import org.junit.jupiter.api.Test;
import org.vivavoce.audio.Loudspeaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UnderrunMeterTest {

    private final UnderrunMeter meter = new UnderrunMeter();
    private long now;

    private boolean wroteAfterMs(long ms, boolean moreWaits) {
        now += ms;
        return meter.wrote(now, moreWaits);
    }

    @Test
    void whatALoudspeakerThatHoldsLittleWouldHaveWaitedForIsTold() {
        wroteAfterMs(0, true);
        assertFalse(wroteAfterMs(Loudspeaker.HELD_MS, true));
        assertTrue(wroteAfterMs(Loudspeaker.HELD_MS + 1, false));
        assertFalse(wroteAfterMs(500, true), "it was not there");
        meter.stops();
        assertFalse(wroteAfterMs(500, true));
        assertEquals(0, meter.underruns());
    }

    @Test
    void framesThatAreTakenInTimeAreNoUnderrun() {
        for (int i = 0; i < 100; i++) {
            wroteAfterMs(i % 5 == 0 ? 80 : 1, true);
        }
        assertEquals(0, meter.underruns());
    }

    @Test
    void aFrameThatWasThereAndIsTakenLateIsOne() {
        wroteAfterMs(0, true);
        wroteAfterMs(151, true);
        wroteAfterMs(10, true);
        assertEquals(1, meter.underruns());
    }

    @Test
    void aFrameThatWasNotThereCannotBeLate() {
        wroteAfterMs(0, false);
        wroteAfterMs(2000, true);
        assertEquals(0, meter.underruns());
    }

    @Test
    void afterAPauseNothingIsLate() {
        wroteAfterMs(0, true);
        meter.stops();
        wroteAfterMs(5000, true);
        assertEquals(0, meter.underruns());
    }
}
