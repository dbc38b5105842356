package org.vivavoce.ai;

import java.util.function.Consumer;

/** Writes the partner's reply. Called by {@code reply-*} threads; blocking, streaming. */
public interface LanguageModel {

    /**
     * Streams a reply; returns when it is complete.
     *
     * @param onText receives each piece of text as it arrives, on the calling thread
     * @throws ServiceException.Cancelled as soon as the token is cancelled (within 50 ms)
     * @throws ServiceException           for every other failure, one that strikes in mid-stream too: a stream that ends without a
     *                                    finish reason is a {@link ServiceException.BadReply}
     */
    Completion reply(ChatRequest request, Consumer<String> onText, Cancellation cancellation) throws ServiceException;
}
