package org.vivavoce.openai;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.VoiceListener;

/**
 * Ways to a service that lead nowhere, before the service itself is asked: its name, its certificate, the proxy before it. All ends on
 * this computer. Used by one test. The certificates lie beside this class, made once with keytool: an authority, two that it signed (one
 * that was valid in January 2020, one of another host), and one that signed itself.
 */
public final class BrokenWay implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Closeable> open = new ArrayList<>();

    /** What is wrong. */
    public enum Kind {
        /** The name of the host does not exist; names in {@code .invalid} never do (RFC 2606). */
        NO_SUCH_NAME,
        /** A certificate that nobody knows. */
        UNKNOWN_SIGNER,
        /** A certificate that is not valid at this date, which is the clock's fault as often. */
        WRONG_DATE,
        /** Another host's certificate. */
        OTHER_HOST,
        /** A proxy that wants a name and a password. */
        PROXY_ASKS_WHO,
        /** A proxy that lets nobody through. */
        PROXY_FORBIDS
    }

    /** Services of which one stage cannot be reached, for this reason. */
    public OpenAiServices services(List<ServiceEndpoint> healthy, Stage stage, Kind kind)
            throws IOException, GeneralSecurityException {
        String authority = Path.of(resource("authority.pem").getPath()).toString();
        String nowhere = "http://no-such-host.invalid";
        return switch (kind) {
            case NO_SUCH_NAME -> services(healthy, stage, nowhere, Map.of());
            case UNKNOWN_SIGNER -> services(healthy, stage, server("unknown.p12"), Map.of("SSL_CERT_FILE", authority));
            case WRONG_DATE -> services(healthy, stage, server("expired.p12"), Map.of("SSL_CERT_FILE", authority));
            case OTHER_HOST -> services(healthy, stage, server("other-host.p12"), Map.of("SSL_CERT_FILE", authority));
            case PROXY_ASKS_WHO -> services(healthy, stage, "https://api.example", proxy(
                    "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\""));
            case PROXY_FORBIDS -> services(healthy, stage, "https://api.example", proxy("403 Forbidden"));
        };
    }

    private OpenAiServices services(List<ServiceEndpoint> healthy, Stage stage, String url,
            Map<String, String> environment) {
        List<ServiceEndpoint> endpoints = new ArrayList<>();
        Iterator<ServiceEndpoint> each = healthy.iterator();
        for (Stage one : Stage.values()) {
            ServiceEndpoint before = each.next();
            endpoints.add(one == stage
                    ? new ServiceEndpoint(url, before.key(), before.model(), before.abilities())
                    : before);
        }
        OpenAiServices services = new OpenAiServices(endpoints, threads,
                new HttpTransport(threads, new HttpTransport.Timeouts(LIMIT, LIMIT, LIMIT), environment),
                VoiceListener.NONE, ServerMemory.NONE);
        open.add(services::close);
        return services;
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(BrokenWay.class.getResource("certificates/" + name), name);
    }

    /** A server that answers everything with an error 500; its address. */
    private String server(String keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = resource(keys).openStream()) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** A proxy that gives everybody this answer; the environment that names it. */
    private Map<String, String> proxy(String answer) throws IOException {
        ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(proxy);
        threads.execute(() -> {
            while (!proxy.isClosed()) {
                refuse(proxy, answer);
            }
        });
        return Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.getLocalPort());
    }

    private static void refuse(ServerSocket proxy, String answer) {
        try (Socket socket = proxy.accept()) {
            socket.getOutputStream().write(("HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the client has seen enough, or the test is over
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable one : open.reversed()) {
            one.close();
        }
        threads.close();
    }
}
