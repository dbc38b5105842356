package org.vivavoce.practice;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts in a form that can be compared: recognisers differ in capitals, punctuation, width, apostrophes and the diacritics that a
 * language writes or leaves out. Functions without state; any thread.
 */
final class PlainText {

    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ`´]");
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern LONG_VOWEL = Pattern.compile("ー{2,}");
    /** What recognisers tell of sounds that are no words: {@code [Music]}, {@code (coughs)}, {@code *sigh*}, {@code ♪ … ♪}. */
    private static final Pattern SOUNDS = Pattern
            .compile("\\[[^]]{0,80}]|【[^】]{0,80}】|\\([^)]{0,80}\\)|<[^>]{0,80}>|\\*[^*]{0,80}\\*|♪[^♪]*♪");
    private static final Pattern BETWEEN_WIDE = Pattern.compile(
            "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}ー]) | (?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}ー])");

    private static final int NUKTA = 0x093C; // Hindi writes it or not: ज़ and ज
    private static final int CANDRABINDU = 0x0901; // and this or the anusvara: हाँ and हां
    private static final int ANUSVARA = 0x0902;
    private static final int TATWEEL = 0x0640;

    private PlainText() {}

    /** What was said in a text of even width, without the sounds that are told of. */
    static String withoutSounds(String text) {
        return SOUNDS.matcher(text).replaceAll(" ").strip();
    }

    /** Words in lower case with single spaces between them; apostrophes and hyphens stay inside words. */
    static String of(String text) {
        String even = Normalizer.normalize(APOSTROPHES.matcher(text).replaceAll("'"), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(even.length());
        for (int i = 0; i < even.length(); i += Character.charCount(even.codePointAt(i))) {
            append(plain, even, i);
        }
        String words = LONG_VOWEL.matcher(plain).replaceAll("ー").strip();
        return DRAWN_OUT.matcher(words).replaceAll("$1$1"); // "hmmmm", "soooo"
    }

    /** Plain text for comparing whole phrases: hyphens are spaces, and beside characters that need none there are none. */
    static String compact(String plain) {
        return BETWEEN_WIDE.matcher(plain.replace('-', ' ')).replaceAll("");
    }

    /** Chinese, Japanese, Korean: words are not, or not reliably, parted by spaces. */
    static boolean isWide(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> codePoint == 'ー';
        };
    }

    private static void append(StringBuilder plain, String even, int at) {
        int c = folded(even.codePointAt(at));
        if (c == 'ß') {
            plain.append("ss");
        } else if (Character.isLetterOrDigit(c) || isMark(c)) {
            plain.appendCodePoint(c);
        } else if (c == '\'' || c == '-') {
            appendJoint(plain, even, at, (char) c);
        } else if (c != 0) {
            space(plain);
        }
    }

    /** An apostrophe or a hyphen: inside a word, or after an article that was cut off ("l'"). */
    private static void appendJoint(StringBuilder plain, String even, int at, char joint) {
        boolean after = !plain.isEmpty() && Character.isLetterOrDigit(plain.codePointBefore(plain.length()));
        boolean before = at + 1 < even.length() && Character.isLetterOrDigit(even.codePointAt(at + 1));
        boolean article = joint == '\'' && plain.length() - (plain.lastIndexOf(" ") + 1) <= 2;
        if (after && (before || article)) {
            plain.append(joint);
        } else {
            space(plain);
        }
    }

    private static void space(StringBuilder plain) {
        if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** The character in place of those that stand for the same; 0 for those that may be left out. */
    private static int folded(int c) {
        boolean vowelSign = Character.UnicodeBlock.ARABIC.equals(Character.UnicodeBlock.of(c)) && isMark(c);
        if (vowelSign || c == TATWEEL || c == NUKTA || Character.getType(c) == Character.FORMAT) {
            return 0;
        }
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ة' -> 'ه';
            case 'ё' -> 'е';
            case CANDRABINDU -> ANUSVARA;
            default -> c;
        };
    }
}
