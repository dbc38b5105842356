package org.vivavoce.openai.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Spoken to by the JDK's WebSocket, which is not the one that the program uses. */
class LocalRealtimeTest {

    private static final String CREATE = """
            {"type": "response.create", "event_id": "mine", "response": {"conversation": "none", "metadata": {"a": "b"},
             "input": [{"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hello."}]}]}}""";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private LocalOpenAi server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalOpenAi();
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void aSentenceComesAsSoundAndTranscript() throws Exception {
        WebSocket socket = connect("/v1/realtime?model=any");
        assertTrue(next().contains("session.created"));

        socket.sendText(CREATE, true).join();

        assertTrue(next().contains("\"metadata\":{\"a\":\"b\"}"));
        String last = next();
        int deltas = 0;
        for (; last.contains("\"response.output_audio.delta\""); last = next()) {
            deltas++;
        }
        assertTrue(deltas > 0);
        assertTrue(last.contains("response.output_audio.done"), last);
        assertTrue(next().contains("\"delta\":\"Hello.\""));
        assertTrue(next().contains("\"transcript\":\"Hello.\""));
        assertTrue(next().contains("\"status\":\"completed\""));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        assertEquals("closed 1000", next());
    }

    @Test
    void aTextInFragmentsIsOneEvent() throws Exception {
        WebSocket socket = connect("/v1/realtime");
        next();

        socket.sendText("{\"type\": \"resp", false).join();
        socket.sendPing(ByteBuffer.wrap(new byte[]{1, 2})).join();
        socket.sendText("onse.cancel\"}", true).join();

        assertEquals("pong of 2", next());
        assertTrue(next().contains("response_cancel_not_active"));
        socket.abort();
    }

    @Test
    void aFieldThatTheDescriptionDoesNotHaveIsAnError() throws Exception {
        WebSocket socket = connect("/v1/realtime");
        next();

        socket.sendText("{\"type\": \"session.update\", \"event_id\": \"mine\", \"session\": {\"voice\": \"ash\"}}",
                true)
                .join();

        String error = next();
        assertTrue(error.contains("session.voice") && error.contains("\"event_id\":\"mine\""), error);
        socket.abort();
    }

    @Test
    void elsewhereThereIsNoSocket() {
        assertThrows(Exception.class, () -> connect("/v1/models"));
    }

    private WebSocket connect(String path) throws Exception {
        return http.newWebSocketBuilder()
                .buildAsync(URI.create(server.baseUrl().replace("http", "ws").replace("/v1", path)), new Listener())
                .get(20, TimeUnit.SECONDS);
    }

    private String next() throws InterruptedException {
        String text = received.poll(20, TimeUnit.SECONDS);
        return text == null ? "nothing" : text;
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage("taken");
        }

        @Override
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            received.add("pong of " + message.remaining());
            socket.request(1);
            return CompletableFuture.completedStage("taken");
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            received.add("closed " + code);
            return CompletableFuture.completedStage("taken");
        }
    }
}
