package org.vivavoce.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TextsTest {

    private static final Pattern USE = Pattern.compile("texts\\s*\\.of\\(\\s*\"([^\"]+)\"");

    private static Set<String> used() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/vivavoce/ui"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                try {
                    Matcher use = USE.matcher(Files.readString(file));
                    while (use.find()) {
                        keys.add(java.util.Objects.requireNonNull(use.group(1)));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return keys;
    }

    @Test
    void everyTextThatIsUsedIsThereAndEveryTextThatIsThereIsUsed() throws IOException {
        Set<String> there = new TreeSet<>(ResourceBundle.getBundle("assets.i18n.messages").keySet());
        Set<String> missing = new TreeSet<>(used());
        missing.removeAll(there);
        Set<String> unused = new TreeSet<>(there);
        unused.removeAll(used());
        assertEquals("", String.join("=\n", missing), "missing in messages.properties, ready to paste");
        assertEquals("", String.join("\n", unused), "unused in messages.properties");
    }

    @Test
    void valuesStandInTheirPlaces() {
        assertEquals("Interview · Alex", new Texts().of("talk.title", "Interview", "Alex"));
    }
}
