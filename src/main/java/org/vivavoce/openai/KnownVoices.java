package org.vivavoce.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a server which voices it has, {@code GET /audio/voices}. Thread-safe; blocks. OpenAI's own server has no such list; of those that
 * have one each gives it a form of its own.
 */
final class KnownVoices {

    private static final List<String> NAMES = List.of("id", "voice_id", "name");

    private final ServiceEndpoint endpoint;
    private final HttpTransport transport;

    KnownVoices(ServiceEndpoint endpoint, HttpTransport transport) {
        this.endpoint = endpoint;
        this.transport = transport;
    }

    /** The voices by their names, in the server's order; empty where there is no list. */
    List<String> ask(OpenCall call) {
        Optional<String> url = endpoint.url();
        if (url.isEmpty()) {
            return List.of();
        }
        try {
            return names(new ObjectMapper()
                    .readTree(transport.get(url.get() + "/audio/voices", endpoint.sentKey(), call)));
        } catch (IOException | RuntimeException e) {
            return List.of(); // only a help: the refusal that led here is told anyway
        }
    }

    /** Reads {@code {"voices": […]}}, {@code {"data": […]}} or the array alone; of names, or of objects that have one. */
    private static List<String> names(JsonNode answer) {
        JsonNode list = answer.isArray() ? answer : answer.has("voices") ? answer.path("voices") : answer.path("data");
        List<String> names = new ArrayList<>();
        for (JsonNode one : list) {
            String name = one.isTextual()
                    ? one.asText()
                    : NAMES.stream().map(member -> one.path(member).asText("")).filter(text -> !text.isBlank())
                            .findFirst().orElse("");
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return List.copyOf(names);
    }
}
