package org.vivavoce.bench.hearing;

import org.vivavoce.audio.Sound;

/** Loudness of sounds in floating point, and their mixing down to samples. Functions without state. */
final class Levels {

    private static final double FULL_SCALE = 32768;

    private Levels() {}

    static double rms(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }

    /** The same with an RMS of 1; changes what it is given. */
    static float[] normalised(float[] samples) {
        float factor = (float) (1 / Math.max(1e-9, rms(samples)));
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= factor;
        }
        return samples;
    }

    /** What a sound of RMS 1 is multiplied with to have a level in samples. */
    static double gain(double dbfs) {
        return FULL_SCALE * ratio(dbfs);
    }

    static double ratio(double db) {
        return Math.pow(10, db / 20);
    }

    static short clip(double value) {
        return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** A frame of a sound as samples. */
    static short[] frame(double[] samples, int index) {
        short[] frame = new short[Sound.CAPTURE_FRAME];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = clip(samples[index * Sound.CAPTURE_FRAME + i]);
        }
        return frame;
    }
}
