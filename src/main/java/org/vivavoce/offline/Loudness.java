package org.vivavoce.offline;

import java.io.IOException;
import java.util.Arrays;

/**
 * Brings a voice to the usual loudness: it listens to the first second of voice, fixes a gain from it and keeps that to the end. One
 * thread.
 */
final class Loudness implements PcmSink {

    /** Where speech services deliver their voices, about. */
    private static final double TARGET_DBFS = -20;

    /** A second of voice tells the level of a synthetic voice to about 1 dB; voices deliver it in milliseconds. */
    private static final double SECONDS_LISTENED = 1.0;

    private static final double LEAST_VOICE_RMS = 32_768 * 0.003; // −50 dBFS
    private static final double MOST_GAIN = 8; // 18 dB: more would only bring up hiss

    /** Above this the curve bends, so that peaks do not clip. */
    private static final double KNEE = 0.8;

    private final PcmSink next;
    private short[] held = new short[0];
    private int wanted;
    private double gain; // 0 while listening

    Loudness(PcmSink next) {
        this.next = next;
    }

    @Override
    public void begin(int sampleRate) throws IOException {
        wanted = (int) (sampleRate * SECONDS_LISTENED);
        next.begin(sampleRate);
    }

    @Override
    public void samples(short[] samples, int count) throws IOException {
        if (gain > 0) {
            pass(samples, count);
            return;
        }
        int before = held.length;
        held = Arrays.copyOf(held, before + count);
        System.arraycopy(samples, 0, held, before, count);
        if (held.length >= wanted) {
            release();
        }
    }

    /** The voice has ended: what is still held goes on. */
    void finish() throws IOException {
        if (gain == 0) {
            release();
        }
    }

    private void release() throws IOException {
        gain = gainFor(Arrays.copyOf(held, Math.min(held.length, wanted))); // however the samples came in
        pass(held, held.length);
        held = new short[0];
    }

    private void pass(short[] samples, int count) throws IOException {
        short[] out = new short[count];
        for (int i = 0; i < count; i++) {
            double value = gain * samples[i] / 32_768;
            double size = Math.abs(value);
            if (size > KNEE) {
                size = KNEE + (1 - KNEE) * Math.tanh((size - KNEE) / (1 - KNEE));
            }
            out[i] = (short) Math.round(Math.copySign(size, value) * 32_767);
        }
        next.samples(out, count);
    }

    private static double gainFor(short[] samples) {
        int frame = 256;
        double power = 0;
        int frames = 0;
        for (int start = 0; start + frame <= samples.length; start += frame) {
            double sum = 0;
            for (int i = start; i < start + frame; i++) {
                sum += (double) samples[i] * samples[i];
            }
            if (Math.sqrt(sum / frame) > LEAST_VOICE_RMS) {
                power += sum / frame;
                frames++;
            }
        }
        if (frames == 0) {
            return 1;
        }
        double rms = Math.sqrt(power / frames) / 32_768;
        return Math.clamp(Math.pow(10, TARGET_DBFS / 20) / rms, 1 / MOST_GAIN, MOST_GAIN);
    }
}
