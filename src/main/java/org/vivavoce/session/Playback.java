package org.vivavoce.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.Loudspeaker;
import org.vivavoce.audio.Sound;
import org.vivavoce.session.SessionEvent.LoudspeakerChanged;
import org.vivavoce.session.SessionEvent.ReplySounded;
import org.vivavoce.session.SessionEvent.SentenceSounds;

/**
 * Plays the partner's speech, frame by frame, and knows what of it has sounded. Runs on the {@code playback} thread; the other methods
 * come from the {@code session} and {@code reply-*} threads.
 */
final class Playback implements Runnable, PartnerVoice {

    private static final int MOST_WAITING_SAMPLES = 5 * Sound.PLAYBACK_RATE;
    private static final long LOOK_AGAIN_MS = 2000;
    private static final int END = -1;

    /** Samples of a sentence, or the end of the reply. */
    private record Item(int sentence, short[] samples) {}

    private final SoundParts sound;
    private final Consumer<SessionEvent> session;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Item> waiting = new ArrayDeque<>(); // all fields down to closed: guarded by lock
    private final PlayedSentences played = new PlayedSentences();
    private final FrameCutter frames = new FrameCutter(Sound.PLAYBACK_FRAME);
    private long reply = -1;
    private int waitingSamples;
    private long soundedSamples;
    private boolean sounding;
    private boolean closed;
    private volatile boolean available;
    private volatile double levelDbfs = -100;
    private volatile @Nullable Loudspeaker loudspeaker;

    Playback(SoundParts sound, Consumer<SessionEvent> session) {
        this.sound = sound;
        this.session = session;
    }

    @Override
    public void run() {
        boolean told = false;
        while (!isClosed()) {
            try (Loudspeaker opened = sound.devices().openLoudspeaker(sound.names().loudspeaker())) {
                loudspeaker = opened;
                available = true;
                told = false;
                session.accept(new LoudspeakerChanged(true, ""));
                play(opened);
            } catch (AudioDeviceException e) {
                loudspeakerIsGone();
                if (!told) {
                    session.accept(new LoudspeakerChanged(false, e.sentence()));
                    told = true;
                }
                passWithoutSound();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                loudspeaker = null;
                available = false;
            }
        }
    }

    private void loudspeakerIsGone() {
        available = false;
        loudspeaker = null;
        lock.lock();
        try {
            sounding = false;
            levelDbfs = -100;
        } finally {
            lock.unlock();
        }
    }

    private void play(Loudspeaker out) throws AudioDeviceException, InterruptedException {
        while (true) {
            Item item;
            long current;
            lock.lock();
            try {
                while (waiting.isEmpty() && !closed) {
                    changed.await();
                }
                if (closed) {
                    return;
                }
                item = waiting.remove();
                waitingSamples -= item.samples().length;
                changed.signalAll();
                current = reply;
            } finally {
                lock.unlock();
            }
            if (item.sentence() == END) {
                finish(out, current);
            } else {
                write(out, current, item);
            }
        }
    }

    private void write(Loudspeaker out, long current, Item item) throws AudioDeviceException {
        if (!beginsOrGoesOn(out, current, item)) {
            return;
        }
        for (short[] frame : frames.cut(item.samples())) {
            if (!writeFrame(out, current, item.sentence(), frame)) {
                return;
            }
        }
    }

    private boolean beginsOrGoesOn(Loudspeaker out, long current, Item item) {
        boolean first;
        lock.lock();
        try {
            if (current != reply) {
                return false;
            }
            if (!sounding) {
                sounding = true;
                frames.clear();
                played.countFrom(out.playedSamples());
            }
            first = played.begins(item.sentence());
        } finally {
            lock.unlock();
        }
        if (first) {
            session.accept(new SentenceSounds(current, item.sentence()));
        }
        return true;
    }

