package org.vivavoce.practice;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Short reactions of the built-in partner in one language; none claims to have understood. Read from
 * {@code assets/partner/reactions.toml}. Immutable.
 *
 * @param heard    to something spoken
 * @param read     to something typed
 * @param patience the user asked for time
 * @param goAhead  the user broke in
 * @param noMatter the user does not know, or wants something else
 * @param silence  the user has said nothing for long
 */
public record Reactions(List<String> heard, List<String> read, List<String> patience, List<String> goAhead,
        List<String> noMatter,
        List<String> silence) {

    private static final String FILE = "partner/reactions.toml";

    /** The reactions by language code. */
    public record ByLanguage(Map<String, Reactions> reactions) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public ByLanguage {
            reactions = Map.copyOf(reactions);
        }

        /** The reactions in a language. */
        public Optional<Reactions> find(String languageCode) {
            return Optional.ofNullable(reactions.get(languageCode));
        }
    }

    /**
     * Reads the lines that come with the program.
     *
     * @throws IllegalStateException when the program was packed with a bad file
     */
    public static ByLanguage builtIn() {
        try {
            return new TomlText(FILE, Assets.text(FILE)).as(ByLanguage.class, Map.of());
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e.sentence(), e);
        }
    }
}
