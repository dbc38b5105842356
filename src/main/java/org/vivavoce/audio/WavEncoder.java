package org.vivavoce.audio;

import java.io.ByteArrayOutputStream;
import java.time.Duration;

/** Writes an utterance as 16-bit WAV, which every service takes: 32 kB a second. Thread-safe, without state. */
public final class WavEncoder implements UtteranceEncoder {

    @Override
    public EncodedAudio encode(short[] samples) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(WaveHeader.BYTES + samples.length * Pcm.BYTES);
        bytes.writeBytes(WaveHeader.of(Sound.CAPTURE_RATE, samples.length));
        bytes.writeBytes(Pcm.toBytes(samples, 0, samples.length, 1));
        return new EncodedAudio(bytes.toByteArray(), EncodedAudio.Format.WAV, durationOf(samples));
    }

    static Duration durationOf(short[] samples) {
        return Duration.ofNanos(samples.length * 1_000_000_000L / Sound.CAPTURE_RATE);
    }
}
