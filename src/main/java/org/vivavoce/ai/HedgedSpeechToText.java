package org.vivavoce.ai;

/** Speech-to-text that is asked a second time where it is slow. Thread-safe; see {@link Hedge}. */
public final class HedgedSpeechToText implements SpeechToText {

    private final SpeechToText service;
    private final Hedge hedge;

    public HedgedSpeechToText(SpeechToText service, Hedge hedge) {
        this.service = service;
        this.hedge = hedge;
    }

    @Override
    public Transcript transcribe(TranscriptionRequest request, Cancellation cancellation) throws ServiceException {
        try (Hedge.First<Transcript> first = hedge.first(RequestSize.of(request.audio().duration()),
                attempt -> attempt.answers(service.transcribe(request, attempt.token())), transcript -> {
                }, cancellation)) {
            return first.answer();
        }
    }
}
