package org.vivavoce.store.exchange;

/** A conversation cannot be written in a format; the message is one sentence for the user, without anything of what was said. */
public final class UnwritableExportException extends Exception {

    private static final long serialVersionUID = 1L;

    UnwritableExportException(String sentence) {
        super(sentence);
    }
}
