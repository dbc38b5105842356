package org.vivavoce.ai;

import java.util.List;
import java.util.Optional;

/**
 * What helps a recogniser with what is said. A value.
 *
 * @param languageCode ISO 639-1 code of the language that is spoken, empty to let the service find out
 * @param prompt       text that came before; empty for none
 * @param keywords     words that are likely to be said; empty for none
 */
public record SpeechHints(Optional<String> languageCode, String prompt, List<String> keywords) {
    public SpeechHints {
        keywords = List.copyOf(keywords);
    }

    @Override
    public String toString() {
        return "SpeechHints[" + keywords.size() + " keywords]"; // what was said never enters a log
    }
}
