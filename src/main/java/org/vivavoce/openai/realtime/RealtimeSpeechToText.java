package org.vivavoce.openai.realtime;

import java.util.Optional;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Dictation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechToText;
import org.vivavoce.ai.Transcript;
import org.vivavoce.ai.TranscriptionRequest;

/**
 * Speech-to-text by a model that listens over a socket while the user speaks. A piece that was not dictated, or whose socket failed, is
 * sent whole. Thread-safe; {@link #transcribe} blocks the calling {@code reply-*} thread, dictating never blocks.
 */
public final class RealtimeSpeechToText implements SpeechToText, AutoCloseable {

    private final RealtimeFailures failures;
    private final HearingSessions sessions;
    private final LiveDictation dictation;

    /** @param fields in which the model takes hints */
    public RealtimeSpeechToText(RealtimeService service, HintFields fields) {
        this.failures = service.failures();
        this.sessions = new HearingSessions(service, fields);
        this.dictation = new LiveDictation(sessions);
    }

    /** Takes what is said while it is said. */
    public Dictation dictation() {
        return dictation;
    }

    /** Breaks off what is under way, as cancelled, and closes all sockets. */
    @Override
    public void close() {
        sessions.close();
    }

    /** Waits for the transcript of a piece. What fails and may succeed on another socket is sent there whole, once. */
    @Override
    public Transcript transcribe(TranscriptionRequest request, Cancellation cancellation) throws ServiceException {
        short[] samples = request.audio().samples(Dictation.SAMPLE_RATE);
        Optional<HeardPiece> dictated = dictation.take(samples);
        if (cancellation.isCancelled()) {
            throw failures.cancelled();
        }
        return dictated.isPresent()
                ? dictated(dictated.get(), request, samples, cancellation)
                : whole(request, samples, cancellation);
    }

    private Transcript dictated(HeardPiece piece, TranscriptionRequest request, short[] samples,
            Cancellation cancellation) throws ServiceException {
        try {
            return new Transcript(piece.await(cancellation));
        } catch (ServiceException e) {
            if (!e.retryHelps() || e instanceof ServiceException.RateLimited) {
                throw e;
            }
        }
        return anew(request, samples, cancellation);
    }

    private Transcript whole(TranscriptionRequest request, short[] samples, Cancellation cancellation)
            throws ServiceException {
        PieceFeed feed = sessions.whole(request.hints());
        try {
            return new Transcript(feed.commit(samples).await(cancellation));
        } catch (ServiceException e) {
            boolean lost = e instanceof ServiceException.NoNetwork || e instanceof ServiceException.TimedOut;
            if (!lost || !feed.session().wasReady()) {
                throw e;
            }
        }
        return anew(request, samples, cancellation);
    }

    private Transcript anew(TranscriptionRequest request, short[] samples, Cancellation cancellation)
            throws ServiceException {
        return new Transcript(sessions.anew(request.hints()).commit(samples).await(cancellation));
    }
}
