package org.vivavoce.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import okhttp3.Response;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.realtime.RealtimeFailures;

/**
 * Turns what goes wrong with a socket into the failures of {@code ai}, as {@link ErrorTranslation} does for HTTP. Thread-safe. On a
 * transport that is being closed everything is cancelled.
 */
final class RealtimeErrors implements RealtimeFailures {

    private final Stage stage;
    private final ServiceEndpoint endpoint;
    private final HttpTransport transport;
    private final ErrorTranslation errors;
    private final SafeReason reasons;

    RealtimeErrors(Stage stage, ServiceEndpoint endpoint, HttpTransport transport) {
        this.stage = stage;
        this.endpoint = endpoint;
        this.transport = transport;
        this.errors = new ErrorTranslation(stage, endpoint);
        this.reasons = new SafeReason(endpoint.key());
    }

    @Override
    public ServiceException refused(Response answer) {
        if (answer.isSuccessful()) {
            return badReply("it was no socket");
        }
        try {
            return errors.of(HttpFailure.read(answer, Clock.systemUTC()), List.of());
        } catch (IOException e) {
            return broken(e);
        }
    }

    @Override
    public ServiceException reported(JsonNode error, Collection<String> said) {
        return reported(ErrorBody.of(error), said);
    }

    /** The reason is a code such as {@code invalid_request_error.model_not_found}, or for people, or nothing. */
    @Override
    public ServiceException closed(String reason) {
        ErrorBody body = new ErrorBody("", reason.toLowerCase(Locale.ROOT), "");
        boolean tells = List.of("model_not_found", "api_key", "insufficient_quota", "rate_limit").stream()
                .anyMatch(body::hasCode);
        if (transport.isClosed()) {
            return cancelled();
        }
        return tells ? reported(body, List.of()) : new ServiceException.NoNetwork(stage, endpoint.host(), null);
    }

    @Override
    public ServiceException broken(IOException reason) {
        if (transport.isClosed()) {
            return cancelled();
        }
        return errors.connection(reason);
    }

    @Override
    public ServiceException silent() {
        return new ServiceException.TimedOut(stage, null);
    }

    @Override
    public ServiceException badReply(String what) {
        return errors.badReply(what);
    }

    @Override
    public ServiceException cancelled() {
        return errors.cancelled();
    }

    private ServiceException reported(ErrorBody body, Collection<String> said) {
        ServiceException known = errors.brokenOff(body);
        if (!(known instanceof ServiceException.BadReply)) {
            return known;
        }
        if (body.hasCode("model_not_found")) {
            return new ServiceException.ModelNotAllowed(stage, endpoint.model(), null);
        }
        if (body.hasCode("api_key") || body.hasCode("authentication")) {
            return new ServiceException.KeyRefused(stage, null); // without the server's words: they may repeat the key
        }
        if (body.hasCode("invalid_request") || body.hasCode("invalid_value")) {
            return new ServiceException.Rejected(stage, 400, reasons.of(body.message(), said), null);
        }
        return known;
    }
}
