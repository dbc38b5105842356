package org.vivavoce.ai;

import java.util.List;
import java.util.Optional;
import org.vivavoce.audio.EncodedAudio;

/**
 * One utterance to transcribe.
 *
 * @param audio        the utterance as a file (16 kHz mono WAV or Ogg/Opus)
 * @param languageCode ISO 639-1 code of the language that is spoken, empty to let the service find out
 * @param prompt       text that came before, a help for the recogniser; empty for none
 * @param keywords     words that are likely to be said, a help for recognisers that take such a list; empty for none
 */
public record TranscriptionRequest(EncodedAudio audio, Optional<String> languageCode, String prompt,
        List<String> keywords) {
    public TranscriptionRequest {
        keywords = List.copyOf(keywords);
    }

    /** An utterance of which no words are expected. */
    public TranscriptionRequest(EncodedAudio audio, Optional<String> languageCode, String prompt) {
        this(audio, languageCode, prompt, List.of());
    }

    /** What helps the recogniser. */
    public SpeechHints hints() {
        return new SpeechHints(languageCode, prompt, keywords);
    }

    @Override
    public String toString() {
        return "TranscriptionRequest[" + audio.duration().toMillis() + " ms]"; // what was said never enters a log
    }
}
