package org.vivavoce.ai;

/**
 * The three services of one conversation. Closing frees their connections and threads.
 *
 * @param warm      opens connections when the user begins to speak; may block, never fails
 * @param onClose   what closing does
 * @param dictation takes what the user says while it is said
 */
public record Services(SpeechToText speechToText, LanguageModel languageModel, TextToSpeech textToSpeech, Runnable warm,
        Runnable onClose, Dictation dictation)
        implements
            AutoCloseable {

    /** Services that want each utterance whole. */
    public Services(SpeechToText speechToText, LanguageModel languageModel, TextToSpeech textToSpeech, Runnable warm,
            Runnable onClose) {
        this(speechToText, languageModel, textToSpeech, warm, onClose, Dictation.NONE);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
