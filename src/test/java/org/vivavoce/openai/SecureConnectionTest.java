package org.vivavoce.openai;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
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

/** HTTPS to a server on this computer with certificates of its own making. */
class SecureConnectionTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String HERE = "san=dns:localhost";

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
        int port = server(certificate("unknown", HERE));

        assertNotTrusted(ask("https://localhost:" + port, Map.of("SSL_CERT_FILE", "/dev/null")),
                "nobody this computer knows has signed its certificate");
    }

    @Test
    void aSocketTellsItAsWell() throws Exception {
        int port = server(certificate("unknown", HERE));
        ServiceEndpoint endpoint = new ServiceEndpoint("https://localhost:" + port, "none", "gpt-realtime-2.1-mini");

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
        KeyFile company = certificate("company", HERE);
        int port = server(company);

        ServiceException answered = ask("https://localhost:" + port, Map.of("SSL_CERT_FILE", company.pem().toString()));

        assertEquals(ServiceException.ServiceDown.class, answered.getClass(),
                "the server was reached, and has trouble");
    }

    @Test
    void aCertificateThatHasExpiredSpeaksForAWrongDate() throws Exception {
        KeyFile company = certificate("company", "bc:c");
        KeyFile old = certificate("old", HERE);
        signAnew(old, company, "-startdate", "-20d", "-validity", "10");
        int port = server(old);

        assertNotTrusted(ask("https://localhost:" + port, Map.of("SSL_CERT_FILE", company.pem().toString())),
                "check the date and time of this computer");
    }

    @Test
    void aCertificateOfAnotherHostIsToldSo() throws Exception {
        KeyFile other = certificate("other", "san=dns:other.example");
        int port = server(other);

        assertNotTrusted(ask("https://localhost:" + port, Map.of("SSL_CERT_FILE", other.pem().toString())),
                "for another host");
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

    /** A key with its certificate, and the certificate alone. */
    private record KeyFile(String name, Path store, Path pem) {}

    private KeyFile certificate(String name, String extension) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Path pem = folder.resolve(name + ".pem");
        keytool(store, List.of("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-ext",
                extension));
        keytool(store, List.of("-exportcert", "-rfc", "-alias", name, "-file", pem.toString()));
        return new KeyFile(name, store, pem);
    }

    /** Replaces a key's certificate by one that another key signs. */
    private void signAnew(KeyFile key, KeyFile signer, String... more) throws Exception {
        Path request = folder.resolve("request.pem");
        keytool(key.store(), List.of("-certreq", "-alias", key.name(), "-file", request.toString()));
        List<String> sign = new ArrayList<>(List.of("-gencert", "-rfc", "-alias", signer.name(), "-infile",
                request.toString(), "-outfile", key.pem().toString(), "-ext", HERE));
        sign.addAll(List.of(more));
        keytool(signer.store(), sign);
        keytool(key.store(), List.of("-importcert", "-noprompt", "-alias", signer.name(), "-file",
                signer.pem().toString()));
        keytool(key.store(), List.of("-importcert", "-noprompt", "-alias", key.name(), "-file", key.pem().toString()));
    }

    private static void keytool(Path store, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "keytool").toString()));
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storepass", String.valueOf(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    /** Starts a server that answers everything with an error 500; its port. */
    private int server(KeyFile key) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(key.store())) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
        return server.getAddress().getPort();
    }
}
