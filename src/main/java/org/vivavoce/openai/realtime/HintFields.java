package org.vivavoce.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.vivavoce.ai.SpeechHints;

/**
 * In which fields a recogniser takes {@link SpeechHints} (schema {@code AudioTranscription}). A value.
 *
 * @param names some of {@link #LANGUAGE}, {@link #LANGUAGES}, {@link #KEYWORDS}, {@link #PROMPT}
 */
public record HintFields(Set<String> names) {

    /** One language, as text. */
    public static final String LANGUAGE = "language";

    /** A list of languages; never together with {@link #LANGUAGE}. */
    public static final String LANGUAGES = "languages";

    /** A list of words. */
    public static final String KEYWORDS = "keywords";

    /** Text that came before. */
    public static final String PROMPT = "prompt";

    public HintFields {
        names = Set.copyOf(names);
    }

    /**
     * Writes what is taken.
     *
     * @param before what the session was told before: what is not said again stays
     */
    void write(SpeechHints hints, SpeechHints before, ObjectNode into) {
        hints.languageCode().ifPresent(code -> {
            if (names.contains(LANGUAGES)) {
                into.putArray(LANGUAGES).add(code);
            } else if (names.contains(LANGUAGE)) {
                into.put(LANGUAGE, code);
            }
        });
        if (names.contains(KEYWORDS) && !hints.keywords().isEmpty()) {
            ArrayNode words = into.putArray(KEYWORDS);
            hints.keywords().forEach(words::add);
        }
        if (names.contains(PROMPT) && !(hints.prompt().isBlank() && before.prompt().isBlank())) {
            into.put(PROMPT, hints.prompt());
        }
    }

    /** The others, where an error names one of these. */
    Optional<HintFields> without(JsonNode error) {
        String told = error.path("param").asText("") + " " + error.path("message").asText("");
        return names.stream().filter(told::contains).findFirst().map(refused -> {
            Set<String> left = new HashSet<>(names);
            left.remove(refused);
            return new HintFields(left);
        });
    }
}
