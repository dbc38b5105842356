package org.vivavoce.ai;

import java.util.concurrent.atomic.AtomicBoolean;

/** Services whose passing failures nobody notices. Functions without state. */
public final class RetriedServices {

    private RetriedServices() {}

    /**
     * The same services, asked again where they fail for a moment; see {@link RetryValues}.
     *
     * @param listener is told of further requests
     */
    public static Services of(Services services, HedgeRunner runner, RetryListener listener) {
        Retry transcription = new Retry(Stage.TRANSCRIPTION, RetryValues.DEFAULT, runner, listener);
        Retry chat = new Retry(Stage.CHAT, RetryValues.DEFAULT, runner, listener);
        Retry speech = new Retry(Stage.SPEECH, RetryValues.DEFAULT, runner, listener);
        return new Services(
                (request, cancellation) -> transcription.send(
                        () -> services.speechToText().transcribe(request, cancellation), () -> false, cancellation),
                (request, onText, cancellation) -> {
                    AtomicBoolean begun = new AtomicBoolean();
                    return chat.send(() -> services.languageModel().reply(request, text -> {
                        begun.set(true);
                        onText.accept(text);
                    }, cancellation), begun::get, cancellation);
                },
                (request, cancellation) -> speech.send(() -> services.textToSpeech().speak(request, cancellation),
                        () -> false, cancellation),
                services.warm(), services.onClose(), services.dictation());
    }
}
