package org.vivavoce.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Gives the three calls of {@link WarmUp} an answer of the right form. Listens on this computer only, for as long as that takes. */
final class WarmUpServer implements AutoCloseable {

    private static final String CHUNK = """
            data: {"id":"w","object":"chat.completion.chunk","created":1,"model":"w","choices":[{"index":0,"delta":{%s},"finish_reason":%s}]}

            """;

    private final HttpServer server;
    private final AtomicReference<Runnable> onNextRequest = new AtomicReference<>(WarmUpServer::doNothing);

    WarmUpServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/v1/audio/transcriptions", "application/json", "{\"text\":\"hello\"}");
        answer("/v1/chat/completions", "text/event-stream",
                CHUNK.formatted("\"role\":\"assistant\",\"content\":\"hello\"", "null")
                        + CHUNK.formatted("", "\"stop\"")
                        + "data: [DONE]\n\n");
        answer("/v1/audio/speech", "audio/mpeg", "ID3".repeat(1000));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Something to do before the next request is answered. */
    void onNextRequest(Runnable action) {
        onNextRequest.set(action);
    }

    private void answer(String path, String contentType, String body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                onNextRequest.getAndSet(WarmUpServer::doNothing).run();
                send(exchange, contentType, body.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static void send(HttpExchange exchange, String contentType, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(200, 0); // 0: in chunks, as the services do
        exchange.getResponseBody().write(body);
    }

    private static void doNothing() {}

    @Override
    public void close() {
        server.stop(0);
    }
}
