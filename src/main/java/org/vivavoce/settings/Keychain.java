package org.vivavoce.settings;

import java.util.Optional;

/** The system's keychain. Thread-safe; may block. */
public interface Keychain {

    /** The secret of an account; empty where there is none. */
    Optional<String> read(String account) throws KeychainException;

    /** Keeps a secret. */
    void write(String account, String secret) throws KeychainException;

    /** Forgets a secret, where there is one. */
    void delete(String account) throws KeychainException;

    /** There is no keychain, it refused, or it did not answer. Its message holds no secret. */
    final class KeychainException extends Exception {
        private static final long serialVersionUID = 1L;

        /** Carries no cause on purpose: what the system's libraries put in theirs is not ours to trust. */
        public KeychainException(String what) {
            super(what);
        }
    }
}
