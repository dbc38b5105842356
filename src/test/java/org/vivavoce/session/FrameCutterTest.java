package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class FrameCutterTest {

    private final FrameCutter cutter = new FrameCutter(4);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 11, 40})
    void allSamplesComeOutInOrderInFramesOfOneLength(int length) {
        List<short[]> frames = new ArrayList<>();
        short next = 0;
        while (next < 40) {
            short[] samples = new short[Math.min(length, 40 - next)];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = next++;
            }
            frames.addAll(cutter.cut(samples));
        }

        assertEquals(10, frames.size());
        for (short i = 0; i < 40; i++) {
            assertEquals(i, frames.get(i / 4)[i % 4]);
        }
        assertEquals(0, cutter.rest().length);
    }

    @Test
    void theRestIsFilledUpWithSilence() {
        cutter.cut(new short[]{9, 9, 9, 9, 1, 2});

        assertArrayEquals(new short[]{1, 2, 0, 0}, cutter.rest());
        assertEquals(0, cutter.rest().length);
    }

    @Test
    void clearedItForgetsWhatIsLeft() {
        cutter.cut(new short[]{1, 2});
        cutter.clear();

        assertEquals(0, cutter.rest().length);
    }
}
