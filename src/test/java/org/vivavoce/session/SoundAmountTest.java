package org.vivavoce.session;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SoundAmountTest {

    @Test
    void whatIsLoudIsCountedAndTheLoudestFrameIsThePeak() {
        short[] samples = new short[16_000];
        Arrays.fill(samples, 3200, 6400, (short) 1000); // 200 ms at −30 dBFS
        Arrays.fill(samples, 8000, 8160, (short) 3277); // 10 ms at −20 dBFS
        SoundAmount amount = SoundAmount.of(samples);

        assertEquals(210, amount.loudMillis());
        assertEquals(-20, amount.peakDbfs(), 0.1);
    }

    @Test
    void silenceIsNothing() {
        assertEquals(new SoundAmount(0, -100), SoundAmount.of(new short[16_000]));
        assertEquals(new SoundAmount(0, -100), SoundAmount.of(new short[0]));
    }
}
