package org.vivavoce.offline;

import java.util.ArrayList;
import java.util.List;

/**
 * A reply as one text within a number of tokens. Immutable.
 *
 * @param text   natural text without markup
 * @param tokens about as many as a chat model would count
 * @param cut    whether the end had to be cut off
 */
record ReplyText(String text, int tokens, boolean cut) {

    /** A token is about four letters of a Latin script (OpenAI's rule of thumb), and hardly more than one character of others. */
    private static final double TOKENS_PER_LATIN_CHARACTER = 0.25;

    private static final double TOKENS_PER_OTHER_CHARACTER = 0.8;

    /** Puts the parts of a reply together; where they are too long, those before the last go, and then the end. */
    static ReplyText of(List<String> parts, int maxTokens) {
        List<String> kept = new ArrayList<>(parts);
        while (kept.size() > 1 && tokens(joined(kept)) > maxTokens) {
            kept.remove(kept.size() - 2);
        }
        String text = joined(kept);
        boolean cut = false;
        while (tokens(text) > maxTokens && !text.isEmpty()) {
            int space = text.lastIndexOf(' ');
            text = text.substring(0, space > 0 ? space : text.length() - 1);
            cut = true;
        }
        return new ReplyText(text, tokens(text), cut);
    }

    static int tokens(String text) {
        double tokens = text.codePoints()
                .mapToDouble(c -> c < 0x250 ? TOKENS_PER_LATIN_CHARACTER : TOKENS_PER_OTHER_CHARACTER).sum();
        return (int) Math.ceil(tokens);
    }

    private static String joined(List<String> parts) {
        return String.join(Wording.withoutSpaces(String.join("", parts)) ? "" : " ", parts);
    }
}
