package org.vivavoce.ai;

/** Speaks a sentence. Called by {@code reply-*} threads; blocking until the first byte, then a stream. */
public interface TextToSpeech {

    /**
     * Asks for speech and returns when its first byte is there.
     *
     * @throws ServiceException.Cancelled as soon as the token is cancelled (within 50 ms); the stream's reads end the same way
     * @throws ServiceException           for every other failure
     */
    SpeechStream speak(SpeechRequest request, Cancellation cancellation) throws ServiceException;
}
