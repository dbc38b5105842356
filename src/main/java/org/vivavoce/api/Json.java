package org.vivavoce.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** Reads and writes JSON. Functions without state; any thread. */
final class Json {

    // A field that is not known, or of another kind, is a mistake of the client's: better to say so.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /**
     * What a client sent.
     *
     * @throws ProblemException when it is no such object; what it holds is not repeated
     */
    static <T> T read(byte[] body, Class<T> type) throws ProblemException {
        try {
            return Optional.ofNullable(MAPPER.readValue(body, type))
                    .orElseThrow(() -> new ProblemException(Problem.malformed("The body must be a JSON object.")));
        } catch (UnrecognizedPropertyException e) {
            throw new ProblemException(Problem.malformed("The body holds a field that is not known; known are: "
                    + String.join(", ", e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList())
                    + "."));
        } catch (JacksonException e) {
            throw new ProblemException(
                    Problem.malformed("The body is not the JSON object that is described in /openapi.json."));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be read", e);
        }
    }
}
