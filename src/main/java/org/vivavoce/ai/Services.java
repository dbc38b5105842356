package org.vivavoce.ai;

/**
 * The three services of one conversation. Closing frees their connections and threads.
 *
 * @param warm    opens connections when the user begins to speak; may block, never fails
 * @param onClose what closing does
 */
public record Services(SpeechToText speechToText, LanguageModel languageModel, TextToSpeech textToSpeech, Runnable warm,
        Runnable onClose)
        implements
            AutoCloseable {

    @Override
    public void close() {
        onClose.run();
    }
}
