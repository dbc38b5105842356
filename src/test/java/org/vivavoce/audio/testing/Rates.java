package org.vivavoce.audio.testing;

import org.vivavoce.audio.RateConverter;

/** Whole recordings at another rate. */
final class Rates {

    private Rates() {}

    static short[] convert(short[] samples, int from, int to) {
        RateConverter converter = new RateConverter(from, to);
        short[] most = converter.convert(samples, 0, samples.length);
        short[] rest = converter.finish();
        short[] all = new short[most.length + rest.length];
        System.arraycopy(most, 0, all, 0, most.length);
        System.arraycopy(rest, 0, all, most.length, rest.length);
        return all;
    }
}
