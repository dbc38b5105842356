package org.vivavoce.bench.conversation;

import be.tarsos.dsp.util.fft.FloatFFT;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.conversation.SpeechBand;

/**
 * Seeks many phrases in one recording: its spectrum is computed once. Below 2 kHz, which is enough to tell sentences apart and quick
 * enough to be done while a server pretends to recognise. Used by one thread.
 */
final class PhraseSearch {

    private static final int RATE = 4000;

    private final float[] recording;
    private final double[] energyUpTo;
    private final int size;
    private final float[] spectrum;
    private final FloatFFT fft;

    /**
     * Where a phrase lies best.
     *
     * @param atSeconds  where it begins in the recording; negative where it began before it
     * @param likeness   normalised cross-correlation there of what lies in the recording, −1 to 1
     * @param share      how much of the phrase lies in the recording, by energy, 0 to 1
     */
    record Found(double atSeconds, double likeness, double share) {}

    /**
     * @param recording      where to seek
     * @param longestSeconds no phrase is longer
     */
    PhraseSearch(WaveFile recording, double longestSeconds) {
        this.recording = samples(recording);
        int longest = (int) Math.ceil(longestSeconds * RATE) + RATE / 10;
        this.size = Integer.highestOneBit(this.recording.length + longest) * 2;
        this.fft = new FloatFFT(size);
        this.spectrum = spectrum(this.recording);
        this.energyUpTo = new double[this.recording.length + 1];
        for (int i = 0; i < this.recording.length; i++) {
            energyUpTo[i + 1] = energyUpTo[i] + (double) this.recording[i] * this.recording[i];
        }
    }

    Found find(WaveFile phrase) {
        float[] sought = samples(phrase);
        float[] products = spectrum(sought);
        for (int i = 0; i < size; i++) {
            float re = products[2 * i];
            float im = -products[2 * i + 1];
            products[2 * i] = re * spectrum[2 * i] - im * spectrum[2 * i + 1];
            products[2 * i + 1] = re * spectrum[2 * i + 1] + im * spectrum[2 * i];
        }
        fft.complexInverse(products, true);
        int best = 0;
        for (int lag = 0; lag < size; lag++) {
            if (products[2 * lag] > products[2 * best]) {
                best = lag;
            }
        }
        int lag = best < recording.length ? best : best - size;
        return found(sought, lag, products[2 * best]);
    }

    private Found found(float[] sought, int lag, double product) {
        double whole = 0;
        double inside = 0;
        for (int i = 0; i < sought.length; i++) {
            double energy = (double) sought[i] * sought[i];
            whole += energy;
            inside += i + lag >= 0 && i + lag < recording.length ? energy : 0;
        }
        int from = Math.clamp(lag, 0, recording.length);
        int to = Math.clamp((long) lag + sought.length, from, recording.length);
        double scale = Math.sqrt(inside * (energyUpTo[to] - energyUpTo[from]));
        return new Found((double) lag / RATE, scale == 0 ? 0 : product / scale, whole == 0 ? 0 : inside / whole);
    }

    private float[] spectrum(float[] samples) {
        float[] complex = new float[2 * size];
        for (int i = 0; i < Math.min(samples.length, size); i++) {
            complex[2 * i] = samples[i];
        }
        fft.complexForward(complex);
        return complex;
    }

    private static float[] samples(WaveFile file) {
        short[] band = SpeechBand.of(file).at(RATE).samples();
        float[] floats = new float[band.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = band[i] / 32768f;
        }
        return floats;
    }
}
