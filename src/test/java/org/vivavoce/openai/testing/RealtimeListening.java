package org.vivavoce.openai.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One socket of a transcription session: takes the client's events on the reading thread, transcribes each piece on a virtual thread of
 * its own. It takes only what the published schemas have, so that a misspelt field is an error here as there.
 */
final class RealtimeListening implements RealtimeTalk {

    /** A tenth of a second: the service takes no less. */
    private static final int LEAST_BYTES = Voice.SAMPLE_RATE / 10 * 2;

    private static final int GOING_AWAY = 1001;

    private final ObjectMapper json = new ObjectMapper();
    private final LocalRealtime.Events server;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Set<RealtimePiece> transcribing = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(); // of the reading thread, as all below
    private Optional<PieceFault> fault = Optional.empty();
    private JsonNode transcription = MissingNode.getInstance();
    private boolean anySound;

    RealtimeListening(LocalRealtime.Events server) {
        this.server = server;
    }

    @Override
    public void begin() throws IOException {
        send(session("session.created"));
    }

    @Override
    public void end() {
        transcribing.forEach(RealtimePiece::cancel);
    }

    @Override
    public void take(String text) {
        try {
            JsonNode event = json.readTree(text);
            String type = event.path("type").asText("");
            ObjectNode logged = event.deepCopy();
            logged.remove("audio");
            server.log().add(server.number(), true, type, logged);
            switch (type) {
                case "session.update" -> update(event);
                case "input_audio_buffer.append" -> append(event);
                case "input_audio_buffer.commit" -> commit(event);
                case "input_audio_buffer.clear" -> {
                    forget();
                    send(Answers.object().put("type", "input_audio_buffer.cleared"));
                }
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
        server.log().add(server.number(), false, event.path("type").asText(""), event);
        server.connection().send(event.toString());
    }

    LocalRealtime.Events server() {
        return server;
    }

    void over(RealtimePiece piece) {
        transcribing.remove(piece);
    }

    private void update(JsonNode event) throws IOException {
        Optional<String> wrong = TranscriptionSettings.mistake(event.path("session"),
                server.realtime().refusedFields());
        if (wrong.isPresent()) {
            error(event, "unknown_parameter", "Unknown parameter: '" + wrong.get() + "'.", wrong.get());
        } else {
            transcription = event.path("session").path("audio").path("input").path("transcription");
            send(session("session.updated"));
        }
    }

    private void append(JsonNode event) throws IOException {
        if (transcription.isMissingNode()) {
            error(event, "invalid_request", "There are no settings for a transcription yet.", "");
            return;
        }
        if (!anySound) {
            anySound = true;
            fault = server.realtime().nextPiece();
            if (is(PieceFault.Kind.SOUND_REFUSED)) {
                error(event, "server_error", "Some sound was lost.", "");
                return;
            }
        }
        buffer.writeBytes(Base64.getDecoder().decode(event.path("audio").asText("")));
        if (is(PieceFault.Kind.CLOSE_BEFORE_COMMIT)) {
            close();
        } else if (is(PieceFault.Kind.CUT_BEFORE_COMMIT)) {
            server.connection().cut();
        }
    }

    private void commit(JsonNode event) throws IOException {
        if (buffer.size() < LEAST_BYTES) {
            error(event, "input_audio_buffer_commit_empty",
                    "Error committing input audio buffer: buffer too small.", "");
            return;
        }
        byte[] sound = buffer.toByteArray();
        Optional<PieceFault> wrong = fault;
        forget();
        if (wrong.isPresent() && wrong.get().kind() == PieceFault.Kind.ERROR_EVENT) {
            error(event, wrong.get().code(), wrong.get().message(), "");
            return;
        }
        RealtimePiece piece = new RealtimePiece(this, "item_" + lastId.incrementAndGet(), transcription, sound, wrong);
        transcribing.add(piece);
        piece.begin();
        Thread.ofVirtual().name("local-realtime-piece").start(piece);
    }

    void close() throws IOException {
        server.connection().close(GOING_AWAY, fault.map(PieceFault::code).orElse(""));
    }

    private boolean is(PieceFault.Kind kind) {
        return fault.filter(wrong -> wrong.kind() == kind).isPresent();
    }

    private void forget() {
        buffer.reset();
        anySound = false;
        fault = Optional.empty();
    }

    private void error(JsonNode cause, String code, String message, String field) throws IOException {
        ObjectNode event = Answers.object().put("type", "error");
        String type = code.startsWith("server") ? "server_error" : "invalid_request_error";
        event.putObject("error").put("type", type).put("code", code).put("message", message)
                .put("param", field.isEmpty() ? null : field).put("event_id", cause.path("event_id").textValue());
        send(event);
    }

    private ObjectNode session(String type) {
        ObjectNode event = Answers.object().put("type", type);
        ObjectNode session = event.putObject("session").put("type", "transcription")
                .put("object", "realtime.transcription_session").put("id", "sess_" + server.number());
        ObjectNode input = session.putObject("audio").putObject("input");
        input.putObject("format").put("type", "audio/pcm").put("rate", Voice.SAMPLE_RATE);
        if (!transcription.isMissingNode()) {
            input.set("transcription", transcription);
        }
        return event;
    }
}
