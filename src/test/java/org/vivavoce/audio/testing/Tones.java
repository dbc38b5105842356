package org.vivavoce.audio.testing;

import java.time.Duration;
import java.util.Random;

/** Sounds made by arithmetic, the same in every run. Functions without state. */
public final class Tones {

    private Tones() {}

    /** A pure tone. */
    public static WaveFile sine(int rate, double hertz, double dbfs, Duration length) {
        short[] samples = new short[(int) (rate * length.toNanos() / 1_000_000_000L)];
        double peak = 32768 * Math.pow(10, dbfs / 20) * Math.sqrt(2);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = clip(peak * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new WaveFile(samples, rate);
    }

    /**
     * Something like a voice: a buzz at a pitch that wavers, four syllables a second, all below 4 kHz. Recordings of it can be found
     * again by correlation, as the wavering never repeats.
     */
    public static WaveFile voice(int rate, double hertz, double dbfs, Duration length) {
        int count = (int) (rate * length.toNanos() / 1_000_000_000L);
        double[] sound = new double[count];
        double phase = 0;
        Random random = new Random(7);
        double waver = 0;
        for (int i = 0; i < count; i++) {
            waver = 0.9995 * waver + 0.0005 * random.nextGaussian() * 4;
            phase += 2 * Math.PI * hertz * (1 + 0.05 * waver) / rate;
            double syllable = Math.pow(Math.sin(Math.PI * 4 * i / rate), 2);
            double value = 0;
            for (int h = 1; h * hertz < 3500; h++) {
                value += Math.sin(h * phase) / h;
            }
            sound[i] = value * syllable;
        }
        return scaled(sound, rate, dbfs);
    }

    /** White noise. */
    public static WaveFile noise(int rate, double dbfs, Duration length) {
        Random random = new Random(11);
        double[] sound = new double[(int) (rate * length.toNanos() / 1_000_000_000L)];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = random.nextGaussian();
        }
        return scaled(sound, rate, dbfs);
    }

    private static WaveFile scaled(double[] sound, int rate, double dbfs) {
        double sum = 0;
        for (double value : sound) {
            sum += value * value;
        }
        double factor = 32768 * Math.pow(10, dbfs / 20) / Math.sqrt(sum / sound.length);
        short[] samples = new short[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = clip(sound[i] * factor);
        }
        return new WaveFile(samples, rate);
    }

    private static short clip(double value) {
        return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
