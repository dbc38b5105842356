package org.vivavoce.offline;

import java.io.IOException;
import java.io.InputStream;

/** Passes samples without a header (16-bit little-endian mono) that a voice program writes on to a sink. One thread. */
final class RawOutput {

    private static final int BYTES_AT_ONCE = 8192;

    private RawOutput() {}

    static void copy(InputStream output, int sampleRate, PcmSink sink) throws IOException {
        sink.begin(sampleRate);
        for (byte[] bytes = output.readNBytes(BYTES_AT_ONCE); bytes.length > 1; bytes = output
                .readNBytes(BYTES_AT_ONCE)) {
            short[] samples = new short[bytes.length / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) ((bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] << 8));
            }
            sink.samples(samples, samples.length);
        }
    }
}
