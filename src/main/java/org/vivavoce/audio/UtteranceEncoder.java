package org.vivavoce.audio;

/** Makes the file that is sent to a speech-to-text service. Implementations are thread-safe and may be called by any thread. */
public interface UtteranceEncoder {

    /**
     * Encodes a whole utterance.
     *
     * @param samples an utterance at {@link Sound#CAPTURE_RATE}; not changed
     */
    EncodedAudio encode(short[] samples);
}
