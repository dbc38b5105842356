package org.vivavoce.audio.testing;

import be.tarsos.dsp.util.fft.FloatFFT;
import java.time.Duration;

/**
 * How alike two recordings are: where the one lies best in the other, and how well it fits there.
 *
 * @param lag         where the sought begins in the recording; negative where it began before it
 * @param coefficient normalised cross-correlation there, −1 to 1: 1 for the same sound at any volume
 */
public record Correlation(Duration lag, double coefficient) {

    /** Lag is found, and likeness measured, at this rate: speech has most of its energy below 4 kHz. */
    private static final int RATE = 8000;

    private static final double AUDIBLE_DBFS = -45;

    /** Where the sought begins, milliseconds. */
    public double lagMillis() {
        return lag.toNanos() / 1e6;
    }

    /** Seeks a recording in a longer one, at any place. */
    public static Correlation of(WaveFile sought, WaveFile recording) {
        float[] a = samples(sought);
        float[] b = samples(recording);
        int size = Integer.highestOneBit(Math.max(2, a.length + b.length)) * 2;
        float[] products = crossSpectrum(a, b, size);
        int best = 0;
        for (int lag = 0; lag < size; lag++) {
            if (Math.abs(products[2 * lag]) > Math.abs(products[2 * best])) {
                best = lag;
            }
        }
        int lag = best < b.length ? best : best - size;
        return new Correlation(Duration.ofNanos(lag * 1_000_000_000L / RATE), coefficient(a, b, lag));
    }

    /**
     * The mean likeness of the audible pieces of a recording, each sought for itself: a gap or a jump in the other recording costs only
     * the piece it is in.
     */
    public static double inPieces(WaveFile sought, WaveFile recording, Duration piece) {
        WaveFile whole = sought.at(RATE);
        WaveFile other = recording.at(RATE);
        double sum = 0;
        int count = 0;
        for (Duration from = Duration.ZERO; from.compareTo(whole.duration()) < 0; from = from.plus(piece)) {
            WaveFile part = whole.part(from, from.plus(piece));
            if (Loudness.dbfs(part) > AUDIBLE_DBFS) {
                sum += of(part, other).coefficient();
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static float[] samples(WaveFile file) {
        short[] shorts = file.at(RATE).samples();
        float[] floats = new float[shorts.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = shorts[i] / 32768f;
        }
        return floats;
    }

    private static float[] crossSpectrum(float[] a, float[] b, int size) {
        FloatFFT fft = new FloatFFT(size);
        float[] fa = new float[2 * size];
        float[] fb = new float[2 * size];
        for (int i = 0; i < a.length; i++) {
            fa[2 * i] = a[i];
        }
        for (int i = 0; i < b.length; i++) {
            fb[2 * i] = b[i];
        }
        fft.complexForward(fa);
        fft.complexForward(fb);
        float[] product = new float[2 * size];
        for (int i = 0; i < size; i++) {
            float re = fa[2 * i];
            float im = -fa[2 * i + 1];
            product[2 * i] = re * fb[2 * i] - im * fb[2 * i + 1];
            product[2 * i + 1] = re * fb[2 * i + 1] + im * fb[2 * i];
        }
        fft.complexInverse(product, true);
        return product;
    }

    /** Over all of what is sought: what lies outside the recording counts as silence. */
    private static double coefficient(float[] a, float[] b, int lag) {
        double product = 0;
        double energyA = 0;
        double energyB = 0;
        for (int i = 0; i < a.length; i++) {
            int at = i + lag;
            double other = at >= 0 && at < b.length ? b[at] : 0;
            product += a[i] * other;
            energyA += (double) a[i] * a[i];
            energyB += other * other;
        }
        double scale = Math.sqrt(energyA * energyB);
        return scale == 0 ? 0 : product / scale;
    }
}
