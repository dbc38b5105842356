package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChainedSecretStoreTest {

    /** A keychain in memory that can be away. */
    private static final class ScriptedKeychain implements Keychain {
        private final Map<String, String> secrets = new HashMap<>();
        private boolean away;

        @Override
        public Optional<String> read(String account) throws KeychainException {
            check();
            return Optional.ofNullable(secrets.get(account));
        }

        @Override
        public void write(String account, String secret) throws KeychainException {
            check();
            secrets.put(account, secret);
        }

        @Override
        public void delete(String account) throws KeychainException {
            check();
            secrets.remove(account);
        }

        private void check() throws KeychainException {
            if (away) {
                throw new KeychainException("away");
            }
        }
    }

    @TempDir
    Path folder;

    private final ScriptedKeychain keychain = new ScriptedKeychain();
    private final Map<String, String> environment = new HashMap<>();

    private SecretStore store() {
        return new ChainedSecretStore(environment, List.of(folder.resolve("work.env"), folder.resolve("data.env")),
                keychain,
                folder.resolve("keys"));
    }

    @Test
    void placesAreAskedInTheirOrder() throws IOException {
        store().keep("openai", "from-keychain");
        assertEquals(Optional.of(SecretStore.Place.KEYCHAIN), store().place("openai"));
        Files.writeString(folder.resolve("data.env"), "OPENAI_API_KEY=from-data\n");
        assertEquals(Optional.of("from-data"), store().key("openai"));
        Files.writeString(folder.resolve("work.env"), "# mine\nexport OPENAI_API_KEY=\"from work\" # quoted\n");
        assertEquals(Optional.of("from work"), store().key("openai"));
        assertEquals(Optional.of(SecretStore.Place.ENV_FILE), store().place("openai"));
        environment.put("OPENAI_API_KEY", " from-environment ");
        assertEquals(Optional.of("from-environment"), store().key("openai"));
        assertEquals(Optional.of(SecretStore.Place.ENVIRONMENT), store().place("openai"));
    }

    @Test
    void theEnvironmentsKeyIsForOpenAiAlone() {
        environment.put("OPENAI_API_KEY", "secret");
        assertEquals(Optional.empty(), store().key("local"));
    }

    @Test
    void anEmptyVariableIsNoKey() {
        environment.put("OPENAI_API_KEY", "  ");
        assertEquals(Optional.empty(), store().key("openai"));
        assertEquals(Optional.empty(), store().place("openai"));
    }

    @Test
    void aKeyInTheKeychainNeedsNoSentence() throws IOException {
        assertEquals(Optional.empty(), store().keep("openai", " sk-test \n"));
        assertEquals(Optional.of("sk-test"), store().key("openai"));
        assertFalse(Files.exists(folder.resolve("keys")));
    }

    @Test
    void withoutAKeychainTheKeyGoesToAFileOfItsOwnerAndTheUserIsTold() throws IOException {
        Assumptions.assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "needs file rights");
        keychain.away = true;
        assertTrue(store().keep("openai", "sk-test").orElseThrow().contains("only you can read"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))));
        assertEquals(Optional.of("sk-test"), store().key("openai"));
        assertEquals(Optional.of(SecretStore.Place.KEY_FILE), store().place("openai"));
    }

    @Test
    void forgettingLeavesNothingBehind() throws IOException {
        keychain.away = true;
        store().keep("local", "one");
        keychain.away = false;
        store().keep("local", "two");
        store().keep("local", "");
        assertEquals(Optional.empty(), store().key("local"));
        assertFalse(Files.exists(folder.resolve("keys")));
        assertTrue(keychain.secrets.isEmpty());
    }

    @Test
    void aKeyThatAnotherOneGoesBeforeIsSaidToBeSo() throws IOException {
        environment.put("OPENAI_API_KEY", "outside");
        assertTrue(store().keep("openai", "inside").orElseThrow().contains("OPENAI_API_KEY"));
    }

    @Test
    void whatCannotBeAKeyIsRefusedWithoutBeingQuoted() {
        IOException refused = assertThrows(IOException.class, () -> store().keep("openai", "two\nlines"));
        assertFalse(String.valueOf(refused.getMessage()).contains("two"));
    }

    @Test
    void aKeyThatCanBeKeptNowhereIsOneSentence() throws IOException {
        keychain.away = true;
        Path file = Files.writeString(folder.resolve("file"), "");
        SecretStore store = new ChainedSecretStore(Map.of(), List.of(), keychain, file.resolve("keys"));
        IOException failed = assertThrows(IOException.class, () -> store.keep("openai", "sk-secret"));
        assertFalse(String.valueOf(failed.getMessage()).contains("sk-secret"));
    }
}
