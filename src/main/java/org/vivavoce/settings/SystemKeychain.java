package org.vivavoce.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;

/**
 * The keychain of this system by java-keyring: Keychain on macOS, Credential Manager on Windows, Secret Service or KWallet on Linux.
 * Any thread, one at a time; may block for as long as the system asks its user, so wrap it in a {@link TimeLimitedKeychain}.
 */
public final class SystemKeychain implements Keychain {

    private static final String SERVICE = "org.vivavoce";

    /** What is done with an open keychain. */
    private interface Use<T> {
        T with(Keyring keyring) throws PasswordAccessException;
    }

    @Override
    public Optional<String> read(String account) throws KeychainException {
        return use(keyring -> {
            try {
                return Optional.ofNullable(keyring.getPassword(SERVICE, account)).filter(secret -> !secret.isBlank());
            } catch (PasswordAccessException e) {
                return Optional.empty(); // the library throws the same when there is no such entry
            }
        });
    }

    @Override
    public void write(String account, String secret) throws KeychainException {
        use(keyring -> {
            keyring.setPassword(SERVICE, account, secret);
            return true;
        });
    }

    @Override
    public void delete(String account) throws KeychainException {
        use(keyring -> {
            try {
                keyring.deletePassword(SERVICE, account);
            } catch (PasswordAccessException e) {
                return false; // there was none
            }
            return true;
        });
    }

    /** Opens the keychain for each use: a session bus may come and go. */
    @SuppressWarnings("try") // the library's close may throw anything: it is caught below like the rest
    private static synchronized <T> T use(Use<T> use) throws KeychainException {
        try (Keyring keyring = Keyring.create()) {
            return use.with(keyring);
        } catch (BackendNotSupportedException e) {
            throw new KeychainException("There is no keychain");
        } catch (PasswordAccessException e) {
            throw new KeychainException("The keychain refused");
        } catch (Exception | LinkageError e) {
            // Native libraries and buses of other people: without a desktop session anything may come out of them.
            throw new KeychainException("The keychain failed: " + e.getClass().getSimpleName());
        }
    }
}
