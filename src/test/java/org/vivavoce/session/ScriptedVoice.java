package org.vivavoce.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.vivavoce.audio.Sound;
import org.vivavoce.session.SessionEvent.LoudspeakerChanged;
import org.vivavoce.session.SessionEvent.ReplySounded;
import org.vivavoce.session.SessionEvent.SentenceSounds;

/** A loudspeaker that plays sentences, each handed over whole, in virtual time. */
final class ScriptedVoice implements PartnerVoice {

    private record Item(int sentence, long millis) {}

    private record Begun(int sentence, long fromMillis, long millis) {}

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
        waiting.clear();
        begun.clear();
        plays = false;
        playing++;
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
        interrupt();
        reply = newReply;
        held = isHeld;
    }

    @Override
    public void release(long ofReply) {
        if (ofReply == reply && held) {
            held = false;
            if (!plays) {
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
        if (!plays && !held) {
            next();
        }
        return true;
    }

    private void next() {
        Item item = waiting.poll();
        plays = item != null;
        if (item == null) {
            if (endKnown) {
                over();
            }
            return;
        }
        begun.add(new Begun(item.sentence(), time.millis(), item.millis()));
        long ofReply = reply;
        time.in(0, () -> session.accept(new SentenceSounds(ofReply, item.sentence())));
        long number = ++playing;
        time.in(item.millis(), () -> {
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
            if (!plays && !held) {
                over();
            }
        }
    }

    @Override
    public HeardSentences interrupt() {
        List<HeardSentences.Sentence> heard = new ArrayList<>();
        for (Begun sentence : begun) {
            long total = sentence.millis() * Sound.PLAYBACK_RATE / 1000;
            long sounded = (time.millis() - sentence.fromMillis()) * Sound.PLAYBACK_RATE / 1000;
            heard.add(new HeardSentences.Sentence(Math.min(sounded, total), total, true));
        }
        if (plays) {
            journal.accept("silenced");
        }
        plays = false;
        playing++;
        waiting.clear();
        begun.clear();
        endKnown = false;
        reply = -1;
        return new HeardSentences(heard);
    }

    @Override
    public boolean sounds() {
        return plays;
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
