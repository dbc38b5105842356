package org.vivavoce.openai;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a reply, as it comes in, what a reasoning model writes for itself: everything from {@code <think>} to {@code </think>},
 * and the names other models give that ({@code thinking}, {@code thought}, {@code reasoning}). Used by one thread. Tags may be split over
 * pieces; a thought that never ends takes the rest of the reply with it, since it must not be spoken. Where only the end of a thought is
 * marked, what came before has been passed on already: the mark alone is taken out.
 */
final class WithoutThoughts {

    private static final Pattern TAG = Pattern.compile("(?i)<(/?)(?:think|thinking|thought|reasoning)>");
    /** What may become a tag with the next piece; bounded, so that "2 < 3" is not held back. */
    private static final Pattern BEGUN_TAG = Pattern.compile("<(?:/?[A-Za-z]{0,9})?$");

    private final StringBuilder held = new StringBuilder();
    private boolean thinking;
    private boolean afterTag;
    private boolean thought;

    /** Takes a piece; returns what of all so far can be passed on. */
    String add(String piece) {
        held.append(piece);
        StringBuilder said = new StringBuilder();
        for (Matcher tag = TAG.matcher(held); tag.find(); tag = TAG.matcher(held)) {
            say(held.substring(0, tag.start()), said);
            thinking = held.charAt(tag.start() + 1) != '/';
            thought |= thinking;
            afterTag = true;
            held.delete(0, tag.end());
        }
        Matcher begun = BEGUN_TAG.matcher(held);
        int end = begun.find() ? begun.start() : held.length();
        say(held.substring(0, end), said);
        held.delete(0, end);
        return said.toString();
    }

    /** The reply has ended: what looked like the beginning of a tag was none. */
    String rest() {
        StringBuilder said = new StringBuilder();
        say(held.toString(), said);
        held.setLength(0);
        return said.toString();
    }

    /** Whether there was a thought. */
    boolean thought() {
        return thought;
    }

    /** The line breaks behind a thought belong to it. */
    private void say(String text, StringBuilder said) {
        if (thinking) {
            return;
        }
        String plain = afterTag ? text.stripLeading() : text;
        afterTag &= plain.isEmpty();
        said.append(plain);
    }
}
