package org.vivavoce.session;

import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Dictation;

/** Does the blocking work of a turn elsewhere and reports to the session by events. Called by the {@code session} thread. */
interface ReplyWork {

    /** Transcribes; {@link SessionEvent.PieceTranscribed} or {@link SessionEvent.PieceFailed} follows unless cancelled. */
    void transcribe(TranscriptionOrder order, Cancellation cancellation);

    /** Takes a piece while it is spoken: {@link #transcribe} follows when it is complete. Does not block. */
    Dictation dictation();

    /** A piece of which nobody wants the words any more need not be kept, should it have failed. */
    void forget(long piece);

    /**
     * Writes and speaks a reply: {@link SessionEvent.SentenceReady} a sentence, then {@link SessionEvent.ReplyWritten}; at any point
     * {@link SessionEvent.ReplyFailed}. In every case but cancelling, {@link PartnerVoice#end} is called last.
     */
    void reply(ReplyOrder order, Cancellation cancellation);

    /** Has a phrase spoken that is no reply; {@link SessionEvent.AsideReady} follows unless it fails, which matters to nobody. */
    void sayAside(String phrase, Cancellation cancellation);

    /** Connections may be warmed: the user begins to speak. */
    void warm();
}
