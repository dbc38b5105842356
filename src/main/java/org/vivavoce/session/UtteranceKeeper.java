package org.vivavoce.session;

import org.vivavoce.audio.EncodedAudio;

/** Keeps utterances that could not be sent on disk until they were. Called by {@code reply-*} threads. */
public interface UtteranceKeeper {

    /** Keeps it; a failure to do so is the keeper's to tell, the conversation goes on with what is in memory. */
    void keep(long piece, EncodedAudio audio);

    /** It was understood at last: it need not be kept. */
    void release(long piece);
}
