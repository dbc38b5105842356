package org.vivavoce.session;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.vivavoce.audio.Sound;

/**
 * Cuts a reply to the last whole word that sounded. Time is shared out over a sentence by characters, which is right to about a word.
 */
final class HeardText {

    /** Usual pace of speech, for a sentence whose length is not known yet: 15 characters a second. */
    private static final double SAMPLES_PER_CHARACTER = Sound.PLAYBACK_RATE / 15.0;
    private static final int SILENT_TAIL_MS = 150; // silence at the end of a sentence's sound

    private HeardText() {}

    /** What of {@code sentences} was heard; empty when not even a word was. */
    static String of(List<String> sentences, HeardSentences heard) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(sentences.size(), heard.sentences().size()); i++) {
            String part = heardOf(sentences.get(i), heard.sentences().get(i));
            if (!part.isEmpty() && !text.isEmpty()) {
                text.append(' ');
            }
            text.append(part);
            if (part.length() < sentences.get(i).length()) {
                break;
            }
        }
        return text.toString();
    }

    private static String heardOf(String sentence, HeardSentences.Sentence sound) {
        long tail = (long) SILENT_TAIL_MS * Sound.PLAYBACK_RATE / 1000;
        double total = sound.complete()
                ? Math.max(1, sound.totalSamples() - tail)
                : Math.max((double) sound.totalSamples(), sentence.length() * SAMPLES_PER_CHARACTER);
        double share = sound.playedSamples() / total;
        if (share >= 1) {
            return sentence;
        }
        int characters = (int) (share * sentence.length());
        return sentence.substring(0, lastWordEnd(sentence, characters)).strip();
    }

    private static int lastWordEnd(String sentence, int characters) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(sentence);
        if (characters >= sentence.length()) {
            return sentence.length();
        }
        return words.isBoundary(characters) ? characters : Math.max(0, words.preceding(characters));
    }
}
