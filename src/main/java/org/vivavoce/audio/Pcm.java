package org.vivavoce.audio;

/** Samples as bytes and back: 16-bit signed little-endian, channels interleaved. Functions without state. */
final class Pcm {

    /** Bytes of a sample. */
    static final int BYTES = 2;

    private Pcm() {}

    /** Reads frames of any number of channels and mixes them down to one by their mean. */
    static short[] toMono(byte[] bytes, int offset, int frames, int channels) {
        short[] mono = new short[frames];
        int at = offset;
        for (int i = 0; i < frames; i++) {
            int sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += sample(bytes, at);
                at += BYTES;
            }
            mono[i] = (short) (sum / channels);
        }
        return mono;
    }

    /** Writes one channel's samples to every channel. */
    static byte[] toBytes(short[] mono, int offset, int length, int channels) {
        byte[] bytes = new byte[length * channels * BYTES];
        int at = 0;
        for (int i = offset; i < offset + length; i++) {
            for (int c = 0; c < channels; c++) {
                bytes[at++] = (byte) mono[i];
                bytes[at++] = (byte) (mono[i] >> 8);
            }
        }
        return bytes;
    }

    /** Writes samples to the beginning of an array. */
    static void put(short[] samples, int length, byte[] into) {
        for (int i = 0; i < length; i++) {
            into[BYTES * i] = (byte) samples[i];
            into[BYTES * i + 1] = (byte) (samples[i] >> 8);
        }
    }

    /** Reads samples from the beginning of an array. */
    static void get(byte[] from, short[] samples, int length) {
        for (int i = 0; i < length; i++) {
            samples[i] = sample(from, BYTES * i);
        }
    }

    /** The sample at a place. */
    static short sample(byte[] bytes, int at) {
        return (short) ((bytes[at] & 0xFF) | (bytes[at + 1] << 8));
    }

    /** The nearest sample to a value, the extremes for what lies beyond. */
    static short clip(double value) {
        return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