    private boolean writeFrame(Loudspeaker out, long current, int sentence, short[] frame) throws AudioDeviceException {
        lock.lock();
        try {
            if (current != reply || closed) {
                return false;
            }
            played.writing(sentence, frame.length);
        } finally {
            lock.unlock();
        }
        levelDbfs = dbfs(frame);
        sound.canceller().played(frame);
        out.write(frame, 0, frame.length);
        if (isCurrent(current)) {
            return true;
        }
        out.silence(); // interrupted between the look and the write: the frame must not sound
        return false;
    }

    private boolean isCurrent(long asked) {
        lock.lock();
        try {
            return asked == reply && !closed;
        } finally {
            lock.unlock();
        }
    }

    private void finish(Loudspeaker out, long current) throws AudioDeviceException {
        short[] rest = frames.rest();
        try {
            if (rest.length > 0 && sounds()) { // else it is left of a reply that was interrupted
                writeFrame(out, current, played.last(), rest);
            }
        } catch (AudioDeviceException e) {
            end(current); // the end is still to be told
            throw e;
        }
        out.drain();
        lock.lock();
        try {
            if (current != reply) {
                return;
            }
            stopSounding(out);
            reply = -1;
        } finally {
            lock.unlock();
        }
        session.accept(new ReplySounded(current));
    }

    private void stopSounding(Loudspeaker out) {
        if (sounding) {
            soundedSamples += out.playedSamples() - played.countedFrom();
            sounding = false;
        }
        levelDbfs = -100;
    }

    /** Without a loudspeaker what waits is shown, not heard: it counts as sounded. Returns after an end, or after two seconds. */
    private void passWithoutSound() {
        long ended = -1;
        lock.lock();
        try {
            long nanosLeft = TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MS);
            while (!closed && ended < 0 && nanosLeft > 0) {
                if (waiting.stream().anyMatch(item -> item.sentence() == END)) {
                    ended = reply;
                    reply = -1;
                }
                waiting.clear();
                waitingSamples = 0;
                changed.signalAll();
                if (ended < 0) {
                    nanosLeft = changed.awaitNanos(nanosLeft);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        if (ended >= 0) {
            session.accept(new ReplySounded(ended));
        }
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public void begin(long newReply) {
        interrupt();
        lock.lock();
        try {
            reply = newReply;
            played.clear();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean put(long ofReply, int sentence, short[] samples) throws InterruptedException {
        lock.lock();
        try {
            while (ofReply == reply && waitingSamples > MOST_WAITING_SAMPLES && !closed) {
                changed.await();
            }
            if (ofReply != reply || closed) {
                return false;
            }
            waiting.add(new Item(sentence, samples));
            waitingSamples += samples.length;
            played.add(sentence, samples.length);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void endSentence(long ofReply, int sentence) {
        lock.lock();
        try {
            if (ofReply == reply) {
                played.complete(sentence);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void end(long ofReply) {
        lock.lock();
        try {
            if (ofReply == reply) {
                waiting.add(new Item(END, new short[0]));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public HeardSentences interrupt() {
        Loudspeaker out = loudspeaker;
        lock.lock();
        try {
            HeardSentences heard = sounding && out != null ? played.heard(out.playedSamples()) : HeardSentences.NOTHING;
            reply = -1;
            waiting.clear();
            waitingSamples = 0;
            if (out != null && sounding) {
                out.silence();
                stopSounding(out);
            }
            changed.signalAll();
            return heard;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean sounds() {
        lock.lock();
        try {
            return sounding;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public double levelDbfs() {
        return levelDbfs;
    }

    @Override
    public long soundedMillis() {
        lock.lock();
        try {
            return soundedSamples * 1000 / Sound.PLAYBACK_RATE;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the loop and silences; from any thread. */
    void close() {
        interrupt();
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static double dbfs(short[] frame) {
        double sum = 1e-3;
        for (short sample : frame) {
            sum += (double) sample * sample;
        }
        return Math.max(-100, 10 * Math.log10(sum / frame.length) - 20 * Math.log10(Short.MAX_VALUE));
    }
}
