package org.vivavoce.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the body of an error says, whichever server wrote it: {@code {"error":{"message":…}}} (OpenAI), {@code {"error":"…"}} (Ollama),
 * {@code {"detail":"…"}} or {@code {"detail":[{"loc":…,"msg":…}]}} (FastAPI), plain text. A value.
 *
 * @param message what is wrong, in the server's words; may repeat keys and what was said
 * @param code    the server's code or type for it, in lower case
 * @param field   the request's field that is wrong, where the server names it apart from the message
 */
record ErrorBody(String message, String code, String field) {

    /**
     * LM Studio ("Unexpected endpoint or method. (POST /v1/…)"), OpenAI ("Invalid URL (POST /v1/…)"), frameworks in Go and Python
     * ("404 page not found", "Not Found"), llama.cpp and whisper.cpp ("File Not Found"), LocalAI ("Cannot POST /v1/…").
     */
    private static final Pattern NO_SUCH_PATH = Pattern
            .compile(
                    "(?i)unexpected endpoint|invalid url|page not found|^(?:file )?not found\\b|cannot (?:GET|POST) /");

    static ErrorBody parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.startsWith("<")) {
            return new ErrorBody("", "", ""); // a page for people, from something between us and the service
        }
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            return root.isObject() ? of(root) : new ErrorBody(text, "", "");
        } catch (IOException e) {
            return new ErrorBody(text, "", "");
        }
    }

    static ErrorBody of(JsonNode root) {
        JsonNode error = root.path("error");
        if (error.isObject()) {
            return object(error);
        }
        JsonNode detail = root.path("detail");
        if (detail.isObject()) {
            return object(detail);
        }
        if (detail.isArray()) {
            JsonNode first = detail.path(0);
            JsonNode place = first.path("loc");
            return new ErrorBody(first.path("msg").asText(), "", place.path(place.size() - 1).asText());
        }
        if (error.isTextual() || detail.isTextual()) {
            return new ErrorBody(error.isTextual() ? error.asText() : detail.asText(), code(root),
                    root.path("param").asText(""));
        }
        return object(root);
    }

    /** Whether the server complains about this field of the request. */
    boolean names(String requestField) {
        return field.equals(requestField)
                || Pattern.compile("(?<![A-Za-z_])" + Pattern.quote(requestField) + "(?![A-Za-z_])").matcher(message)
                        .find();
    }

    /** Whether the server says that it has nothing at this path; a model that it does not have is another matter. */
    boolean saysNoSuchPath() {
        return NO_SUCH_PATH.matcher(message).find();
    }

    /** Whether the code or type is this one. */
    boolean hasCode(String wanted) {
        return code.contains(wanted);
    }

    private static ErrorBody object(JsonNode error) {
        return new ErrorBody(error.path("message").asText(""), code(error), error.path("param").asText(""));
    }

    private static String code(JsonNode error) {
        return (error.path("code").asText("") + " " + error.path("type").asText("")).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "ErrorBody[" + code.strip() + "]"; // the message may hold what was said
    }
}
