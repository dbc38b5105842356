package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads what is in a JSON request. Stateless. */
final class JsonContent {

    private JsonContent() {}

    static SeenRequest.Content read(HttpRequest request) throws IOException {
        JsonNode json = Answers.mapper().readTree(request.body());
        Map<String, String> fields = new HashMap<>();
        if (json instanceof ObjectNode object) {
            object.properties().forEach(member -> fields.put(member.getKey(), text(member.getValue())));
        }
        return new SeenRequest.Content(Map.copyOf(fields), json, new byte[0], "", "");
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
