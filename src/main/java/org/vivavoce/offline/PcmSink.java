package org.vivavoce.offline;

import java.io.IOException;

/** Where a voice puts its samples: 16-bit signed mono. Used by one thread. */
public interface PcmSink {

    /**
     * Told once, before the first samples.
     *
     * @param sampleRate samples a second, 8,000 to 48,000
     */
    void begin(int sampleRate) throws IOException;

    /**
     * Takes samples; the array may be used again afterwards.
     *
     * @throws IOException when nobody listens any more: the voice is to stop
     */
    void samples(short[] samples, int count) throws IOException;
}
