package org.vivavoce.openai.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One request and the answer being written to it. The answering thread writes; the connection's reading thread tells when the client
 * has gone, which also ends every pause.
 */
final class Exchange {

    /** Is told of the answer's progress, each at most once. */
    interface Watcher {
        void firstByte();

        void ended();

        void cancelled();
    }

    private final HttpRequest request;
    private final Socket socket;
    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition clientLeft = lock.newCondition();
    private final CountDownLatch done = new CountDownLatch(1);
    private Watcher watcher = new Unwatched();
    private boolean gone; // guarded by lock
    private boolean over; // guarded by lock
    private boolean bodyBegun;
    private volatile boolean reusable = true;
    private String typeSaid = "";

    Exchange(HttpRequest request, Socket socket, OutputStream out) {
        this.request = request;
        this.socket = socket;
        this.out = out;
    }

    HttpRequest request() {
        return request;
    }

    /** From here on the log is told. */
    void watch(Watcher newWatcher) {
        lock.lock();
        try {
            watcher = newWatcher;
            if (gone) {
                newWatcher.cancelled();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits; ends at once with an exception when the client goes. */
    void pauseUntil(long nanoTime) throws IOException, InterruptedException {
        lock.lock();
        try {
            for (long left = nanoTime - System.nanoTime(); left > 0 && !gone; left = nanoTime - System.nanoTime()) {
                clientLeft.awaitNanos(left);
            }
            if (gone) {
                throw new IOException("the client has gone");
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the client to give up. */
    void stall() throws IOException, InterruptedException {
        pauseUntil(System.nanoTime() + Duration.ofHours(1).toNanos());
    }

    /** A whole answer. */
    void answer(int status, String contentType, Map<String, String> headers, byte[] body) throws IOException {
        head(status, contentType, headers, "Content-Length: " + body.length);
        if (!request.method().equals("HEAD")) {
            send(body);
        }
        finish();
    }

    /** The head of an answer whose body is longer than what is sent of it. */
    void beginLonger(String contentType, int length) throws IOException {
        head(200, contentType, Map.of(), "Content-Length: " + length);
    }

    /** The head of an answer in chunks. */
    void beginChunks(String contentType) throws IOException {
        head(200, contentType, Map.of(), "Transfer-Encoding: chunked");
    }

    /** A piece of an answer in chunks. */
    void chunk(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            byte[] start = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            byte[] whole = new byte[start.length + bytes.length + 2];
            System.arraycopy(start, 0, whole, 0, start.length);
            System.arraycopy(bytes, 0, whole, start.length, bytes.length);
            whole[whole.length - 2] = '\r';
            whole[whole.length - 1] = '\n';
            send(whole);
        }
    }

    /** The end of an answer in chunks. */
    void endChunks() throws IOException {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        finish();
    }

    /** Raw bytes of the body. */
    void send(byte[] bytes) throws IOException {
        if (!bodyBegun) {
            bodyBegun = true;
            watcher.firstByte(); // before the bytes go out: whoever has them finds the time in the log
        }
        out.write(bytes);
        out.flush();
    }

    /** The server closes the connection on purpose. */
    void cut() throws IOException {
        reusable = false;
        finish();
        socket.close();
    }

    /** The server resets the connection; what the client has not read yet is lost. */
    void reset() throws IOException {
        reusable = false;
        finish();
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** From here on every answer says that it is this. */
    void callEverything(String type) {
        typeSaid = type;
    }

    /** The reading thread found the connection closed. */
    void clientIsGone() {
        lock.lock();
        try {
            gone = true;
            clientLeft.signalAll();
            if (!over) {
                over = true;
                watcher.cancelled();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The answering thread is through. */
    void close() {
        done.countDown();
    }

    /** Waits for the answering thread; tells whether the connection can take another request. */
    boolean awaitDone() throws InterruptedException {
        done.await();
        return reusable;
    }

    private void head(int status, String contentType, Map<String, String> headers, String length) throws IOException {
        StringBuilder head = new StringBuilder(
                "HTTP/1.1 " + status + " Status\r\nContent-Type: " + (typeSaid.isEmpty() ? contentType : typeSaid)
                        + "\r\n" + length + "\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void finish() {
        lock.lock();
        try {
            if (!over) {
                over = true;
                watcher.ended();
            }
        } finally {
            lock.unlock();
        }
    }

    private static final class Unwatched implements Watcher {
        @Override
        public void firstByte() {}

        @Override
        public void ended() {}

        @Override
        public void cancelled() {}
    }
}
