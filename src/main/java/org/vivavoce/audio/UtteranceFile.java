package org.vivavoce.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusFile;
import org.vivavoce.audio.SpeechDecoder.NotAudioException;

/** Reads an utterance that came as a whole file: WAV, MP3, or Ogg with Opus. Functions without state; any thread. */
public final class UtteranceFile {

    /** Minutes of sound that are read; recognisers take no more bytes than that makes. */
    public static final int MOST_MINUTES = 10;

    private static final int MOST_SAMPLES = MOST_MINUTES * 60 * Sound.CAPTURE_RATE;
    private static final int LONGEST_PACKET = Sound.CAPTURE_RATE * 120 / 1000; // RFC 6716: at most 120 ms
    private static final int GRANULES_PER_SAMPLE = 48_000 / Sound.CAPTURE_RATE; // RFC 7845: counted at 48 kHz
    private static final int FEED_BYTES = 16_384;

    private UtteranceFile() {}

    /**
     * The samples, at {@link Sound#CAPTURE_RATE}, mono.
     *
     * @throws NotAudioException when it is no such file, or a longer one
     */
    public static short[] samples(byte[] file) throws NotAudioException, InterruptedException {
        return switch (SoundKind.of(file, file.length)) {
            case WAVE -> wave(file);
            case OGG -> opus(file);
            default -> mp3(file);
        };
    }

    private static short[] wave(byte[] file) throws NotAudioException {
        Samples samples = new Samples();
        WaveParser parser = new WaveParser();
        RateConverter converter = null;
        for (int at = 0; at < file.length && !samples.areTooMany(); at += FEED_BYTES) {
            byte[] part = Arrays.copyOfRange(file, at, Math.min(file.length, at + FEED_BYTES));
            short[] more = parser.feed(part, part.length);
            if (converter == null && parser.rate() > 0) {
                converter = new RateConverter(parser.rate(), Sound.CAPTURE_RATE);
            }
            if (converter != null) {
                samples.add(converter.convert(more, 0, more.length));
            }
        }
        if (converter != null) {
            samples.add(converter.finish());
        }
        return samples.all();
    }

    private static short[] mp3(byte[] file) throws NotAudioException, InterruptedException {
        Samples samples = new Samples();
        RateConverter converter = new RateConverter(Sound.PLAYBACK_RATE, Sound.CAPTURE_RATE);
        try (StreamingSpeechDecoder decoder = new StreamingSpeechDecoder()) {
            SpeechDecoder.Sink sink = more -> samples.add(converter.convert(more, 0, more.length));
            for (int at = 0; at < file.length && !samples.areTooMany(); at += FEED_BYTES) {
                byte[] part = Arrays.copyOfRange(file, at, Math.min(file.length, at + FEED_BYTES));
                decoder.feed(part, part.length, sink);
            }
            decoder.finish(sink);
            samples.add(converter.finish());
        }
        return samples.all();
    }

    private static short[] opus(byte[] file) throws NotAudioException {
        Samples samples = new Samples();
        try (OpusFile opus = new OpusFile(new OggFile(new ByteArrayInputStream(file)))) {
            OpusDecoder decoder = new OpusDecoder(Sound.CAPTURE_RATE, 1);
            short[] decoded = new short[LONGEST_PACKET];
            for (OpusAudioData packet = opus.getNextAudioPacket(); packet != null
                    && !samples.areTooMany(); packet = opus.getNextAudioPacket()) {
                byte[] data = packet.getData();
                int length = decoder.decode(data, 0, data.length, decoded, 0, decoded.length, false);
                samples.add(Arrays.copyOf(decoded, length));
            }
            samples.skip(opus.getInfo().getPreSkip() / GRANULES_PER_SAMPLE);
        } catch (IOException | OpusException | RuntimeException e) { // both libraries throw what they like at broken files
            throw new NotAudioException("a damaged Ogg file, or one without Opus in it");
        }
        return samples.all();
    }

    /** What was decoded. Used by one thread. */
    private static final class Samples {
        private short[] samples = new short[Sound.CAPTURE_RATE];
        private int count;
        private int first;

        private void add(short[] more) {
            if (count + more.length > samples.length) {
                samples = Arrays.copyOf(samples, Math.max(2 * samples.length, count + more.length));
            }
            System.arraycopy(more, 0, samples, count, more.length);
            count += more.length;
        }

        private void skip(int samplesAtTheStart) {
            first = Math.min(count, samplesAtTheStart);
        }

        private boolean areTooMany() {
            return count > MOST_SAMPLES;
        }

        private short[] all() throws NotAudioException {
            if (areTooMany()) {
                throw new NotAudioException("longer than " + MOST_MINUTES + " minutes");
            }
            if (count == first) {
                throw new NotAudioException("a file without sound in it");
            }
            return Arrays.copyOfRange(samples, first, count);
        }
    }
}
