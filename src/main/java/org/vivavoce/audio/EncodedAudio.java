package org.vivavoce.audio;

import java.time.Duration;

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

    @Override
    public String toString() {
        return "EncodedAudio[" + format + ", " + duration.toMillis() + " ms, " + bytes.length + " bytes]";
    }
}
