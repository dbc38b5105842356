package org.vivavoce.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts a reply that arrives in small pieces into sentences to be spoken, in all scripts; how the reply is cut into pieces makes no
 * difference. The first piece may be a clause, so that it sounds early; see {@link FirstClause}. A sentence shorter than
 * {@link #LEAST_CHARACTERS} goes with the next one, one longer than {@link #MOST_CHARACTERS} is cut at a clause or a space. What is not
 * meant for the ear (markdown, emoji) is taken out. Used by one thread.
 */
public final class SentenceSplitter {

    /** A shorter sentence is not worth a request of its own. */
    public static final int LEAST_CHARACTERS = 12;
    /** A longer one makes the listener wait; the services take 4,096. */
    public static final int MOST_CHARACTERS = 400;

    private static final int LEAST_CUT = MOST_CHARACTERS / 4; // so much without an end is dealt with, however short what can be spoken of it
    private static final int LEAST_WIDE_CHARACTERS = 6; // a Chinese or Japanese sentence says more with less
    private static final int UNDECIDED = 0; // what comes next decides
    private static final String ENDS_BEFORE_SPACE = ".!?…";
    private static final String ENDS_AT_ONCE = "。！？｡।॥؟۔";
    private static final String CLOSERS = "\"'”’»›)]」』）】*_`";
    private static final String CLAUSE_ENDS = ",;:،؛";
    private static final String WIDE_CLAUSE_ENDS = "，、；：";
    private static final Pattern INNER_DOTS = Pattern.compile("(\\p{L}\\.)+\\p{L}"); // e.g, p.m, z.B, т.е
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}"); // "am 3. Mai", "1. First"
    private static final Set<String> ABBREVIATIONS = Set.of("dr", "mr", "mrs", "ms", "prof", "vs", "etc", "approx",
            "st", "sr",
            "jr", "sra", "bzw", "usw", "ca", "evtl", "p.ej", "p.ex", "ecc", "dott", "bijv", "и.т.д", "им", "стр");
    private static final Set<String> BEFORE_NUMBERS = Set.of("no", "nr", "núm", "fig", "pp");
    private static final Set<String> WORDS_OF_ONE_LETTER = Set.of("i", "я");

    private final StringBuilder open = new StringBuilder();
    private String before = SpokenText.BEGINNING;
    private boolean first = true;

    /**
     * Takes the next piece of text.
     *
     * @return the sentences that are complete now
     */
    public List<String> add(String piece) {
        List<String> sentences = new ArrayList<>();
        int added = 0;
        while (first && added < piece.length()) { // one by one: what is decided early must not depend on what came with it
            open.append(piece.charAt(added++));
            collect(sentences);
        }
        open.append(piece, added, piece.length());
        collect(sentences);
        return sentences;
    }

    private void collect(List<String> sentences) {
        int from = 0;
        int end;
        while ((end = nextEnd(from)) != UNDECIDED) {
            String sentence = SpokenText.of(open.substring(0, end), before);
            if (isLongEnough(sentence) || end >= LEAST_CUT) {
                take(end);
                from = 0;
                if (canBeSpoken(sentence)) {
                    sentences.add(sentence);
                    first = false;
                }
            } else {
                from = end;
            }
        }
        int clause = first && !mayEndHere() ? FirstClause.endIn(open, before) : UNDECIDED;
        if (clause != UNDECIDED) {
            sentences.add(SpokenText.of(open.substring(0, clause), before));
            take(clause);
            first = false;
        }
    }

    /** Whether the last character may turn out to end a sentence. */
    private boolean mayEndHere() {
        char last = open.isEmpty() ? ' ' : open.charAt(open.length() - 1);
        return ENDS_BEFORE_SPACE.indexOf(last) >= 0 || ENDS_AT_ONCE.indexOf(last) >= 0 || CLOSERS.indexOf(last) >= 0;
    }

    /** What is left when the reply is complete. */
    public Optional<String> rest() {
        String rest = SpokenText.of(open.toString(), before);
        open.setLength(0);
        before = SpokenText.BEGINNING;
        first = true;
        return Optional.of(rest).filter(SentenceSplitter::canBeSpoken);
    }

    /** The text without what is not meant for the ear. */
    public static String forTheEar(String text) {
        return SpokenText.of(text, SpokenText.BEGINNING);
    }

    /**
     * Joins sentences to the text they were cut from: with spaces, but for Chinese and Japanese.
     *
     * @param sentences as {@link #add} and {@link #rest} gave them
     */
    public static String join(List<String> sentences) {
        StringBuilder text = new StringBuilder();
        for (String sentence : sentences) {
            if (!text.isEmpty() && !sentence.isEmpty()
                    && !(isWide(text.codePointBefore(text.length())) || isWide(sentence.codePointAt(0)))) {
                text.append(' ');
            }
            text.append(sentence);
        }
        return text.toString();
    }

    /** Chinese and Japanese, their marks included: written without spaces. */
    private static boolean isWide(int codePoint) {
        return Character.isIdeographic(codePoint) || "。！？｡，、；：「」『』（）".indexOf(codePoint) >= 0
                || switch (Character.UnicodeScript.of(codePoint)) {
                    case HIRAGANA, KATAKANA -> true;
                    default -> false;
                };
    }

    private void take(int end) {
        before = open.charAt(end - 1) == '\n' ? SpokenText.NEW_LINE : SpokenText.WITHIN_A_LINE;
        open.delete(0, end);
    }

    private static boolean canBeSpoken(String sentence) {
        return sentence.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isLongEnough(String sentence) {
        boolean wide = sentence.codePoints().anyMatch(
                c -> Character.isIdeographic(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA);
        return canBeSpoken(sentence) && sentence.length() >= (wide ? LEAST_WIDE_CHARACTERS : LEAST_CHARACTERS);
    }

    /** Index after the next sentence's end. */
    private int nextEnd(int from) {
        for (int i = from; i < Math.min(open.length(), MOST_CHARACTERS); i++) {
            char c = open.charAt(i);
            if (c == '\n' && i > from) {
                return i + 1;
            }
            if (ENDS_AT_ONCE.indexOf(c) >= 0 || ENDS_BEFORE_SPACE.indexOf(c) >= 0) {
                int end = afterClosers(i + 1);
                if (end == open.length()) {
                    return UNDECIDED;
                }
                boolean atSpace = Character.isWhitespace(open.charAt(end));
                if (ENDS_AT_ONCE.indexOf(c) >= 0) {
                    return end;
                }
                if (atSpace && c == '.' && isBeforeNumber(i)) {
                    if (end + 1 == open.length()) {
                        return UNDECIDED;
                    }
                    atSpace = !Character.isDigit(open.charAt(end + 1));
                }
                if (atSpace && !isAbbreviation(i)) {
                    return end;
                }
            }
        }
        return open.length() > MOST_CHARACTERS ? cutOfLongSentence() : UNDECIDED;
    }

    /** Index after quotes, brackets and further ends; a French quote may stand behind a space that does not break. */
    private int afterClosers(int index) {
        int end = index;
        while (end < open.length()) {
            char c = open.charAt(end);
            boolean joined = c == '\u00A0' || c == '\u202F';
            if (joined && end + 1 == open.length()) {
                return open.length();
            }
            if (joined && CLOSERS.indexOf(open.charAt(end + 1)) >= 0) {
                end += 2;
            } else if (CLOSERS.indexOf(c) >= 0 || ENDS_BEFORE_SPACE.indexOf(c) >= 0 || ENDS_AT_ONCE.indexOf(c) >= 0) {
                end++;
            } else {
                return end;
            }
        }
        return end;
    }

    private boolean isAbbreviation(int dot) {
        if (open.charAt(dot) != '.') {
            return false;
        }
        String word = wordBefore(dot);
        boolean initial = word.length() == 1 && Character.isAlphabetic(word.charAt(0))
                && Character.getType(word.charAt(0)) == Character.LOWERCASE_LETTER
                && !WORDS_OF_ONE_LETTER.contains(word);
        return initial || ABBREVIATIONS.contains(word) || INNER_DOTS.matcher(word).matches()
                || ORDINAL.matcher(word).matches();
    }

    private boolean isBeforeNumber(int dot) {
        return BEFORE_NUMBERS.contains(wordBefore(dot));
    }

    /** The word that ends here, in lower case, without brackets and quotes before it. */
    private String wordBefore(int end) {
        int start = end;
        while (start > 0 && !Character.isWhitespace(open.charAt(start - 1))
                && !Character.isSpaceChar(open.charAt(start - 1))) {
            start--;
        }
        while (start < end && !Character.isLetterOrDigit(open.charAt(start))) {
            start++;
        }
        return open.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private int cutOfLongSentence() {
        int cut = -1;
        for (int i = LEAST_CUT; i < MOST_CHARACTERS; i++) {
            boolean clause = CLAUSE_ENDS.indexOf(open.charAt(i)) >= 0 && Character.isWhitespace(open.charAt(i + 1));
            if (clause || WIDE_CLAUSE_ENDS.indexOf(open.charAt(i)) >= 0) {
                cut = i + 1;
            }
        }
        if (cut < 0) {
            cut = open.lastIndexOf(" ", MOST_CHARACTERS - 1) + 1;
        }
        if (cut < LEAST_CUT) {
            cut = Character.isHighSurrogate(open.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        }
        return cut;
    }
}
