package org.vivavoce.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.openai.testing.Delays;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The chat protocol over a WebSocket. */
class ChatSocketTest {

    private static final String REPLY = "I have noted all three of them for you. Shall we think about what each of them "
            + "would have said to that? It might be a lively evening.";

    private final ObjectMapper json = new ObjectMapper();
    private final ServedProgram program;

    ChatSocketTest(@TempDir Path folder) throws Exception {
        program = new ServedProgram(folder, ApiOptions.usual());
    }

    @AfterEach
    void close() {
        program.close();
    }

    /** A client that keeps the frames it gets. */
    private final class Client implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                try {
                    frames.add(json.readTree(part.toString()));
                } catch (java.io.IOException e) {
                    throw new IllegalStateException(e);
                }
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        /** The frames of one answer, to its end. */
        List<JsonNode> answer() throws InterruptedException {
            List<JsonNode> all = new ArrayList<>();
            while (true) {
                JsonNode frame = Objects.requireNonNull(frames.poll(5, TimeUnit.MINUTES), "nothing more came");
                all.add(frame);
                if (frame.path("done").asBoolean() && !frame.path("tag").asText().equals("idea")) {
                    return all;
                }
            }
        }
    }

    private URI address(String query) {
        return URI.create(program.uri("/v1/chat").toString().replaceFirst("^http", "ws") + query);
    }

    private WebSocket open(Client client) throws Exception {
        return program.http().newWebSocketBuilder()
                .header("Authorization", "Bearer " + program.serving().token()).buildAsync(address(""), client)
                .get();
    }

    private void send(WebSocket socket, String message, String chatId) throws Exception {
        socket.sendText(json.createObjectNode().put("message", message).put("chatId", chatId).toString(), true).get();
    }

    private static String text(List<JsonNode> frames, String tag) {
        StringBuilder text = new StringBuilder();
        frames.stream().filter(frame -> frame.path("tag").asText().equals(tag))
                .forEach(frame -> text.append(frame.path("chunk").asText()));
        return text.toString();
    }

    @Test
    void savingNamesYieldsThreeIdeasThenOneMessageInChunks() throws Exception {
        program.server().script().calls("Of course.",
                List.of(new ToolCall("call_1", "save_ideas", "{\"ideas\": [\"Ada\", \"Grace\", \"Lin\"]}")));
        program.server().script().replies(REPLY);
        Client client = new Client();
        WebSocket socket = open(client);
        send(socket, "Save these names: Ada, Grace, Lin.", "");
        List<JsonNode> frames = client.answer();
        String chatId = frames.getFirst().path("chatId").asText();

        assertEquals(List.of("Ada", "Grace", "Lin"),
                frames.subList(0, 3).stream().map(frame -> frame.path("chunk").asText()).toList());
        assertTrue(frames.subList(0, 3).stream().allMatch(frame -> frame.path("tag").asText().equals("idea")));
        List<JsonNode> message = frames.subList(3, frames.size());
        assertTrue(message.stream().allMatch(frame -> frame.path("tag").asText().equals("message")));
        assertTrue(message.size() > 2, "it comes in chunks");
        assertTrue(message.stream().allMatch(frame -> frame.path("chunk").asText().length() >= 20));
        assertTrue(message.subList(0, message.size() - 1).stream().noneMatch(frame -> frame.path("done").asBoolean()));
        assertEquals("Of course.\n" + REPLY, text(frames, "message"));
        assertTrue(frames.stream().allMatch(frame -> frame.path("chatId").asText().equals(chatId)));

        assertEquals(List.of("user: Save these names: Ada, Grace, Lin.", "partner: Of course.\n" + REPLY),
                program.history(chatId));
        JsonNode ideas = program.json(program.get("/v1/ideas")).path("ideas");
        assertEquals(3, ideas.size());
        assertEquals(chatId, ideas.get(0).path("session").asText());
        socket.abort();
    }

    @Test
    void aChatGoesOnByItsNameAndSeveralRunOverOneSocket() throws Exception {
        program.server().script().repliesBy(request -> "You said: " + request.messages().getLast());
        Client client = new Client();
        WebSocket socket = open(client);
        send(socket, "One.", "");
        String first = client.answer().getFirst().path("chatId").asText();
        send(socket, "Two.", "");
        String second = client.answer().getFirst().path("chatId").asText();
        send(socket, "Three.", first);
        client.answer();

        assertFalse(first.equals(second));
        assertEquals(List.of("user: One.", "partner: You said: user: One.", "user: Three.",
                "partner: You said: user: Three."), program.history(first));
        socket.abort();
    }

    @Test
    void aMalformedMessageAndAFailureAreToldInAFrame() throws Exception {
        Client client = new Client();
        WebSocket socket = open(client);
        socket.sendText("{", true).get();
        JsonNode malformed = client.answer().getFirst();
        send(socket, "", "");
        JsonNode empty = client.answer().getFirst();
        send(socket, "Hello.", "nobody");
        JsonNode unknown = client.answer().getFirst();
        program.server().script().requireKey("other");
        send(socket, "Hello.", "");
        JsonNode failed = client.answer().getFirst();

        for (JsonNode frame : List.of(malformed, empty, unknown, failed)) {
            assertEquals("error", frame.path("tag").asText());
        }
        assertEquals("The message is empty.", empty.path("chunk").asText());
        assertEquals("There is no session of that name.", unknown.path("chunk").asText());
        assertTrue(failed.path("chunk").asText().contains("refused your key"));
        socket.abort();
    }

    @Test
    void aClientThatLeavesFreesEverything() throws Exception {
        program.server().script().delays(Delays.NONE.with(new Delays.Chat(Duration.ZERO, 2)));
        program.server().script().replies("This goes on and on and tells you one thing after another. ".repeat(40));
        Client client = new Client();
        WebSocket socket = open(client);
        send(socket, "Tell me all.", "");
        program.server().log().await(
                seen -> seen.stream().anyMatch(request -> request.isOpen() && request.hasBegun()), "a reply begun");
        socket.abort();

        List<SeenRequest> seen = program.server().log()
                .await(all -> all.stream().noneMatch(SeenRequest::isOpen), "the request over");
        assertTrue(seen.stream().filter(request -> request.stage().filter(Stage.CHAT::equals).isPresent())
                .allMatch(SeenRequest::wasCancelled));
    }

    @Test
    void theTokenMayStandInTheAddressOrAmongTheProtocols() throws Exception {
        String token = program.serving().token();
        WebSocket inAddress = program.http().newWebSocketBuilder()
                .buildAsync(address("?token=" + token), new Client()).get();
        WebSocket inProtocols = program.http().newWebSocketBuilder()
                .subprotocols("viva-voce.chat", "bearer." + token).buildAsync(address(""), new Client()).get();

        assertEquals("viva-voce.chat", inProtocols.getSubprotocol());
        inAddress.abort();
        inProtocols.abort();
    }

    @Test
    void whoDoesNotKnowTheTokenAndPagesOfOtherSitesAreRefused() {
        assertEquals(401, refused(address("?token=wrong"), ""));
        assertEquals(403, refused(address("?token=" + program.serving().token()), "https://evil.example"));
    }

    private int refused(URI address, String origin) {
        WebSocket.Builder builder = program.http().newWebSocketBuilder();
        ExecutionException failure = assertThrows(ExecutionException.class,
                () -> (origin.isEmpty() ? builder : builder.header("Origin", origin))
                        .buildAsync(address, new Client()).get());
        return assertInstanceOf(WebSocketHandshakeException.class, failure.getCause()).getResponse().statusCode();
    }
}
