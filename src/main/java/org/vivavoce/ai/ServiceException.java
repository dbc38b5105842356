package org.vivavoce.ai;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service failed. Each kind knows whether trying again helps and carries one sentence for the user that says what happened and what
 * to do. Keys and what was said never enter a message. Translated where the service is called, handled in one switch where the turn
 * ends.
 */
public abstract sealed class ServiceException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What sending the same request again does. */
    private enum Again {
        HELPS, IS_OF_NO_USE
    }

    private final Stage stage;
    private final Again retry;

    private ServiceException(Stage stage, Again retry, String sentence, @Nullable Throwable cause) {
        super(sentence, cause, false, true);
        this.stage = stage;
        this.retry = retry;
    }

    /** Which service failed. */
    public final Stage stage() {
        return stage;
    }

    /** One sentence for the user. */
    public final String sentence() {
        return String.valueOf(getMessage());
    }

    /** Whether the same request may succeed when sent again without changing anything. */
    public final boolean retryHelps() {
        return retry == Again.HELPS;
    }

    /** The key is missing, wrong or revoked (HTTP 401). */
    public static final class KeyRefused extends ServiceException {
        private static final long serialVersionUID = 1L;

        public KeyRefused(Stage stage, @Nullable Throwable cause) {
            super(stage, Again.IS_OF_NO_USE,
                    "The service refused your key for " + stage.spokenName() + ": check the key in the settings.",
                    cause);
        }
    }

    /** The key may not use this model, or the model does not exist (HTTP 403, 404). */
    public static final class ModelNotAllowed extends ServiceException {
        private static final long serialVersionUID = 1L;

        public ModelNotAllowed(Stage stage, String model, @Nullable Throwable cause) {
            super(stage, Again.IS_OF_NO_USE, "Your key may not use the model " + model + " for " + stage.spokenName()
                    + ", or the service does not have it: choose another model or key in the settings.", cause);
        }
    }

    /** The server has nothing at the address of this service (HTTP 404 or 405 for the path, or 200 with an error that says so). */
    public static final class NotOffered extends ServiceException {
        private static final long serialVersionUID = 1L;

        public NotOffered(Stage stage, String host, @Nullable Throwable cause) {
            super(stage, Again.IS_OF_NO_USE, "There is no service for " + stage.spokenName() + " at " + host
                    + ": check the address in the settings.", cause);
        }
    }

    /** The service does not have the voice that was asked for (HTTP 400, 404, 422). */
    public static final class UnknownVoice extends ServiceException {
        private static final long serialVersionUID = 1L;

        /** More would not fit the line in which troubles are shown. */
        private static final int MOST_NAMED = 8;

        private final transient List<String> known;

        /** @param known the voices that the service has; empty where it does not tell */
        public UnknownVoice(Stage stage, String voice, List<String> known, @Nullable Throwable cause) {
            super(stage, Again.IS_OF_NO_USE,
                    "The service has no voice \"" + voice + "\"" + named(known) + ": choose one in the settings.",
                    cause);
            this.known = List.copyOf(known);
        }

        /** The voices that the service has; empty where it does not tell. */
        public List<String> known() {
            return known;
        }

        private static String named(List<String> known) {
            String more = known.size() > MOST_NAMED ? ", …" : "";
            return known.isEmpty()
                    ? ""
                    : " (it has: " + String.join(", ", known.subList(0, Math.min(MOST_NAMED, known.size()))) + more
                            + ")";
        }
    }

    /** The account has no credit left (HTTP 429 with code insufficient_quota). */
    public static final class QuotaExhausted extends ServiceException {
        private static final long serialVersionUID = 1L;

        public QuotaExhausted(Stage stage, @Nullable Throwable cause) {
            super(stage, Again.IS_OF_NO_USE,
                    "Your account with the service has no credit left: add credit there, or use the built-in partner meanwhile.",
                    cause);
        }
    }

    /** Too many requests (HTTP 429). */
    public static final class RateLimited extends ServiceException {
        private static final long serialVersionUID = 1L;

        private final transient Optional<Duration> wait;

        public RateLimited(Stage stage, Optional<Duration> wait, @Nullable Throwable cause) {
            super(stage, Again.HELPS, "The service asks to slow down (" + stage.spokenName() + "): try again "
                    + wait.map(w -> "in " + Math.max(1, w.toSeconds()) + " s").orElse("in a moment") + ".", cause);
            this.wait = wait;
        }

        /** How long the service asks to wait, where it says so. */
        public Optional<Duration> retryAfter() {
            return wait;
        }
    }

    /** The service failed on its side (HTTP 408, 409, 5xx). */
    public static final class ServiceDown extends ServiceException {
        private static final long serialVersionUID = 1L;

        public ServiceDown(Stage stage, int status, @Nullable Throwable cause) {
            super(stage, Again.HELPS, "The service has trouble with " + stage.spokenName() + " (error " + status
                    + "): try again in a moment.", cause);
        }
    }

    /** The service did not answer in time, or stopped in the middle of an answer. */
    public static final class TimedOut extends ServiceException {
        private static final long serialVersionUID = 1L;

        public TimedOut(Stage stage, @Nullable Throwable cause) {
            super(stage, Again.HELPS,
                    "No answer from " + stage.spokenName() + " in time: try again, or check your network.", cause);
        }
    }

    /** The service cannot be reached, or the connection broke. */
    public static final class NoNetwork extends ServiceException {
        private static final long serialVersionUID = 1L;

        public NoNetwork(Stage stage, String host, @Nullable Throwable cause) {
            super(stage, Again.HELPS,
                    "No connection to " + host + " for " + stage.spokenName() + ": check your network, then try again.",
                    cause);
        }
    }

    /** The connection cannot be made secure, or is not to whom it should be. */
    public static final class NotTrusted extends ServiceException {
        private static final long serialVersionUID = 1L;

        /** Why not. */
        public enum Reason {
            /** A certificate is not valid yet, or not any more. */
            DATE("its certificate is not valid at this date): check the date and time of this computer"),
            /** Nobody this computer knows has signed the certificate. */
            UNKNOWN_SIGNER(
                    "nobody this computer knows has signed its certificate): in a company's network, ask there for the "
                            + "company's certificate and add it to those of your system"),
            /** The certificate is another host's. */
            OTHER_HOST("its certificate is for another host): check the address in the settings"),
            /** What answers there does not encrypt. */
            NO_TLS("it does not encrypt): check the address in the settings, https or http"),
            /** Something else. */
            OTHER("no secure connection could be agreed on): check the address in the settings, and your network");

            private final String words;

            Reason(String words) {
                this.words = words;
            }
        }

        public NotTrusted(Stage stage, String host, Reason reason, @Nullable Throwable cause) {
            super(stage, Again.IS_OF_NO_USE,
                    "The connection to " + host + " for " + stage.spokenName() + " cannot be trusted ("
                            + reason.words + ".",
                    cause);
        }
    }

    /** Everybody between this computer and the service could listen, and the user has not said that this is well. */
    public static final class NotEncrypted extends ServiceException {
        private static final long serialVersionUID = 1L;

        public NotEncrypted(Stage stage, String host) {
            super(stage, Again.IS_OF_NO_USE,
                    "The connection to " + host + " for " + stage.spokenName()
                            + " would not be encrypted, so that others "
                            + "in the network could listen: allow it under the address in the settings, or use https.",
                    null);
        }
    }

    /** A proxy stands before the service and lets nothing through. */
    public static final class ProxyRefused extends ServiceException {
        private static final long serialVersionUID = 1L;

        public ProxyRefused(Stage stage, String host, @Nullable Throwable cause) {
            super(stage, Again.IS_OF_NO_USE, "The proxy does not let " + stage.spokenName() + " through to " + host
                    + ": check the proxy of your system, or the name and password in HTTPS_PROXY.", cause);
        }
    }

    /** The service answered something that cannot be used: no audio, no JSON, a stream cut short. */
    public static final class BadReply extends ServiceException {
        private static final long serialVersionUID = 1L;

        public BadReply(Stage stage, String what, @Nullable Throwable cause) {
            super(stage, Again.HELPS,
                    "The answer of " + stage.spokenName() + " could not be used (" + what + "): try again.",
                    cause);
        }
    }

    /** The service does not take this request (HTTP 400, 413, 422). */
    public static final class Rejected extends ServiceException {
        private static final long serialVersionUID = 1L;

        public Rejected(Stage stage, int status, String reason, @Nullable Throwable cause) {
            super(stage, Again.IS_OF_NO_USE,
                    "The service did not accept the request for " + stage.spokenName() + " (error " + status
                            + (reason.isBlank() ? "" : ", " + reason) + "): check the service in the settings.",
                    cause);
        }
    }

    /** The work was cancelled on purpose; nobody needs to be told. */
    public static final class Cancelled extends ServiceException {
        private static final long serialVersionUID = 1L;

        public Cancelled(Stage stage, @Nullable Throwable cause) {
            super(stage, Again.IS_OF_NO_USE, "Cancelled.", cause);
        }
    }
}
