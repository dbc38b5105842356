package org.vivavoce.api;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Delays;
import org.vivavoce.openai.testing.SeenRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A stream in which nothing happens. */
class HeartbeatTest {

    @Test
    void aClientThatLeavesBeforeTheFirstWordIsNoticed(@TempDir Path folder) throws Exception {
        ApiOptions options = ApiOptions.usual().withHeartbeat(Duration.ofMillis(50));
        try (ServedProgram program = new ServedProgram(folder, options)) {
            program.server().script()
                    .delays(Delays.NONE.with(new Delays.Chat(Duration.ofMinutes(4), 0)));
            String id = program.begin("chat");
            String body = "{\"text\": \"Hello?\"}";
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), program.uri("/").getPort())) {
                client.getOutputStream().write(("POST /v1/sessions/" + id
                        + "/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + program.serving().token()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.UTF_8));
                readUntil(client.getInputStream(), "\r\n:\n\n");
                program.server().log().await(all -> all.stream().anyMatch(HeartbeatTest::isChat), "the chat request");
            }
            List<SeenRequest> seen = program.server().log().await(
                    all -> !all.isEmpty() && all.stream().noneMatch(SeenRequest::isOpen), "the request broken off");

            assertTrue(seen.stream().filter(HeartbeatTest::isChat).allMatch(SeenRequest::wasCancelled));
            assertEquals(List.of("user: Hello?"), program.history(id));
        }
    }

    private static boolean isChat(SeenRequest request) {
        return request.stage().filter(Stage.CHAT::equals).isPresent();
    }

    private static void readUntil(InputStream in, String wanted) throws Exception {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(wanted) < 0) {
            int next = in.read();
            assertTrue(next >= 0, read::toString);
            read.append((char) next);
        }
    }
}
