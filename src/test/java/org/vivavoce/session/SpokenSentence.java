package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence as a voice would speak it, as its loudness shows it: words take time by their weight, commas a fifth of a second, ends of
 * sentences two fifths.
 *
 * @param text       the sentence
 * @param levels     its sound
 * @param wordEnds   where each word ends in the text
 * @param endsFrames when each word ends in the sound, in frames of 10 ms
 */
record SpokenSentence(String text, SpeechLevels levels, List<Integer> wordEnds, List<Integer> endsFrames) {

    private static final byte LOUD_DBFS = -20;
    private static final byte QUIET_DBFS = -85;
    private static final int LEAD_FRAMES = 5;

    /** Speaks at the usual pace, which changes from word to word by the shares given, in turn. */
    static SpokenSentence of(String text, double... paces) {
        List<Byte> levels = new ArrayList<>();
        List<Integer> wordEnds = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        add(levels, QUIET_DBFS, LEAD_FRAMES);
        for (SpokenWord word : SpokenWord.of(text)) {
            double pace = paces.length == 0 ? 1 : paces[ends.size() % paces.length];
            add(levels, LOUD_DBFS, (int) Math.round(word.weight() * SpeechTiming.USUAL_PACE * pace));
            wordEnds.add(word.end());
            ends.add(levels.size());
            add(levels, QUIET_DBFS, switch (word.stop()) {
                case NONE -> 0;
                case CLAUSE -> 20;
                case SENTENCE -> 40;
            });
        }
        byte[] dbfs = new byte[levels.size()];
        for (int i = 0; i < dbfs.length; i++) {
            dbfs[i] = levels.get(i);
        }
        return new SpokenSentence(text, new SpeechLevels(dbfs), wordEnds, ends);
    }

    private static void add(List<Byte> levels, byte dbfs, int frames) {
        for (int i = 0; i < frames; i++) {
            levels.add(dbfs);
        }
    }

    /** All of it is there, and so many frames of it have sounded. */
    HeardSentences.Sentence heard(int frames) {
        return new HeardSentences.Sentence((long) frames * SpeechLevels.FRAME_SAMPLES, samples(), true, levels);
    }

    /** So many frames of it are there, and so many have sounded. */
    HeardSentences.Sentence arriving(int there, int frames) {
        byte[] known = java.util.Arrays.copyOf(levels.dbfs(), there);
        return new HeardSentences.Sentence((long) frames * SpeechLevels.FRAME_SAMPLES,
                (long) there * SpeechLevels.FRAME_SAMPLES, false, new SpeechLevels(known));
    }

    int frames() {
        return levels.dbfs().length;
    }

    private long samples() {
        return (long) frames() * SpeechLevels.FRAME_SAMPLES;
    }

    /** Its text up to and with a word. */
    String upTo(int word) {
        return text.substring(0, wordEnds.get(word)).strip();
    }

    /** How many words have sounded after so many frames. */
    int wordsAt(int frames) {
        return (int) endsFrames.stream().filter(end -> end <= frames).count();
    }
}
