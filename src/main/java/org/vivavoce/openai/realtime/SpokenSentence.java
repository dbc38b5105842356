package org.vivavoce.openai.realtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.audio.WaveHeader;

/**
 * One sentence while it is spoken, as a WAV file that grows: sound comes in from the socket's thread and goes out to one
 * {@code reply-*} thread, which waits here. That thread is the watchdog as well: when nothing of the sentence has come for too long, it
 * gives up. Everything is guarded by one lock, which is never held while others are called.
 */
final class SpokenSentence implements SpeechStream {

    /** What a sentence tells the session that speaks it; called on the reading or on the cancelling thread, must not block. */
    interface Speaker {

        /** Nobody wants the rest of it. */
        void givenUp(SpokenSentence sentence);

        /** Nothing has come for too long. */
        void stalled(SpokenSentence sentence);
    }

    /** Looks in vain before a sentence is given up; several, so that a computer that was asleep gets time to hear the rest. */
    private static final int LOOKS = 10;

    private final SpeechRequest request;
    private final String eventId;
    private final RealtimeService service;
    private final Speaker speaker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> sound = new ArrayDeque<>(); // this and all below: guarded by lock
    private int takenOfFirst;
    private boolean anySound;
    private boolean complete;
    private boolean closed;
    private @Nullable ServiceException failure;
    private long events;
    private Cancellation.@Nullable Registration registration;

    SpokenSentence(SpeechRequest request, String eventId, RealtimeService service, Speaker speaker) {
        this.request = request;
        this.eventId = eventId;
        this.service = service;
        this.speaker = speaker;
    }

    SpeechRequest request() {
        return request;
    }

    /** The event that asks for it. */
    String eventId() {
        return eventId;
    }

    /** From now on the token frees the reader and stops the speaking. */
    void cancelledBy(Cancellation cancellation) {
        Cancellation.Registration made = cancellation.onCancel(() -> {
            fail(service.failures().cancelled());
            speaker.givenUp(this);
        });
        lock.lock();
        try {
            registration = made;
        } finally {
            lock.unlock();
        }
    }

    /** Something about this sentence has come, or it has been sent: it is under way. */
    void touch() {
        lock.lock();
        try {
            events++;
        } finally {
            lock.unlock();
        }
    }

    /** More sound: 16-bit samples, little-endian. */
    void add(byte[] samples) {
        lock.lock();
        try {
            if (failure != null || complete || closed || samples.length == 0) {
                return; // late: nobody hears it
            }
            if (!anySound) {
                anySound = true;
                sound.add(WaveHeader.ofUnknownLength(SpeakingEvents.SAMPLE_RATE));
            }
            sound.add(samples);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** All of it has come. */
    void complete() {
        lock.lock();
        try {
            complete = failure == null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** It will not be spoken to its end; what has come can still be read, except when it was cancelled. */
    void fail(ServiceException reason) {
        lock.lock();
        try {
            if (complete && !(reason instanceof ServiceException.Cancelled)) {
                return;
            }
            if (failure == null || reason instanceof ServiceException.Cancelled) {
                failure = reason;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is sound to read. */
    void awaitSound() throws ServiceException {
        if (!hasMore()) {
            throw service.failures().badReply("it was empty");
        }
    }

    @Override
    public int read(byte[] buffer) throws ServiceException {
        if (!hasMore()) {
            return -1;
        }
        lock.lock();
        try {
            byte[] first = sound.peek();
            if (first == null) {
                throw service.failures().cancelled(); // closed meanwhile
            }
            int length = Math.min(buffer.length, first.length - takenOfFirst);
            System.arraycopy(first, takenOfFirst, buffer, 0, length);
            takenOfFirst += length;
            if (takenOfFirst == first.length) {
                sound.remove();
                takenOfFirst = 0;
            }
            return length;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for sound; false at the end. */
    private boolean hasMore() throws ServiceException {
        boolean stalled = false;
        lock.lock();
        try {
            long seen = events;
            int looks = 0;
            while (!(failure instanceof ServiceException.Cancelled) && sound.isEmpty() && !complete && !closed) {
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
            if (failure instanceof ServiceException.Cancelled cancelled) {
                throw cancelled;
            }
            if (closed) {
                throw service.failures().cancelled();
            }
            return !sound.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw service.failures().cancelled();
        } finally {
            lock.unlock();
            if (stalled) {
                speaker.stalled(this);
            }
        }
    }

    @Override
    public void close() {
        Cancellation.Registration held;
        boolean unfinished;
        lock.lock();
        try {
            unfinished = !complete && !closed;
            closed = true;
            held = registration;
            registration = null;
            sound.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (held != null) {
            held.close();
        }
        if (unfinished) {
            speaker.givenUp(this);
        }
    }

    @Override
    public String toString() {
        return "SpokenSentence[" + eventId + "]"; // what is said never enters a log
    }
}
