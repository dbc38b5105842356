package org.vivavoce.audio;

import java.util.Arrays;

/** Samples waiting to be taken in the order they came. Used by one thread, or under its owner's lock. */
final class SampleQueue {

    private short[] samples = new short[4096];
    private int head;
    private int size;

    int size() {
        return size;
    }

    void add(short[] from, int offset, int length) {
        if (head + size + length > samples.length) {
            short[] target = size + length > samples.length ? new short[2 * (size + length)] : samples;
            System.arraycopy(samples, head, target, 0, size);
            samples = target;
            head = 0;
        }
        System.arraycopy(from, offset, samples, head + size, length);
        size += length;
    }

    /** Takes exactly {@code length} samples, which must be there. */
    void take(short[] into, int length) {
        System.arraycopy(samples, head, into, 0, length);
        head += length;
        size -= length;
    }

    /** Takes all there is. */
    short[] takeAll() {
        short[] all = Arrays.copyOfRange(samples, head, head + size);
        clear();
        return all;
    }

    void clear() {
        head = 0;
        size = 0;
    }
}
