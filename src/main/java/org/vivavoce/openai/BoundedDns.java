package org.vivavoce.openai;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.vivavoce.ai.Cancellation;

/**
 * Looks names up with a time limit and under the token that cancels the request. Thread-safe. The system's look-up knows neither: with
 * the network gone it blocks for many seconds, and OkHttp's connect timeout does not cover it.
 */
final class BoundedDns implements Dns {

    private final CallControl calls;
    private final Executor background;
    private final Duration limit;

    /** @param limit longest look-up */
    BoundedDns(CallControl calls, Executor background, Duration limit) {
        this.calls = calls;
        this.background = background;
        this.limit = limit;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        try {
            background.execute(() -> resolve(host, found));
        } catch (RejectedExecutionException e) {
            throw new UnknownHostException(host); // everything is being closed
        }
        Cancellation.Registration registration = calls.currentCancellation()
                .map(token -> token.onCancel(() -> found.completeExceptionally(new UnknownHostException(host))))
                .orElse(() -> {
                });
        try (registration) {
            return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        } catch (ExecutionException | TimeoutException e) {
            throw new UnknownHostException(host);
        }
    }

    private static void resolve(String host, CompletableFuture<List<InetAddress>> found) {
        try {
            found.complete(Dns.SYSTEM.lookup(host));
        } catch (UnknownHostException | RuntimeException e) {
            found.completeExceptionally(e);
        }
    }
}
