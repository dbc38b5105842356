package org.vivavoce.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One HTTP request and its answer. Used by the thread that serves it. */
final class Call {

    /** A client that has sent so much hears what is wrong with it only when it has sent all; one that would send more hears it at once. */
    private static final int MOST_BYTES_SKIPPED = 1024 * 1024;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Map<String, String> parameters = new HashMap<>();

    Call(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    Request request() {
        return request;
    }

    Response response() {
        return response;
    }

    /** To be told when the answer is out. */
    Callback callback() {
        return callback;
    }

    String method() {
        return request.getMethod();
    }

    String path() {
        return Request.getPathInContext(request);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** The values of a header that holds several. */
    List<String> list(String name) {
        return request.getHeaders().getCSV(name, true);
    }

    /** What a part of the path is. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    void parameters(Map<String, String> found) {
        parameters.putAll(found);
    }

    /** What stands behind the question mark; empty where it is missing. */
    Optional<String> query(String name) throws ProblemException {
        try {
            return Optional.ofNullable(Request.extractQueryParameters(request).getValue(name));
        } catch (RuntimeException e) { // of several kinds, for what is badly encoded
            throw new ProblemException(Problem.malformed("What stands behind the question mark cannot be read."));
        }
    }

    /** The same as a number. */
    int number(String name, int usual, int least, int most) throws ProblemException {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ProblemException(outOfRange(name, least, most));
        }
        throw new ProblemException(outOfRange(name, least, most));
    }

    private static Problem outOfRange(String name, int least, int most) {
        return Problem.malformed("The parameter " + name + " must be a number from " + least + " to " + most + ".");
    }

    /** The media type of the body, without parameters, in lower case; empty where it is missing. */
    String contentType() {
        return header("Content-Type").map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The body. */
    byte[] body(int mostBytes) throws ProblemException, IOException {
        InputStream in = Content.Source.asInputStream(request);
        if (request.getLength() <= mostBytes) { // −1 where it is not known
            byte[] body = in.readNBytes(mostBytes + 1);
            if (body.length <= mostBytes) {
                return body;
            }
        }
        if (request.getLength() <= MOST_BYTES_SKIPPED) {
            in.readNBytes(MOST_BYTES_SKIPPED);
        }
        throw new ProblemException(tooLarge(mostBytes));
    }

    private static Problem tooLarge(int mostBytes) {
        return Problem.tooLarge("The body is larger than " + mostBytes / 1024 + " kB.");
    }

    /** The body as JSON. */
    <T> T json(Class<T> type, int mostBytes) throws ProblemException, IOException {
        if (!contentType().equals("application/json")) {
            throw new ProblemException(Problem.mediaType("The body must be of the type application/json."));
        }
        return Json.read(body(mostBytes), type);
    }

    void answer(int status, JsonNode json) throws IOException {
        answer(status, "application/json", Json.bytes(json));
    }

    void answer(Problem problem) throws IOException {
        if (response.isCommitted()) {
            callback.failed(new IOException("the answer had begun"));
            return;
        }
        response.reset();
        problem.retryAfterSeconds()
                .ifPresent(seconds -> response.getHeaders().put(HttpHeader.RETRY_AFTER, String.valueOf(seconds)));
        if (problem.status() == 401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        answer(problem.status(), Problem.TYPE, Json.bytes(problem.json()));
    }

    void answer(int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Content.Sink.write(response, true, ByteBuffer.wrap(body));
        callback.succeeded();
    }

    void nothing() {
        response.setStatus(204);
        callback.succeeded();
    }

    void header(String name, String value) {
        response.getHeaders().put(name, value);
    }
}
