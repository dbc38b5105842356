package org.vivavoce.session;

import org.vivavoce.audio.EncodedAudio;

/**
 * Keeps utterances on disk from the moment they are sent until they are understood, so that neither a service that fails nor a program
 * that is killed loses one. Called by {@code reply-*} threads; the calls for one piece may overtake each other.
 */
public interface UtteranceKeeper {

    /**
     * Keeps it, unless it is kept or was released already; a failure to do so is the keeper's to tell, the conversation goes on with what is
     * in memory.
     */
    void keep(long piece, EncodedAudio audio);

    /** It was understood, or is wanted no more: it need not be kept, now or later. */
    void release(long piece);
}
