package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code /v1/realtime}: a voice and a recogniser over WebSockets, with the server's own voice, transcripts and delays. Written from the published
 * description (openai/openai-openapi, schemas {@code RealtimeClientEvent*} and {@code RealtimeServerEvent*}). Thread-safe.
 */
public final class LocalRealtime {

    private final Script script;
    private final RenderedSpeech rendered;
    private final RequestLog requests;
    private final RealtimeScript realtime = new RealtimeScript();
    private final RealtimeLog log = new RealtimeLog();
    private final Set<SocketConnection> open = ConcurrentHashMap.newKeySet();

    LocalRealtime(Script script, RenderedSpeech rendered, RequestLog requests) {
        this.script = script;
        this.rendered = rendered;
        this.requests = requests;
    }

    public RealtimeScript script() {
        return realtime;
    }

    public RealtimeLog log() {
        return log;
    }

    /** How many sockets are open. */
    public int sockets() {
        return open.size();
    }

    /** Closes every socket, as servers do with idle ones. */
    public void closeSockets(int code, String reason) {
        for (SocketConnection connection : open) {
            try {
                connection.close(code, reason);
            } catch (IOException e) {
                // it is closed already
            }
        }
    }

    /** Takes one socket from its handshake to its end. */
    void answer(SocketConnection connection) {
        int number = log.handshake(connection.request());
        try {
            Optional<Fault> fault = connection.request().path().endsWith("/realtime")
                    ? realtime.nextHandshake()
                    : Optional.of(Fault.error(404, "There is nothing here.", ""));
            if (fault.isPresent()) {
                refuse(connection, fault.get());
                return;
            }
            connection.accept();
            open.add(connection);
            RealtimeTalk talk = talk(new Events(number, connection));
            try {
                talk.begin();
                connection.readAll(talk::take);
            } finally {
                open.remove(connection);
                talk.end();
            }
        } catch (IOException e) {
            // the client has gone, or the socket was cut on purpose
        } finally {
            log.add(number, true, "closed", MissingNode.getInstance());
        }
    }

    /** A model in the address makes it a conversation, whatever else stands there. */
    private static RealtimeTalk talk(Events events) {
        String query = events.connection().request().query();
        return query.contains("intent=transcription") && !query.contains("model=")
                ? new RealtimeListening(events)
                : new RealtimeConversation(events);
    }

    private static void refuse(SocketConnection connection, Fault fault) throws IOException {
        switch (fault.kind()) {
            case STATUS -> connection.refuse(fault.status(), fault.headers(), fault.body());
            case HTML -> connection.refuse(200, Map.of(), "<html><body>Welcome</body></html>");
            case STALL_BEFORE_HEADERS -> connection.readAll(text -> { // nothing is said until the client gives up
            });
            default -> connection.cut();
        }
    }

    /** What one conversation needs of the server. */
    final class Events {
        private final int number;
        private final SocketConnection connection;

        private Events(int number, SocketConnection connection) {
            this.number = number;
            this.connection = connection;
        }

        SocketConnection connection() {
            return connection;
        }

        int number() {
            return number;
        }

        RealtimeScript realtime() {
            return realtime;
        }

        Script script() {
            return script;
        }

        RequestLog requests() {
            return requests;
        }

        Delays.Speech delays() {
            return script.delays().speech();
        }

        RenderedSpeech rendered() {
            return rendered;
        }

        RealtimeLog log() {
            return log;
        }
    }
}
