package org.vivavoce.audio.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class EdgesTest {

    private static final int RATE = 16_000;
    private static final double AUDIBLE = -50;

    @Test
    void soundIsFoundToTheMillisecondWhereverItLies() {
        for (int before : List.of(0, 3, 617, 1234)) {
            WaveFile recording = WaveFile.join(List.of(WaveFile.silence(Duration.ofMillis(before), RATE),
                    Tones.sine(RATE, 200, -20, Duration.ofMillis(731)),
                    WaveFile.silence(Duration.ofMillis(409), RATE)));

            assertEquals(before, millis(Edges.onset(recording, AUDIBLE)), 2);
            assertEquals(before + 731, millis(Edges.offset(recording, AUDIBLE)), 2);
        }
    }

    @Test
    void aVoiceThatFadesIsFoundWhereItStopsBeingAudible() {
        short[] samples = new short[RATE];
        for (int i = 0; i < RATE; i++) { // 60 dB quieter after a second: −20 dBFS at its start, −50 after half of it
            samples[i] = (short) Math.round(
                    4634 * Math.pow(10, -3.0 * i / RATE) * Math.sin(2 * Math.PI * 300 * i / RATE));
        }

        assertEquals(500, millis(Edges.offset(new WaveFile(samples, RATE), AUDIBLE)), 8);
    }

    @Test
    void noiseBelowTheLevelAndASingleCrackleAreNoSound() {
        WaveFile noise = Tones.noise(RATE, -60, Duration.ofSeconds(1));
        noise.samples()[5000] = 700;

        assertEquals(Optional.empty(), Edges.onset(noise, AUDIBLE));
        assertEquals(Optional.empty(), Edges.offset(noise, AUDIBLE));
        assertEquals(Optional.empty(), Edges.onset(new WaveFile(new short[10], RATE), AUDIBLE));
    }

    private static double millis(Optional<Duration> place) {
        return place.orElseThrow().toNanos() / 1e6;
    }
}
