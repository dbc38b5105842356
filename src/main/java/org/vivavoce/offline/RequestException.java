package org.vivavoce.offline;

import java.io.Serial;

/** A request cannot be answered; it becomes an HTTP error with a JSON body of the shape that clients of the API know. */
final class RequestException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private RequestException(int status, String code, String sentence) {
        super(sentence);
        this.status = status;
        this.code = code;
    }

    /** The request is not what the API says (400). */
    static RequestException malformed(String sentence) {
        return new RequestException(400, "invalid_request", sentence);
    }

    /** There is nothing at this path (404). */
    static RequestException notFound() {
        return new RequestException(404, "unknown_url", "There is nothing at this address.");
    }

    /** The path does not know the method (405). */
    static RequestException wrongMethod(String allowed) {
        return new RequestException(405, "method_not_allowed", "This address takes " + allowed + " only.");
    }

    /** The body is too large (413). */
    static RequestException tooLarge(long mostBytes) {
        return new RequestException(413, "too_large",
                "The request is larger than " + mostBytes / (1024 * 1024) + " MB.");
    }

    /** The partner cannot do it on this computer (503). */
    static RequestException unable(String sentence) {
        return new RequestException(503, "unavailable", sentence);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String type() {
        return status >= 500 ? "server_error" : "invalid_request_error";
    }
}
