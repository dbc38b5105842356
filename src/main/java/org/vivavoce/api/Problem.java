package org.vivavoce.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What went wrong, as RFC 9457 has it. A value.
 *
 * @param status     the HTTP status
 * @param kind       names it for programs
 * @param title      the same for people, always alike
 * @param detail     one sentence: what happened and what to do
 * @param retryAfter how long to wait before the same may be sent again; empty where nothing is known of that
 */
record Problem(int status, String kind, String title, String detail, Optional<Duration> retryAfter) {

    /** The media type of its JSON. */
    static final String TYPE = "application/problem+json";

    private static final String KINDS = "urn:viva-voce:problem:";

    private Problem(int status, String kind, String title, String detail) {
        this(status, kind, title, detail, Optional.empty());
    }

    static Problem malformed(String detail) {
        return new Problem(400, "malformed", "Malformed request", detail);
    }

    static Problem unauthorized() {
        return new Problem(401, "unauthorized", "Token missing or wrong",
                "Send the token of this server as \"Authorization: Bearer TOKEN\": it lies in the file that vivavoce serve names.");
    }

    static Problem foreignOrigin() {
        return new Problem(403, "foreign-origin", "Not from here",
                "Requests from pages of other sites are not answered: use a program of this computer.");
    }

    static Problem budget(String detail) {
        return new Problem(403, "budget", "Budget used up", detail);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "not-found", "Not found", detail);
    }

    static Problem method(String allowed) {
        return new Problem(405, "method", "Method not allowed", "Here only " + allowed + " is answered.");
    }

    static Problem busy() {
        return new Problem(409, "busy", "A reply is running",
                "The partner is still answering in this session: wait for its end, or leave that reply.");
    }

    static Problem ended() {
        return new Problem(410, "ended", "Ended",
                "The reply was broken off: the session was deleted or the server ends.");
    }

    static Problem tooLarge(String detail) {
        return new Problem(413, "too-large", "Too large", detail);
    }

    static Problem mediaType(String detail) {
        return new Problem(415, "media-type", "Unsupported media type", detail);
    }

    static Problem foreignHost() {
        return new Problem(421, "foreign-host", "Not this host",
                "This server answers only as localhost, 127.0.0.1 or [::1]: use such an address.");
    }

    static Problem notUnderstood(String detail) {
        return new Problem(422, "not-understood", "Not understood", detail);
    }

    static Problem tooMany(String detail, Duration wait) {
        return new Problem(429, "too-many", "Too many requests", detail, Optional.of(wait));
    }

    static Problem mistake() {
        return new Problem(500, "mistake", "Mistake of the program",
                "Something went wrong that should not have: see logs/vivavoce.log in the data folder.");
    }

    static Problem service(int status, String detail, Optional<Duration> wait) {
        return new Problem(status, "service", "A service failed", detail, wait);
    }

    static Problem unavailable(String detail) {
        return new Problem(503, "unavailable", "Not available", detail);
    }

    /** What the HTTP parser refused. */
    static Problem refused(int status) {
        return new Problem(status, "malformed", "Malformed request",
                "This is no HTTP request that can be answered: see its first line and its headers.");
    }

    /** Whole seconds to wait, at least one. */
    Optional<Long> retryAfterSeconds() {
        return retryAfter.map(wait -> Math.max(1, Math.ceilDiv(wait.toMillis(), 1000)));
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("type", KINDS + kind).put("title", title).put("status", status)
                .put("detail", detail);
        retryAfterSeconds().ifPresent(seconds -> json.put("retryAfter", seconds));
        return json;
    }
}
