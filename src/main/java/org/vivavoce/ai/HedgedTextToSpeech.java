package org.vivavoce.ai;

/** Text-to-speech that is asked a second time where its first byte is slow. Thread-safe; see {@link Hedge}. */
public final class HedgedTextToSpeech implements TextToSpeech {

    private final TextToSpeech service;
    private final Hedge hedge;

    public HedgedTextToSpeech(TextToSpeech service, Hedge hedge) {
        this.service = service;
        this.hedge = hedge;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the stream that is returned closes it
    public SpeechStream speak(SpeechRequest request, Cancellation cancellation) throws ServiceException {
        return new Stream(hedge.first(RequestSize.USUAL, attempt -> {
            SpeechStream stream = service.speak(request, attempt.token());
            if (!attempt.answers(stream)) {
                stream.close();
            }
        }, SpeechStream::close, cancellation));
    }

    /** The stream that began first; reads end when the caller is cancelled. */
    private record Stream(Hedge.First<SpeechStream> first) implements SpeechStream {
        @Override
        public int read(byte[] buffer) throws ServiceException {
            return first.answer().read(buffer);
        }

        @Override
        public void close() {
            first.answer().close();
            first.close();
        }
    }
}
