package org.vivavoce.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The 44 bytes before the samples of a 16-bit mono WAV file. Functions without state. */
public final class WaveHeader {

    /** What stands for a length that is not known yet; readers go on to the end. */
    private static final int UNKNOWN = 0xFFFFFFFF;

    static final int BYTES = 44;

    private static final int FORMAT_CHUNK_BYTES = 16;
    private static final short PCM = 1;
    private static final short CHANNELS = 1;

    private WaveHeader() {}

    /**
     * @param rate    samples a second
     * @param samples how many follow
     */
    static byte[] of(int rate, long samples) {
        int dataBytes = (int) Math.min(samples * Pcm.BYTES, Integer.MAX_VALUE - BYTES);
        return header(rate, BYTES - 8 + dataBytes, dataBytes);
    }

    /**
     * Before samples that are still to come.
     *
     * @param rate samples a second
     */
    public static byte[] ofUnknownLength(int rate) {
        return header(rate, UNKNOWN, UNKNOWN);
    }

    private static byte[] header(int rate, int fileBytes, int dataBytes) {
        ByteBuffer header = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(fileBytes).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(FORMAT_CHUNK_BYTES).putShort(PCM).putShort(CHANNELS).putInt(rate)
                .putInt(rate * CHANNELS * Pcm.BYTES).putShort((short) (CHANNELS * Pcm.BYTES))
                .putShort((short) (8 * Pcm.BYTES));
        header.put(ascii("data")).putInt(dataBytes);
        return header.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
