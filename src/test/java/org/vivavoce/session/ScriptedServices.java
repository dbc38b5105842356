package org.vivavoce.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.Transcript;
import org.vivavoce.ai.TranscriptionRequest;

/**
 * Services behind the real ports, each step of which the test lets happen: the chat model waits for the next piece of text, the voice
 * speaks at once unless it is held. Speech is the sentence's own bytes.
 */
final class ScriptedServices {

    private static final long LONGEST_WAIT_S = 20;

    /** What the chat model does next. */
    private sealed interface Step {
        record Text(String text) implements Step {}

        record Finish() implements Step {}

        record Fail(Exception failure) implements Step {}

        record Cancel() implements Step {}
    }

    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final StringBuilder written = new StringBuilder(); // of the thread that writes the reply
    private final List<String> spoken = new CopyOnWriteArrayList<>();
    private final Map<String, Exception> speechFailures = new ConcurrentHashMap<>();
    private final CountDownLatch voiceReleased = new CountDownLatch(1);
    private final CountDownLatch voiceAsked = new CountDownLatch(1);
    private volatile boolean voiceHeld;
    private final BlockingQueue<Object> transcripts = new LinkedBlockingQueue<>();

    void writes(String text) {
        steps.add(new Step.Text(text));
    }

    void finishes() {
        steps.add(new Step.Finish());
    }

    void failsToWrite(Exception failure) {
        steps.add(new Step.Fail(failure));
    }

    void failsToSpeak(String sentence, Exception failure) {
        speechFailures.put(sentence, failure);
    }

    /** The voice gives the first byte of nothing until it is released. */
    void holdsTheVoice() {
        voiceHeld = true;
    }

    void releasesTheVoice() {
        voiceReleased.countDown();
    }

    void awaitVoiceAsked() throws InterruptedException {
        if (!voiceAsked.await(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
            throw new AssertionError("the voice was not asked");
        }
    }

    void understands(String text) {
        transcripts.add(text);
    }

    void failsToUnderstand(Exception failure) {
        transcripts.add(failure);
    }

    /** The sentences the voice was asked for. */
    List<String> spoken() {
        return List.copyOf(spoken);
    }

    Services services() {
        return new Services(this::transcribe, this::reply, this::speak, () -> {
        }, () -> {
        });
    }

    private Transcript transcribe(TranscriptionRequest request, Cancellation cancellation) throws ServiceException {
        Object next = transcripts.remove();
        if (next instanceof Exception failure) {
            throw thrown(failure);
        }
        return new Transcript((String) next);
    }

    private Completion reply(ChatRequest request, Consumer<String> onText, Cancellation cancellation)
            throws ServiceException {
        try (Cancellation.Registration _ = cancellation.onCancel(() -> steps.add(new Step.Cancel()))) {
            while (true) {
                Step step = steps.poll(LONGEST_WAIT_S, TimeUnit.SECONDS);
                switch (step) {
                    case Step.Text(String text) -> {
                        written.append(text);
                        onText.accept(text);
                    }
                    case Step.Finish() -> {
                        return new Completion(written.toString(), false, -1, -1);
                    }
                    case Step.Fail(Exception failure) -> throw thrown(failure);
                    case Step.Cancel() -> throw new ServiceException.Cancelled(Stage.CHAT, null);
                    case null -> throw new AssertionError("the script of the chat model has no end");
                }
            }
        } catch (InterruptedException e) {
            throw new ServiceException.Cancelled(Stage.CHAT, e);
        }
    }

    private SpeechStream speak(SpeechRequest request, Cancellation cancellation) throws ServiceException {
        spoken.add(request.text());
        voiceAsked.countDown();
        if (voiceHeld) {
            try (Cancellation.Registration _ = cancellation.onCancel(voiceReleased::countDown)) {
                if (!voiceReleased.await(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
                    throw new AssertionError("the voice is never released");
                }
            } catch (InterruptedException e) {
                throw new ServiceException.Cancelled(Stage.SPEECH, e);
            }
        }
        if (cancellation.isCancelled()) {
            throw new ServiceException.Cancelled(Stage.SPEECH, null);
        }
        Exception failure = speechFailures.get(request.text());
        if (failure != null) {
            throw thrown(failure);
        }
        return new Bytes(request.text().getBytes(StandardCharsets.UTF_8));
    }

    private static ServiceException thrown(Exception failure) {
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        return (ServiceException) failure;
    }

    private static final class Bytes implements SpeechStream {
        private final byte[] bytes;
        private boolean read;

        private Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(byte[] buffer) {
            if (read) {
                return -1;
            }
            read = true;
            System.arraycopy(bytes, 0, buffer, 0, bytes.length);
            return bytes.length;
        }

        @Override
        public void close() {}
    }
}
