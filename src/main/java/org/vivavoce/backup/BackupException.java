package org.vivavoce.backup;

/** A backup can't be written or restored; the message is one sentence for the user. */
public final class BackupException extends Exception {

    private static final long serialVersionUID = 1L;

    BackupException(String sentence) {
        super(sentence);
    }

    /** For the user. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
