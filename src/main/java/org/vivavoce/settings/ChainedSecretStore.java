package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for keys in four places, in this order: the environment, {@code .env} files, the keychain, a file in the data folder.
 * Thread-safe; blocks as long as its keychain does. Keys are never logged, and never part of a message.
 */
public final class ChainedSecretStore implements SecretStore {

    /** The environment variable for OpenAI's key, also the name in a {@code .env} file. */
    public static final String OPENAI_VARIABLE = "OPENAI_API_KEY";

    private final Map<String, String> environment;
    private final List<Path> envFiles;
    private final Keychain keychain;
    private final KeyFile file;

    /**
     * Nothing is read yet.
     *
     * @param environment the process's environment
     * @param envFiles    {@code .env} files, the first goes first; they need not exist
     * @param keychain    the system's
     * @param keyFile     where keys go when there is no keychain
     */
    public ChainedSecretStore(Map<String, String> environment, List<Path> envFiles, Keychain keychain, Path keyFile) {
        this.environment = Map.copyOf(environment);
        this.envFiles = List.copyOf(envFiles);
        this.keychain = keychain;
        this.file = new KeyFile(keyFile);
    }

    @Override
    public Optional<String> key(String preset) {
        return find(preset).map(Found::key);
    }

    @Override
    public Optional<Place> place(String preset) {
        return find(preset).map(Found::place);
    }

    @Override
    public Optional<String> keep(String preset, String key) throws IOException {
        String clean = key.strip();
        if (clean.chars().anyMatch(c -> c < ' ' || c == '\'' || c > '~')) {
            throw new IOException("This does not look like a key: copy it again, without spaces or line breaks.");
        }
        Optional<String> sentence = clean.isEmpty() ? forget(preset) : keepSomewhere(preset, clean);
        return outside(preset).map(found -> switch (found.place()) {
            case ENVIRONMENT -> "The key in the environment variable " + OPENAI_VARIABLE + " goes before this one.";
            default -> "The key in the file .env goes before this one.";
        }).or(() -> sentence);
    }

    private Optional<String> keepSomewhere(String preset, String key) throws IOException {
        try {
            keychain.write(preset, key);
            file.write(preset, ""); // an older key must not stay behind
            return Optional.empty();
        } catch (Keychain.KeychainException e) {
            try {
                file.write(preset, key);
                return Optional.of(
                        "No keychain answered, so the key is kept in a file that only you can read, in the data folder.");
            } catch (IOException notWritten) {
                throw new IOException("The key could be kept neither in the keychain nor in the data folder: set "
                        + OPENAI_VARIABLE + " instead.");
            }
        }
    }

    private Optional<String> forget(String preset) throws IOException {
        try {
            file.write(preset, "");
        } catch (IOException e) {
            throw new IOException("The key could not be removed from the data folder: is it writable?");
        }
        try {
            keychain.delete(preset);
            return Optional.empty();
        } catch (Keychain.KeychainException e) {
            return Optional.empty(); // without a keychain there is nothing in it
        }
    }

    /** A key and where it was found; no record, so that nothing prints it. */
    private static final class Found {
        private final Place place;
        private final String key;

        Found(Place place, String key) {
            this.place = place;
            this.key = key;
        }

        Place place() {
            return place;
        }

        String key() {
            return key;
        }
    }

    private Optional<Found> find(String preset) {
        return outside(preset).or(() -> fromKeychain(preset))
                .or(() -> file.read(preset).map(key -> new Found(Place.KEY_FILE, key)));
    }

    /** The places that the program only reads; they hold OpenAI's key alone. */
    private Optional<Found> outside(String preset) {
        if (!preset.equals(ServicePresets.OPENAI)) {
            return Optional.empty();
        }
        return named(environment).map(key -> new Found(Place.ENVIRONMENT, key)).or(() -> envFiles.stream()
                .flatMap(path -> named(EnvFile.read(path)).stream()).findFirst()
                .map(key -> new Found(Place.ENV_FILE, key)));
    }

    private static Optional<String> named(Map<String, String> values) {
        return Optional.ofNullable(values.get(OPENAI_VARIABLE)).map(String::strip).filter(key -> !key.isEmpty());
    }

    private Optional<Found> fromKeychain(String preset) {
        try {
            return keychain.read(preset).map(key -> new Found(Place.KEYCHAIN, key));
        } catch (Keychain.KeychainException e) {
            return Optional.empty(); // the next place is asked
        }
    }
}
