package org.vivavoce.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TimeLimitedKeychainTest {

    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void aHangingKeychainIsGivenUpAndComesBackWhenItAnswers() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicReference<String> kept = new AtomicReference<>("");
        Keychain hanging = new Keychain() {
            @Override
            public Optional<String> read(String account) throws KeychainException {
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    throw new KeychainException("interrupted");
                }
                return Optional.of(kept.get());
            }

            @Override
            public void write(String account, String secret) {
                kept.set(secret);
            }

            @Override
            public void delete(String account) {}
        };
        Keychain limited = new TimeLimitedKeychain(hanging, executor, Duration.ofMillis(20));
        assertThrows(Keychain.KeychainException.class, () -> limited.read("a"));
        assertThrows(Keychain.KeychainException.class, () -> limited.write("a", "secret"));
        answer.countDown();
        Future<?> drained = executor.submit(() -> {});
        drained.get();
        limited.write("a", "secret");
        assertEquals("secret", kept.get());
    }

    @Test
    void whateverASystemsLibraryThrowsIsAKeychainThatFailed() {
        Keychain broken = new Keychain() {
            @Override
            public Optional<String> read(String account) {
                throw new UnsatisfiedLinkError("no library");
            }

            @Override
            public void write(String account, String secret) {}

            @Override
            public void delete(String account) {}
        };
        Keychain limited = new TimeLimitedKeychain(broken, executor, Duration.ofSeconds(30));
        assertThrows(Keychain.KeychainException.class, () -> limited.read("a"));
    }

    @Test
    void theSystemsOwnKeychainAnswersOrFailsCleanly() {
        Keychain limited = new TimeLimitedKeychain(new SystemKeychain(), executor, Duration.ofSeconds(30));
        try {
            limited.read("vivavoce-test-no-such-account");
        } catch (Keychain.KeychainException e) {
            assertEquals(null, e.getCause());
        }
    }
}
