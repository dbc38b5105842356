package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file the settings are kept in, {@code settings.toml}. May be called from any thread; reading and writing take a few
 * milliseconds. Never fails: what goes wrong is one sentence for the user, and the program goes on with the values in memory.
 */
public final class SettingsFile {

    private final KeptText text;
    private final SettingsToml toml = new SettingsToml();

    /** The file need not exist yet. */
    public SettingsFile(Path file) {
        text = new KeptText(file);
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
        if (!text.exists()) {
            return new Loaded(Settings.defaults(), true, Optional.empty());
        }
        try {
            return new Loaded(toml.read(text.read()), false, Optional.empty());
        } catch (SettingsToml.BrokenSettingsException e) {
            return new Loaded(Settings.defaults(), false, Optional.of(keepAside(e.line())));
        } catch (java.nio.charset.CharacterCodingException e) {
            return new Loaded(Settings.defaults(), false, Optional.of(keepAside(1)));
        } catch (IOException e) {
            return new Loaded(Settings.defaults(), false,
                    Optional.of("Your settings could not be read from " + text.file()
                            + ": the defaults are used until the file can be read."));
        }
    }

    /**
     * Writes the settings; a killed process leaves the old or the new ones.
     *
     * @return one sentence for the user when they could not be written
     */
    public synchronized Optional<String> save(Settings settings) {
        try {
            text.write(toml.write(settings));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("Your settings could not be saved to " + text.file()
                    + ": they hold until you close the program.");
        }
    }

    private String keepAside(int line) {
        String what = "Your settings file has an error in line " + line + ", so the defaults are used";
        return text.setAside().map(name -> what + ": the file was kept as " + name + ".")
                .orElse(what + ": correct " + text.file() + " or delete it.");
    }
}
