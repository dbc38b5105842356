package org.vivavoce.openai;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trusts what Java trusts, and what the system trusts: the proxies of companies sign with a certificate that only the system knows. The
 * system's are read when Java's do not suffice. Thread-safe.
 */
final class TrustedCertificates implements X509TrustManager {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedCertificates.class);

    /** Where Linux systems keep theirs: Debian, Fedora, Alpine. */
    private static final List<String> FILES = List.of("/etc/ssl/certs/ca-certificates.crt",
            "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem");

    /** Windows' and macOS's own stores, as Java names them; elsewhere there are none of these names. */
    private static final List<String> STORES = List.of("Windows-ROOT", "KeychainStore-ROOT", "KeychainStore");

    private final Map<String, String> environment;
    private final X509TrustManager usual;
    private @Nullable X509TrustManager systems; // guarded by this; made when it is needed

    /** @param environment {@code SSL_CERT_FILE} names a file of certificates in place of the system's */
    TrustedCertificates(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        try {
            this.usual = manager(null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java comes without certificates", e);
        }
    }

    /** Makes sockets that trust these. */
    SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java comes without TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        try {
            usual.checkServerTrusted(chain, kind);
        } catch (CertificateException unknown) {
            try {
                systems().checkServerTrusted(chain, kind);
            } catch (CertificateException e) {
                throw TlsTrouble.isUnknownSigner(unknown) ? e : unknown; // whoever knows the signer knows what is wrong
            }
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("This program is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual.getAcceptedIssuers();
    }

    private synchronized X509TrustManager systems() throws CertificateException {
        X509TrustManager made = systems;
        if (made == null) {
            try {
                KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
                all.load(null, null);
                fromFiles(all);
                STORES.forEach(name -> fromStore(name, all));
                made = all.size() == 0 ? usual : manager(all);
            } catch (GeneralSecurityException | IOException e) {
                throw new CertificateException(e);
            }
            systems = made;
        }
        return made;
    }

    private void fromFiles(KeyStore all) {
        Optional<Path> file = Optional.ofNullable(environment.get("SSL_CERT_FILE")).map(Path::of)
                .or(() -> FILES.stream().map(Path::of).filter(Files::isReadable).findFirst());
        if (file.isEmpty()) {
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.get()))) {
            int index = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                all.setCertificateEntry("file-" + index++, certificate);
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("The system's certificates cannot be read ({})", e.getClass().getSimpleName());
        }
    }

    private static void fromStore(String name, KeyStore all) {
        try {
            KeyStore store = KeyStore.getInstance(name);
            store.load(null, null);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    all.setCertificateEntry(name + "-" + alias, certificate);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.debug("No certificates from {} ({})", name, e.getClass().getSimpleName()); // another system's store
        }
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("no manager for certificates");
    }
}
