package org.vivavoce.practice;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much of what was understood stands in another text: words are compared, in scripts without spaces characters, without regard to
 * capitals, punctuation and accents. Pure; any thread.
 */
public final class Likeness {

    private Likeness() {}

    /** The words of a text as they are compared. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD).codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK;
            boolean apostrophe = c == '\'' || c == '’';
            if (isWide(c)) {
                end(word, words);
                words.add(Character.toString(c));
            } else if (Character.isLetterOrDigit(c) || type == Character.COMBINING_SPACING_MARK) {
                word.appendCodePoint(c);
            } else if (!mark && !apostrophe) {
                end(word, words);
            }
        });
        end(word, words);
        return words;
    }

    /**
     * How much of some words stands in others, in their order and close together.
     *
     * @param heard  what was understood
     * @param spoken what may have been said
     * @return 1 for all of it, 0 for none; each word that is missing, added or replaced takes its share
     */
    public static double of(List<String> heard, List<String> spoken) {
        if (heard.isEmpty()) {
            return 0;
        }
        int[] before = new int[spoken.size() + 1]; // edits up to each word spoken; where in it the heard begins costs nothing
        for (int i = 0; i < heard.size(); i++) {
            int[] now = new int[spoken.size() + 1];
            now[0] = i + 1;
            for (int k = 0; k < spoken.size(); k++) {
                int replaced = before[k] + (heard.get(i).equals(spoken.get(k)) ? 0 : 1);
                now[k + 1] = Math.min(replaced, Math.min(before[k + 1], now[k]) + 1);
            }
            before = now;
        }
        int least = heard.size();
        for (int edits : before) {
            least = Math.min(least, edits);
        }
        return 1 - (double) least / heard.size();
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isWide(int c) {
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> Character.isLetter(c);
            default -> false;
        };
    }
}
