package org.vivavoce.openai.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The server's end of one WebSocket (RFC 6455). Read by the connection's reading thread, written by any. Long texts go out in fragments,
 * with a ping between them, since a client must take both.
 */
final class SocketConnection {

    /** RFC 6455, section 1.3. */
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final int FRAGMENT_BYTES = 4096;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;

    private final HttpRequest request;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out; // guarded by this

    SocketConnection(HttpRequest request, Socket socket, InputStream in, OutputStream out) {
        this.request = request;
        this.socket = socket;
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    static boolean isWantedBy(HttpRequest request) {
        return request.headers().getOrDefault("upgrade", "").equalsIgnoreCase("websocket");
    }

    HttpRequest request() {
        return request;
    }

    /** Answers the handshake with an error instead of a socket. */
    synchronized void refuse(int status, Map<String, String> headers, String body) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.flush();
    }

    /** Answers the handshake. */
    synchronized void accept() throws IOException {
        String key = request.headers().getOrDefault("sec-websocket-key", "") + ACCEPT_SUFFIX;
        String accept = Base64.getEncoder().encodeToString(sha1(key));
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Hands on each text until the client closes the socket or goes; answers pings meanwhile. */
    void readAll(Consumer<String> onText) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (true) {
            int first = in.readUnsignedByte();
            byte[] payload = payload(in.readUnsignedByte());
            switch (first & 0x0f) {
                case TEXT, CONTINUATION -> {
                    text.writeBytes(payload);
                    if ((first & FINAL) != 0) {
                        onText.accept(text.toString(StandardCharsets.UTF_8));
                        text.reset();
                    }
                }
                case PING -> frame(FINAL | PONG, payload);
                case CLOSE -> {
                    frame(FINAL | CLOSE, Arrays.copyOf(payload, Math.min(2, payload.length)));
                    return;
                }
                case PONG -> { // the answer to one of ours
                }
                default -> throw new IOException("a frame of a kind that is not known");
            }
        }
    }

    /** Sends a text. */
    synchronized void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at == 0 || at < bytes.length; at += FRAGMENT_BYTES) {
            int end = Math.min(bytes.length, at + FRAGMENT_BYTES);
            int last = end == bytes.length ? FINAL : 0;
            frame(last | (at == 0 ? TEXT : CONTINUATION), Arrays.copyOfRange(bytes, at, end));
            if (last == 0 && at == 0) {
                frame(FINAL | PING, new byte[]{1});
            }
        }
    }

    /** Begins to close, as servers do; the client's answer ends {@link #readAll}. */
    void close(int code, String reason) throws IOException {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[2 + words.length];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(words, 0, payload, 2, words.length);
        frame(FINAL | CLOSE, payload);
    }

    /** Breaks the connection off without a word: the client sees a reset. */
    void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends without a word, after all that was sent has arrived: a reset would take from the client what it has not read yet. */
    void hangUp() throws IOException {
        socket.shutdownOutput();
    }

    private synchronized void frame(int first, byte[] payload) throws IOException {
        out.writeByte(first);
        if (payload.length < 126) {
            out.writeByte(payload.length);
        } else if (payload.length <= 0xffff) {
            out.writeByte(126);
            out.writeShort(payload.length);
        } else {
            out.writeByte(127);
            out.writeLong(payload.length);
        }
        out.write(payload);
        out.flush();
    }

    private byte[] payload(int second) throws IOException {
        if ((second & MASKED) == 0) {
            throw new IOException("a client's frame without a mask");
        }
        long length = switch (second & 0x7f) {
            case 126 -> in.readUnsignedShort();
            case 127 -> in.readLong();
            default -> second & 0x7f;
        };
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(Math.toIntExact(length));
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has it", e);
        }
    }
}
