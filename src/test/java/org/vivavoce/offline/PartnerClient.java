package org.vivavoce.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Talks to a built-in partner over HTTP, as any client of the API would. */
final class PartnerClient implements AutoCloseable {

    static final String BOUNDARY = "----a-boundary";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String baseUrl;

    PartnerClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> speech(String model, String input) {
        ObjectNode body = json.createObjectNode().put("model", model).put("voice", "coral").put("input", input);
        return send("POST", "/audio/speech", "application/json", bytes(body), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> transcribe(byte[] file, String model) {
        return send("POST", "/audio/transcriptions", "multipart/form-data; boundary=" + BOUNDARY, form(file, model),
                BodyHandlers.ofString());
    }

    /** The reply to messages, given as role, text, role, text … */
    String chat(String model, List<String> messages) {
        HttpResponse<String> response = send("POST", "/chat/completions", chatBody(model, messages).toString());
        return parse(response.body()).path("choices").path(0).path("message").path("content").asText();
    }

    ObjectNode chatBody(String model, List<String> messages) {
        ObjectNode body = json.createObjectNode().put("model", model);
        ArrayNode list = body.putArray("messages");
        for (int i = 0; i < messages.size(); i += 2) {
            list.addObject().put("role", messages.get(i)).put("content", messages.get(i + 1));
        }
        return body;
    }

    JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> HttpResponse<T> send(String method, String path, String contentType, byte[] body,
            HttpResponse.BodyHandler<T> handler) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path)).header("Content-Type", contentType)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)).build();
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] form(byte[] file, String model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n" + model + "\r\n--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"utterance.wav\"\r\nContent-Type: audio/wav\r\n\r\n";
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
