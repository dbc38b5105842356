package org.vivavoce.audio;

/**
 * Decodes encoded speech while it arrives: bytes in, samples at {@link Sound#PLAYBACK_RATE} out. Used by one thread. Looks at the
 * first bytes to tell MP3 from WAV.
 */
public interface SpeechDecoder extends AutoCloseable {

    /** Where the samples go. */
    @FunctionalInterface
    interface Sink {
        /** Takes samples at {@link Sound#PLAYBACK_RATE}; may block; {@code samples} is not used again by the decoder. */
        void accept(short[] samples) throws InterruptedException;
    }

    /**
     * Takes the next bytes and hands on what can be decoded of them.
     *
     * @throws NotAudioException when the bytes are not sound that can be decoded (JSON, HTML, garbage)
     */
    void feed(byte[] bytes, int length, Sink sink) throws NotAudioException, InterruptedException;

    /**
     * The stream has ended: hands on the rest.
     *
     * @throws NotAudioException when nothing at all could be decoded
     */
    void finish(Sink sink) throws NotAudioException, InterruptedException;

    @Override
    void close();

    /** What came is not sound. */
    final class NotAudioException extends Exception {
        private static final long serialVersionUID = 1L;

        /** Says what it is instead, as a noun phrase, never its content. */
        public NotAudioException(String what) {
            super(what);
        }
    }
}
