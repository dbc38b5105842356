package org.vivavoce.openai;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.SseException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;

/**
 * Turns what goes wrong below into the failures of {@code ai}. Thread-safe. Messages of the SDK and of parsers may repeat what came
 * over the wire, so they never become a cause: only exceptions about the connection itself do.
 */
final class ErrorTranslation {

    private final Stage stage;
    private final ServiceEndpoint endpoint;
    private final SafeReason reasons;

    ErrorTranslation(Stage stage, ServiceEndpoint endpoint) {
        this.stage = stage;
        this.endpoint = endpoint;
        this.reasons = new SafeReason(endpoint.key());
    }

    /**
     * The service answered with an error.
     *
     * @param said texts of the request that must not appear in the sentence
     */
    ServiceException of(HttpFailure failure, Collection<String> said) {
        ErrorBody body = failure.body();
        if (body.hasCode("insufficient_quota") || failure.status() == 402) {
            return new ServiceException.QuotaExhausted(stage, failure);
        }
        if (body.hasCode("model_not_found")) {
            return new ServiceException.ModelNotAllowed(stage, endpoint.model(), failure);
        }
        boolean missing = failure.status() == 404 || failure.status() == 200;
        if (failure.status() == 405 || (missing && body.saysNoSuchPath())) {
            return new ServiceException.NotOffered(stage, endpoint.host(), failure);
        }
        return switch (failure.status()) {
            case 401 -> new ServiceException.KeyRefused(stage, failure); // without the server's words: they may repeat the key
            case 407 -> new ServiceException.ProxyRefused(stage, endpoint.host(), failure);
            case 403, 404 -> new ServiceException.ModelNotAllowed(stage, endpoint.model(), failure);
            case 429 -> new ServiceException.RateLimited(stage, failure.retryAfter(), failure);
            case 408, 409 -> new ServiceException.ServiceDown(stage, failure.status(), failure);
            default -> failure.status() >= 500
                    ? new ServiceException.ServiceDown(stage, failure.status(), failure)
                    : new ServiceException.Rejected(stage, failure.status(), reasons.of(body.message(), said), failure);
        };
    }

    /** Anything else that was thrown while sending a request or reading its answer. */
    ServiceException of(Exception failure) {
        if (failure instanceof HttpFailure refused) {
            return of(refused, List.of());
        }
        if (failure instanceof SseException reported) {
            return reportedInStream(reported);
        }
        IOException connection = find(failure, IOException.class);
        boolean unreadable = failure instanceof OpenAIInvalidDataException && connection == null;
        if (unreadable || find(failure, JacksonException.class) != null) {
            return badReply("it was not the JSON that was expected");
        }
        return switch (connection) {
            case null -> badReply("an unexpected " + failure.getClass().getSimpleName());
            case ProtocolException cut -> new ServiceException.BadReply(stage, "it was cut short", cut);
            case EOFException cut -> new ServiceException.BadReply(stage, "it was cut short", cut);
            default -> connection(connection);
        };
    }

    /** The connection could not be made, or broke. */
    ServiceException connection(IOException failure) {
        return switch (failure) {
            case SocketTimeoutException timeout -> new ServiceException.TimedOut(stage, timeout);
            case SSLException insecure -> insecure(insecure);
            default -> isProxys(failure)
                    ? new ServiceException.ProxyRefused(stage, endpoint.host(), failure)
                    : new ServiceException.NoNetwork(stage, endpoint.host(), failure); // not found, refused, reset
        };
    }

    private ServiceException insecure(SSLException failure) {
        Optional<ServiceException.NotTrusted.Reason> reason = TlsTrouble.of(failure);
        return reason.isPresent()
                ? new ServiceException.NotTrusted(stage, endpoint.host(), reason.get(), failure)
                : new ServiceException.NoNetwork(stage, endpoint.host(), failure);
    }

    /** A proxy's refusal of a tunnel has no kind of its own. */
    private static boolean isProxys(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("for CONNECT") || message.contains("authenticate with proxy");
    }

    ServiceException badReply(String what) {
        return new ServiceException.BadReply(stage, what, null);
    }

    ServiceException cancelled() {
        return new ServiceException.Cancelled(stage, null);
    }

    /** The status has been sent as 200 when a service fails in the middle of a stream: the code tells what it would have been. */
    private ServiceException reportedInStream(SseException reported) {
        ErrorBody body = Optional.ofNullable(reported.body().convert(JsonNode.class))
                .map(ErrorBody::of).orElse(new ErrorBody("", "", ""));
        return brokenOff(body);
    }

    /** The service began to answer and then reported an error: its code tells what the status would have been. */
    ServiceException brokenOff(ErrorBody body) {
        if (body.hasCode("insufficient_quota")) {
            return new ServiceException.QuotaExhausted(stage, null);
        }
        if (body.hasCode("rate_limit") || body.hasCode("429")) {
            return new ServiceException.RateLimited(stage, Optional.empty(), null);
        }
        if (body.hasCode("server_error") || body.hasCode("overloaded")) {
            return new ServiceException.ServiceDown(stage, 500, null);
        }
        return badReply("the service broke off with an error");
    }

    private static <T> @Nullable T find(Throwable failure, Class<T> wanted) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 10; t = t.getCause(), depth++) {
            if (wanted.isInstance(t)) {
                return wanted.cast(t);
            }
        }
        return null;
    }
}
