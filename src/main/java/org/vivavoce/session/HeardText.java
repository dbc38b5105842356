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

    /**
     * What of {@code sentences} was heard; empty when not even a word was.
     *
     * @param shown how many of them, from the first on, were shown and count whole
     */
    static String of(List<String> sentences, HeardSentences heard, int shown) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(sentences.size(), Math.max(shown, heard.sentences().size())); i++) {
            String part = i < shown ? sentences.get(i) : heardOf(sentences.get(i), heard.sentences().get(i));
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
        if (characters > 0 && isWrittenWithoutSpaces(sentence.codePointAt(characters - 1))) {
            return Character.isHighSurrogate(sentence.charAt(characters - 1)) ? characters - 1 : characters;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(sentence);
        return words.isBoundary(characters) ? characters : Math.max(0, words.preceding(characters));
    }

    /** Chinese and Japanese: the break iterator takes a run of such characters for one word. */
    private static boolean isWrittenWithoutSpaces(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
