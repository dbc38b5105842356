package org.vivavoce.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SoundLevel;
import org.vivavoce.session.SessionEvent.Frame;

/**
 * A user who says numbered words, and whose recordings tell which: each frame carries its number, so that a recogniser who gets a
 * recording knows the words in it, and a test knows which of them ever reached somebody.
 */
final class SimulatedUser {

    private static final int WORD_MS = 400;
    private static final double VOICE_DBFS = -30;
    private static final int DIGITS = 6; // of a frame's number, four bits a sample: too soft to count as sound
    private static final long KEPT_MS = 2000;
    private static final long NEAR_BEFORE_MS = 1000; // so long before speech begins a key may still have to do with it
    private static final long NEAR_AFTER_MS = 500;
    private static final long BREATH_MS = 500; // a shorter pause is not always one to the detector

    /** A word, or a few; those that must not be lost are numbered. */
    record Word(Stretch stretch, String text, long from, long to) {

        private int frame() {
            return (int) ((from + to) / 2 / ScriptedUser.FRAME_MS) + 1;
        }

        long middle() {
            return (from + to) / 2;
        }
    }

    /** Sound of the user without a pause. */
    static final class Stretch {
        private final long from;
        private final long to;
        private final boolean voiced;
        private boolean hindered;

        private Stretch(long from, long to, boolean voiced) {
            this.from = from;
            this.to = to;
            this.voiced = voiced;
        }

        long from() {
            return from;
        }

        long millis() {
            return to - from;
        }

        boolean isVoiced() {
            return voiced;
        }

        /** Whether something kept it from being heard as it was: a key, a muted or missing microphone. */
        boolean isHindered() {
            return hindered;
        }
    }

    private final Deque<Stretch> near = new ArrayDeque<>(); // in the order of their beginnings
    private final List<Word> words = new ArrayList<>();
    private int numbered;
    private long silentFrom;
    private long hinderedUntil = Long.MIN_VALUE;
    private boolean holdsKey;

    /** Speaks without a pause, a numbered word every 400 ms; the last one ends with these words. */
    void speaks(long from, int ms, String ending) {
        Stretch stretch = add(from, ms, true);
        int count = Math.max(1, ms / WORD_MS);
        for (int i = 0; i < count; i++) {
            String number = "w" + numbered++;
            String text = i == count - 1 && !ending.isEmpty() ? number + " " + ending : number;
            addWord(stretch, text, from + (long) i * ms / count, from + (i + 1L) * ms / count);
        }
    }

    /** Says something of which nobody keeps count: "mm-hm". */
    void utters(long from, int ms, String text) {
        addWord(add(from, ms, true), text, from, from + ms);
    }

    void coughs(long from, int ms) {
        add(from, ms, false);
    }

    private Stretch add(long from, int ms, boolean voiced) {
        Stretch stretch = new Stretch(from, from + ms, voiced);
        near.add(stretch);
        hinder(stretch);
        silentFrom = Math.max(silentFrom, from + ms);
        return stretch;
    }

    private void addWord(Stretch stretch, String text, long from, long to) {
        words.add(new Word(stretch, text, from, to));
    }

    /** When all that is planned has been said. */
    long silentFrom() {
        return silentFrom;
    }

    /** Something is in the way of what is said about now, and of what follows it in the same breath. */
    void isHindered(long now) {
        hinderedUntil = Math.max(hinderedUntil, now + NEAR_BEFORE_MS);
        near.stream().filter(stretch -> now <= stretch.to + NEAR_AFTER_MS).forEach(this::hinder);
    }

    private void hinder(Stretch stretch) {
        if (stretch.from <= hinderedUntil) {
            stretch.hindered = true;
            hinderedUntil = Math.max(hinderedUntil, stretch.to + BREATH_MS);
        }
    }

    /** The user holds a key to talk, or lets it go. */
    void holdsKey(boolean holds) {
        holdsKey = holds;
    }

    boolean holdsKey() {
        return holdsKey;
    }

    /** What sounds of the user at a moment of the last two seconds. */
    Optional<Stretch> sounding(long at) {
        return near.stream().filter(stretch -> stretch.from <= at && at < stretch.to).findFirst();
    }

    /** The frame that ends at a moment. */
    Frame frame(long atMillis) {
        while (!near.isEmpty() && near.getFirst().to < atMillis - KEPT_MS) {
            near.removeFirst();
        }
        SoundLevel level = level(atMillis - ScriptedUser.FRAME_MS);
        short[] samples = new short[Sound.CAPTURE_FRAME];
        Arrays.fill(samples, (short) Math.round(Math.pow(10, level.dbfs() / 20) * Short.MAX_VALUE));
        int number = (int) (atMillis / ScriptedUser.FRAME_MS);
        for (int i = 0; i < DIGITS; i++) {
            samples[i] = (short) (number >> (4 * i) & 0xF);
        }
        return new Frame(samples, level, true, atMillis);
    }

    private SoundLevel level(long at) {
        Optional<Stretch> stretch = sounding(at);
        if (stretch.isEmpty()) {
            return ScriptedUser.room(at);
        }
        return stretch.get().voiced
                ? ScriptedUser.voice(VOICE_DBFS, at - stretch.get().from)
                : ScriptedUser.rush(VOICE_DBFS);
    }

    /** The numbers of the frames in a recording; frames of a muted microphone have none. */
    static BitSet frames(short[] recording) {
        BitSet frames = new BitSet();
        for (int at = 0; at < recording.length; at += Sound.CAPTURE_FRAME) {
            int number = 0;
            for (int i = 0; i < DIGITS; i++) {
                number |= recording[at + i] << (4 * i);
            }
            frames.set(number);
        }
        frames.clear(0);
        return frames;
    }

    /** The words of which the middle was recorded. */
    List<Word> wordsIn(BitSet frames) {
        return words.stream().filter(word -> frames.get(word.frame())).toList();
    }

    /** All that was said, or is to be said. */
    List<Word> words() {
        return words;
    }
}
