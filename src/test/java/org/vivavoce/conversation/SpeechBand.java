package org.vivavoce.conversation;

import org.vivavoce.audio.testing.WaveFile;

/**
 * The middle of speech, 500 to 2000 Hz: two recordings are compared there, because the high-pass of the echo canceller turns the phases
 * below and its noise suppression takes from the hiss above. Functions without state.
 */
public final class SpeechBand {

    private static final double LOW_HERTZ = 500;
    private static final double HIGH_HERTZ = 2000;

    private SpeechBand() {}

    /** That band of a recording. */
    public static WaveFile of(WaveFile file) {
        double[] samples = new double[file.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = file.samples()[i];
        }
        butterworth(samples, LOW_HERTZ / file.rate(), true);
        butterworth(samples, HIGH_HERTZ / file.rate(), false);
        short[] band = new short[samples.length];
        for (int i = 0; i < band.length; i++) {
            band[i] = (short) Math.clamp(Math.round(samples[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return new WaveFile(band, file.rate());
    }

    /** Second order, in place. */
    private static void butterworth(double[] samples, double cornerOfRate, boolean highPass) {
        double k = Math.tan(Math.PI * cornerOfRate);
        double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
        double b0 = highPass ? norm : k * k * norm;
        double b1 = highPass ? -2 * b0 : 2 * b0;
        double a1 = 2 * (k * k - 1) * norm;
        double a2 = (1 - Math.sqrt(2) * k + k * k) * norm;
        double x1 = 0;
        double x2 = 0;
        double y1 = 0;
        double y2 = 0;
        for (int i = 0; i < samples.length; i++) {
            double y = b0 * samples[i] + b1 * x1 + b0 * x2 - a1 * y1 - a2 * y2;
            x2 = x1;
            x1 = samples[i];
            y2 = y1;
            y1 = y;
            samples[i] = y;
        }
    }
}
