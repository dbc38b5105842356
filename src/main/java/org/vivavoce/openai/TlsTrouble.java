package org.vivavoce.openai;

import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.ServiceException.NotTrusted.Reason;

/** Finds out why a connection could not be made secure. Functions without state. */
final class TlsTrouble {

    private static final int DEPTH = 10;

    private TlsTrouble() {}

    /** The reason; empty where the connection just broke while it was being made. */
    static Optional<Reason> of(SSLException failure) {
        if (caused(failure, SocketException.class)) {
            return Optional.empty();
        }
        if (caused(failure, CertificateExpiredException.class)
                || caused(failure, CertificateNotYetValidException.class)) {
            return Optional.of(Reason.DATE);
        }
        if (caused(failure, SSLPeerUnverifiedException.class)) {
            return Optional.of(Reason.OTHER_HOST);
        }
        if (isUnknownSigner(failure)) {
            return Optional.of(Reason.UNKNOWN_SIGNER);
        }
        return Optional.of(isNoTls(failure) ? Reason.NO_TLS : Reason.OTHER);
    }

    /** Whether nobody who is trusted has signed. */
    static boolean isUnknownSigner(Throwable failure) {
        return caused(failure, CertPathBuilderException.class);
    }

    /** The JDK tells this by its words alone. */
    private static boolean isNoTls(SSLException failure) {
        return String.valueOf(failure.getMessage()).contains("unrecognized SSL message");
    }

    private static boolean caused(Throwable failure, Class<?> kind) {
        @Nullable
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
