package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code .env} files: lines {@code KEY=value}, with quotes, comments and a leading {@code export}. Stateless. */
final class EnvFile {

    private EnvFile() {}

    /** The values in a file; none where it does not exist or cannot be read. */
    static Map<String, String> read(Path file) {
        try {
            return Files.isRegularFile(file) ? parse(Files.readString(file)) : Map.of();
        } catch (IOException e) {
            return Map.of(); // unreadable is as absent: the next place is asked
        }
    }

    static Map<String, String> parse(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines().map(String::strip).filter(line -> !line.startsWith("#")).forEach(line -> {
            String assignment = line.startsWith("export ") ? line.substring(7) : line;
            int equals = assignment.indexOf('=');
            if (equals > 0) {
                values.put(assignment.substring(0, equals).strip(), value(assignment.substring(equals + 1).strip()));
            }
        });
        return values;
    }

    private static String value(String raw) {
        if (!raw.isEmpty() && (raw.charAt(0) == '"' || raw.charAt(0) == '\'')) {
            int end = raw.indexOf(raw.charAt(0), 1);
            return end < 0 ? raw.substring(1) : raw.substring(1, end);
        }
        int comment = raw.indexOf(" #");
        return comment < 0 ? raw : raw.substring(0, comment).strip();
    }
}
