package org.vivavoce.ai;

/**
 * The three services of one conversation. Closing frees their connections and threads.
 */
public record Services(SpeechToText speechToText, LanguageModel languageModel, TextToSpeech textToSpeech, Runnable onClose)
        implements
            AutoCloseable {

    @Override
    public void close() {
        onClose.run();
    }
}
