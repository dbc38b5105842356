package org.vivavoce.openai.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One socket: takes the client's events on the reading thread, speaks each response on a virtual thread of its own. It takes only what
 * the published schemas have, so that a misspelt field is an error here as there.
 */
final class RealtimeConversation implements RealtimeTalk {

    /** Members of {@code RealtimeSessionCreateRequestGA} that have to do with speaking. */
    private static final Set<String> SESSION_FIELDS = Set.of("type", "output_modalities", "instructions", "audio",
            "reasoning", "max_output_tokens", "tools", "tool_choice", "tracing");

    /** Members of {@code RealtimeResponseCreateParams}. */
    private static final Set<String> RESPONSE_FIELDS = Set.of("output_modalities", "instructions", "audio", "tools",
            "tool_choice", "parallel_tool_calls", "reasoning", "max_output_tokens", "conversation", "metadata",
            "prompt",
            "input");

    private final ObjectMapper json = new ObjectMapper();
    private final LocalRealtime.Events server;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<String, RealtimeResponse> speaking = new ConcurrentHashMap<>();
    private String voice = "alloy"; // read and written by the reading thread
    private boolean hasSpoken;

    RealtimeConversation(LocalRealtime.Events server) {
        this.server = server;
    }

    @Override
    public void begin() throws IOException {
        send(session("session.created"));
    }

    /** Nobody listens any more. */
    @Override
    public void end() {
        speaking.values().forEach(RealtimeResponse::cancel);
    }

    @Override
    public void take(String text) {
        try {
            JsonNode event = json.readTree(text);
            String type = event.path("type").asText("");
            server.log().add(server.number(), true, type, event);
            switch (type) {
                case "session.update" -> update(event);
                case "response.create" -> respond(event);
                case "response.cancel" -> cancel(event);
                default -> error(event, "invalid_value", "Invalid value: '" + type + "'.", "type");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a client sent what is no JSON", e);
        } catch (IOException e) {
            end(); // the client has gone
        }
    }

    void send(ObjectNode event) throws IOException {
        event.put("event_id", "event_" + lastId.incrementAndGet());
        ObjectNode logged = event.deepCopy();
        logged.remove("delta");
        server.log().add(server.number(), false, event.path("type").asText(""), logged);
        server.connection().send(event.toString());
    }

    LocalRealtime.Events server() {
        return server;
    }

    void over(String responseId) {
        speaking.remove(responseId);
    }

    private void update(JsonNode event) throws IOException {
        JsonNode session = event.path("session");
        String wanted = session.path("audio").path("output").path("voice").asText(voice);
        Optional<String> unknown = unknown(session, SESSION_FIELDS);
        if (session.path("type").asText("").equals("transcription")) {
            error(event, "invalid_parameter",
                    "Passing a transcription session update event to a realtime session is not allowed.",
                    "session.type");
        } else if (unknown.isPresent()) {
            error(event, "unknown_parameter", "Unknown parameter: 'session." + unknown.get() + "'.",
                    "session." + unknown.get());
        } else if (!server.realtime().voices().contains(wanted)) {
            error(event, "invalid_value", "Invalid value: '" + wanted + "'. Supported values are: "
                    + new TreeSet<>(server.realtime().voices()) + ".", "session.audio.output.voice");
        } else if (hasSpoken && !wanted.equals(voice)) {
            error(event, "cannot_update_voice", "Cannot update a conversation's voice if assistant audio is present.",
                    "session.audio.output.voice");
        } else {
            voice = wanted;
            send(session("session.updated"));
        }
    }

    private void respond(JsonNode event) throws IOException {
        JsonNode wanted = event.path("response");
        JsonNode content = wanted.path("input").path(0).path("content").path(0);
        Optional<String> unknown = unknown(wanted, RESPONSE_FIELDS);
        if (unknown.isPresent()) {
            error(event, "unknown_parameter", "Unknown parameter: 'response." + unknown.get() + "'.",
                    "response." + unknown.get());
        } else if (!content.path("type").asText("").equals("input_text")) {
            error(event, "invalid_value", "There is nothing to read.", "response.input");
        } else if (server.realtime().isOneAtATime() && !speaking.isEmpty()) {
            error(event, "conversation_already_has_active_response",
                    "Conversation already has an active response in progress.", "");
        } else {
            speak(event, wanted, content.path("text").asText(""));
        }
    }

    private void speak(JsonNode event, JsonNode wanted, String text) throws IOException {
        Optional<RealtimeFault> fault = server.realtime().nextSentence();
        if (fault.isPresent() && fault.get().kind() == RealtimeFault.Kind.ERROR_EVENT) {
            error(event, fault.get().code(), fault.get().message(), "");
            return;
        }
        hasSpoken = true;
        RealtimeResponse response = new RealtimeResponse(this, "resp_" + lastId.incrementAndGet(),
                wanted.path("metadata"), text, fault);
        speaking.put(response.id(), response);
        response.begin();
        Thread.ofVirtual().name("local-realtime-response").start(response);
    }

    private void cancel(JsonNode event) throws IOException {
        RealtimeResponse response = speaking.get(event.path("response_id").asText(""));
        if (response == null) {
            error(event, "response_cancel_not_active", "Cancellation failed: no active response found.", "");
        } else {
            response.cancel();
        }
    }

    private void error(JsonNode cause, String code, String message, String field) throws IOException {
        ObjectNode event = Answers.object().put("type", "error");
        String type = code.startsWith("server") ? "server_error" : "invalid_request_error";
        event.putObject("error").put("type", type).put("code", code).put("message", message)
                .put("param", field.isEmpty() ? null : field).put("event_id", cause.path("event_id").asText(""));
        send(event);
    }

    private Optional<String> unknown(JsonNode object, Set<String> known) {
        return object.properties().stream().map(Map.Entry::getKey)
                .filter(name -> !known.contains(name) || server.realtime().refusedFields().contains(name)).findFirst();
    }

    private ObjectNode session(String type) {
        ObjectNode event = Answers.object().put("type", type);
        ObjectNode session = event.putObject("session").put("type", "realtime").put("object", "realtime.session");
        session.putArray("output_modalities").add("audio");
        ObjectNode output = session.putObject("audio").putObject("output").put("voice", voice);
        output.putObject("format").put("type", "audio/pcm").put("rate", Voice.SAMPLE_RATE);
        return event;
    }
}
