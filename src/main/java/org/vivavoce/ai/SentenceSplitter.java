package org.vivavoce.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts a reply that arrives in small pieces into sentences to be spoken, in all scripts. A sentence shorter than
 * {@link #LEAST_CHARACTERS} goes with the next one, one longer than {@link #MOST_CHARACTERS} is cut at a clause or a space. What is not
 * meant for the ear (markdown, emoji) is taken out. Used by one thread.
 */
public final class SentenceSplitter {

    /** A shorter sentence is not worth a request of its own. */
    public static final int LEAST_CHARACTERS = 12;
    /** A longer one makes the listener wait; the services take 4,096. */
    public static final int MOST_CHARACTERS = 400;

    private static final String ENDS_BEFORE_SPACE = ".!?…؟۔।";
    private static final String ENDS_AT_ONCE = "。！？｡";
    private static final String CLOSERS = "\"'”’»)]」』）";
    private static final int LEAST_WIDE_CHARACTERS = 6; // a Chinese or Japanese sentence says more with less
    private static final Set<String> ABBREVIATIONS = Set.of("e.g", "i.e", "dr", "mr", "mrs", "ms", "prof", "vs", "etc",
            "approx", "no",
            "st", "sr", "jr", "z.b", "d.h", "bzw", "usw", "p.ej", "p.ex", "ecc", "т.е", "т.д", "и.т.д", "bijv", "o.a");
    private static final Pattern NOT_FOR_THE_EAR = Pattern
            .compile("[*_`#]+|\\p{So}|[\\x{1F000}-\\x{1FAFF}\\x{FE0F}\\x{200D}]|(?m)^\\s*(?:[-•]|\\d+\\.)\\s+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final StringBuilder open = new StringBuilder();

    /**
     * Takes the next piece of text.
     *
     * @return the sentences that are complete now
     */
    public List<String> add(String piece) {
        open.append(piece);
        List<String> sentences = new ArrayList<>();
        int from = 0;
        int end;
        while ((end = nextEnd(from)) > 0) {
            String sentence = forTheEar(open.substring(0, end));
            if (isLongEnough(sentence)) {
                open.delete(0, end);
                sentences.add(sentence);
                from = 0;
            } else {
                from = end;
            }
        }
        return sentences;
    }

    /** What is left when the reply is complete. */
    public Optional<String> rest() {
        String rest = forTheEar(open.toString());
        open.setLength(0);
        return rest.codePoints().anyMatch(Character::isLetterOrDigit) ? Optional.of(rest) : Optional.empty();
    }

    /** The text without what is not meant for the ear. */
    public static String forTheEar(String text) {
        return SPACES.matcher(NOT_FOR_THE_EAR.matcher(text).replaceAll("")).replaceAll(" ").strip();
    }

    private static boolean isLongEnough(String sentence) {
        boolean wide = sentence.codePoints().anyMatch(
                c -> Character.isIdeographic(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA);
        return sentence.length() >= (wide ? LEAST_WIDE_CHARACTERS : LEAST_CHARACTERS);
    }

    /** Index after the next sentence's end, 0 when there is none yet. */
    private int nextEnd(int from) {
        for (int i = from; i < open.length(); i++) {
            char c = open.charAt(i);
            if (ENDS_AT_ONCE.indexOf(c) >= 0) {
                int end = afterClosers(i + 1);
                return end < open.length() || i + 1 == open.length() ? Math.min(end, open.length()) : end;
            }
            if (c == '\n' && i > from) {
                return i + 1;
            }
            if (ENDS_BEFORE_SPACE.indexOf(c) >= 0) {
                int end = afterClosers(i + 1);
                if (end < open.length() && Character.isWhitespace(open.charAt(end)) && !isAbbreviation(i)) {
                    return end;
                }
            }
        }
        return open.length() > MOST_CHARACTERS ? cutOfLongSentence() : 0;
    }

    private int afterClosers(int index) {
        int end = index;
        while (end < open.length()
                && (CLOSERS.indexOf(open.charAt(end)) >= 0 || ENDS_BEFORE_SPACE.indexOf(open.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private boolean isAbbreviation(int dot) {
        if (open.charAt(dot) != '.') {
            return false;
        }
        int start = dot;
        while (start > 0 && !Character.isWhitespace(open.charAt(start - 1))) {
            start--;
        }
        String word = open.substring(start, dot).toLowerCase(java.util.Locale.ROOT);
        boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0)) && !word.equals("i");
        return initial || ABBREVIATIONS.contains(word);
    }

    private int cutOfLongSentence() {
        int cut = -1;
        for (int i = MOST_CHARACTERS / 4; i < MOST_CHARACTERS; i++) {
            if (",;:，、；،".indexOf(open.charAt(i)) >= 0) {
                cut = i + 1;
            }
        }
        if (cut < 0) {
            cut = open.lastIndexOf(" ", MOST_CHARACTERS) + 1;
        }
        return cut > 0 ? cut : MOST_CHARACTERS;
    }
}
