package org.vivavoce.practice;

/** What stands after the last word of a text. */
enum EndMark {
    /** Nothing: a recogniser without punctuation, or one that heard no end. */
    NONE,
    /** A full stop, which recognisers put nearly everywhere. */
    STOP,
    /** A question mark or an exclamation mark: a recogniser puts them where the voice says so. */
    STRONG,
    /** A comma, a dash, a colon, dots: it goes on. */
    OPEN;

    private static final String OPEN_MARKS = ",;:-–—~〜、،؛";
    private static final String STRONG_MARKS = "?!؟";
    private static final String STOPS = ".。।॥۔|";
    private static final String SENTENCE_ENDS = ".。।॥۔|?!؟…\n";
    private static final String CLAUSE_ENDS = SENTENCE_ENDS + OPEN_MARKS;

    /** The mark at the end of an even-width text. */
    static EndMark of(String text) {
        EndMark mark = NONE;
        int dots = 0;
        for (int i = text.length() - 1; i >= 0 && !isWord(text.charAt(i)); i--) {
            char c = text.charAt(i);
            if (STRONG_MARKS.indexOf(c) >= 0) {
                return STRONG;
            }
            dots += c == '.' ? 1 : 0;
            if (mark == NONE && OPEN_MARKS.indexOf(c) >= 0) {
                mark = OPEN;
            } else if (mark == NONE && STOPS.indexOf(c) >= 0) {
                mark = STOP;
            }
        }
        return dots > 1 ? OPEN : mark;
    }

    /** The last sentence of an even-width text, with its mark. */
    static String lastSentence(String text) {
        return after(text, SENTENCE_ENDS);
    }

    /** The last clause of an even-width text, with its mark. */
    static String lastClause(String text) {
        return after(text, CLAUSE_ENDS);
    }

    private static String after(String text, String marks) {
        int end = text.length();
        while (end > 0 && !isWord(text.charAt(end - 1))) {
            end--;
        }
        for (int i = end - 1; i >= 0; i--) {
            if (marks.indexOf(text.charAt(i)) >= 0 && !isInWord(text, i)) {
                return text.substring(i + 1);
            }
        }
        return text;
    }

    /** A decimal point, a hyphen or a dot in a name: letters or digits on both sides, in a script with spaces. */
    private static boolean isInWord(String text, int at) {
        return at > 0 && ".-,:'".indexOf(text.charAt(at)) >= 0 && isWord(text.charAt(at - 1))
                && isWord(text.charAt(at + 1)) && !PlainText.isWide(text.charAt(at + 1));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
