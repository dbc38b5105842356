package org.vivavoce.settings;

import java.util.Optional;

/** Where keys are kept. Thread-safe; may block on the system's keychain. */
public interface SecretStore {

    /**
     * The key for a service.
     *
     * @param preset id of the service preset
     */
    Optional<String> key(String preset);

    /**
     * Keeps a key; an empty one forgets it.
     *
     * @return a sentence for the user about where it is kept when that is not the keychain, empty otherwise
     * @throws java.io.IOException when it can be kept nowhere; the message is a sentence for the user
     */
    Optional<String> keep(String preset, String key) throws java.io.IOException;
}
