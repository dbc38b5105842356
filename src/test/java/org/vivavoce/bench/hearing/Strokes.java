package org.vivavoce.bench.hearing;

import java.util.Random;
import org.vivavoce.audio.Sound;

/** Sounds of a moment: keys, mouse buttons, knocks on a door, coughs. Each adds itself to a recording; functions without state. */
final class Strokes {

    private Strokes() {}

    /** Typing: bursts of 5 to 30 keys at 3 to 9 a second, then a pause of 0.3 to 2 s. */
    static float[] typing(int samples, Random random) {
        float[] sound = new float[samples];
        double at = 0.2 * random.nextDouble();
        double end = samples / (double) Sound.CAPTURE_RATE;
        while (at < end) {
            int keys = 5 + random.nextInt(26);
            double rate = 3 + 6 * random.nextDouble();
            for (int k = 0; k < keys && at < end; k++) {
                key(sound, at, 0.6 + 0.8 * random.nextDouble(), random);
                at += (0.6 + 0.8 * random.nextDouble()) / rate;
            }
            at += 0.3 + 1.7 * random.nextDouble();
        }
        return sound;
    }

    /** A key goes down and, 60 to 120 ms later, up: a click at 2 to 5 kHz and a thud of the table. */
    static void key(float[] into, double atSeconds, double gain, Random random) {
        stroke(into, atSeconds, gain, 2200 + 2500 * random.nextDouble(), 900, 0.004, random);
        stroke(into, atSeconds + 0.002, 0.8 * gain, 180 + 150 * random.nextDouble(), 90, 0.006, random);
        double up = atSeconds + 0.06 + 0.06 * random.nextDouble();
        stroke(into, up, 0.4 * gain, 2800 + 2500 * random.nextDouble(), 1000, 0.003, random);
    }

    /** A mouse button: two dry clicks. */
    static void mouse(float[] into, double atSeconds, double gain, Random random) {
        stroke(into, atSeconds, gain, 3500 + 1500 * random.nextDouble(), 1500, 0.002, random);
        stroke(into, atSeconds + 0.09, 0.7 * gain, 4200 + 1500 * random.nextDouble(), 1500, 0.002, random);
    }

    /** Three or four knocks on a door, 160 to 280 ms apart: wood that rings low for 40 to 60 ms. */
    static void knocks(float[] into, double atSeconds, double gain, Random random) {
        double at = atSeconds;
        double wood = 110 + 90 * random.nextDouble();
        int count = 3 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            double force = gain * (0.7 + 0.5 * random.nextDouble());
            stroke(into, at, 3 * force, wood, 12, 0.004, random);
            stroke(into, at, force, 3.1 * wood, 25, 0.003, random);
            stroke(into, at, 0.5 * force, 900, 150, 0.002, random);
            at += 0.16 + 0.12 * random.nextDouble();
        }
    }

    /**
     * One to three coughs: each a burst of 30 to 50 ms, 150 to 250 ms of rushing air, and in every second one a voiced end of about
     * 100 ms whose pitch falls (the three phases that the literature on coughs tells apart).
     */
    static void coughs(float[] into, double atSeconds, double gain, Random random) {
        double at = atSeconds;
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            at += cough(into, at, gain * (0.7 + 0.5 * random.nextDouble()), random) + 0.12 + 0.2 * random.nextDouble();
        }
    }

    private static double cough(float[] into, double atSeconds, double gain, Random random) {
        Resonator throat = new Resonator(500 + 200 * random.nextDouble(), 250);
        Resonator mouth = new Resonator(1500 + 500 * random.nextDouble(), 400);
        double burst = 0.03 + 0.02 * random.nextDouble();
        double air = 0.15 + 0.1 * random.nextDouble();
        boolean voiced = random.nextBoolean();
        double voice = voiced ? 0.08 + 0.05 * random.nextDouble() : 0;
        double hertz = 180 + 120 * random.nextDouble();
        double length = burst + air + voice;
        double phase = 0;
        int from = (int) (atSeconds * Sound.CAPTURE_RATE);
        for (int i = 0; i < length * Sound.CAPTURE_RATE && from + i < into.length; i++) {
            double t = i / (double) Sound.CAPTURE_RATE;
            double rush = random.nextGaussian();
            double envelope = t < burst ? Math.min(1, t / 0.004) : Math.exp(-(t - burst) / 0.11) * 0.6;
            double source = rush * envelope;
            if (t > burst + air) {
                double into01 = (t - burst - air) / voice;
                phase += hertz * (1 - 0.35 * into01) / Sound.CAPTURE_RATE;
                source = 0.15 * rush + (phase % 1 < 0.12 ? 2.2 : -0.3) * 0.5 * Math.sin(Math.PI * into01);
            }
            into[from + i] += (float) (gain * 4 * (throat.next(source) * 2 + mouth.next(source)));
        }
        return length;
    }

    /** A push of noise into something that rings. */
    private static void stroke(float[] into, double atSeconds, double gain, double hertz, double bandwidth,
            double pushSeconds, Random random) {
        Resonator body = new Resonator(hertz, bandwidth);
        int from = (int) (atSeconds * Sound.CAPTURE_RATE);
        int length = (int) ((pushSeconds + 3 / bandwidth) * Sound.CAPTURE_RATE);
        for (int i = 0; i < length && from + i < into.length; i++) {
            double push = i < pushSeconds * Sound.CAPTURE_RATE ? random.nextGaussian() : 0;
            into[from + i] += (float) (gain * body.next(push));
        }
    }
}
