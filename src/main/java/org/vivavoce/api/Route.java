package org.vivavoce.api;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vivavoce.store.StoreException;

/**
 * Where a request goes. A value.
 *
 * @param method   the HTTP method
 * @param path     with names in braces for what may be anything
 * @param admits   who may ask
 * @param endpoint answers
 */
record Route(String method, String path, Admits admits, Endpoint endpoint) {

    /** Who may ask. */
    enum Admits {
        /** Whoever is on this computer. */
        ANYBODY,
        /** Who sends the token. */
        CLIENTS,
        /** Who sends the token, also where no header can be set. */
        SOCKETS
    }

    /** Answers a call. */
    @FunctionalInterface
    interface Endpoint {
        void answer(Call call) throws ProblemException, StoreException, IOException;
    }

    /** What stands in place of the names; empty where the path is another one. */
    Optional<Map<String, String>> matches(String asked) {
        String[] names = path.split("/", -1);
        String[] parts = asked.split("/", -1);
        if (names.length != parts.length) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{")) {
                found.put(names[i].substring(1, names[i].length() - 1), parts[i]);
            } else if (!names[i].equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }
}
