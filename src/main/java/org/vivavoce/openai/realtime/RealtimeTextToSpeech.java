package org.vivavoce.openai.realtime;

import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.TextToSpeech;
import org.vivavoce.ai.VoiceListener;

/**
 * Text-to-speech by a Realtime model that is told to read, streamed as WAV over a socket that stays open. Thread-safe; blocks the calling
 * {@code reply-*} thread.
 */
public final class RealtimeTextToSpeech implements TextToSpeech, AutoCloseable {

    private final RealtimeFailures failures;
    private final SpeakingSessions sessions;
    private final VoiceChoice voices;

    /** @param listener is told of other words and other voices than those asked for */
    public RealtimeTextToSpeech(RealtimeService service, VoiceListener listener) {
        this.failures = service.failures();
        this.sessions = new SpeakingSessions(service, listener);
        this.voices = new VoiceChoice(service.model(), listener);
    }

    /**
     * Asks for speech and returns when its first sound is there. A sentence of which nothing was heard before its socket broke or fell
     * silent is asked for once more, on a new one.
     */
    @Override
    @SuppressWarnings("MustBeClosedChecker") // the stream that is returned closes itself
    public SpeechStream speak(SpeechRequest request, Cancellation cancellation) throws ServiceException {
        boolean askedAgain = false;
        while (!cancellation.isCancelled()) {
            String voice = voices.of(request);
            SpeakingSession session = sessions.of(voice);
            SpokenSentence sentence = session.ask(request, cancellation);
            try {
                sentence.awaitSound();
                return sentence;
            } catch (ServiceException e) {
                sentence.close();
                boolean lost = session.wasReady() && isLost(e) && !askedAgain;
                boolean otherVoice = session.refusedVoice() && voices.refused(voice, request);
                if (!lost && !otherVoice) {
                    throw e;
                }
                askedAgain |= lost;
            }
        }
        throw failures.cancelled();
    }

    /** Opens the socket, where it is not open, and returns at once. Failures show at the next sentence. */
    public void warm() {
        sessions.warm();
    }

    /** Breaks off what is under way, as cancelled, and closes all sockets. */
    @Override
    public void close() {
        sessions.close();
    }

    /** Whether it was the connection, so that another one may do better. */
    private static boolean isLost(ServiceException failure) {
        return failure instanceof ServiceException.NoNetwork || failure instanceof ServiceException.TimedOut;
    }
}
