package org.vivavoce.offline;

import java.util.Locale;

/** Compares what was said with what the partner can say: letters and digits count, all else does not. Any thread. */
final class Wording {

    /** So much of the beginning of a line must have sounded for it to count as said; the rest may have been cut by a barge-in. */
    private static final int LEAST_HEAD = 6;

    private Wording() {}

    /** In lower case, with single spaces, without punctuation. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT).replace('’', '\'').codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
                plain.appendCodePoint(c);
            } else if (c != '\'' && !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString().strip();
    }

    /**
     * Where a line was said in a message: whole, or as far as the message was heard.
     *
     * @param message plain
     * @param line    plain
     * @return the place where it begins, −1 when it was not said
     */
    static int place(String message, String line) {
        int whole = message.lastIndexOf(line);
        if (whole >= 0 || line.isEmpty()) {
            return whole;
        }
        int headLength = Math.min(line.length(), Math.max(LEAST_HEAD, line.length() / 3));
        int cut = message.lastIndexOf(line.substring(0, headLength));
        return cut >= 0 && line.startsWith(message.substring(cut)) ? cut : -1;
    }

    /** Whether words stand in a text, beginning at a word; both plain. */
    static boolean holdsWord(String text, String beginning) {
        for (int at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text is in a script that puts no spaces between words. */
    static boolean withoutSpaces(String text) {
        return text.codePoints().anyMatch(c -> {
            Character.UnicodeScript script = Character.UnicodeScript.of(c);
            return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA
                    || script == Character.UnicodeScript.KATAKANA;
        });
    }
}
