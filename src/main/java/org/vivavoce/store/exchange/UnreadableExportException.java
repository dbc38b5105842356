package org.vivavoce.store.exchange;

/** A file is no export that can be read; the message is one sentence for the user, without anything of what the file holds. */
public final class UnreadableExportException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableExportException(String sentence) {
        super(sentence);
    }
}
