package org.vivavoce.audio;

import be.tarsos.dsp.resample.Resampler;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Converts a stream of samples from one rate to another (band-limited, TarsosDSP). Used by one thread; keeps about a millisecond back
 * until {@link #finish()}.
 */
public final class RateConverter {

    private static final float FULL_SCALE = 32768f;

    /**
     * By factor, never used, only copied: to calculate the filter takes a hundred times as long as to copy it, and every sentence of a
     * reply wants one. 1 MB each.
     */
    private static final Map<Double, Resampler> UNUSED = new ConcurrentHashMap<>();
    /** As many as devices and services have rates; files can claim any. */
    private static final int MOST_UNUSED = 8;

    private final int from;
    private final int to;
    private final double factor;
    private Resampler resampler;

    /**
     * @param from samples a second that come in, above 0
     * @param to   samples a second that go out, above 0
     */
    public RateConverter(int from, int to) {
        if (from <= 0 || to <= 0) {
            throw new IllegalArgumentException("a sample rate must be above 0");
        }
        this.from = from;
        this.to = to;
        this.factor = (double) to / from;
        this.resampler = newResampler();
    }

    /** Takes samples and returns those that are ready; never changes what it was given. */
    public short[] convert(short[] samples, int offset, int length) {
        if (from == to) {
            return Arrays.copyOfRange(samples, offset, offset + length);
        }
        float[] in = new float[length];
        for (int i = 0; i < length; i++) {
            in[i] = samples[offset + i] / FULL_SCALE;
        }
        return process(in, false);
    }

    /** Returns what was kept back; the next samples begin a new stream. */
    public short[] finish() {
        if (from == to) {
            return new short[0];
        }
        short[] rest = process(new float[0], true);
        resampler = newResampler();
        return rest;
    }

    /** Forgets what was kept back. */
    public void reset() {
        if (from != to) {
            resampler = newResampler();
        }
    }

    private Resampler newResampler() {
        Resampler unused = UNUSED.get(factor);
        if (unused == null) {
            unused = new Resampler(true, factor, factor);
            if (UNUSED.size() < MOST_UNUSED) {
                UNUSED.put(factor, unused);
            }
        }
        return new Resampler(unused);
    }

    private short[] process(float[] in, boolean last) {
        float[] out = new float[(int) Math.ceil(in.length * factor) + 256];
        short[] ready = new short[out.length];
        int length = 0;
        int at = 0;
        boolean more = true;
        while (more) {
            Resampler.Result result = resampler.process(factor, in, at, in.length - at, last, out, 0, out.length);
            at += result.inputSamplesConsumed;
            if (length + result.outputSamplesGenerated > ready.length) {
                ready = Arrays.copyOf(ready, 2 * ready.length + result.outputSamplesGenerated);
            }
            for (int i = 0; i < result.outputSamplesGenerated; i++) {
                ready[length++] = Pcm.clip(out[i] * FULL_SCALE);
            }
            more = result.outputSamplesGenerated == out.length || (at < in.length && result.inputSamplesConsumed > 0);
        }
        return Arrays.copyOf(ready, length);
    }
}
