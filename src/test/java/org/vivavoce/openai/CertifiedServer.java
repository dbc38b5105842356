package org.vivavoce.openai;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server on this computer that encrypts, and answers everything with an error 500. Its certificates lie beside this class, made once
 * with keytool: an authority, two that it signed (one that was valid in January 2020, one of another host), and one that signed itself.
 */
final class CertifiedServer implements AutoCloseable {

    /** Signed itself. */
    static final String UNKNOWN = "unknown.p12";
    /** Signed by the authority, not valid any more. */
    static final String EXPIRED = "expired.p12";
    /** Signed by the authority, for another host. */
    static final String OTHER_HOST = "other-host.p12";

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpsServer server;
    private final KeyStore store;

    CertifiedServer(String keys, ExecutorService threads) throws IOException, GeneralSecurityException {
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = resource(keys).openStream()) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
    }

    /** The certificate of the authority, in a file. */
    static Path authority() {
        return Path.of(resource("authority.pem").getPath());
    }

    String url() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** Writes the server's own certificate. */
    Path writeCertificate(Path pem) throws IOException, GeneralSecurityException {
        byte[] certificate = Objects.requireNonNull(store.getCertificate(store.aliases().nextElement())).getEncoded();
        return Files.writeString(pem, """
                -----BEGIN CERTIFICATE-----
                %s
                -----END CERTIFICATE-----
                """.formatted(Base64.getMimeEncoder().encodeToString(certificate)));
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(CertifiedServer.class.getResource("certificates/" + name), name);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
