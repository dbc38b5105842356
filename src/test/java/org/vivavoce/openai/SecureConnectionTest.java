package org.vivavoce.openai;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.VoiceListener;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** HTTPS to servers on this computer, each with a certificate of another kind. */
class SecureConnectionTest {

    @TempDir
    private Path folder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        threads.close();
    }

    @Test
    void aCertificateThatNobodyKnowsIsToldWithWhatToDo() throws Exception {
        assertNotTrusted(ask(server(CertifiedServer.UNKNOWN).url(), Map.of("SSL_CERT_FILE", "/dev/null")),
                "nobody this computer knows has signed its certificate");
    }

    @Test
    void aSocketTellsItAsWell() throws Exception {
        ServiceEndpoint endpoint = new ServiceEndpoint(server(CertifiedServer.UNKNOWN).url(), "none",
                "gpt-realtime-2.1-mini");

        try (OpenAiServices services = services(endpoint, Map.of("SSL_CERT_FILE", "/dev/null"))) {
            assertNotTrusted(
                    assertThrows(ServiceException.class,
                            () -> services.services().textToSpeech()
                                    .speak(new SpeechRequest("Hello", "marin", ""), new Cancellation())),
                    "nobody this computer knows has signed its certificate");
        }
    }

    @Test
    void aCertificateThatTheSystemKnowsIsTrusted() throws Exception {
        CertifiedServer company = server(CertifiedServer.UNKNOWN);
        Path known = company.writeCertificate(folder.resolve("company.pem"));

        ServiceException answered = ask(company.url(), Map.of("SSL_CERT_FILE", known.toString()));

        assertEquals(ServiceException.ServiceDown.class, answered.getClass(),
                "the server was reached, and has trouble");
    }

    @Test
    void aCertificateThatHasExpiredSpeaksForAWrongDate() throws Exception {
        assertNotTrusted(ask(server(CertifiedServer.EXPIRED).url(), trustingTheAuthority()),
                "check the date and time of this computer");
    }

    @Test
    void aCertificateOfAnotherHostIsToldSo() throws Exception {
        assertNotTrusted(ask(server(CertifiedServer.OTHER_HOST).url(), trustingTheAuthority()), "for another host");
    }

    @Test
    void aServerThatDoesNotEncryptIsToldSo() throws Exception {
        ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(plain);
        threads.execute(() -> answerInPlainWords(plain));

        assertNotTrusted(ask("https://localhost:" + plain.getLocalPort(), Map.of()), "it does not encrypt");
    }

    private static void answerInPlainWords(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the client has seen enough
        }
    }

    @Test
    void aProxyThatRefusesIsToldSo() throws Exception {
        LocalOpenAi proxy = new LocalOpenAi();
        open.add(proxy);
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());

        ServiceException refused = ask("https://api.example/v1", environment);

        assertEquals(ServiceException.ProxyRefused.class, refused.getClass(), refused.sentence());
        assertTrue(refused.sentence().contains("api.example"), refused.sentence());
    }

    private static void assertNotTrusted(ServiceException failure, String words) {
        assertEquals(ServiceException.NotTrusted.class, failure.getClass(), failure.sentence());
        assertTrue(failure.sentence().contains(words), failure.sentence());
        assertTrue(!failure.retryHelps());
    }

    private ServiceException ask(String url, Map<String, String> environment) {
        try (OpenAiServices services = services(new ServiceEndpoint(url, "none", "gpt-4o-mini"), environment)) {
            return assertThrows(ServiceException.class, () -> services.services().languageModel().reply(
                    new ChatRequest("", List.of(Message.user("Hello")), 1, 10), text -> {
                    }, new Cancellation()));
        }
    }

    private OpenAiServices services(ServiceEndpoint endpoint, Map<String, String> environment) {
        Duration limit = Duration.ofSeconds(10);
        return new OpenAiServices(List.of(endpoint, endpoint, endpoint), threads,
                new HttpTransport(threads, new HttpTransport.Timeouts(limit, limit, limit), environment),
                VoiceListener.NONE, ServerMemory.NONE);
    }

    private CertifiedServer server(String keys) throws IOException, GeneralSecurityException {
        CertifiedServer server = new CertifiedServer(keys, threads);
        open.add(server);
        return server;
    }

    /** Whom one trusts who knows the tests' own authority. */
    private static Map<String, String> trustingTheAuthority() {
        return Map.of("SSL_CERT_FILE", CertifiedServer.authority().toString());
    }
}
