package org.vivavoce.practice;

/** Finds texts that say one phrase over and over, as recognisers do when they are stuck. Functions without state; any thread. */
final class RepeatedPhrase {

    private static final int MOST_WORDS = 10;
    private static final int LEAST_TIMES = 5;
    private static final int LEAST_TIMES_OF_ONE_WORD = 8; // "no no no no" is said; who is stuck goes on for long
    private static final int MOST_CHARACTERS = 24; // in scripts without spaces
    private static final int LEAST_TIMES_OF_ONE_CHARACTER = 12; // laughter
    private static final int LEAST_TIMES_OF_FEW_CHARACTERS = 8;
    private static final int FEW_CHARACTERS = 3;

    private RepeatedPhrase() {}

    static boolean isAllOf(String text) {
        String plain = PlainText.compact(PlainText.of(text));
        String[] words = plain.split(" ");
        for (int length = 1; length <= MOST_WORDS; length++) {
            if (words.length >= length * (length == 1 ? LEAST_TIMES_OF_ONE_WORD : LEAST_TIMES)
                    && repeats(words, length)) {
                return true;
            }
        }
        return words.length == 1 && isOneWordRepeated(plain);
    }

    private static boolean isOneWordRepeated(String text) {
        String[] characters = text.codePoints().mapToObj(Character::toString).toArray(String[]::new);
        for (int length = 1; length <= MOST_CHARACTERS; length++) {
            int least = length == 1
                    ? LEAST_TIMES_OF_ONE_CHARACTER
                    : length <= FEW_CHARACTERS ? LEAST_TIMES_OF_FEW_CHARACTERS : LEAST_TIMES;
            if (characters.length >= length * least && repeats(characters, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(String[] parts, int length) {
        for (int i = length; i < parts.length; i++) {
            if (!parts[i].equals(parts[i - length])) {
                return false;
            }
        }
        return true;
    }
}
