package org.vivavoce.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** {@code GET /v1/chat}: opens a socket for the chat protocol. Thread-safe. */
final class ChatEndpoint {

    private static final String USUAL_MODE = "chat";
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final ServerWebSocketContainer sockets;
    private final Conversations conversations;
    private final Chat chat;
    private final Executor executor;

    ChatEndpoint(ServerWebSocketContainer sockets, Conversations conversations, Chat chat, Executor executor) {
        this.sockets = sockets;
        this.conversations = conversations;
        this.chat = chat;
        this.executor = executor;
        sockets.setMaxTextMessageSize(MessagesEndpoint.MOST_JSON_BYTES);
        sockets.setIdleTimeout(IDLE);
    }

    void open(Call call) throws ProblemException {
        var mode = Wanted.mode(conversations, Optional.of(call.query("mode").orElse(USUAL_MODE)));
        Chat.NewChats newChats = new Chat.NewChats(mode,
                Wanted.language(conversations, mode, call.query("language")));
        boolean upgraded = sockets.upgrade((request, response, callback) -> {
            protocol(request.getSubProtocols(), response);
            return new ChatSocket(chat, newChats, executor);
        }, call.request(), call.response(), call.callback());
        if (!upgraded) {
            throw new ProblemException(
                    Problem.malformed("This is the address of a WebSocket: open it with a client for such."));
        }
    }

    /** A client that names protocols wants one of them back: best one that is not the token. */
    private static void protocol(List<String> offered, ServerUpgradeResponse response) {
        offered.stream().filter(name -> !name.startsWith(Gate.IN_PROTOCOL)).findFirst()
                .or(() -> offered.stream().findFirst()).ifPresent(response::setAcceptedSubProtocol);
    }
}
