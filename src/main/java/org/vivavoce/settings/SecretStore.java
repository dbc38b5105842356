package org.vivavoce.settings;

import java.io.IOException;
import java.util.Optional;

/** Where keys are kept. Thread-safe; may block on the system's keychain for about two seconds. */
public interface SecretStore {

    /** Where a key comes from. */
    enum Place {
        /** An environment variable. */
        ENVIRONMENT,
        /** A {@code .env} file. */
        ENV_FILE,
        /** The system's keychain. */
        KEYCHAIN,
        /** A file in the data folder that only the user may read. */
        KEY_FILE
    }

    /**
     * The key for a service.
     *
     * @param preset name of the key, as a service preset gives it
     */
    Optional<String> key(String preset);

    /** Where the key for a service comes from; empty where there is none, or where the store does not tell. */
    default Optional<Place> place(String preset) {
        return Optional.empty();
    }

    /**
     * Keeps a key; an empty one forgets it.
     *
     * @return a sentence for the user when it is not kept in the keychain, or when another key goes before it
     * @throws IOException when it can be kept nowhere; the message is a sentence for the user
     */
    Optional<String> keep(String preset, String key) throws IOException;
}
