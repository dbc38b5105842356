package org.vivavoce.openai.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/** How long an uploaded file sounds, from its own headers. Stateless. */
final class AudioLength {

    private static final int OPUS_SAMPLES_PER_SECOND = 48_000;
    private static final int OGG_PAGE_HEADER_BYTES = 27;

    private AudioLength() {}

    /** Zero for files of other kinds than WAV and Ogg/Opus. */
    static Duration of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (startsWith(file, "RIFF") && file.length >= 44) {
            int bytesPerSecond = bytes.getInt(28);
            return bytesPerSecond <= 0
                    ? Duration.ZERO
                    : Duration.ofNanos((file.length - 44) * 1_000_000_000L / bytesPerSecond);
        }
        if (startsWith(file, "OggS")) {
            for (int at = file.length - OGG_PAGE_HEADER_BYTES; at >= 0; at--) { // the last page knows the samples so far
                if (bytes.getInt(at) == bytes.getInt(0)) {
                    return Duration.ofMillis(bytes.getLong(at + 6) * 1000 / OPUS_SAMPLES_PER_SECOND);
                }
            }
        }
        return Duration.ZERO;
    }

    private static boolean startsWith(byte[] file, String mark) {
        return file.length >= 4 && file[0] == mark.charAt(0) && file[1] == mark.charAt(1) && file[2] == mark.charAt(2)
                && file[3] == mark.charAt(3);
    }
}
