package org.vivavoce.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vivavoce.openai.SentRequests.Sent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every request the program sends has the form that the published description of the API gives it. The schemas beside the tests hold
 * the facts of that description and know no other fields.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestSchemaTest {

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ObjectMapper json = new ObjectMapper();
    private final SentRequests requests;

    RequestSchemaTest() throws Exception {
        requests = SentRequests.collect();
    }

    Stream<Sent> requests() {
        return requests.sent().stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theRequestIsValid(Sent request) throws IOException {
        assertEquals(List.of(), errors(request.schema(), request.body()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aFieldThatNobodyKnowsAndOneThatIsMissingAreErrors(Sent request) throws IOException {
        ObjectNode more = request.body().deepCopy();
        assertFalse(errors(request.schema(), more.put("colour", "blue")).isEmpty(), "the schema takes anything");
        ObjectNode less = request.body().deepCopy();
        less.remove(List.of("model", "type"));
        assertFalse(errors(request.schema(), less).isEmpty(), "the schema asks for nothing");
    }

    @Test
    void everyKindOfRequestWasSent() {
        Set<String> kinds = new TreeSet<>();
        requests.sent().forEach(request -> kinds.add(request.toString()));

        assertEquals(Set.of("transcription whisper-1", "transcription gpt-transcribe", "chat gpt-4o-mini",
                "chat gpt-6-luna", "speech gpt-4o-mini-tts", "session.update gpt-realtime-2.1-mini",
                "response.create gpt-realtime-2.1-mini", "response.cancel gpt-realtime-2.1-mini",
                "session.update.transcription gpt-live-transcribe", "input_audio_buffer.append gpt-live-transcribe",
                "input_audio_buffer.commit gpt-live-transcribe", "input_audio_buffer.clear gpt-live-transcribe"),
                kinds);
    }

    @Test
    void theListOfModelsIsAskedForWithoutMore() {
        assertEquals(1, requests.lists().size());
        requests.lists().forEach(request -> {
            assertEquals("GET /v1/models", request.http().method() + " " + request.http().path());
            assertEquals("", request.http().query());
            assertTrue(request.header("authorization").startsWith("Bearer "));
        });
    }

    @BeforeAll
    void noRequestWasRefused() {
        requests.sent().forEach(request -> assertTrue(request.body().isObject(), request::toString));
    }

    private List<String> errors(String schema, JsonNode body) throws IOException {
        String file = "/openai/" + schema + ".schema.json";
        try (InputStream in = Objects.requireNonNull(RequestSchemaTest.class.getResourceAsStream(file), file)) {
            return schemas.getSchema(json.readTree(in)).validate(body).stream().map(Error::toString).toList();
        }
    }
}
