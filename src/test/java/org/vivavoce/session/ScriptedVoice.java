package org.vivavoce.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.vivavoce.audio.Sound;
import org.vivavoce.session.SessionEvent.LoudspeakerChanged;
import org.vivavoce.session.SessionEvent.ReplySounded;
import org.vivavoce.session.SessionEvent.SentenceSounds;

/** A loudspeaker that plays sentences, each handed over whole, in virtual time. */
final class ScriptedVoice implements PartnerVoice {

    private static final byte LOUD_DBFS = -20;

    private record Item(int sentence, long millis) {}

    /** What has begun to sound; the sound of its beginning lies in the past where it began anew. */
    private record Begun(int sentence, long fromMillis, long millis) {

        long soundedMillis(long now) {
            return Math.min(now - fromMillis, millis);
        }
    }

    private final VirtualTime time;
    private final Consumer<SessionEvent> session;
    private final Consumer<String> journal;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private final List<Begun> begun = new ArrayList<>();
    private long reply = -1;
    private long playing; // counts what is played, so that what was silenced does not go on
    private boolean plays;
    private boolean endKnown;
    private boolean available;
    private boolean held;
    private boolean paused;
    private long asideUntil;
    private double softerDb;
    private final Map<Integer, Long> furthest = new TreeMap<>(); // milliseconds of each sentence, before the last pause
    private long soundedMillis;

    ScriptedVoice(VirtualTime time, Consumer<SessionEvent> session, Consumer<String> journal) {
        this.time = time;
        this.session = session;
        this.journal = journal;
    }

    void comes() {
        available = true;
        session.accept(new LoudspeakerChanged(true, ""));
    }

    void goes() {
        available = false;
        session.accept(new LoudspeakerChanged(false, "The loudspeaker has gone."));
        passWithoutSound();
    }

    /** The loudspeaker has gone, and its loss is not told yet. */
    void loseWithoutAWord() {
        available = false;
    }

    private void passWithoutSound() {
        forget();
        if (endKnown && !held) {
            over();
        }
    }

    private void over() {
        long ended = reply;
        reply = -1;
        endKnown = false;
        plays = false;
        time.in(0, () -> session.accept(new ReplySounded(ended)));
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public void begin(long newReply, boolean isHeld) {
        interruptReply();
        softerDb = 0;
        reply = newReply;
        held = isHeld;
    }

    @Override
    public void release(long ofReply) {
        if (ofReply == reply && held) {
            held = false;
            if (!plays && !paused) {
                next();
            }
        }
    }

    @Override
    public void hold(long ofReply) {
        if (ofReply == reply && begun.isEmpty()) {
            held = true;
        }
    }

    @Override
    public boolean put(long ofReply, int sentence, short[] samples) {
        if (ofReply != reply || !available) {
            return false;
        }
        waiting.add(new Item(sentence, samples.length * 1000L / Sound.PLAYBACK_RATE));
        if (!plays && !held && !paused) {
            next();
        }
        return true;
    }

    @Override
    public void aside(short[] samples) {
        if (!plays) {
            softerDb = 0;
            journal.accept("aside");
            asideUntil = time.millis() + samples.length * 1000L / Sound.PLAYBACK_RATE;
        }
    }

    /** Whether something is said aside, before the reply. */
    boolean asideSounds() {
        return time.millis() < asideUntil;
    }

    private void next() {
        if (asideSounds()) {
            long number = ++playing;
            plays = true;
            time.in(asideUntil - time.millis(), () -> {
                if (number == playing) {
                    next();
                }
            });
            return;
        }
        Item item = waiting.poll();
        plays = item != null;
        if (item == null) {
            if (endKnown) {
                over();
            }
            return;
        }
        play(new Begun(item.sentence(), time.millis(), item.millis()));
    }

    private void play(Begun item) {
        begun.add(item);
        plays = true;
        long ofReply = reply;
        time.in(0, () -> session.accept(new SentenceSounds(ofReply, item.sentence())));
        long number = ++playing;
        time.in(item.fromMillis() + item.millis() - time.millis(), () -> {
            if (number == playing) {
                soundedMillis += item.millis();
                next();
            }
        });
    }

    @Override
    public void endSentence(long ofReply, int sentence) {}

    @Override
    public void end(long ofReply) {
        if (ofReply == reply) {
            endKnown = true;
            if (!paused && !plays && !held) {
                over();
            }
        }
    }

    @Override
    public HeardSentences interrupt() {
        endAside();
        return interruptReply();
    }

    @Override
    public void endAside() {
        if (asideSounds()) {
            journal.accept("aside silenced");
            asideUntil = 0;
        }
    }

    private HeardSentences interruptReply() {
        HeardSentences heard = heard();
        if (plays) {
            journal.accept("silenced");
        }
        forget();
        endKnown = false;
        reply = -1;
        return heard;
    }

    private void forget() {
        plays = false;
        paused = false;
        playing++;
        waiting.clear();
        begun.clear();
        furthest.clear();
    }

    private HeardSentences heard() {
        List<HeardSentences.Sentence> heard = new ArrayList<>();
        for (Begun sentence : begun) {
            long total = sentence.millis() * Sound.PLAYBACK_RATE / 1000;
            long before = furthest.getOrDefault(sentence.sentence(), 0L);
            long sounded = paused ? before : Math.max(before, sentence.soundedMillis(time.millis()));
            byte[] loud = new byte[(int) (total / SpeechLevels.FRAME_SAMPLES)];
            Arrays.fill(loud, LOUD_DBFS);
            heard.add(new HeardSentences.Sentence(sounded * Sound.PLAYBACK_RATE / 1000, total, true,
                    new SpeechLevels(loud)));
        }
        return new HeardSentences(heard);
    }

    @Override
    public void soften(double byDb) {
        softerDb = byDb;
        journal.accept(byDb > 0 ? "softer" : "loud");
    }

    /** By how much the partner speaks more softly, dB. */
    double softerDb() {
        return softerDb;
    }

    @Override
    public HeardSentences pause() {
        HeardSentences heard = heard();
        if (begun.isEmpty() || paused || reply < 0) { // between two sentences it counts as sounding
            return HeardSentences.NOTHING;
        }
        for (Begun sentence : begun) {
            furthest.merge(sentence.sentence(), sentence.soundedMillis(time.millis()), Math::max);
        }
        plays = false;
        paused = true;
        playing++;
        journal.accept("paused");
        return heard;
    }

    @Override
    public void resume(int sentence, long fromSample) {
        softerDb = 0;
        if (!paused) {
            return;
        }
        paused = false;
        long from = fromSample * 1000 / Sound.PLAYBACK_RATE;
        journal.accept("resumed at " + sentence + ": " + from);
        Begun last = begun.getLast();
        if (last.sentence() == sentence) {
            begun.removeLast();
            play(new Begun(sentence, time.millis() - from, last.millis()));
        } else {
            next();
        }
    }

    @Override
    public boolean sounds() {
        return plays || asideSounds();
    }

    @Override
    public double levelDbfs() {
        return plays ? -25 : -100;
    }

    @Override
    public long soundedMillis() {
        return soundedMillis;
    }
}
