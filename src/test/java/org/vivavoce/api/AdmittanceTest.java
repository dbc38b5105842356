package org.vivavoce.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who is answered, and which requests are refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one program for all
class AdmittanceTest {

    @SuppressWarnings("NullAway.Init") // started before the tests
    private ServedProgram program;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        program = new ServedProgram(folder, ApiOptions.usual());
    }

    @AfterAll
    void close() {
        program.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong", "Basic dXNlcjpwYXNz", "Bearer", "Bearer "})
    void whoDoesNotKnowTheTokenIsRefused(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(program.uri("/v1/sessions"));
        HttpResponse<String> answer = program
                .send(authorization.isEmpty() ? request : request.header("Authorization", authorization));

        assertProblem(401, answer);
        assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""));
        assertFalse(answer.body().contains(program.serving().token()));
    }

    @Test
    void theDescriptionIsForAnybodyAndAnUnknownPathForNobody() throws Exception {
        assertEquals(200, program.send(HttpRequest.newBuilder(program.uri("/openapi.json"))).statusCode());
        assertProblem(401, program.send(HttpRequest.newBuilder(program.uri("/secret"))));
        assertProblem(404, program.get("/secret"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "POST | /v1/sessions | {                                     | 400",
        "POST | /v1/sessions | []                                    | 400",
        "POST | /v1/sessions | null                                  | 400",
        "POST | /v1/sessions | {}                                    | 400",
        "POST | /v1/sessions | {\"mode\": 7}                         | 400",
        "POST | /v1/sessions | {\"mode\": \"opera\"}                 | 400",
        "POST | /v1/sessions | {\"mode\": \"chat\", \"speed\": 3}    | 400",
        "POST | /v1/sessions | {\"mode\": \"chat\"} {}               | 400",
        "POST | /v1/sessions | {\"mode\": \"language\", \"language\": \"xx\"} | 400",
        "PUT  | /v1/sessions | {}                                    | 405",
        "GET  | /v1/sessions?limit=0 | ''                            | 400",
        "GET  | /v1/sessions?limit=many | ''                         | 400",
        "GET  | /v1/sessions?before=yesterday | ''                   | 400",
        "GET  | /v1/sessions/nobody | ''                             | 404",
        "GET  | /v1/sessions/00000000-0000-7000-8000-000000000009 | '' | 404",
        "POST | /v1/sessions/00000000-0000-7000-8000-000000000009/messages | {\"text\": \"Hello\"} | 404",
        "POST | /v1/sessions/00000000-0000-7000-8000-000000000009/messages | {\"text\": \" \"} | 400",
        "POST | /v1/sessions/00000000-0000-7000-8000-000000000009/messages | {\"text\": null} | 400",
        "GET  | /v1/chat | ''                                        | 400",
        "GET  | /v1/chat?mode=opera | ''                             | 400"})
    void aMalformedRequestIsToldWhatIsWrong(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = program.send(program.request(path).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));

        assertProblem(status, answer);
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() throws Exception {
        String id = program.begin("chat");

        assertProblem(415, program.send(program.request("/v1/sessions").POST(BodyPublishers.ofString("{}"))));
        assertProblem(415, program.send(program.request("/v1/sessions/" + id + "/messages")
                .header("Content-Type", "text/plain").POST(BodyPublishers.ofString("Hello"))));
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        String path = "/v1/sessions/" + program.begin("chat") + "/messages";

        assertProblem(413, program.post(path, "{\"text\": \"" + "a".repeat(20_001) + "\"}"));
        assertProblem(413, program.post(path, "{\"text\": \"" + "a".repeat(200_000) + "\"}"));
        assertProblem(413, program.post("/v1/sessions", "{\"mode\": \"" + "a".repeat(10_000) + "\"}"));
        String unfinished = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + program.serving().token() + "\r\nContent-Type: audio/wav\r\nContent-Length: 99999999\r\n\r\n";
        assertTrue(raw(unfinished).startsWith("HTTP/1.1 413"), "it is not waited for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "10.0.0.1", "localhost.",
        "[::2]"})
    void whatWasMeantForAnotherHostIsRefused(String host) throws Exception {
        assertTrue(raw("GET /openapi.json HTTP/1.1\r\nHost: " + host + "\r\n\r\n").startsWith("HTTP/1.1 421"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:9", "[::1]", "[::1]:9"})
    void itsOwnNamesAreKnown(String host) throws Exception {
        assertTrue(raw("GET /openapi.json HTTP/1.1\r\nHost: " + host + "\r\n\r\n").startsWith("HTTP/1.1 200"));
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example, 403", "http://localhost.evil.example, 403", "null, 403", "file://, 403",
        "http://localhost:3000, 200"})
    void pagesOfOtherSitesAreRefused(String origin, int status) throws Exception {
        assertEquals(status, program.send(program.request("/v1/modes").header("Origin", origin)).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO\r\n\r\n", "GET /openapi.json HTTP/1.1\r\n\r\n",
        "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\nBroken\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"})
    void whatIsNoHttpIsRefusedWithoutAWordOfTheServersOwn(String request) throws Exception {
        String answer = raw(request);

        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
        assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("jetty"), answer);
    }

    @Test
    void nothingIsReachedFromAnotherAddress() throws Exception {
        int port = program.uri("/").getPort();
        List<InetAddress> others = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses).filter(address -> !address.isLoopbackAddress()).toList();

        for (InetAddress other : others) {
            assertThrows(IOException.class, () -> connect(other, port), other::toString);
        }
        // All of 127/8 is this computer; only the one address is listened at, so not even another of those is answered.
        assertThrows(IOException.class, () -> connect(InetAddress.ofLiteral("127.0.0.2"), port));
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), program.uri("/").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            StringBuilder head = new StringBuilder();
            InputStream in = socket.getInputStream();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                head.append((char) next);
            }
            return head.toString();
        }
    }

    private void assertProblem(int status, HttpResponse<String> answer) throws IOException {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(status, program.json(answer).path("status").asInt());
        String detail = program.json(answer).path("detail").asText();
        assertTrue(detail.endsWith(".") && !detail.contains("Exception"), detail);
    }
}
