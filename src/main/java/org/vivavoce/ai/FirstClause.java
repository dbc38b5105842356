package org.vivavoce.ai;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds where the first piece of a reply can be cut before its first sentence is complete: at the end of a clause, or else before a
 * conjunction, where a speaker would breathe. Functions without state; any thread.
 */
final class FirstClause {

    /**
     * How long the piece is, in characters as they are spoken. 20 characters sound for 1.3 s, long enough for the next piece to be there
     * in time; a clause that ends after 48 comes hardly earlier than its sentence.
     *
     * @param least     of the piece
     * @param most      of the piece
     * @param lookAhead so many characters must follow a clause and not end the sentence: a sentence that is nearly complete stays whole
     */
    private record Lengths(int least, int most, int lookAhead) {
        private static final Lengths LETTERS = new Lengths(20, 48, 12);
        /** Chinese, Japanese, Korean: a character is a syllable. */
        private static final Lengths SYLLABLES = new Lengths(8, 20, 6);
    }

    private static final int NOWHERE = 0;
    private static final String CLAUSE_ENDS = ",;:،؛–—-";
    private static final String DASHES = "–—-";
    private static final String WIDE_CLAUSE_ENDS = "，、；：";
    private static final String OPENERS = "([{（「『";
    private static final String CLOSERS = ")]}）」』";
    /** Of the languages that are practised, without those that are common words in another ("en", "want", "mais"). */
    private static final Set<String> CONJUNCTIONS = Set.of("and", "but", "because", "which", "while", "when", "where",
            "although", "und", "aber", "oder", "weil", "denn", "maar", "omdat", "terwijl", "pero",
            "porque", "cuando", "aunque", "e", "mas", "quando", "embora", "et", "parce", "quand", "lorsque",
            "perché", "mentre", "и", "а", "но", "или", "потому", "когда", "और", "लेकिन", "क्योंकि", "मगर", "ثم", "لكن",
            "ولكن", "لأن", "그리고", "하지만", "그런데", "그래서");
    /** How Korean verbs end where a clause does. */
    private static final Pattern KOREAN_CLAUSE = Pattern
            .compile("\\p{IsHangul}+(?:고|며|지만|는데|은데|인데|니까|어서|아서|해서|면서|으면|하면)");

    private FirstClause() {}

    /**
     * Index after the first clause.
     *
     * @param text   the reply as far as it has come
     * @param before what stands before it, see {@link SpokenText}
     * @return 0 when there is no such place, or not yet
     */
    static int endIn(CharSequence text, String before) {
        Lengths lengths = hasSyllables(text) ? Lengths.SYLLABLES : Lengths.LETTERS;
        int brackets = 0;
        int atWord = NOWHERE;
        for (int i = 0; i + 1 < text.length(); i++) {
            brackets += OPENERS.indexOf(text.charAt(i)) >= 0 ? 1 : CLOSERS.indexOf(text.charAt(i)) >= 0 ? -1 : 0;
            boolean clause = brackets <= 0 && isClauseEnd(text, i);
            boolean word = brackets <= 0 && text.charAt(i) == ' ' && isBreath(text, i);
            if (clause || word) {
                int spoken = SpokenText.of(text.subSequence(0, i + 1).toString(), before).length();
                if (spoken > lengths.most()) {
                    break;
                }
                if (clause && spoken >= lengths.least()) {
                    return text.length() > i + 1 + lengths.lookAhead() ? i + 1 : NOWHERE;
                }
                atWord = spoken >= lengths.least() ? i + 1 : atWord;
            }
        }
        return text.length() > lengths.most() + lengths.lookAhead() ? atWord : NOWHERE;
    }

    private static boolean isClauseEnd(CharSequence text, int at) {
        char c = text.charAt(at);
        char next = text.charAt(at + 1);
        if (WIDE_CLAUSE_ENDS.indexOf(c) >= 0) {
            return !(at > 0 && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(next));
        }
        if (at == 0 || CLAUSE_ENDS.indexOf(c) < 0 || !Character.isWhitespace(next)) {
            return false;
        }
        char previous = text.charAt(at - 1);
        if (DASHES.indexOf(c) >= 0) { // " – " between words, not "5 – 10", not "pre- and post-"
            return previous == ' ' && at > 1 && !Character.isDigit(text.charAt(at - 2));
        }
        return previous != '.'; // "e.g., …"
    }

    /** Whether one would breathe at this space. */
    private static boolean isBreath(CharSequence text, int space) {
        return CONJUNCTIONS.contains(wordAfter(text, space))
                || KOREAN_CLAUSE.matcher(wordBefore(text, space)).matches();
    }

    /** The word after a space, when it is complete. */
    private static String wordAfter(CharSequence text, int space) {
        int end = space + 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end == text.length() ? "" : text.subSequence(space + 1, end).toString().toLowerCase(Locale.ROOT);
    }

    private static String wordBefore(CharSequence text, int space) {
        int start = space;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return text.subSequence(start, space).toString();
    }

    /** Whether most letters are of such a script: an English reply may quote a Chinese word. */
    private static boolean hasSyllables(CharSequence text) {
        long syllables = text.codePoints().filter(c -> switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        }).count();
        return syllables > 0 && syllables * 2 >= text.codePoints().filter(Character::isLetter).count();
    }
}
