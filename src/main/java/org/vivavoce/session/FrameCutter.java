package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts samples that arrive in any length into frames of one length. Used by one thread. */
final class FrameCutter {

    private final short[] partial;
    private int filled;

    FrameCutter(int frameSamples) {
        partial = new short[frameSamples];
    }

    /** The frames that are full now. */
    List<short[]> cut(short[] samples) {
        List<short[]> full = new ArrayList<>(samples.length / partial.length + 1);
        int at = 0;
        while (at < samples.length) {
            int take = Math.min(partial.length - filled, samples.length - at);
            System.arraycopy(samples, at, partial, filled, take);
            filled += take;
            at += take;
            if (filled == partial.length) {
                full.add(partial.clone());
                filled = 0;
            }
        }
        return full;
    }

    /** What is left, filled up with silence to a frame; empty when nothing is. */
    short[] rest() {
        if (filled == 0) {
            return new short[0];
        }
        short[] frame = partial.clone();
        Arrays.fill(frame, filled, frame.length, (short) 0);
        filled = 0;
        return frame;
    }

    void clear() {
        filled = 0;
    }
}
