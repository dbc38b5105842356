package org.vivavoce.openai.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP/1.1 server on the loopback address that notices at once when a client closes its connection, also while nothing is being
 * written (the JDK's server does not, so cancelled requests would stay unseen). Two virtual threads a connection: one reads, one
 * answers.
 */
final class HttpListener implements AutoCloseable {

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Consumer<Exchange> answer;
    private final Consumer<SocketConnection> upgraded;

    /**
     * @param port     0 for any
     * @param upgraded takes requests for a WebSocket and reads it to its end
     */
    HttpListener(int port, Consumer<Exchange> answer, Consumer<SocketConnection> upgraded) throws IOException {
        this.answer = answer;
        this.upgraded = upgraded;
        this.server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        Thread.ofVirtual().name("local-openai-accept").start(this::acceptAll);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many clients are connected. */
    int connections() {
        return open.size();
    }

    /** Closes the connections there are; new ones are taken. */
    void dropConnections() {
        for (Socket socket : open) {
            close(socket);
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                Thread.ofVirtual().name("local-openai-read").start(() -> serve(socket));
            }
        } catch (IOException e) {
            dropConnections(); // closed
        }
    }

    private void serve(Socket socket) {
        Exchange current = null;
        try (socket; PushbackInputStream in = new PushbackInputStream(socket.getInputStream(), 1)) {
            BufferedOutputStream out = new BufferedOutputStream(socket.getOutputStream());
            for (int first = in.read(); first >= 0; first = in.read()) { // waits for a request, or for the client to go
                if (!isFree(current)) {
                    break;
                }
                in.unread(first);
                HttpRequest request = HttpRequest.read(in);
                if (SocketConnection.isWantedBy(request)) {
                    upgraded.accept(new SocketConnection(request, socket, in, out));
                    break;
                }
                Exchange exchange = new Exchange(request, socket, out);
                current = exchange;
                Thread.ofVirtual().name("local-openai-answer").start(() -> answer(exchange));
            }
        } catch (IOException e) {
            // the client has gone, or the answer was cut on purpose
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
            if (current != null) {
                current.clientIsGone();
            }
        }
    }

    private static boolean isFree(@Nullable Exchange last) throws InterruptedException {
        return last == null || last.awaitDone();
    }

    private void answer(Exchange exchange) {
        try {
            answer.accept(exchange);
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropConnections();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
