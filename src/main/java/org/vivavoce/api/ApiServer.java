package org.vivavoce.api;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP interface as it runs: reached only from this computer, at 127.0.0.1. Started and closed by one thread; answers on those it was
 * handed.
 */
public final class ApiServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

    private static final String LOOPBACK = "127.0.0.1";
    private static final int SELECTORS = 1; // a computer's own programs
    private static final int IDLE_MS = 30_000;
    private static final int MOST_WAITING_CONNECTIONS = 128;

    private final Server server;
    private final ServerConnector connector;
    private final LiveSessions live;
    private final List<Route> routes;

    /**
     * Starts it.
     *
     * @param executor runs what may block, each on a thread of its own
     * @param nanos    a clock that never goes back
     * @throws IOException when the port cannot be had
     */
    public static ApiServer start(Conversations conversations, Token token, ApiOptions options, Executor executor,
            LongSupplier nanos) throws IOException {
        ApiServer api = new ApiServer(conversations, token, options, executor, nanos);
        try {
            api.server.start();
            return api;
        } catch (IOException e) {
            api.close();
            throw e;
        } catch (Exception e) { // whatever Jetty declares
            api.close();
            throw new IOException("the server does not start", e);
        }
    }

    private ApiServer(Conversations conversations, Token token, ApiOptions options, Executor executor,
            LongSupplier nanos) {
        server = new Server(new HandedThreads(executor));
        connector = new ServerConnector(server, 0, SELECTORS, new HttpConnectionFactory(http()));
        connector.setHost(LOOPBACK);
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE_MS);
        connector.setAcceptQueueSize(MOST_WAITING_CONNECTIONS);
        server.addConnector(connector);
        server.setErrorHandler(ApiServer::refused);
        live = new LiveSessions(conversations, nanos);
        Gate gate = new Gate(token, new RateLimit(options.requestsPerMinute(), nanos));
        Replies replies = new Replies(live, conversations, options.replies());
        SessionsEndpoint sessions = new SessionsEndpoint(conversations, live);
        LookUpEndpoints lookUp = new LookUpEndpoints(conversations);
        ChatEndpoint chat = new ChatEndpoint(ServerWebSocketContainer.ensure(server), conversations,
                new Chat(conversations, live, replies, gate, options.leastChunk()), executor);
        routes = List.of(
                new Route("GET", "/openapi.json", Route.Admits.ANYBODY, lookUp::description),
                new Route("GET", "/v1/modes", Route.Admits.CLIENTS, lookUp::modes),
                new Route("GET", "/v1/ideas", Route.Admits.CLIENTS, lookUp::ideas),
                new Route("GET", "/v1/sessions", Route.Admits.CLIENTS, sessions::list),
                new Route("POST", "/v1/sessions", Route.Admits.CLIENTS, sessions::begin),
                new Route("GET", "/v1/sessions/{id}", Route.Admits.CLIENTS, sessions::show),
                new Route("DELETE", "/v1/sessions/{id}", Route.Admits.CLIENTS, sessions::delete),
                new Route("POST", "/v1/sessions/{id}/messages", Route.Admits.CLIENTS,
                        new MessagesEndpoint(replies, executor, options)::answer),
                new Route("GET", "/v1/chat", Route.Admits.SOCKETS, chat::open));
        server.setHandler(new Router(gate, routes));
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        return http;
    }

    /** What is no HTTP never reaches an endpoint. */
    private static boolean refused(Request request, Response response, Callback callback) throws IOException {
        Object status = request.getAttribute(ErrorHandler.ERROR_STATUS);
        new Call(request, response, callback).answer(Problem.refused(status instanceof Integer code ? code : 400));
        return true;
    }

    /** All that is answered. */
    List<Route> routes() {
        return routes;
    }

    /** Where it listens. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Its address. */
    public String url() {
        return "http://" + LOOPBACK + ":" + port();
    }

    /** Breaks off the replies that run, ends the conversations and stops. */
    @Override
    public void close() {
        live.close();
        try {
            server.stop();
        } catch (Exception e) { // whatever Jetty declares
            LOG.warn("The HTTP interface did not stop cleanly: {}", e.getClass().getName());
        }
    }
}
