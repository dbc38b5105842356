package org.vivavoce.ui.common;

/** Conversations cannot be read or changed; the message is one sentence for the user. Any thread. */
public final class ArchiveException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong and what to do, without a word of what was said */
    public ArchiveException(String sentence) {
        super(sentence);
    }

    /** For the user. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
