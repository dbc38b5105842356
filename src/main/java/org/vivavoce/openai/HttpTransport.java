package org.vivavoce.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.ai.Cancellation;

/**
 * The connections under the three services: one pool, one way to cancel. Thread-safe. Requests run on the thread that makes them, and
 * sockets on the executor that was handed in, so OkHttp's dispatcher never starts a thread.
 */
final class HttpTransport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);

    /** Also the limit of a name look-up. A service that takes longer to pick up is not there. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A stall detector, not a limit of the answer: the slowest first byte of a healthy service is about 5 s (P99). */
    private static final Duration READ = Duration.ofSeconds(15);

    /** Enough for 25 MB uploads on a slow line: it counts between two writes, not the whole upload. */
    private static final Duration WRITE = Duration.ofSeconds(15);

    /**
     * Between two pings over a socket, which find a dead connection while nothing is said, and keep others from closing it. Not less:
     * an answer to a ping waits behind the sound that is on its way, on a slow line for seconds.
     */
    private static final Duration PING = Duration.ofSeconds(10);

    /** Hundreds of voices with all that is told of each. */
    private static final long SMALL_BYTES = 256 * 1024;

    private final CallControl calls;
    private final Timeouts timeouts;
    private final OkHttpClient http;
    private final OkHttpClient sockets;
    private volatile boolean closed;

    HttpTransport(Executor background) {
        this(background, new Timeouts(CONNECT, READ, WRITE, READ));
    }

    /** @param loading how long silence is borne before an answer flows */
    HttpTransport(Executor background, Duration loading) {
        this(background, new Timeouts(CONNECT, loading, WRITE, READ));
    }

    HttpTransport(Executor background, Timeouts timeouts) {
        this(background, timeouts, System.getenv());
    }

    /** @param environment names proxies and certificates, see {@link Proxies} and {@link TrustedCertificates} */
    HttpTransport(Executor background, Timeouts timeouts, Map<String, String> environment) {
        this.timeouts = timeouts;
        this.calls = new CallControl(Clock.systemUTC(), timeouts.within());
        Proxies proxies = new Proxies(environment);
        TrustedCertificates trusted = new TrustedCertificates(environment);
        this.http = new OkHttpClient.Builder().addInterceptor(calls)
                .dns(new BoundedDns(calls, background, timeouts.connect()))
                .socketFactory(new PromptSockets())
                .sslSocketFactory(trusted.sockets(), trusted)
                .proxySelector(proxies).proxyAuthenticator(proxies.authenticator())
                .connectTimeout(timeouts.connect()).readTimeout(timeouts.read()).writeTimeout(timeouts.write())
                .callTimeout(Duration.ZERO).build();
        this.sockets = http.newBuilder().pingInterval(PING)
                .dispatcher(new Dispatcher(new HandedExecutor(background))).build();
    }

    /**
     * How long parts of a call may take; none limits the whole.
     *
     * @param connect to reach the service
     * @param read    before what the user waits for begins to come, between two pieces of an answer
     * @param write   between two pieces of a request
     * @param within  between two pieces once it has begun to come
     */
    record Timeouts(Duration connect, Duration read, Duration write, Duration within) {

        /** Silence in an answer is borne for as long as before it. */
        Timeouts(Duration connect, Duration read, Duration write) {
            this(connect, read, write, read);
        }
    }

    /** An SDK client on these connections. Costs seconds the first time in a process: see {@link WarmUp}. */
    OpenAIClient client(String url, String key) {
        // The SDK's own retries are off: it waits 0.5 to 8 s before each and would try again after a 15 s stall too, all of it silence
        // for the user. OkHttp still resends at once when a kept connection turns out to be dead.
        return OpenAIOkHttpClient.builder().okHttpClient(http).baseUrl(url).apiKey(key).maxRetries(0)
                .timeout(Timeout.builder().connect(timeouts.connect()).read(timeouts.read()).write(timeouts.write())
                        .request(Duration.ZERO).build())
                .logLevel(LogLevel.OFF).disableTelemetry(true).build();
    }

    /** Makes WebSockets over the same connections; each is read by a task on the background executor for as long as it is open. */
    WebSocket.Factory sockets() {
        return sockets;
    }

    /** How long silence is borne before an answer flows. */
    Duration stallLimit() {
        return timeouts.read();
    }

    /** Opens a call that the token cancels. */
    OpenCall open(Cancellation cancellation) {
        return calls.open(cancellation);
    }

    /**
     * Opens a connection to the service, or keeps one alive, and leaves it in the pool. Blocks; failures do not matter here. Asks for
     * headers only and without the key: any answer will do.
     */
    void touch(String url) {
        Request request = new Request.Builder().url(url + "/models").head().build();
        try (Response response = http.newCall(request).execute()) {
            LOG.debug("Connection warm: HTTP {}", response.code());
        } catch (IOException e) {
            LOG.debug("Connection not warmed: {}", e.getClass().getSimpleName());
        }
    }

    /** Asks for something small, as much of it as a list takes. Blocks; raises {@link HttpFailure} and {@link CallCancelled}. */
    String get(String url, String key, OpenCall call) throws IOException {
        Request request = new Request.Builder().url(url).header("Authorization", "Bearer " + key)
                .header(CallControl.HEADER, call.token()).build();
        try (Response response = http.newCall(request).execute()) {
            return response.peekBody(SMALL_BYTES).string();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Breaks off what is under way and closes every connection. */
    @Override
    public void close() {
        closed = true;
        http.dispatcher().cancelAll();
        sockets.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
