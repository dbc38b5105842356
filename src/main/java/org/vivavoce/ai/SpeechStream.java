package org.vivavoce.ai;

/**
 * Encoded speech as it arrives (MP3 or WAV: the reader looks at the first bytes, never at what the service says it is). Read by one
 * {@code reply-*} thread.
 */
public interface SpeechStream extends AutoCloseable {

    /**
     * Blocks until some bytes are there.
     *
     * @return the number of bytes put into {@code buffer} from its start, or −1 at the end
     * @throws ServiceException when the stream breaks, stalls or is cancelled
     */
    int read(byte[] buffer) throws ServiceException;

    /** Gives the connection back, or breaks it off when the stream is not at its end. */
    @Override
    void close();
}
