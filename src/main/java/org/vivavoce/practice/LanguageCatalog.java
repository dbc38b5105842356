package org.vivavoce.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages that can be practised, in the order a screen shows them. Immutable; any thread. */
public final class LanguageCatalog {

    private static final List<String> CODES = List.of("en", "es", "fr", "de", "zh", "hi", "ja", "ko", "pt", "ar", "ru",
            "it", "nl");

    /** Lists a file may leave out; a language without them is practised all the same. */
    private static final Map<String, Object> DEFAULTS = Stream
            .of("fillers", "waiting_phrases", "stop_phrases", "backchannels", "softeners", "thinking_aloud",
                    "ghost_phrases", "skip_phrases", "repeat_phrases", "slower_phrases", "dont_know_phrases")
            .collect(Collectors.toMap(key -> key, key -> List.of()));

    private static final Map<String, List<String>> NO_ENDINGS = Map.of("never", List.of(), "seldom", List.of(), "open",
            List.of(), "complete", List.of(), "openers", List.of());

    private final List<Language> languages;

    private LanguageCatalog(List<Language> languages) {
        this.languages = List.copyOf(languages);
    }

    /**
     * Reads the languages that come with the program.
     *
     * @throws IllegalStateException when the program was packed with a bad file
     */
    public static LanguageCatalog builtIn() {
        return new LanguageCatalog(CODES.stream().map(LanguageCatalog::packed).toList());
    }

    /** All languages: English first. */
    public List<Language> languages() {
        return languages;
    }

    /**
     * The language of a code.
     *
     * @param code ISO 639-1, in lower case
     */
    public Optional<Language> find(String code) {
        return languages.stream().filter(language -> language.code().equals(code)).findFirst();
    }

    /** English: what is spoken where no language is chosen. */
    public Language english() {
        return languages.getFirst();
    }

    private static Language packed(String code) {
        String file = "languages/" + code + ".toml";
        try {
            return parse(file, Assets.text(file));
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e.sentence(), e);
        }
    }

    static Language parse(String fileName, String text) throws UnreadableFileException {
        TomlText toml = new TomlText(fileName, text);
        Map<String, Object> defaults = new HashMap<>(DEFAULTS);
        defaults.put("direction", "ltr");
        defaults.put("words_per_minute", 140);
        defaults.put("endings", NO_ENDINGS);
        Language language = toml.as(Language.class, defaults);
        toml.requireText("code", language.code());
        toml.requireText("name", language.name());
        toml.requireText("greeting", language.greeting());
        toml.requireRange("words_per_minute", language.wordsPerMinute(), 60, 300);
        if (!List.of("ltr", "rtl").contains(language.direction())) {
            throw toml.problem("direction", "direction must be \"ltr\" or \"rtl\".");
        }
        return language;
    }
}
