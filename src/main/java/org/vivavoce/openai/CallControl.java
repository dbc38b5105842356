package org.vivavoce.openai;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;

/**
 * Ties OkHttp's calls, which the SDK keeps to itself, to the tokens that cancel them. Thread-safe; runs on the thread that makes the
 * request. Neither closing a body from another thread nor cancelling a future frees a reader on HTTP/1.1; cancelling the call does.
 */
final class CallControl implements Interceptor {

    /** Carries the token from the SDK's parameters to here, and no further. */
    static final String HEADER = "X-Vivavoce-Call";

    private final Map<String, OpenCall> calls = new ConcurrentHashMap<>();
    private final AtomicLong lastToken = new AtomicLong();
    private final ScopedValue<OpenCall> current = ScopedValue.newInstance();
    private final Clock clock;
    private final Duration within;

    /** @param within how long silence is borne once an answer flows */
    CallControl(Clock clock, Duration within) {
        this.clock = clock;
        this.within = within;
    }

    /** Opens a call that the token cancels. */
    OpenCall open(Cancellation cancellation) {
        OpenCall call = new OpenCall(Long.toString(lastToken.incrementAndGet()), cancellation,
                closed -> calls.remove(closed.token()));
        calls.put(call.token(), call);
        return call;
    }

    /** What cancels the request that the calling thread is sending. */
    Optional<Cancellation> currentCancellation() {
        return current.isBound() ? Optional.of(current.get().cancellation()) : Optional.empty();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        String token = chain.request().header(HEADER);
        OpenCall call = token == null ? null : calls.get(token);
        if (call == null) {
            return chain.proceed(chain.request());
        }
        call.begins(chain.call());
        Request request = chain.request().newBuilder().removeHeader(HEADER)
                .method(chain.request().method(), repeatable(chain.request().body())).build();
        try {
            // The SDK turns this off. Without it a kept connection that the service closed meanwhile fails the user's sentence.
            Chain resending = chain.withRetryOnConnectionFailure(true);
            Response response = ScopedValue.where(current, call).call(() -> resending.proceed(request));
            if (isAnswer(response)) {
                ResponseBody body = response.body();
                call.answers(() -> body.source().timeout().timeout(within.toMillis(), TimeUnit.MILLISECONDS));
                return response.newBuilder().body(ResponseBody.create(Okio.buffer(new DoneMark(body.source(), call)),
                        body.contentType(), body.contentLength())).build();
            }
            throw HttpFailure.read(response, clock);
        } catch (IOException e) {
            if (call.isCancelled()) {
                throw new CallCancelled();
            }
            throw e;
        }
    }

    private static boolean isAnswer(Response response) throws IOException {
        try {
            return response.isSuccessful() && !ReportedError.is(response);
        } catch (IOException e) {
            response.close();
            throw e;
        }
    }

    /**
     * A body that OkHttp can send again when a kept connection turns out to be dead; the SDK's uploads can be sent only once. It also
     * knows its length, which small servers want to be told.
     */
    private static @Nullable RequestBody repeatable(@Nullable RequestBody body) throws IOException {
        if (body == null || (!body.isOneShot() && body.contentLength() >= 0)) {
            return body;
        }
        Buffer whole = new Buffer();
        body.writeTo(whole);
        return RequestBody.create(whole.readByteString(), body.contentType());
    }
}
