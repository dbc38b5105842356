package org.vivavoce.practice;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How words are read that a simple voice does not know: Japanese ones written with kanji. Read from
 * {@code assets/partner/readings-ja.toml}, which covers what the program itself says. Immutable; any thread.
 */
public final class Readings {

    private static final String FILE = "partner/readings-ja.toml";

    private final List<Map.Entry<String, String>> longestFirst;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Readings(Map<String, String> readings) {
        longestFirst = new ArrayList<>(readings.entrySet());
        longestFirst.sort(Comparator.comparingInt((Map.Entry<String, String> entry) -> -entry.getKey().length())
                .thenComparing(Map.Entry::getKey));
    }

    /**
     * Reads the readings that come with the program.
     *
     * @throws IllegalStateException when the program was packed with a bad file
     */
    public static Readings japanese() {
        try {
            return new TomlText(FILE, Assets.text(FILE)).as(Readings.class, Map.of());
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e.sentence(), e);
        }
    }

    /** A text with every word it knows as it is read. */
    public String apply(String text) {
        String read = text;
        for (Map.Entry<String, String> entry : longestFirst) {
            read = read.replace(entry.getKey(), entry.getValue());
        }
        return read;
    }
}
