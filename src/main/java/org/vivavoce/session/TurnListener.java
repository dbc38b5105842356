package org.vivavoce.session;

/**
 * Receives the partner's reply in a written conversation while it is made. Told by the thread that asks and by a {@code reply-speech}
 * thread, which may wait here until whoever listens has taken it; never throws.
 */
public interface TurnListener {

    /** The next piece of the text: put together they are what is kept. */
    void text(String piece);

    /**
     * The next bytes of a sentence as the voice sends them.
     *
     * @param sentence    counts from 0
     * @param contentType their MIME type, the same for the whole sentence
     * @param bytes       not to be changed
     */
    void audio(int sentence, String contentType, byte[] bytes);
}
