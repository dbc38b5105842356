package org.vivavoce.openai.realtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;

/**
 * A piece of speech that is with the service, and then its transcript. That comes on the socket's thread; one {@code reply-*} thread waits
 * for it here and is the watchdog as well: when nothing about the piece has come for too long, it gives up. Everything is guarded by one
 * lock, which is never held while others are called.
 */
final class HeardPiece {

    /** Looks in vain before a piece is given up; several, so that a computer that was asleep gets time to hear the rest. */
    private static final int LOOKS = 10;

    private final String eventId;
    private final RealtimeService service;
    private final Runnable onStall;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable String transcript; // this and all below: guarded by lock
    private @Nullable ServiceException failure;
    private long events;

    /**
     * @param eventId of the event that commits it
     * @param onStall is called by the waiting thread when nothing has come for too long
     */
    HeardPiece(String eventId, RealtimeService service, Runnable onStall) {
        this.eventId = eventId;
        this.service = service;
        this.onStall = onStall;
    }

    String eventId() {
        return eventId;
    }

    /** Something about this piece has come: it is under way. */
    void touch() {
        lock.lock();
        try {
            events++;
        } finally {
            lock.unlock();
        }
    }

    void complete(String words) {
        lock.lock();
        try {
            if (failure == null) {
                transcript = words;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void fail(ServiceException reason) {
        lock.lock();
        try {
            if (transcript == null && failure == null) {
                failure = reason;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the transcript; the token frees whoever waits. */
    String await(Cancellation cancellation) throws ServiceException {
        try (Cancellation.Registration _ = cancellation.onCancel(() -> fail(service.failures().cancelled()))) {
            return await();
        }
    }

    private String await() throws ServiceException {
        boolean stalled = false;
        lock.lock();
        try {
            long seen = events;
            int looks = 0;
            while (transcript == null) {
                if (failure != null) {
                    throw failure;
                }
                looks = seen == events ? looks : 0;
                seen = events;
                if (looks == LOOKS) {
                    stalled = true;
                    throw service.failures().silent();
                }
                if (!changed.await(service.stallLimit().toNanos() / LOOKS, TimeUnit.NANOSECONDS)) {
                    looks++;
                }
            }
            return transcript;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw service.failures().cancelled();
        } finally {
            lock.unlock();
            if (stalled) {
                onStall.run();
            }
        }
    }

    @Override
    public String toString() {
        return "HeardPiece[" + eventId + "]"; // what was said never enters a log
    }
}
