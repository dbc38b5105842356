package org.vivavoce.ui.ideas;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a text has what is searched for: all words, each wherever it stands, without regard to case and accents. A value.
 *
 * @param words as they are compared
 */
record SearchedText(List<String> words) {

    static SearchedText of(String typed) {
        return new SearchedText(Stream.of(plain(typed).split("\\s+", -1)).filter(word -> !word.isEmpty()).toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean isIn(String text) {
        String plain = plain(text);
        return words.stream().allMatch(plain::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{Mn}+", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "SearchedText[" + words.size() + "]"; // what is searched for never enters a log
    }
}
