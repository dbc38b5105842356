package org.vivavoce.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** One HTTP request and its answer. Used by the thread that serves it. */
final class Call {

    /** What the real services take, and what a body of JSON or a form may have around it. */
    static final long MOST_BYTES = 25L * 1024 * 1024;

    private static final int FORM_AROUND_BYTES = 64 * 1024;

    /** A client that sends too much hears so only when it has sent all; it is let finish up to here. */
    private static final long MOST_BYTES_SKIPPED = 4 * MOST_BYTES;

    private final HttpExchange exchange;
    private final ObjectMapper json;

    Call(HttpExchange exchange, ObjectMapper json) {
        this.exchange = exchange;
        this.json = json;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return String.valueOf(exchange.getRequestURI().getPath());
    }

    String contentType() {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    }

    /** The whole body. */
    byte[] body() throws RequestException, IOException {
        InputStream in = exchange.getRequestBody();
        byte[] body = in.readNBytes((int) MOST_BYTES + FORM_AROUND_BYTES + 1);
        if (body.length > MOST_BYTES + FORM_AROUND_BYTES) {
            byte[] skipped = new byte[64 * 1024];
            long total = body.length;
            for (int got = in.read(skipped); got >= 0 && total < MOST_BYTES_SKIPPED; got = in.read(skipped)) {
                total += got;
            }
            throw RequestException.tooLarge(MOST_BYTES);
        }
        return body;
    }

    /** The body as a JSON object. */
    JsonNode jsonBody() throws RequestException, IOException {
        byte[] body = body();
        JsonNode node;
        try {
            node = json.readTree(body);
        } catch (IOException e) {
            throw RequestException.malformed("The body is not valid JSON.");
        }
        if (node == null || !node.isObject()) {
            throw RequestException.malformed("The body must be a JSON object.");
        }
        return node;
    }

    /** Answers with JSON. */
    void reply(int status, JsonNode node) throws IOException {
        byte[] body = json.writeValueAsBytes(node);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Answers with a body that is sent while it is made; it is not at its end before the stream is closed. */
    OutputStream stream(String contentType) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    ObjectMapper json() {
        return json;
    }
}
