package org.vivavoce.openai.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.ServiceException;

/**
 * A WebSocket that carries JSON events. Events are sent from any thread, without blocking; they come on one thread, in their order. OkHttp
 * writes from a daemon thread of its own, which it keeps for its connections anyway.
 */
final class RealtimeSocket {

    /** What happens on the socket; all on one thread. */
    interface Listener {

        /** The connection is there. */
        void opened();

        /** An event of the service. */
        void event(JsonNode event);

        /** The socket is no more, or never was; told once, and nothing after it. */
        void ended(ServiceException reason);
    }

    /** The status of a handshake that succeeds. */
    private static final int SWITCHING = 101;

    /** RFC 6455, section 7.4.1. */
    private static final int NORMAL_END = 1000;

    private final ObjectMapper json = new ObjectMapper();
    private final RealtimeFailures failures;
    private final Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable WebSocket socket;

    private RealtimeSocket(RealtimeFailures failures, Listener listener) {
        this.failures = failures;
        this.listener = listener;
    }

    /** Begins to connect and returns at once. */
    static RealtimeSocket open(RealtimeService service, Listener listener) {
        RealtimeSocket opening = new RealtimeSocket(service.failures(), listener);
        try {
            opening.socket = service.sockets().newWebSocket(service.handshake().request(), opening.new Incoming());
        } catch (ServiceException e) {
            opening.ended.set(true);
            listener.ended(e);
        }
        return opening;
    }

    /** Sends an event; it is lost when the socket has ended, which the listener is told. */
    void send(ObjectNode event) {
        WebSocket open = socket;
        if (open != null && !ended.get()) {
            open.send(event.toString());
        }
    }

    /** Breaks the connection off; the listener is told nothing more. */
    void cancel() {
        ended.set(true);
        WebSocket open = socket;
        if (open != null) {
            open.cancel(); // a closing handshake would keep its thread until the service answers
        }
    }

    private void end(WebSocket open, ServiceException reason) {
        if (!ended.getAndSet(true)) {
            open.cancel();
            listener.ended(reason);
        }
    }

    private final class Incoming extends WebSocketListener {
        @Override
        public void onOpen(WebSocket open, Response response) {
            socket = open; // this thread may be here before the one that opens has it
            if (!ended.get()) {
                listener.opened();
            }
        }

        @Override
        public void onMessage(WebSocket open, String text) {
            JsonNode event;
            try {
                event = json.readTree(text);
            } catch (JsonProcessingException e) { // its message may repeat what was said
                end(open, failures.badReply("it was not the JSON that was expected"));
                return;
            }
            if (!ended.get()) {
                listener.event(event);
            }
        }

        @Override
        public void onMessage(WebSocket open, ByteString bytes) {
            end(open, failures.badReply("it was not the JSON that was expected"));
        }

        @Override
        public void onClosing(WebSocket open, int code, String reason) {
            if (!ended.getAndSet(true)) {
                listener.ended(failures.closed(reason));
            }
            open.close(NORMAL_END, null); // the answer that the service waits for
        }

        @Override
        public void onFailure(WebSocket open, Throwable failure, @Nullable Response response) {
            if (response != null && response.code() != SWITCHING) {
                end(open, failures.refused(response));
            } else if (failure instanceof ProtocolException) {
                end(open, failures.badReply("it was no socket"));
            } else if (failure instanceof IOException connection) {
                end(open, failures.broken(connection));
            } else {
                end(open, failures.badReply("an unexpected " + failure.getClass().getSimpleName()));
            }
        }
    }
}
