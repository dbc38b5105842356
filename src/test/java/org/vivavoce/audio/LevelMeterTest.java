package org.vivavoce.audio;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.audio.testing.Speech;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.WaveFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LevelMeterTest {

    private static final int RATE = Sound.CAPTURE_RATE;

    @Test
    void silenceIsAtTheBottomAndNotPeriodic() {
        SoundLevel level = new LevelMeter().measure(new short[Sound.CAPTURE_FRAME]);

        assertEquals(SoundLevel.SILENCE_DBFS, level.dbfs());
        assertEquals(0, level.periodicity());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-6, -20, -40, -60})
    void theLevelOfAToneIsItsLevel(double dbfs) {
        double measured = mean(Tones.sine(RATE, 200, dbfs, Duration.ofSeconds(1)), SoundLevel::dbfs);

        assertEquals(dbfs, measured, 0.3);
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 110, 160, 220, 300, 345})
    void aBuzzAtAVoicesPitchIsPeriodic(int hertz) {
        double periodicity = mean(buzz(hertz), SoundLevel::periodicity);

        assertTrue(periodicity > 0.85, () -> "periodicity " + periodicity);
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 110, 160, 220, 300, 345})
    void thePitchOfABuzzIsMeasuredToHalfAPercent(int hertz) {
        assertEquals(hertz, mean(buzz(hertz), SoundLevel::pitchHertz), 0.005 * hertz);
    }

    @Test
    void aGlidingPitchIsFollowed() {
        short[] samples = new short[RATE];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            phase += 2 * Math.PI * (200 - 80.0 * i / RATE) / RATE;
            double value = 0;
            for (int h = 1; h <= 8; h++) {
                value += Math.sin(h * phase) / h;
            }
            samples[i] = (short) (4000 * value);
        }
        double[] before = {0};
        double followed = share(new WaveFile(samples, RATE), level -> {
            double step = level.pitchHertz() - before[0];
            before[0] = level.pitchHertz();
            return Math.abs(step + 0.8) < 0.8 ? 1 : 0; // 80 Hz a second downwards
        });

        assertTrue(followed > 0.95, () -> "frames followed: " + followed);
    }

    @Test
    void noiseOfAnyColourIsNotPeriodic() {
        double white = mean(Tones.noise(RATE, -30, Duration.ofSeconds(5)), SoundLevel::periodicity);
        double brown = mean(brownNoise(), SoundLevel::periodicity);

        assertTrue(white < 0.4, () -> "white: " + white);
        assertTrue(brown < 0.5, () -> "brown: " + brown);
    }

    @Test
    void keysAreNotPeriodic() {
        short[] samples = new short[RATE * 3];
        Random random = new Random(3);
        for (int click = 0; click < 20; click++) {
            int at = random.nextInt(samples.length - 800);
            for (int i = 0; i < 800; i++) {
                samples[at + i] += (short) (8000 * Math.exp(-i / 80.0) * random.nextGaussian());
            }
        }
        double share = share(new WaveFile(samples, RATE),
                level -> level.dbfs() > -60 && level.periodicity() > 0.5 ? 1 : 0);

        assertTrue(share < 0.1, () -> "frames like a voice: " + share);
    }

    @Test
    void mostFramesOfSpeechArePeriodic() {
        WaveFile speech = Speech.flite("We were away all summer and nobody knew where we had gone.").at(RATE);

        double voiced = share(speech, level -> level.dbfs() > -40 && level.periodicity() > 0.5 ? 1 : 0);
        double loud = share(speech, level -> level.dbfs() > -40 ? 1 : 0);

        assertTrue(voiced / loud > 0.7, () -> voiced + " of " + loud);
    }

    private static WaveFile buzz(int hertz) {
        short[] samples = new short[RATE];
        for (int i = 0; i < samples.length; i++) {
            double value = 0;
            for (int h = 1; h <= 8; h++) {
                value += Math.sin(2 * Math.PI * h * hertz * i / RATE) / h;
            }
            samples[i] = (short) (4000 * value);
        }
        return new WaveFile(samples, RATE);
    }

    private static WaveFile brownNoise() {
        short[] samples = new short[RATE * 5];
        Random random = new Random(5);
        double value = 0;
        for (int i = 0; i < samples.length; i++) {
            value = 0.98 * value + 300 * random.nextGaussian();
            samples[i] = (short) Math.clamp(value, -32000, 32000);
        }
        return new WaveFile(samples, RATE);
    }

    private static double mean(WaveFile file, ToDoubleFunction<SoundLevel> of) {
        return share(file, of);
    }

    /** The mean over all frames but the first four, which look back on silence. */
    private static double share(WaveFile file, ToDoubleFunction<SoundLevel> of) {
        LevelMeter meter = new LevelMeter();
        double sum = 0;
        int frames = file.samples().length / Sound.CAPTURE_FRAME;
        for (int i = 0; i < frames; i++) {
            int at = i * Sound.CAPTURE_FRAME;
            SoundLevel level = meter.measure(Arrays.copyOfRange(file.samples(), at, at + Sound.CAPTURE_FRAME));
            sum += i < 4 ? 0 : of.applyAsDouble(level);
        }
        return sum / (frames - 4);
    }
}
