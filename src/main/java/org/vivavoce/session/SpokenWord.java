package org.vivavoce.session;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of a sentence that is spoken: where it stands, and how long it takes to say compared with others. In scripts without spaces
 * each character is a word. Immutable.
 *
 * @param end    where it ends in the sentence, punctuation after it included
 * @param weight how long it takes, in Latin letters
 * @param stop   what follows it
 */
record SpokenWord(int end, double weight, Stop stop) {

    /** What punctuation after a word says about the pause there. */
    enum Stop {
        /** Nothing: words run into one another. */
        NONE,
        /** A comma or the like. */
        CLAUSE,
        /** The end of a sentence. */
        SENTENCE
    }

    private static final double WORD = 0.7; // beside its letters
    private static final double DIGIT = 5; // "forty-two"
    private static final double CAPITAL = 2.2; // of an abbreviation: most are spelled
    private static final double SYMBOL = 6; // "percent", "degrees"
    private static final double VOWEL_SIGN = 0.6;
    private static final String CLAUSE_STOPS = ",;:،؛，、；：–—…(";
    private static final String SENTENCE_STOPS = ".!?؟۔。！？｡।॥";
    private static final String SYMBOLS = "%$€£¥₹&+=@°×÷√";

    /** The words of a sentence, in their order. */
    static List<SpokenWord> of(String sentence) {
        List<SpokenWord> words = new ArrayList<>();
        int start = 0;
        while (start < sentence.length()) {
            int end = nextEnd(sentence, start);
            String part = sentence.substring(start, end);
            double weight = weight(part);
            if (weight > 0) {
                words.add(new SpokenWord(end, weight + WORD, stop(part)));
            } else if (!words.isEmpty() && !part.isBlank()) { // punctuation that stands alone
                SpokenWord last = words.removeLast();
                Stop stop = stop(part).compareTo(last.stop) > 0 ? stop(part) : last.stop;
                words.add(new SpokenWord(end, last.weight, stop));
            }
            start = end;
        }
        return words;
    }

    /** Where what begins here ends: at white space, or before or after a character that is a word by itself. */
    private static int nextEnd(String text, int start) {
        int at = start + Character.charCount(text.codePointAt(start));
        boolean alone = isWordByItself(text.codePointAt(start));
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean letter = Character.isLetterOrDigit(c);
            if (isSpace(c) != isSpace(text.codePointBefore(at)) || (letter && (alone || isWordByItself(c)))) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isWordByItself(int c) {
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> Character.isLetter(c);
            default -> false;
        };
    }

    private static double weight(String part) {
        boolean spelled = part.codePoints().filter(Character::isUpperCase).count() >= 2; // API, PostgreSQL
        return part.codePoints().mapToDouble(c -> weight(c, spelled)).sum();
    }

    private static double weight(int c, boolean spelled) {
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        if (Character.isLetter(c)) {
            return spelled && Character.isUpperCase(c) ? CAPITAL : weightOfLetter(c);
        }
        int type = Character.getType(c);
        if (type == Character.COMBINING_SPACING_MARK || type == Character.NON_SPACING_MARK) {
            return VOWEL_SIGN;
        }
        return SYMBOLS.indexOf(c) >= 0 ? SYMBOL : 0;
    }

    private static double weightOfLetter(int c) {
        return switch (UnicodeScript.of(c)) {
            case HAN -> 3.3; // a syllable, with its tone
            case HIRAGANA, KATAKANA -> 2;
            case HANGUL -> 2.6;
            case ARABIC, HEBREW -> 1.5; // short vowels are not written
            case DEVANAGARI -> 1.4;
            default -> 1;
        };
    }

    private static Stop stop(String part) {
        Stop stop = Stop.NONE;
        for (int i = part.length() - 1; i >= 0 && !Character.isLetterOrDigit(part.charAt(i)); i--) {
            if (SENTENCE_STOPS.indexOf(part.charAt(i)) >= 0) {
                return Stop.SENTENCE;
            }
            if (CLAUSE_STOPS.indexOf(part.charAt(i)) >= 0) {
                stop = Stop.CLAUSE;
            }
        }
        return stop;
    }
}
