package org.vivavoce.ai;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Services that give place to others where they stay away, if the user wants that: from then on the others are asked, to the end of the
 * conversation. What failed last is done by them at once, so that nothing is lost. The next words of the partner say it aloud.
 * Thread-safe.
 */
public final class FailOver {

    /** The third failure in a row comes after the conversation's own tries, 3 and 6 s apart: that is no hiccup. */
    static final int FAILURES_THAT_MAY_PASS = 3;
    /** What trying again does not help may still be the fault of one request. */
    static final int FAILURES_THAT_LAST = 2;

    private final Services services;
    private final Supplier<Services> others;
    private final BooleanSupplier allowed;
    private final Switched switched;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean announced = new AtomicBoolean();
    private volatile @Nullable Services used; // guarded by this when written

    /**
     * What is to happen when the others are asked.
     *
     * @param announcement is said aloud by them, before anything else
     * @param listener     is told what the services failed of
     */
    public record Switched(String announcement, Consumer<ServiceException> listener) {}

    /**
     * Nothing has failed yet.
     *
     * @param others  made when they are needed; may block and throw, then nothing changes
     * @param allowed whether the user wants it, at any moment
     */
    public FailOver(Services services, Supplier<Services> others, BooleanSupplier allowed, Switched switched) {
        this.services = services;
        this.others = others;
        this.allowed = allowed;
        this.switched = switched;
    }

    /** The services as a conversation uses them. */
    public Services services() {
        return new Services(
                (request, cancellation) -> done(now -> now.speechToText().transcribe(request, cancellation),
                        () -> true),
                this::reply,
                (request, cancellation) -> done(now -> now.textToSpeech().speak(aloud(request, now), cancellation),
                        () -> true),
                () -> now().warm().run(), this::close, new CurrentDictation(this::now));
    }

    @FunctionalInterface
    private interface Request<T> {
        T send(Services now) throws ServiceException;
    }

    /** @param unbegun whether the others can do it in place of what failed: not what the user has heard a part of */
    private <T> T done(Request<T> request, BooleanSupplier unbegun) throws ServiceException {
        Services asked = now();
        try {
            T answer = request.send(asked);
            failures.set(0);
            return answer;
        } catch (ServiceException.Cancelled e) {
            throw e;
        } catch (ServiceException e) {
            if (asked.equals(services) && unbegun.getAsBoolean() && isOver(e) && changes(e)) {
                return request.send(now());
            }
            throw e;
        }
    }

    private Completion reply(ChatRequest request, Consumer<String> onText, Cancellation cancellation)
            throws ServiceException {
        AtomicBoolean begun = new AtomicBoolean();
        return done(now -> {
            if (!now.equals(services) && announced.compareAndSet(false, true)) {
                onText.accept(switched.announcement() + "\n");
            }
            return now.languageModel().reply(request, text -> {
                begun.set(true);
                onText.accept(text);
            }, cancellation);
        }, () -> !begun.get());
    }

    /** Where a sentence is the first that the others are asked for, they say before it who they are. */
    private SpeechRequest aloud(SpeechRequest request, Services now) {
        return !now.equals(services) && announced.compareAndSet(false, true)
                ? request.withText(switched.announcement() + " " + request.text())
                : request;
    }

    private boolean isOver(ServiceException failure) {
        int before = failures.incrementAndGet();
        boolean certain = failure instanceof ServiceException.KeyRefused
                || failure instanceof ServiceException.QuotaExhausted;
        return certain || before >= (failure.retryHelps() ? FAILURES_THAT_MAY_PASS : FAILURES_THAT_LAST);
    }

    /** Whether the others are asked from now on. */
    private synchronized boolean changes(ServiceException failure) {
        if (used == null && allowed.getAsBoolean()) {
            try {
                used = others.get();
            } catch (RuntimeException e) {
                return false; // there are none: what failed is told as it is
            }
            switched.listener().accept(failure);
        }
        return used != null;
    }

    private Services now() {
        Services other = used;
        return other == null ? services : other;
    }

    private synchronized void close() {
        services.close();
        Services other = used;
        if (other != null) {
            other.close();
        }
    }
}
