package org.vivavoce.session;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FaderTest {

    private static final int FRAMES_OF_A_FADE = 2; // 15 ms

    private final Fader fader = new Fader();

    @Test
    void atFullLoudnessEverythingStaysAsItIs() {
        short[] frame = {1, -2, Short.MAX_VALUE, Short.MIN_VALUE};
        fader.apply(frame);

        assertArrayEquals(new short[]{1, -2, Short.MAX_VALUE, Short.MIN_VALUE}, frame);
    }

    @Test
    void itGrowsSofterAndLouderEvenly() {
        fader.softer(20);
        short[] down = frames(FRAMES_OF_A_FADE);
        assertEquals(1000, down[down.length - 1]);
        for (int i = 1; i < down.length; i++) {
            assertTrue(down[i] <= down[i - 1] && down[i - 1] - down[i] <= 30);
        }

        fader.softer(0);
        short[] up = frames(FRAMES_OF_A_FADE);
        assertEquals(10_000, up[up.length - 1]);
        short[] after = frames(1);
        assertTrue(after[0] == 10_000 && after[239] == 10_000);
    }

    @Test
    void outOfSilenceItReachesWhatIsWanted() {
        fader.softer(20);
        fader.beginsInSilence();
        short[] frames = frames(FRAMES_OF_A_FADE);

        assertTrue(frames[0] <= 30);
        assertEquals(1000, frames[frames.length - 1]);
    }

    private short[] frames(int count) {
        short[] all = new short[count * 240];
        for (int i = 0; i < count; i++) {
            short[] frame = new short[240];
            Arrays.fill(frame, (short) 10_000);
            fader.apply(frame);
            System.arraycopy(frame, 0, all, i * 240, 240);
        }
        return all;
    }
}
