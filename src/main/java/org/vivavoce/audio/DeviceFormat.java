package org.vivavoce.audio;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;

/**
 * How a device is asked to deliver or take sound: 16-bit signed little-endian at some rate and number of channels. A value.
 *
 * @param rate     samples a second
 * @param channels 1 or 2
 */
record DeviceFormat(int rate, int channels) {

    /** Rates that sound hardware knows, the likeliest first. */
    private static final List<Integer> COMMON_RATES = List.of(48_000, 44_100, 32_000, 96_000, 16_000, 24_000, 22_050,
            8_000);

    /** What to ask for, in this order: the rate the program works at needs no conversion, then common ones, mono before stereo. */
    static List<DeviceFormat> candidates(int wantedRate) {
        return IntStream.concat(IntStream.of(wantedRate), COMMON_RATES.stream().mapToInt(Integer::intValue)).distinct()
                .boxed()
                .flatMap(rate -> Stream.of(new DeviceFormat(rate, 1), new DeviceFormat(rate, 2))).toList();
    }

    AudioFormat audioFormat() {
        return new AudioFormat(rate, 8 * Pcm.BYTES, channels, true, false);
    }

    int frameBytes() {
        return channels * Pcm.BYTES;
    }

    /** Bytes of so many milliseconds, in whole frames. */
    int bytesOf(int milliseconds) {
        return rate * milliseconds / 1000 * frameBytes();
    }
}
