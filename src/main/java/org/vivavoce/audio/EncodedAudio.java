package org.vivavoce.audio;

import java.time.Duration;
import java.util.Arrays;

/**
 * An utterance as the bytes of a file.
 *
 * @param bytes    the file; not to be changed
 * @param format   what kind of file
 * @param duration how long it sounds
 */
public record EncodedAudio(byte[] bytes, Format format, Duration duration) {

    /** Kinds of files. */
    public enum Format {
        /** 16-bit PCM WAV, 16 kHz mono. */
        WAV("utterance.wav", "audio/wav"),
        /** Ogg with Opus, 16 kHz mono at 24 kbit/s. */
        OGG_OPUS("utterance.ogg", "audio/ogg");

        private final String fileName;
        private final String contentType;

        Format(String fileName, String contentType) {
            this.fileName = fileName;
            this.contentType = contentType;
        }

        /** The name an upload gets; services go by its ending. */
        public String fileName() {
            return fileName;
        }

        /** The MIME type. */
        public String contentType() {
            return contentType;
        }
    }

    /**
     * What a WAV file holds; what is sent to a service as samples was made as WAV.
     *
     * @param rate samples a second
     * @throws IllegalStateException when it is a file of another kind
     */
    public short[] samples(int rate) {
        try {
            WaveParser parser = new WaveParser();
            short[] samples = parser.feed(bytes, bytes.length);
            if (parser.rate() == 0) {
                throw new IllegalStateException("only a WAV file can be read again");
            }
            RateConverter converter = new RateConverter(parser.rate(), rate);
            short[] converted = converter.convert(samples, 0, samples.length);
            short[] rest = converter.finish();
            short[] all = Arrays.copyOf(converted, converted.length + rest.length);
            System.arraycopy(rest, 0, all, converted.length, rest.length);
            return all;
        } catch (SpeechDecoder.NotAudioException e) {
            throw new IllegalStateException("only a WAV file can be read again", e);
        }
    }

    @Override
    public String toString() {
        return "EncodedAudio[" + format + ", " + duration.toMillis() + " ms, " + bytes.length + " bytes]";
    }
}
