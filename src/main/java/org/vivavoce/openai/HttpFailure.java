package org.vivavoce.openai;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The service answered with a status that is no success, or with an error in place of an answer. Raised below the SDK, which keeps only
 * the {@code error} member of a body: other servers say what is wrong elsewhere. Its message is the status alone; the body may repeat keys or what was said.
 */
final class HttpFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** More of a body is never needed; a page of HTML may be long. */
    private static final long BODY_LIMIT_BYTES = 16 * 1024;

    private final int status;
    private final transient Optional<Duration> retryAfter;
    private final transient ErrorBody body;

    private HttpFailure(int status, Optional<Duration> retryAfter, ErrorBody body) {
        super("HTTP " + status, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
        this.body = body;
    }

    /** Reads what is needed of the response and closes it. */
    static HttpFailure read(Response response, Clock clock) throws IOException {
        try (response) {
            BufferedSource source = response.body().source();
            source.request(BODY_LIMIT_BYTES);
            byte[] bytes = source.getBuffer().readByteArray(Math.min(source.getBuffer().size(), BODY_LIMIT_BYTES));
            return new HttpFailure(response.code(), retryAfter(response, clock), ErrorBody.parse(bytes));
        }
    }

    int status() {
        return status;
    }

    /** How long the service asks to wait. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    ErrorBody body() {
        return body;
    }

    private static Optional<Duration> retryAfter(Response response, Clock clock) {
        Optional<Duration> exact = number(response.header("retry-after-ms"))
                .map(ms -> Duration.ofMillis(Math.round(ms)));
        return exact.or(() -> number(response.header("retry-after")).map(s -> Duration.ofMillis(Math.round(s * 1000))))
                .or(() -> date(response.header("retry-after"), clock)).filter(wait -> !wait.isNegative());
    }

    private static Optional<Double> number(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Double.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(@Nullable String text, Clock clock) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(Duration.between(clock.instant(),
                            ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
