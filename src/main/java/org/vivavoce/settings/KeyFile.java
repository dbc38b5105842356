package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The last place for keys: a file that only its owner may read (0600 where the system knows such rights). Lines
 * {@code preset=key}. Any thread, one at a time.
 */
final class KeyFile {

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    synchronized Optional<String> read(String account) {
        return Optional.ofNullable(EnvFile.read(file).get(account)).filter(key -> !key.isBlank());
    }

    /** Keeps a key; an empty one forgets it, and with the last one goes the file. */
    synchronized void write(String account, String key) throws IOException {
        Map<String, String> keys = new TreeMap<>(EnvFile.read(file));
        if (key.isBlank()) {
            keys.remove(account);
        } else {
            keys.put(account, key);
        }
        if (keys.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        OwnerOnlyFile.write(file, keys.entrySet().stream()
                .map(entry -> entry.getKey() + "='" + entry.getValue() + "'\n").collect(Collectors.joining()));
    }
}
