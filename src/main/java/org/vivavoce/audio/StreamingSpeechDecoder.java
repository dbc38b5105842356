package org.vivavoce.audio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes MP3 (JLayer) and WAV while they arrive; which of both it is, or what else, is told by the first bytes. Used by one thread;
 * has none of its own. The first samples come with the first whole frame, at 24 kHz after 200 to 600 bytes.
 */
public final class StreamingSpeechDecoder implements SpeechDecoder {

    /** Bytes without a frame after which the stream is given up. */
    private static final int MOST_GARBAGE = 65_536;

    private final Mp3Parser mp3 = new Mp3Parser();
    private final WaveParser wave = new WaveParser();
    private SoundKind kind = SoundKind.UNKNOWN_YET;
    private byte[] start = new byte[0];
    private @Nullable RateConverter converter;
    private int rate;
    private boolean anySamples;
    private boolean closed;

    /** Decodes a little silence, so that the first sentence does not wait for classes and tables (120 ms). Any thread may call it. */
    public static void warmUp() {
        byte[] silentFrame = new byte[192]; // MPEG-2 layer III, 64 kbit/s, 24 kHz, mono
        silentFrame[0] = (byte) 0xFF;
        silentFrame[1] = (byte) 0xF3;
        silentFrame[2] = (byte) 0x84;
        silentFrame[3] = (byte) 0xC4;
        try (StreamingSpeechDecoder decoder = new StreamingSpeechDecoder()) {
            for (int i = 0; i < 20; i++) {
                decoder.feed(silentFrame, silentFrame.length, samples -> {
                });
            }
        } catch (NotAudioException e) {
            throw new AssertionError("a frame made here is sound", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void feed(byte[] bytes, int length, Sink sink) throws NotAudioException, InterruptedException {
        if (closed || length == 0) {
            return;
        }
        if (kind != SoundKind.UNKNOWN_YET) {
            decode(bytes, length, sink);
            return;
        }
        start = Arrays.copyOf(start, start.length + length);
        System.arraycopy(bytes, 0, start, start.length - length, length);
        kind = SoundKind.of(start, start.length);
        if (kind != SoundKind.UNKNOWN_YET) {
            decodeStart(sink);
        }
    }

    @Override
    public void finish(Sink sink) throws NotAudioException, InterruptedException {
        if (closed) {
            return;
        }
        if (kind == SoundKind.UNKNOWN_YET) {
            throw new NotAudioException(start.length == 0 ? "nothing at all" : "too few bytes to be sound");
        }
        mp3.finish((samples, atRate) -> deliver(samples, atRate, sink));
        if (converter != null) {
            hand(converter.finish(), sink);
        }
        if (!anySamples) {
            throw new NotAudioException(
                    kind == SoundKind.OTHER ? kind.noun() : "a file of " + kind.noun() + " without sound in it");
        }
    }

    private void decodeStart(Sink sink) throws NotAudioException, InterruptedException {
        byte[] bytes = start;
        start = new byte[0];
        switch (kind) {
            case MP3, WAVE, OTHER -> decode(bytes, bytes.length, sink);
            default -> throw new NotAudioException(kind.noun());
        }
    }

    private void decode(byte[] bytes, int length, Sink sink) throws NotAudioException, InterruptedException {
        switch (kind) {
            case MP3, OTHER -> {
                mp3.feed(bytes, length, (samples, atRate) -> deliver(samples, atRate, sink));
                if (!mp3.foundFrame() && mp3.garbage() > MOST_GARBAGE) {
                    throw new NotAudioException(SoundKind.OTHER.noun());
                }
            }
            case WAVE -> {
                short[] samples = wave.feed(bytes, length);
                deliver(samples, wave.rate(), sink);
            }
            default -> throw new NotAudioException(kind.noun());
        }
    }

    private void deliver(short[] samples, int atRate, Sink sink) throws InterruptedException {
        if (samples.length == 0) {
            return;
        }
        RateConverter through = converter;
        if (through == null || atRate != rate) {
            if (through != null) {
                hand(through.finish(), sink);
            }
            through = new RateConverter(atRate, Sound.PLAYBACK_RATE);
            converter = through;
            rate = atRate;
        }
        hand(through.convert(samples, 0, samples.length), sink);
    }

    private void hand(short[] samples, Sink sink) throws InterruptedException {
        if (samples.length > 0 && !closed) {
            anySamples = true;
            sink.accept(samples);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
