package org.vivavoce.offline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executor;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.QuestionCatalog;

/**
 * The partner that needs no key and no network: a server on this computer alone that answers the same requests as the real services.
 * Started and closed by one thread; requests run on the executor.
 */
public final class BuiltInPartner implements AutoCloseable {

    private static final int BACKLOG = 16;

    private final HttpServer server;
    private final BuiltInVoice voice;

    private BuiltInPartner(HttpServer server, BuiltInVoice voice) {
        this.server = server;
        this.voice = voice;
    }

    /**
     * Starts the server; requests are answered when this returns.
     *
     * @param port      0 for any free one
     * @param executor  runs the requests, which block; not closed here
     * @param languages the languages there are
     * @param questions what can be asked
     * @param voice     the voice of this computer
     * @throws IOException when the port is taken; the message is a sentence for the user
     */
    public static BuiltInPartner start(int port, Executor executor, LanguageCatalog languages,
            QuestionCatalog questions,
            BuiltInVoice voice) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Partners partners = new Partners(languages, questions);
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port),
                    BACKLOG);
        } catch (IOException e) {
            throw new IOException(
                    "The built-in partner cannot listen on port " + port + ": another program may be using it.", e);
        }
        server.setExecutor(executor);
        server.createContext("/",
                new Router(Map.of("/models", new ModelsEndpoint(partners.models()), "/audio/transcriptions",
                        new TranscriptionEndpoint(), "/chat/completions", new ChatEndpoint(partners), "/audio/speech",
                        new SpeechEndpoint(partners, voice)), json));
        server.start();
        return new BuiltInPartner(server, voice);
    }

    /** Where the server listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The base URL for clients of the API. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port() + "/v1";
    }

    /** The voice it speaks with, as a noun phrase. */
    public String describeVoice() {
        return voice.describe();
    }

    /** Stops at once; requests that run are broken off. */
    @Override
    public void close() {
        server.stop(0);
    }
}
