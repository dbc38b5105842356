package org.vivavoce.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vivavoce.audio.Loudspeaker;
import org.vivavoce.audio.Sound;

/**
 * The sound of the current reply between those who make it and the one who plays it: a bounded queue, and the account of what has
 * sounded. A monitor: any thread may call, everything is guarded by one lock. Samples of a reply that is not the current one are
 * dropped.
 */
final class ReplyAudio {

    /** Stands in place of a sentence for the end of the reply. */
    static final int END = -1;

    private static final int MOST_WAITING_SAMPLES = 5 * Sound.PLAYBACK_RATE;
    private static final long NONE = -1;

    /** Samples of a sentence of a reply, or its end. */
    record Item(long reply, int sentence, short[] samples) {}

    /** What playing an item begins. */
    enum Beginning {
        /** Nothing: the item is of a reply that nobody wants any more. */
        UNWANTED,
        /** The reply, and with it its first sentence. */
        REPLY,
        /** A sentence. */
        SENTENCE,
        /** Nothing new: a sentence goes on. */
        GOES_ON
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Item> waiting = new ArrayDeque<>(); // this and all below: guarded by lock
    private final PlayedSentences played = new PlayedSentences();
    private long reply = NONE;
    private int waitingSamples;
    private long soundedSamples;
    private boolean sounding;
    private boolean held;
    private boolean closed;

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    private void update(Runnable action) {
        locked(() -> {
            action.run();
            return true;
        });
    }

    /** A reply begins; the one before must have been interrupted. */
    void begin(long newReply, boolean isHeld) {
        update(() -> {
            played.clear();
            reply = newReply;
            held = isHeld;
        });
    }

    /** Whether what is there of the reply waits, or may sound; what sounds already goes on. */
    void setHeld(long ofReply, boolean isHeld) {
        update(() -> {
            if (ofReply == reply) {
                held = isHeld && !sounding;
            }
        });
    }

    /** See {@link PartnerVoice#put}. */
    boolean put(long ofReply, int sentence, short[] samples) throws InterruptedException {
        lock.lock();
        try {
            while (ofReply == reply && waitingSamples > MOST_WAITING_SAMPLES && !closed) {
                changed.await();
            }
            if (ofReply != reply || closed) {
                return false;
            }
            waiting.add(new Item(ofReply, sentence, samples));
            waitingSamples += samples.length;
            played.add(sentence, samples.length);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** A sentence is complete. */
    void endSentence(long ofReply, int sentence) {
        update(() -> {
            if (ofReply == reply) {
                played.complete(sentence);
            }
        });
    }

    /** The reply is complete. */
    void end(long ofReply) {
        update(() -> {
            if (ofReply == reply) {
                waiting.add(new Item(ofReply, END, new short[0]));
            }
        });
    }

    /** Blocks until there is something to play; null when there never will be. */
    @Nullable
    Item take() throws InterruptedException {
        lock.lock();
        try {
            while ((waiting.isEmpty() || held) && !closed) {
                changed.await();
            }
            if (closed) {
                return null;
            }
            Item item = waiting.remove();
            waitingSamples -= item.samples().length;
            changed.signalAll();
            return item;
        } finally {
            lock.unlock();
        }
    }

    /** An item is about to be played. */
    Beginning begins(Item item, Loudspeaker out) {
        return locked(() -> {
            if (item.reply() != reply) {
                return Beginning.UNWANTED;
            }
            boolean first = !sounding;
            if (first) {
                sounding = true;
                played.countFrom(out.playedSamples());
            }
            boolean begins = played.begins(item.sentence());
            return first ? Beginning.REPLY : begins ? Beginning.SENTENCE : Beginning.GOES_ON;
        });
    }

    /** A frame is about to be written: counts it; false when it must not be. */
    boolean writes(long ofReply, int sentence, int samples) {
        return locked(() -> {
            boolean wanted = ofReply == reply && !closed;
            if (wanted) {
                played.writing(sentence, samples);
            }
            return wanted;
        });
    }

    /** Whether the reply is still wanted. */
    boolean isCurrent(long asked) {
        return locked(() -> asked == reply && !closed);
    }

    /** The sentence that sounds last. */
    int lastSentence() {
        return locked(played::last);
    }

    /** All of the reply has sounded; false when it was interrupted meanwhile. */
    boolean finished(long ofReply, Loudspeaker out) {
        return locked(() -> {
            if (ofReply != reply) {
                return false;
            }
            stopSounding(out);
            reply = NONE;
            return true;
        });
    }

    /** See {@link PartnerVoice#interrupt}. */
    HeardSentences interrupt(@Nullable Loudspeaker out) {
        return locked(() -> {
            HeardSentences heard = sounding && out != null ? played.heard(out.playedSamples()) : HeardSentences.NOTHING;
            reply = NONE;
            forgetWaiting();
            if (out != null && sounding) {
                out.silence();
                stopSounding(out);
            }
            return heard;
        });
    }

    /**
     * Without a loudspeaker: drops what waits until the reply has ended, or the time has passed.
     *
     * @return the reply that has ended, −1 when none has
     */
    long passWithoutSound(long atMostMillis) {
        lock.lock();
        try {
            sounding = false;
            long nanosLeft = TimeUnit.MILLISECONDS.toNanos(atMostMillis);
            while (!closed && nanosLeft > 0) {
                if (held) {
                    nanosLeft = changed.awaitNanos(nanosLeft);
                    continue;
                }
                boolean over = waiting.stream().anyMatch(item -> item.sentence() == END);
                forgetWaiting();
                changed.signalAll();
                if (over) {
                    long ended = reply;
                    reply = NONE;
                    return ended;
                }
                nanosLeft = changed.awaitNanos(nanosLeft);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return NONE;
    }

    /** The loudspeaker has gone: nothing sounds. */
    void soundIsGone() {
        update(() -> {
            sounding = false;
        });
    }

    boolean sounds() {
        return locked(() -> sounding);
    }

    long soundedMillis() {
        return locked(() -> soundedSamples * 1000 / Sound.PLAYBACK_RATE);
    }

    boolean isClosed() {
        return locked(() -> closed);
    }

    void close() {
        update(() -> {
            closed = true;
        });
    }

    private void forgetWaiting() {
        waiting.clear();
        waitingSamples = 0;
    }

    private void stopSounding(Loudspeaker out) {
        if (sounding) {
            soundedSamples += out.playedSamples() - played.countedFrom();
            sounding = false;
        }
    }
}
