package org.vivavoce.practice;

import java.util.Collection;
import java.util.List;

/** Phrases that a whole text may consist of. Immutable; any thread. */
final class PhraseSet {

    private final List<String> phrases;

    PhraseSet(Collection<String> phrases) {
        this.phrases = phrases.stream().map(phrase -> PlainText.compact(PlainText.of(phrase)))
                .filter(phrase -> !phrase.isEmpty()).distinct().toList();
    }

    /**
     * Whether a text consists of these phrases and of those around them, and of at least one of these.
     *
     * @param text any
     */
    boolean isAllOf(String text, PhraseSet around) {
        String whole = PlainText.compact(PlainText.of(text));
        boolean[] without = new boolean[whole.length() + 1]; // reached, without any of these up to there
        boolean[] with = new boolean[whole.length() + 1]; // reached, with one of these
        without[0] = true;
        for (int at = 0; at < whole.length(); at++) {
            if (with[at] || without[at]) {
                for (String phrase : phrases) {
                    reach(whole, at, phrase, with);
                }
                for (String phrase : around.phrases) {
                    reach(whole, at, phrase, with[at] ? with : without);
                }
            }
        }
        return with[whole.length()];
    }

    /** Whether a text consists of these phrases. */
    boolean isAllOf(String text) {
        return isAllOf(text, this);
    }

    private static void reach(String whole, int at, String phrase, boolean[] reached) {
        int end = at + phrase.length();
        if (!whole.startsWith(phrase, at)) {
            return;
        }
        if (end == whole.length()) {
            reached[end] = true;
        } else if (whole.charAt(end) == ' ') {
            reached[end + 1] = true;
        } else if (PlainText.isWide(whole.codePointAt(end)) || PlainText.isWide(whole.codePointBefore(end))) {
            reached[end] = true;
        }
    }
}
