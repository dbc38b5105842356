package org.vivavoce.practice;

import java.util.ArrayList;
import java.util.List;

/** Words that a text may end with, or hold. Immutable; any thread. */
final class EndingList {

    private final List<String> words = new ArrayList<>(); // begin where a word begins
    private final List<String> endings = new ArrayList<>(); // begin anywhere

    EndingList(List<String> entries) {
        for (String entry : entries) {
            String plain = PlainText.of(entry);
            if (plain.isEmpty()) {
                continue;
            }
            if (PlainText.isWide(plain.codePointAt(0)) && !entry.startsWith(" ")) {
                endings.add(PlainText.compact(plain));
            } else {
                words.add(plain);
            }
        }
    }

    /** Whether a plain text ends with one of these. */
    boolean endOf(String plain) {
        String compact = PlainText.compact(plain);
        return words.stream().anyMatch(word -> endsWithWord(plain, word))
                || endings.stream().anyMatch(compact::endsWith);
    }

    /** Whether one of these stands anywhere in a plain text. */
    boolean in(String plain) {
        String padded = " " + plain + " ";
        String compact = PlainText.compact(plain);
        return words.stream().anyMatch(word -> padded.contains(" " + word + " "))
                || endings.stream().anyMatch(compact::contains);
    }

    private static boolean endsWithWord(String plain, String word) {
        int start = plain.length() - word.length();
        return plain.endsWith(word) && (start == 0 || plain.charAt(start - 1) == ' ');
    }
}
