package org.vivavoce.openai;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.VoiceListener;

/**
 * Ways to a service that lead nowhere, before the service itself is asked: its name, its certificate, the proxy before it. All ends on
 * this computer. Used by one test.
 */
public final class BrokenWay implements AutoCloseable {

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
        String authority = CertifiedServer.authority().toString();
        String nowhere = "http://no-such-host.invalid";
        return switch (kind) {
            case NO_SUCH_NAME -> services(healthy, stage, nowhere, Map.of());
            case UNKNOWN_SIGNER ->
                services(healthy, stage, server(CertifiedServer.UNKNOWN), Map.of("SSL_CERT_FILE", authority));
            case WRONG_DATE ->
                services(healthy, stage, server(CertifiedServer.EXPIRED), Map.of("SSL_CERT_FILE", authority));
            case OTHER_HOST ->
                services(healthy, stage, server(CertifiedServer.OTHER_HOST), Map.of("SSL_CERT_FILE", authority));
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

    /** A server that encrypts with these keys; its address. */
    private String server(String keys) throws IOException, GeneralSecurityException {
        CertifiedServer server = new CertifiedServer(keys, threads);
        open.add(server::close);
        return server.url();
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
