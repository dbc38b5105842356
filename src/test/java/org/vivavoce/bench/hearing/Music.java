package org.vivavoce.bench.hearing;

import java.util.Random;
import org.vivavoce.audio.Sound;

/** Tones that are no voice: a hum, chords, plucked strings. Functions without state. */
final class Music {

    private static final int HARMONICS = 10;
    private static final int[][] CHORDS = {{0, 4, 7, 12}, {0, 3, 7, 12}, {0, 5, 9, 12}, {0, 4, 7, 10}};

    private Music() {}

    /** Mains hum of an amplifier: 100 Hz with its harmonics, swelling and fading slowly. */
    static float[] hum(int samples, Random random) {
        float[] sound = new float[samples];
        double swell = 2 * Math.PI * random.nextDouble();
        for (int i = 0; i < samples; i++) {
            double t = i / (double) Sound.CAPTURE_RATE;
            double value = 0;
            for (int h = 1; h <= HARMONICS; h++) {
                value += Math.sin(2 * Math.PI * 100 * h * t + h) / h;
            }
            sound[i] = (float) (value * (1 + 0.3 * Math.sin(2 * Math.PI * 0.4 * t + swell)));
        }
        return sound;
    }

    /** An organ: four notes at once, 0.6 to 2.5 s long, on roots from 110 to 220 Hz. */
    static float[] chords(int samples, Random random) {
        float[] sound = new float[samples];
        double at = 0;
        while (at * Sound.CAPTURE_RATE < samples) {
            double length = 0.6 + 1.9 * random.nextDouble();
            double root = 110 * Math.pow(2, random.nextInt(13) / 12.0);
            for (int interval : CHORDS[random.nextInt(CHORDS.length)]) {
                note(sound, at, length, root * Math.pow(2, interval / 12.0), 0.08, 1e9);
            }
            at += length + (random.nextInt(3) == 0 ? 0.4 : 0);
        }
        return sound;
    }

    /** A guitar: single notes from 110 to 350 Hz, two to five a second, each ringing out within half a second. */
    static float[] plucked(int samples, Random random) {
        float[] sound = new float[samples];
        double at = 0;
        while (at * Sound.CAPTURE_RATE < samples) {
            double hertz = 110 * Math.pow(2, random.nextInt(21) / 12.0);
            note(sound, at, 1, hertz, 0.004, 0.15 + 0.2 * random.nextDouble());
            at += 0.2 + 0.3 * random.nextDouble();
        }
        return sound;
    }

    private static void note(float[] into, double atSeconds, double length, double hertz, double attack, double decay) {
        int from = (int) (atSeconds * Sound.CAPTURE_RATE);
        for (int i = 0; i < length * Sound.CAPTURE_RATE && from + i < into.length; i++) {
            double t = i / (double) Sound.CAPTURE_RATE;
            double envelope = Math.min(1, t / attack) * Math.min(1, (length - t) / 0.05) * Math.exp(-t / decay);
            double value = 0;
            for (int h = 1; h <= HARMONICS && h * hertz < 7000; h++) {
                value += Math.sin(2 * Math.PI * h * hertz * t) / h;
            }
            into[from + i] += (float) (value * envelope);
        }
    }
}
