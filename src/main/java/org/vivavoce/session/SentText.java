package org.vivavoce.session;

import java.util.function.Consumer;

/** A reply as far as it was passed on, without the white space around it: what was passed on is what is kept. Used by one thread. */
final class SentText {

    private final StringBuilder sent = new StringBuilder();
    private String blank = ""; // may be the end

    /** Passes on what is certain to be part of the reply. */
    void add(String piece, Consumer<String> onText) {
        String more = sent.isEmpty() ? (blank + piece).stripLeading() : blank + piece;
        String words = more.stripTrailing();
        if (words.isEmpty()) {
            blank = more;
            return;
        }
        blank = more.substring(words.length());
        sent.append(words);
        onText.accept(words);
    }

    boolean isEmpty() {
        return sent.isEmpty();
    }

    String text() {
        return sent.toString();
    }

    @Override
    public String toString() {
        return "SentText[" + sent.length() + " characters]"; // what was said never enters a log
    }
}
