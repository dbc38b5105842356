package org.vivavoce.ai;

/** Turns an utterance into text. Called by {@code reply-*} threads; blocking. */
public interface SpeechToText {

    /**
     * Transcribes an utterance.
     *
     * @return what was said; an empty text when nothing was understood
     * @throws ServiceException.Cancelled as soon as the token is cancelled (within 50 ms)
     * @throws ServiceException           for every other failure, with a sentence for the user
     */
    Transcript transcribe(TranscriptionRequest request, Cancellation cancellation) throws ServiceException;
}
