package org.vivavoce.offline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a chat request asks. Immutable.
 *
 * @param model        as it was sent
 * @param turns        the messages
 * @param maxTokens    upper bound of the reply
 * @param stream       whether the reply comes as events
 * @param includeUsage whether the events end with the numbers of tokens
 */
record ChatRequestBody(String model, List<Dialogue.Turn> turns, int maxTokens, boolean stream, boolean includeUsage) {

    private static final int MOST_TOKENS = 4096;
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");

    static ChatRequestBody parse(JsonNode body) throws RequestException {
        String model = body.path("model").asText("");
        if (!body.path("model").isTextual() || model.isBlank()) {
            throw RequestException.malformed("The field model is missing.");
        }
        JsonNode messages = body.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw RequestException.malformed("The field messages must be a list of at least one message.");
        }
        List<Dialogue.Turn> turns = new ArrayList<>();
        for (JsonNode message : messages) {
            String role = message.path("role").asText("");
            if (!ROLES.contains(role)) {
                throw RequestException
                        .malformed("Every message needs one of the roles system, developer, user and assistant.");
            }
            turns.add(new Dialogue.Turn(role, content(message.path("content"))));
        }
        return new ChatRequestBody(model, turns, maxTokens(body), flag(body.path("stream"), "stream"),
                body.path("stream_options").path("include_usage").asBoolean(false));
    }

    private static int maxTokens(JsonNode body) throws RequestException {
        int most = MOST_TOKENS;
        for (String field : List.of("max_tokens", "max_completion_tokens")) {
            JsonNode node = body.path(field);
            if (node.isMissingNode() || node.isNull()) {
                continue;
            }
            if (!node.isIntegralNumber() || node.asLong() < 1) {
                throw RequestException.malformed("The field " + field + " must be a whole number of at least 1.");
            }
            most = (int) Math.min(most, node.asLong());
        }
        return most;
    }

    private static boolean flag(JsonNode node, String field) throws RequestException {
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            throw RequestException.malformed("The field " + field + " must be true or false.");
        }
        return node.asBoolean(false);
    }

    /** A content is a text, or a list of parts of which the texts count. */
    private static String content(JsonNode content) throws RequestException {
        if (content.isTextual()) {
            return content.asText();
        }
        if (content.isMissingNode() || content.isNull()) {
            return "";
        }
        if (!content.isArray()) {
            throw RequestException.malformed("The content of a message must be a text or a list of parts.");
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")).append(' '));
        return text.toString().strip();
    }

    @Override
    public String toString() {
        return "ChatRequestBody[" + turns.size() + " messages]"; // what was said never enters a log
    }
}
