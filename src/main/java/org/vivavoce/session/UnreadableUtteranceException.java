package org.vivavoce.session;

/** The file of an utterance is no sound that can be read. */
public final class UnreadableUtteranceException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableUtteranceException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** One sentence for the user. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
