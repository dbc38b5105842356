package org.vivavoce.openai.testing;

import java.util.Map;

/**
 * Something that goes wrong with one answer. A value.
 *
 * @param kind    what
 * @param status  for {@link Kind#STATUS}: the HTTP status
 * @param body    for {@link Kind#STATUS}: the body, JSON or whatever
 * @param headers for {@link Kind#STATUS}: further headers
 */
public record Fault(Kind kind, int status, String body, Map<String, String> headers) {

    /** What can go wrong. */
    public enum Kind {
        /** An HTTP error. */
        STATUS,
        /** Nothing comes at all, until the client gives up. */
        STALL_BEFORE_HEADERS,
        /** Half the answer comes, then nothing, until the client gives up. */
        STALL_IN_STREAM,
        /** The connection is closed without an answer. */
        CUT_BEFORE_HEADERS,
        /** The connection is closed after half the answer. */
        CUT_IN_STREAM,
        /** The connection is reset without an answer. */
        RESET_BEFORE_HEADERS,
        /** The connection is reset after half the answer. */
        RESET_IN_STREAM,
        /** A whole answer that says it is a web page. */
        WRONG_TYPE,
        /** Half the sound, as if it were all. */
        TRUNCATED_SOUND,
        /** WAV without a length, where MP3 was asked for. */
        WAV_SOUND,
        /** Status 200 and bytes that are neither sound nor JSON. */
        NOT_AUDIO,
        /** Status 200 and nothing. */
        EMPTY_BODY,
        /** Status 200 and a web page. */
        HTML,
        /** Status 200 and half a JSON object. */
        INVALID_JSON,
        /** A chat stream that ends without a finish reason. */
        MISSING_FINISH_REASON,
        /** A chat stream that ends in an error event. */
        ERROR_IN_STREAM
    }

    public Fault {
        headers = Map.copyOf(headers);
    }

    /** A fault of a kind that needs no more. */
    public static Fault of(Kind kind) {
        return new Fault(kind, 0, "", Map.of());
    }

    /** An HTTP error. */
    public static Fault status(int status, String body, Map<String, String> headers) {
        return new Fault(Kind.STATUS, status, body, headers);
    }

    /** An HTTP error in the form OpenAI gives it. */
    public static Fault error(int status, String message, String code) {
        return status(status, Answers.error(message, code, ""), Map.of());
    }
}
