package org.vivavoce.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vivavoce.ai.Cancellation;

/**
 * Asks a server which voices it has: {@code GET /audio/voices}, which several servers of the same API have beside OpenAI's paths
 * (Kokoro-FastAPI: {@code {"voices": ["af_heart", …]}}; speaches: objects with {@code voice_id} and {@code model_id}). Thread-safe;
 * blocks.
 */
public final class VoiceList {

    /** A list is there at once or not at all. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    static final String PATH = "/audio/voices";

    private final ServiceEndpoint server;
    private final Executor background;

    /**
     * Nothing is asked yet.
     *
     * @param server     address, key and model of the voice
     * @param background runs name look-ups, which block; must not run them on the calling thread
     */
    public VoiceList(ServiceEndpoint server, Executor background) {
        this.server = server;
        this.background = background;
    }

    /** The names, in the server's order; none where the server does not tell. */
    public List<String> names(Cancellation cancellation) {
        Optional<String> url = server.url();
        if (url.isEmpty() || !server.keyIsSendable() || server.needsLeave()) {
            return List.of();
        }
        try (HttpTransport transport = new HttpTransport(background, new HttpTransport.Timeouts(LIMIT, LIMIT, LIMIT));
                OpenCall call = transport.open(cancellation)) {
            return names(transport.get(url.get() + PATH, server.sentKey(), call), server.model());
        } catch (IOException | HttpFailure | CallCancelled | IllegalArgumentException e) {
            return List.of(); // most servers have no such list
        }
    }

    /** Reads a list; of voices that belong to models, those of the model. */
    static List<String> names(String json, String model) throws JsonProcessingException {
        JsonNode root = new ObjectMapper().readTree(json);
        return Stream.of(root, root.path("voices"), root.path("data")).filter(JsonNode::isArray).limit(1)
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .filter(voice -> isOfModel(voice, model))
                .map(VoiceList::name).filter(name -> !name.isBlank()).distinct().toList();
    }

    private static boolean isOfModel(JsonNode voice, String model) {
        return voice.path("model_id").asText(model).equals(model);
    }

    private static String name(JsonNode voice) {
        return voice.isTextual()
                ? voice.asText()
                : Stream.of("voice_id", "id", "name").map(member -> voice.path(member).asText("")).filter(
                        name -> !name.isBlank()).findFirst().orElse("");
    }
}
