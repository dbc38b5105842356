package org.vivavoce.session;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class UnderrunMeterTest {

    private final UnderrunMeter meter = new UnderrunMeter();
    private long now;

    private void wroteAfterMs(long ms, boolean moreWaits) {
        now += ms;
        meter.wrote(now, moreWaits);
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
