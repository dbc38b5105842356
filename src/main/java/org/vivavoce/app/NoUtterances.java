package org.vivavoce.app;

import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.session.UtteranceKeeper;

/** Keeps no utterances: who sent one over the HTTP interface has it. */
record NoUtterances() implements UtteranceKeeper {

    @Override
    public void keep(long piece, EncodedAudio audio) {
        // see above
    }

    @Override
    public void release(long piece) {
        // nothing was kept
    }
}
