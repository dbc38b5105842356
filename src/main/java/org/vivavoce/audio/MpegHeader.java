package org.vivavoce.audio;

import org.jspecify.annotations.Nullable;

/**
 * The four bytes before a frame of MPEG audio, layer II or III (ISO/IEC 11172-3 and 13818-3, and the unofficial 2.5). A value.
 *
 * @param frameBytes length of the frame with its header
 * @param rate       samples a second
 * @param channels   1 or 2
 * @param layer      2 or 3
 * @param mpeg1      whether it is MPEG-1; MPEG-2 and 2.5 have half the samples
 */
record MpegHeader(int frameBytes, int rate, int channels, int layer, boolean mpeg1) {

    static final int BYTES = 4;

    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int[] KBITS_MPEG1_LAYER2 = {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384};
    private static final int[] KBITS_MPEG1_LAYER3 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBITS_MPEG2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};

    /** Reads a header; null where there is none. A free bit rate is not known: nobody speaks with one. */
    static @Nullable MpegHeader at(byte[] bytes, int at) {
        int second = bytes[at + 1] & 0xFF;
        int third = bytes[at + 2] & 0xFF;
        if (bytes[at] != (byte) 0xFF || (second & 0xE0) != 0xE0) {
            return null;
        }
        int version = second >> 3 & 3; // 0: 2.5, 1: reserved, 2: 2, 3: 1
        int layer = 4 - (second >> 1 & 3);
        int rateIndex = third >> 2 & 3;
        int bitRateIndex = third >> 4;
        if (version == 1 || (layer != 2 && layer != 3) || rateIndex == 3 || bitRateIndex == 0 || bitRateIndex == 15) {
            return null;
        }
        boolean mpeg1 = version == 3;
        int rate = RATES[rateIndex] / (mpeg1 ? 1 : version == 2 ? 2 : 4);
        int[] kbits = mpeg1 ? layer == 2 ? KBITS_MPEG1_LAYER2 : KBITS_MPEG1_LAYER3 : KBITS_MPEG2;
        int slots = layer == 3 && !mpeg1 ? 72 : 144;
        int padding = third >> 1 & 1;
        int frameBytes = slots * 1000 * kbits[bitRateIndex] / rate + padding;
        int channels = (bytes[at + 3] >> 6 & 3) == 3 ? 1 : 2;
        return new MpegHeader(frameBytes, rate, channels, layer, mpeg1);
    }

    /** Whether another frame can belong to the same stream. */
    boolean sameStream(MpegHeader other) {
        return rate == other.rate && layer == other.layer && mpeg1 == other.mpeg1;
    }

    /** Where an encoder's information frame has its mark, counted from the header's start. */
    int infoMarkAt() {
        int sideInfoBytes = mpeg1 ? channels == 1 ? 17 : 32 : channels == 1 ? 9 : 17;
        return BYTES + sideInfoBytes;
    }
}
