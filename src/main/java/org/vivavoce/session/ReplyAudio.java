package org.vivavoce.session;

import java.util.List;
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

    /** Stands in place of a reply for what is said aside. */
    static final long ASIDE = -2;

    private static final long NONE = -1;

    /** Samples of a sentence of a reply, or its end. */
    record Item(long reply, int sentence, short[] samples) {}

    /** What playing an item begins. */
    enum Beginning {
        /** Nothing: the item is of a reply that nobody wants any more. */
        UNWANTED,
        /** The reply, and with it its first sentence; or the loudspeaker goes on with it after it was silent. */
        REPLY,
        /** A sentence. */
        SENTENCE,
        /** Nothing new: a sentence goes on. */
        GOES_ON
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SoundQueue queue = new SoundQueue(); // this and all below: guarded by lock
    private final PlayedSentences played = new PlayedSentences();
    private final HeardSound heard = new HeardSound();
    private long reply = NONE;
    private long soundedSamples;
    private boolean sounding;
    private boolean held;
    private boolean paused;
    private final AsideSound aside = new AsideSound();
    private boolean inHand; // what was taken last is still to be played
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
            heard.begin();
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

    /** See {@link PartnerVoice#aside}. */
    void aside(short[] samples) {
        update(() -> {
            if (!sounding && (reply == NONE || !inHand)) {
                aside.put(samples);
            }
        });
    }

    /** Whether what is said aside may go on. */
    boolean asideGoesOn() {
        return locked(() -> aside.sounds() && !closed);
    }

    /** What is said aside has sounded. */
    void asideOver() {
        update(aside::over);
    }

    /** See {@link PartnerVoice#put}. */
    boolean put(long ofReply, int sentence, short[] samples) throws InterruptedException {
        lock.lock();
        try {
            while (ofReply == reply && queue.isFull() && !closed) {
                changed.await();
            }
            if (ofReply != reply || closed) {
                return false;
            }
            Item item = new Item(ofReply, sentence, samples);
            queue.add(item);
            heard.add(item);
            played.add(sentence, samples);
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
                queue.add(new Item(ofReply, END, new short[0]));
            }
        });
    }

    /** Blocks until there is something to play; null when there never will be. */
    @Nullable
    Item take() throws InterruptedException {
        lock.lock();
        try {
            while (!aside.isWaiting() && (queue.isEmpty() || held || paused) && !closed) {
                changed.await();
            }
            if (closed) {
                return null;
            }
            if (aside.isWaiting()) {
                return aside.take();
            }
            Item item = queue.take();
            inHand = true;
            changed.signalAll();
            return item;
        } finally {
            lock.unlock();
        }
    }

    /** An item is about to be played. */
    Beginning begins(Item item, Loudspeaker out) {
        return locked(() -> {
            if (item.reply() != reply || !inHand) {
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
            boolean wanted = isWanted(ofReply);
            if (wanted) {
                played.writing(sentence, samples);
            }
            return wanted;
        });
    }

    /** Whether what was taken last is still to be played: nobody has interrupted or paused meanwhile. */
    boolean isCurrent(long ofReply) {
        return locked(() -> isWanted(ofReply));
    }

    private boolean isWanted(long ofReply) {
        return ofReply == reply && inHand && !closed;
    }

    /** Whether something waits that may sound at once. */
    boolean isWaiting() {
        return locked(() -> !queue.isEmpty() && !held && !paused);
    }

    /** The sentence that sounds last. */
    int lastSentence() {
        return locked(played::last);
    }

    /** All of the reply has sounded; false when it was interrupted or paused meanwhile. */
    boolean finished(long ofReply, Loudspeaker out) {
        return locked(() -> {
            if (ofReply != reply || !inHand) {
                return false;
            }
            stopSounding(out);
            heard.over(reply, played.heard(played.countedFrom()));
            reply = NONE;
            queue.clear();
            return true;
        });
    }

    /** See {@link PartnerVoice#interrupt}. */
    HeardSentences interrupt(@Nullable Loudspeaker out) {
        return locked(() -> {
            endAside(out);
            return interruptReply(out);
        });
    }

    /** See {@link PartnerVoice#endAside}. */
    void endAside(@Nullable Loudspeaker out) {
        update(() -> aside.end(out));
    }

    /** The same for the reply alone: what is said aside goes on. */
    HeardSentences interruptReply(@Nullable Loudspeaker out) {
        return locked(() -> {
            HeardSentences sentences = silence(out) || paused
                    ? played.heard(played.countedFrom())
                    : HeardSentences.NOTHING;
            heard.over(reply, sentences);
            reply = NONE;
            paused = false;
            inHand = false;
            queue.clear();
            return sentences;
        });
    }

    /** See {@link PartnerVoice#takeHeard}. */
    List<short[]> takeHeard(long ofReply) {
        return locked(() -> heard.take(ofReply));
    }

    /** See {@link PartnerVoice#pause}. */
    HeardSentences pause(@Nullable Loudspeaker out) {
        return locked(() -> {
            if (!silence(out)) {
                return HeardSentences.NOTHING;
            }
            paused = true;
            inHand = false;
            return played.heard(played.countedFrom());
        });
    }

    /** See {@link PartnerVoice#resume}. */
    void resume(int sentence, long fromSample) {
        update(() -> {
            if (paused) {
                paused = false;
                queue.rewind(sentence, fromSample);
                played.beginAnew(sentence, fromSample);
            }
        });
    }

    /** Silences what sounds; what is played up to then is known only afterwards. False when nothing sounds. */
    private boolean silence(@Nullable Loudspeaker out) {
        if (out == null || !sounding) {
            return false;
        }
        out.silence();
        stopSounding(out);
        return true;
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
                boolean over = queue.holdsEnd();
                queue.clear();
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
            aside.over();
        });
    }

    boolean sounds() {
        return locked(() -> sounding || aside.sounds());
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

    private void stopSounding(Loudspeaker out) {
        if (sounding) {
            long now = out.playedSamples();
            soundedSamples += now - played.countedFrom();
            played.stop(now);
            sounding = false;
        }
    }
}
