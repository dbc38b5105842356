package org.vivavoce.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TextToSpeech;

/** A voice each of whose requests begins and ends when the test says so. Speech is the sentence's own bytes. */
final class ScriptedSpeech implements TextToSpeech {

    private static final byte[] END = {};

    /** One request. */
    static final class Asked implements SpeechStream {
        private final String text;
        private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean cancelled;

        private Asked(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        /** The first byte is there, and with it all but the end. */
        void begins() {
            pieces.add(text.getBytes(StandardCharsets.UTF_8));
            pieces.add(text.getBytes(StandardCharsets.UTF_8));
        }

        void ends() {
            pieces.add(END);
        }

        void awaitClosed() throws InterruptedException {
            if (!closed.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("not closed: " + text);
            }
        }

        private byte[] next() throws ServiceException {
            try {
                byte[] next = pieces.poll(20, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("never goes on: " + text);
                }
                if (cancelled) {
                    throw new ServiceException.Cancelled(Stage.SPEECH, null);
                }
                return next;
            } catch (InterruptedException e) {
                throw new ServiceException.Cancelled(Stage.SPEECH, e);
            }
        }

        @Override
        public int read(byte[] buffer) throws ServiceException {
            byte[] next = next();
            System.arraycopy(next, 0, buffer, 0, next.length);
            return next.length == 0 ? -1 : next.length;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public SpeechStream speak(SpeechRequest request, Cancellation cancellation) throws ServiceException {
        Asked made = new Asked(request.text());
        cancellation.onCancel(() -> {
            made.cancelled = true;
            made.pieces.add(END);
        });
        texts.add(made.text());
        asked.add(made);
        made.next();
        return made;
    }

    /** The next request. */
    Asked next() throws InterruptedException {
        Asked next = asked.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request for speech");
        }
        return next;
    }

    /** What was asked for up to now. */
    List<String> texts() {
        return List.copyOf(texts);
    }
}
