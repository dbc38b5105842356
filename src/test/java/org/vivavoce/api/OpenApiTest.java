package org.vivavoce.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.api.ServedProgram.Event;
import org.vivavoce.app.VivaVoce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The description of the interface and the interface say the same. */
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode description;

    OpenApiTest() throws Exception {
        description = json.readTree(Files.readString(Path.of("assets/api/openapi.json")));
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedOneIsThere(@TempDir Path folder) throws Exception {
        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                assertTrue(METHODS.contains(operation.getKey()));
                described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }

        assertEquals(described, routes(folder));
    }

    private static Set<String> routes(Path folder) throws Exception {
        Set<String> routes = new TreeSet<>();
        try (VivaVoce program = new VivaVoce(java.util.Optional.of(folder));
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                ApiServer server = ApiServer.start(new NoConversations(program.foundation().kept().store()
                        .orElseThrow()), Token.random(), ApiOptions.usual(), threads, System::nanoTime)) {
            server.routes().forEach(route -> routes.add(route.method() + " " + route.path()));
        }
        return routes;
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : description.findValues("$ref")) {
            assertFalse(description.at(reference.asText().substring(1)).isMissingNode(), reference::asText);
        }
    }

    @Test
    void answersAreAsDescribed(@TempDir Path folder) throws Exception {
        try (ServedProgram program = new ServedProgram(folder, ApiOptions.usual())) {
            program.server().script().calls("",
                    List.of(new ToolCall("call_1", "save_ideas", "{\"ideas\": [\"Ada\"]}")));
            program.server().script().replies("Noted. Who is she?");
            HttpResponse<String> begun = program.post("/v1/sessions", "{\"mode\": \"chat\"}");
            String id = program.json(begun).path("id").asText();
            List<Event> events = program
                    .events(program.sayRaw(id, "{\"text\": \"Note Ada.\", \"audio\": true}"));

            valid("Session", program.json(begun));
            for (Event event : events) {
                valid(switch (event.name()) {
                    case "audio" -> "AudioEvent";
                    case "done" -> "Done";
                    default -> "TextEvent";
                }, event.data());
            }
            valid("Session", program.json(program.get("/v1/sessions/" + id)));
            valid("SessionList", program.json(program.get("/v1/sessions")));
            valid("Modes", program.json(program.get("/v1/modes")));
            valid("Ideas", program.json(program.get("/v1/ideas")));
            valid("Problem", program.json(program.get("/v1/sessions/nobody")));
            valid("Problem", program.json(program.post("/v1/sessions", "{")));
            assertEquals(description,
                    program.json(program.send(HttpRequest.newBuilder(program.uri("/openapi.json")))));
        }
    }

    @Test
    void theSchemasKnowNoOtherFields() {
        for (Map.Entry<String, JsonNode> schema : description.at("/components/schemas").properties()) {
            if (schema.getValue().path("type").asText().equals("object")
                    && schema.getValue().path("additionalProperties").isBoolean()) {
                assertFalse(errors(schema.getKey(), json.createObjectNode().put("colour", "blue")).isEmpty(),
                        schema::getKey);
            }
        }
    }

    private void valid(String schema, JsonNode answer) {
        assertEquals(List.of(), errors(schema, answer), schema);
    }

    private List<String> errors(String schema, JsonNode answer) {
        ObjectNode whole = json.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        whole.set("components", description.path("components"));
        return schemas.getSchema(whole).validate(answer).stream().map(Error::toString).toList();
    }
}
