package org.vivavoce.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/**
 * The file the settings are kept in, {@code settings.toml}. May be called from any thread; reading and writing take a few
 * milliseconds. Never fails: what goes wrong is one sentence for the user, and the program goes on with the values in memory.
 */
public final class SettingsFile {

    private final Path file;
    private final SettingsToml toml = new SettingsToml();

    /** The file need not exist yet. */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * What was read.
     *
     * @param settings   what holds now
     * @param firstStart whether there was no file
     * @param problem    one sentence for the user when the file could not be used
     */
    public record Loaded(Settings settings, boolean firstStart, Optional<String> problem) {}

    /** Reads the file. One that cannot be read is kept aside as {@code settings.toml.broken-N}, and the defaults hold. */
    public synchronized Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.defaults(), true, Optional.empty());
        }
        try {
            return new Loaded(toml.read(Files.readString(file)), false, Optional.empty());
        } catch (SettingsToml.BrokenSettingsException e) {
            return new Loaded(Settings.defaults(), false, Optional.of(keepAside(e.line())));
        } catch (java.nio.charset.CharacterCodingException e) {
            return new Loaded(Settings.defaults(), false, Optional.of(keepAside(1)));
        } catch (IOException e) {
            return new Loaded(Settings.defaults(), false,
                    Optional.of("Your settings could not be read from " + file
                            + ": the defaults are used until the file can be read."));
        }
    }

    /**
     * Writes the settings beside the file, then moves them over it, so that a killed process leaves the old or the new ones.
     *
     * @return one sentence for the user when they could not be written
     */
    public synchronized Optional<String> save(Settings settings) {
        Path parts = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(
                    Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder"));
            Files.writeString(parts, toml.write(settings), StandardCharsets.UTF_8);
            try {
                Files.move(parts, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(parts, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional
                    .of("Your settings could not be saved to " + file + ": they hold until you close the program.");
        }
    }

    private String keepAside(int line) {
        String what = "Your settings file has an error in line " + line + ", so the defaults are used";
        for (int number = 1;; number++) {
            Path aside = file.resolveSibling(file.getFileName() + ".broken-" + number);
            if (Files.exists(aside)) {
                continue;
            }
            try {
                Files.move(file, aside);
                return what + ": the file was kept as " + aside.getFileName() + ".";
            } catch (IOException e) {
                return what + ": correct " + file + " or delete it.";
            }
        }
    }
}
