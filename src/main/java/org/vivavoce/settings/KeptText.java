package org.vivavoce.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/** A text file that is written whole or not at all, and set aside when it is broken. Any thread, one at a time. */
final class KeptText {

    private final Path file;

    /** The file need not exist yet. */
    KeptText(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Throws {@link java.nio.charset.CharacterCodingException} where it is no text. */
    String read() throws IOException {
        return Files.readString(file);
    }

    /** Writes beside the file, then moves the new one over it, so that a killed process leaves the old or the new one. */
    void write(String text) throws IOException {
        Path parts = file.resolveSibling(file.getFileName() + ".tmp");
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder"));
        Files.writeString(parts, text, StandardCharsets.UTF_8);
        try {
            Files.move(parts, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(parts, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Moves a broken file to {@code NAME.broken-N}, where nothing stands yet.
     *
     * @return the new name; empty when it could not be moved
     */
    Optional<String> setAside() {
        for (int number = 1;; number++) {
            Path aside = file.resolveSibling(file.getFileName() + ".broken-" + number);
            if (Files.exists(aside)) {
                continue;
            }
            try {
                Files.move(file, aside);
                return Optional.of(String.valueOf(aside.getFileName()));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }
}
