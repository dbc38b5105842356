package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folder where everything of one user lies. Immutable. Where it cannot be written the program works from memory, and
 * {@link #problem()} says so.
 */
public final class DataFolder {

    private final Path path;
    private final Optional<String> problem;

    private DataFolder(Path path, Optional<String> problem) {
        this.path = path;
        this.problem = problem;
    }

    /**
     * Where the folder is by default: the place each system has for the data of programs.
     *
     * @param osName      the system property {@code os.name}
     * @param environment the process's environment
     * @param home        the user's home folder
     */
    public static Path defaultPath(String osName, Map<String, String> environment, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("VivaVoce");
        }
        if (os.startsWith("windows")) {
            return given(environment, "APPDATA").orElse(home.resolve("AppData").resolve("Roaming")).resolve("VivaVoce");
        }
        return given(environment, "XDG_DATA_HOME").orElse(home.resolve(".local").resolve("share")).resolve("vivavoce");
    }

    private static Optional<Path> given(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        // A relative path in these variables is an error by the XDG base directory specification, and to be ignored.
        return value.isBlank() || !Path.of(value).isAbsolute() ? Optional.empty() : Optional.of(Path.of(value));
    }

    /** Makes the folder where it is missing and tries whether it can be written. */
    public static DataFolder open(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(whole);
            Files.delete(Files.createTempFile(whole, "try", ".tmp"));
            return new DataFolder(whole, Optional.empty());
        } catch (IOException | SecurityException e) {
            return new DataFolder(whole, Optional.of("The data folder " + whole
                    + " cannot be written: everything works, but nothing is kept when you close the program."));
        }
    }

    /** The folder, absolute. */
    public Path path() {
        return path;
    }

    /** Whether things can be kept. */
    public boolean writable() {
        return problem.isEmpty();
    }

    /** One sentence for the user when nothing can be kept. */
    public Optional<String> problem() {
        return problem;
    }

    /** The settings. */
    public Path settingsFile() {
        return path.resolve("settings.toml");
    }

    /** What was learned of the user's pauses. */
    public Path learnedFile() {
        return path.resolve("learned.toml");
    }

    /** What servers said of the ends of their models. */
    public Path modelEndsFile() {
        return path.resolve("model-ends.toml");
    }

    /** What servers refuse. */
    public Path serversFile() {
        return path.resolve("servers.toml");
    }

    /** What conversations have cost in this month. */
    public Path spentFile() {
        return path.resolve("spent.toml");
    }

    /** The database. */
    public Path database() {
        return path.resolve("vivavoce.db");
    }

    /** The recordings. */
    public Path recordings() {
        return path.resolve("recordings");
    }

    /** The user's own modes. */
    public Path modes() {
        return path.resolve("modes");
    }

    /** The logs. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** What admits a client of the HTTP interface while that runs. */
    public Path tokenFile() {
        return path.resolve("api-token");
    }

    /** Keys, where there is no keychain. */
    public Path keyFile() {
        return path.resolve("keys");
    }
}
