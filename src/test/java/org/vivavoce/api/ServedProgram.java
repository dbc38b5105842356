package org.vivavoce.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.app.Serving;
import org.vivavoce.app.VivaVoce;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.settings.Settings;
import org.vivavoce.store.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The whole program with its HTTP interface, its services at the local server, its data in a folder of the test. Thread-safe. */
final class ServedProgram implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5); // a test that hangs fails; the machine may be busy

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalOpenAi server;
    private final VivaVoce program;
    private final Serving serving;
    private final Path data;

    ServedProgram(Path data, ApiOptions options) throws Exception {
        this.data = data;
        this.server = new LocalOpenAi();
        this.program = new VivaVoce(Optional.of(data));
        Settings settings = atLocalServer(program.foundation().settings(), server.baseUrl());
        this.serving = program.serve(store(), () -> settings, options, data.resolve("api-token"));
    }

    static Settings atLocalServer(Settings settings, String url) {
        Settings.ServiceSettings services = settings.service();
        Settings.Endpoints own = services.ownOf("local");
        return settings.withService(services.withPreset("local").withOwn("local",
                new Settings.Endpoints(own.speechToText().withBaseUrl(url), own.chat().withBaseUrl(url),
                        own.speech().withBaseUrl(url))));
    }

    /** An event of a reply. */
    record Event(String name, JsonNode data) {
        String text() {
            return data.path("text").asText();
        }
    }

    LocalOpenAi server() {
        return server;
    }

    Store store() {
        return program.foundation().kept().store().orElseThrow();
    }

    Path data() {
        return data;
    }

    Serving serving() {
        return serving;
    }

    URI uri(String path) {
        return URI.create(serving.url() + path);
    }

    /** A request with the token. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + serving.token()).timeout(LIMIT);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    JsonNode json(HttpResponse<String> response) throws IOException {
        return json.readTree(response.body());
    }

    /** A new session in a mode, without an opening. */
    String begin(String mode) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/v1/sessions", "{\"mode\": \"" + mode + "\", \"opening\": false}");
        assertEquals(201, answer.statusCode(), answer.body());
        return json(answer).path("id").asText();
    }

    /** Says something; the events of the reply, to its end. */
    List<Event> say(String session, String text) throws IOException, InterruptedException {
        return events(sayRaw(session, json.createObjectNode().put("text", text).toString()));
    }

    HttpResponse<String> sayRaw(String session, String body) throws IOException, InterruptedException {
        return post("/v1/sessions/" + session + "/messages", body);
    }

    List<Event> events(HttpResponse<String> response) throws IOException {
        assertEquals(200, response.statusCode(), response.body());
        assertEquals("text/event-stream", response.headers().firstValue("Content-Type").orElse(""));
        List<Event> events = new ArrayList<>();
        for (String block : response.body().split("\n\n", -1)) {
            if (block.startsWith("event: ")) {
                String[] lines = block.split("\n", 2);
                events.add(new Event(lines[0].substring("event: ".length()),
                        json.readTree(lines[1].substring("data: ".length()))));
            }
        }
        return events;
    }

    /** The whole text of a reply, as it was streamed. */
    static String text(List<Event> events) {
        StringBuilder text = new StringBuilder();
        events.stream().filter(event -> event.name().equals("text")).forEach(event -> text.append(event.text()));
        return text.toString();
    }

    /** The messages of a session, each as {@code role: text}, with a star where it was interrupted. */
    List<String> history(String session) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/v1/sessions/" + session);
        assertEquals(200, answer.statusCode(), answer.body());
        List<String> messages = new ArrayList<>();
        for (JsonNode message : json(answer).path("messages")) {
            messages.add(message.path("role").asText() + (message.path("interrupted").asBoolean() ? "*" : "") + ": "
                    + message.path("text").asText());
        }
        return messages;
    }

    HttpClient http() {
        return http;
    }

    @Override
    public void close() {
        serving.close();
        program.close();
        server.close();
        http.close();
    }
}
