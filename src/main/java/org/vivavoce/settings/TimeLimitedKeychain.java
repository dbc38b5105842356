package org.vivavoce.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A keychain that answers within a time, or fails. Thread-safe. While a call that was given up is still running, every further one
 * fails at once, so that a hanging keychain costs its time once.
 */
public final class TimeLimitedKeychain implements Keychain {

    private final Keychain keychain;
    private final Executor executor;
    private final Duration limit;
    /** Writes guarded by "this". */
    private CompletableFuture<?> last = CompletableFuture.completedFuture(true);

    /**
     * Nothing is asked yet.
     *
     * @param executor runs the calls; must not be the caller's own thread, or nothing could be given up
     * @param limit    how long a call may take
     */
    public TimeLimitedKeychain(Keychain keychain, Executor executor, Duration limit) {
        this.keychain = keychain;
        this.executor = executor;
        this.limit = limit;
    }

    /** One call of the keychain. */
    private interface Call<T> {
        T go() throws KeychainException;
    }

    @Override
    public Optional<String> read(String account) throws KeychainException {
        return limited(() -> keychain.read(account));
    }

    @Override
    public void write(String account, String secret) throws KeychainException {
        limited(() -> {
            keychain.write(account, secret);
            return true;
        });
    }

    @Override
    public void delete(String account) throws KeychainException {
        limited(() -> {
            keychain.delete(account);
            return true;
        });
    }

    private synchronized <T> T limited(Call<T> call) throws KeychainException {
        if (!last.isDone()) {
            throw new KeychainException("The keychain does not answer");
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            executor.execute(() -> {
                try {
                    result.complete(call.go());
                } catch (KeychainException | RuntimeException | LinkageError e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            throw new KeychainException("The program is closing");
        }
        last = result;
        try {
            return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new KeychainException("The keychain does not answer");
        } catch (ExecutionException e) {
            throw new KeychainException("The keychain failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeychainException("The keychain was not waited for");
        }
    }
}
