package org.vivavoce.ai;

/** Hedges the three services of a conversation. Functions without state. */
public final class HedgedServices {

    private HedgedServices() {}

    /**
     * The same services, asked a second time where they are slow.
     *
     * @param listener is told of second requests
     */
    public static Services of(Services services, HedgeRunner runner, HedgeListener listener) {
        return new Services(
                new HedgedSpeechToText(services.speechToText(), hedge(Stage.TRANSCRIPTION, runner, listener)),
                new HedgedLanguageModel(services.languageModel(), hedge(Stage.CHAT, runner, listener)),
                new HedgedTextToSpeech(services.textToSpeech(), hedge(Stage.SPEECH, runner, listener)),
                services.warm(), services.onClose(), services.dictation());
    }

    private static Hedge hedge(Stage stage, HedgeRunner runner, HedgeListener listener) {
        return new Hedge(stage, HedgeValues.DEFAULT, runner, listener);
    }
}
