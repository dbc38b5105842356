package org.vivavoce.turn;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PitchGlideTest {

    private static final int FRAMES = 50;

    private final PitchGlide glide = new PitchGlide();

    @ParameterizedTest
    @ValueSource(doubles = {0.997, 1.004, 0.97, 1.03})
    void aVoiceGlidesUpOrDown(double stepOfAFrame) {
        assertEquals(FRAMES - 4, gliding(i -> 150 * Math.pow(stepOfAFrame, i), i -> -30));
    }

    @Test
    void aHumStandsStill() {
        assertEquals(0, gliding(i -> 100 + 0.2 * Math.sin(i), i -> -30));
    }

    @Test
    void aMelodySteps() {
        assertEquals(0, gliding(i -> i / 10 % 2 == 0 ? 220 : 246.9, i -> -30));
    }

    @Test
    void whatJumpsAboutIsNoise() {
        assertEquals(0, gliding(i -> 100 + i * 37 % 97, i -> -30));
    }

    @Test
    void aKnockFadesBeforeItsPitchCouldGlide() {
        assertEquals(0, gliding(i -> 150 * Math.pow(0.99, i), i -> -20 - 3.5 * i));
    }

    @Test
    void aPitchThatIsNotHeardThroughoutDoesNotGlide() {
        int gliding = 0;
        for (int i = 0; i < FRAMES; i++) {
            boolean voiced = i % 4 != 0;
            gliding += glide.hear(new HeardFrame(-30, voiced ? 0.9 : 0.1, voiced ? 150 - i : 0), voiced) ? 1 : 0;
        }
        assertEquals(0, gliding);
    }

    private int gliding(IntToDoubleFunction hertz, IntToDoubleFunction dbfs) {
        int gliding = 0;
        for (int i = 0; i < FRAMES; i++) {
            gliding += glide.hear(new HeardFrame(dbfs.applyAsDouble(i), 0.9, hertz.applyAsDouble(i)), true) ? 1 : 0;
        }
        return gliding;
    }
}
