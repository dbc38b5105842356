package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vivavoce.ai.Stage;

/**
 * A request as the server saw it, at the moment it was asked for. A value.
 *
 * @param id      counts all requests, from 1
 * @param stage   which service was asked; empty for other paths
 * @param nth     counts the requests of the stage, from 1
 * @param http    method, path, headers
 * @param content what was sent
 * @param times   what happened when
 */
public record SeenRequest(int id, Optional<Stage> stage, int nth, HttpRequest http, Content content, Times times) {

    /**
     * What was sent.
     *
     * @param fields      form fields, or the top-level members of the JSON object (what is no text, as JSON)
     * @param json        the JSON object; a missing node for forms
     * @param audio       the uploaded file; empty for other requests
     * @param fileName    its name
     * @param contentType its type
     */
    public record Content(Map<String, String> fields, JsonNode json, byte[] audio, String fileName,
            String contentType) {

        /** Whether the other asks for the same. */
        public boolean same(Content other) {
            return fields.equals(other.fields) && json.equals(other.json) && Arrays.equals(audio, other.audio);
        }
    }

    /**
     * What happened when, by {@link System#nanoTime()}; 0 for what has not happened.
     *
     * @param arrived   the request was there, body and all
     * @param firstByte the first byte of the answer's body went out
     * @param ended     the answer was complete, or the server broke it off on purpose
     * @param cancelled the client closed the connection before
     */
    public record Times(long arrived, long firstByte, long ended, long cancelled) {}

    /** A field's text; empty where it was not sent. */
    public String field(String name) {
        return content.fields().getOrDefault(name, "");
    }

    /** Whether the field was sent. */
    public boolean has(String name) {
        return content.fields().containsKey(name);
    }

    /** A header's text; empty where it was not sent. */
    public String header(String lowerCaseName) {
        return http.headers().getOrDefault(lowerCaseName, "");
    }

    /** The messages of a chat request, each as {@code role: text}. */
    public List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (JsonNode message : content.json().path("messages")) {
            messages.add(message.path("role").asText() + ": " + message.path("content").asText());
        }
        return messages;
    }

    /** How long the uploaded sound is; zero for other requests. */
    public Duration audioLength() {
        return AudioLength.of(content.audio());
    }

    /** Whether the answer is neither complete nor cancelled. */
    public boolean isOpen() {
        return times.ended() == 0 && times.cancelled() == 0;
    }

    /** Whether the answer has begun. */
    public boolean hasBegun() {
        return times.firstByte() != 0;
    }

    /** Whether the answer is complete. */
    public boolean hasEnded() {
        return times.ended() != 0;
    }

    /** Whether the client went away before the answer was complete. */
    public boolean wasCancelled() {
        return times.cancelled() != 0;
    }

    SeenRequest with(Times now) {
        return new SeenRequest(id, stage, nth, http, content, now);
    }

    /** The same as if it had arrived later: its answer is due later. */
    SeenRequest later(Duration by) {
        return with(new Times(times.arrived() + by.toNanos(), times.firstByte(), times.ended(), times.cancelled()));
    }
}
