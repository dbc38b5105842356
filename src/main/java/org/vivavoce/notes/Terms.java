package org.vivavoce.notes;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text as they are compared: without case and accents and, of long ones, without what is bent at their end; of scripts
 * without spaces each two neighbours. Functions without state.
 */
final class Terms {

    private static final Pattern WITHOUT_SPACES = Pattern
            .compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}+#]*");
    private static final int STEM = 5; // "database", "databases", "Datenbank", "Datenbanken" meet; "data" and "date" do not

    private Terms() {}

    static Set<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{Mn}+", "")
                .toLowerCase(Locale.ROOT);
        String composed = Normalizer.normalize(plain, Normalizer.Form.NFC); // Hangul was taken apart
        Set<String> terms = new LinkedHashSet<>();
        Matcher words = WORD.matcher(composed);
        while (words.find()) {
            add(composed.substring(words.start(), words.end()), terms);
        }
        return terms;
    }

    private static void add(String word, Set<String> terms) {
        if (!WITHOUT_SPACES.matcher(word).find()) {
            terms.add(word.length() <= STEM + 1 ? word : word.substring(0, Math.max(STEM, word.length() - 3)));
            return;
        }
        for (int i = 0; i < Math.max(1, word.length() - 1); i++) {
            terms.add(word.substring(i, Math.min(word.length(), i + 2)));
        }
    }

    /** Whether two of them are the same word, perhaps bent differently. */
    static boolean same(String one, String other) {
        boolean bothLong = Math.min(one.length(), other.length()) >= STEM;
        return one.equals(other) || (bothLong && (one.startsWith(other) || other.startsWith(one)));
    }
}
