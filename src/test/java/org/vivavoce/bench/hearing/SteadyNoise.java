package org.vivavoce.bench.hearing;

import java.util.Random;
import org.vivavoce.audio.Sound;

/** Noise that goes on as it is: white, pink, a fan. Functions without state. */
final class SteadyNoise {

    private static final double BLADES_HERTZ = 118;

    private SteadyNoise() {}

    static float[] white(int samples, Random random) {
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    /** Three decibels less an octave: five first-order filters side by side (Kellet's). */
    static float[] pink(int samples, Random random) {
        double[] poles = {0.99886, 0.99332, 0.96900, 0.86650, 0.55000};
        double[] gains = {0.0555179, 0.0750759, 0.1538520, 0.3104856, 0.5329522};
        double[] states = new double[poles.length];
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            double white = random.nextGaussian();
            double sum = 0.5362 * white;
            for (int k = 0; k < poles.length; k++) {
                states[k] = poles[k] * states[k] + gains[k] * white;
                sum += states[k];
            }
            noise[i] = (float) sum;
        }
        return noise;
    }

    /** The fan of a computer: air below 1 kHz, the blades' hum with its harmonics, both wavering slowly. */
    static float[] fan(int samples, Random random) {
        float[] noise = new float[samples];
        double air = 0;
        double waver = 0;
        double phase = 0;
        for (int i = 0; i < samples; i++) {
            air = 0.75 * air + 0.25 * random.nextGaussian();
            waver = 0.99999 * waver + 0.0006 * random.nextGaussian();
            phase += 2 * Math.PI * BLADES_HERTZ * (1 + 0.002 * waver) / Sound.CAPTURE_RATE;
            double hum = Math.sin(phase) + 0.5 * Math.sin(2 * phase + 1) + 0.3 * Math.sin(3 * phase + 2)
                    + 0.15 * Math.sin(5 * phase);
            noise[i] = (float) ((air + 0.12 * hum) * (1 + 0.1 * waver));
        }
        return noise;
    }
}
