package org.vivavoce.openai.testing;

/**
 * Something that goes wrong with one sentence over the socket. A value.
 *
 * @param kind    what
 * @param code    the server's code, for {@link Kind#ERROR_EVENT}, {@link Kind#FAILED} and the reason of a close
 * @param message the server's words, for {@link Kind#ERROR_EVENT}
 */
public record RealtimeFault(Kind kind, String code, String message) {

    /** What can go wrong. */
    public enum Kind {
        /** An {@code error} event instead of a response. */
        ERROR_EVENT,
        /** The response ends with status {@code failed} after half its sound. */
        FAILED,
        /** The response ends with status {@code incomplete} after half its sound. */
        INCOMPLETE,
        /** The response is complete and has no sound. */
        NO_SOUND,
        /** What should be sound is no base64. */
        DAMAGED_SOUND,
        /** A text that is no JSON. */
        NOT_JSON,
        /** The socket is closed before the first sound. */
        CLOSE_BEFORE_SOUND,
        /** The socket is closed after half the sound. */
        CLOSE_IN_SOUND,
        /** The connection is reset before the first sound. */
        CUT_BEFORE_SOUND,
        /** The connection ends without a word after half the sound. */
        CUT_IN_SOUND,
        /** Nothing comes after the response was begun. */
        STALL_BEFORE_SOUND,
        /** Nothing comes after half the sound. */
        STALL_IN_SOUND
    }

    /** A fault of a kind that needs no more. */
    public static RealtimeFault of(Kind kind) {
        return new RealtimeFault(kind, "", "");
    }

    boolean isBeforeSound() {
        return switch (kind) {
            case NO_SOUND, DAMAGED_SOUND, NOT_JSON, CLOSE_BEFORE_SOUND, CUT_BEFORE_SOUND, STALL_BEFORE_SOUND -> true;
            default -> false;
        };
    }
}
