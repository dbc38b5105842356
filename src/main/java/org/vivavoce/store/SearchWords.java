package org.vivavoce.store;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user searches for. Words are looked up in the index, each as the beginning of a word, without regard to case and accents; where
 * one of them is written in a script without spaces between words, all are looked for wherever they stand. A value.
 */
record SearchWords(List<String> words) {

    private static final Pattern SCRIPTS_WITHOUT_SPACES = Pattern
            .compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]");

    static SearchWords of(String text) {
        return new SearchWords(
                Stream.of(text.split("[\\s\\p{Z}\\p{Cc}]+", -1)).filter(word -> !word.isEmpty()).toList());
    }

    /** Nothing is searched for. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether the index knows these words; where it does not, all messages are looked through. */
    boolean inIndex() {
        return words.stream().allMatch(word -> word.codePoints().anyMatch(Character::isLetterOrDigit)
                && !SCRIPTS_WITHOUT_SPACES.matcher(word).find());
    }

    /** An expression of FTS5, whose own operators a user need not know. */
    String expression() {
        return words.stream().map(word -> "\"" + word.replace("\"", "\"\"") + "\"*").collect(Collectors.joining(" "));
    }

    /** Patterns of LIKE, with {@code \} before what is meant as it stands. */
    List<String> patterns() {
        return words.stream().map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%").toList();
    }

    /** Where the words stand in a text. */
    List<Snippet.Mark> marks(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String searched = lower.length() == text.length() ? lower : text; // a few letters have longer small ones
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).flatMap(word -> Stream
                .iterate(searched.indexOf(word), at -> at >= 0, at -> searched.indexOf(word, at + word.length()))
                .map(at -> new Snippet.Mark(at, at + word.length()))).toList();
    }

    @Override
    public String toString() {
        return "SearchWords[" + words.size() + "]"; // what is searched for never enters a log
    }
}
