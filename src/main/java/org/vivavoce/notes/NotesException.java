package org.vivavoce.notes;

/** A file of notes cannot be read; the message is one sentence for the user, with the file's name and without a word of what is in it. */
public final class NotesException extends Exception {

    private static final long serialVersionUID = 1L;

    NotesException(String sentence) {
        super(sentence);
    }

    /** For the user. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
