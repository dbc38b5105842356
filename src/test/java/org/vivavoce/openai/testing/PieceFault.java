package org.vivavoce.openai.testing;

/**
 * Something that goes wrong with one piece of speech over the socket. A value.
 *
 * @param kind    what
 * @param code    the server's code, for {@link Kind#ERROR_EVENT}, {@link Kind#FAILED} and the reason of a close
 * @param message the server's words, for {@link Kind#ERROR_EVENT}
 */
public record PieceFault(Kind kind, String code, String message) {

    /** What can go wrong. */
    public enum Kind {
        /** An {@code error} event instead of a committed piece. */
        ERROR_EVENT,
        /** An {@code error} event about its first sound, which is lost. */
        SOUND_REFUSED,
        /** The transcription fails. */
        FAILED,
        /** The transcription is complete and has no text. */
        NO_TRANSCRIPT,
        /** A text that is no JSON. */
        NOT_JSON,
        /** The socket is closed at its first sound. */
        CLOSE_BEFORE_COMMIT,
        /** The connection is reset at its first sound. */
        CUT_BEFORE_COMMIT,
        /** The socket is closed when it is complete. */
        CLOSE_AFTER_COMMIT,
        /** The connection is reset when it is complete. */
        CUT_AFTER_COMMIT,
        /** Nothing comes after it was committed. */
        STALL
    }

    /** A fault of a kind that needs no more. */
    public static PieceFault of(Kind kind) {
        return new PieceFault(kind, "", "");
    }
}
