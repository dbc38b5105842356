package org.vivavoce.ai;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How much a text is, where nobody counted: estimates. Without state. */
public final class TextAmount {

    /** OpenAI's rule of thumb is four letters of English; counted in bytes it holds for other scripts about as well. */
    private static final int BYTES_PER_TOKEN = 4;

    /** Usual for voices reading aloud; Chinese, Japanese and Korean syllables take three times as long. */
    private static final int CHARACTERS_PER_SECOND = 15;
    private static final int CHARACTERS_OF_A_SYLLABLE = 3;

    private TextAmount() {}

    /** About how many tokens it has. */
    static long tokens(String text) {
        return Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES_PER_TOKEN);
    }

    /** About how long it takes to say it. */
    public static Duration spoken(String text) {
        long syllables = text.codePoints().filter(TextAmount::isSyllable).count();
        long characters = text.length() + (CHARACTERS_OF_A_SYLLABLE - 1) * syllables;
        return Duration.ofMillis(characters * 1000 / CHARACTERS_PER_SECOND);
    }

    private static boolean isSyllable(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
