package org.vivavoce.session;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TextToSpeech;
import org.vivavoce.audio.SpeechType;

/**
 * Has the sentences of a written reply spoken, one after the other, while the rest of it is still written, and passes the bytes on as
 * the voice sends them. Told by the thread that asks; reads on a {@code reply-speech} thread.
 */
final class SentenceReader {

    private static final int READ_BYTES = 8192;

    private final ConversationPlan plan;
    private final TextToSpeech voice;
    private final TurnListener listener;
    private final Cancellation givenUp = new Cancellation(); // with the turn, or by itself
    private final Cancellation.Registration withTheTurn;
    private final BlockingQueue<Optional<String>> sentences = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> spoken = new CompletableFuture<>();

    /** Begins to wait for sentences. */
    static SentenceReader start(ConversationPlan plan, TextToSpeech voice, SessionThreads threads,
            TurnListener listener, Cancellation cancellation) {
        SentenceReader reader = new SentenceReader(plan, voice, listener, cancellation);
        threads.run("reply-speech", reader::work);
        return reader;
    }

    private SentenceReader(ConversationPlan plan, TextToSpeech voice, TurnListener listener,
            Cancellation cancellation) {
        this.plan = plan;
        this.voice = voice;
        this.listener = listener;
        this.withTheTurn = cancellation.onCancel(givenUp::cancel);
    }

    void say(String sentence) {
        sentences.add(Optional.of(sentence));
    }

    /** There are no more sentences: waits until the last one is spoken. */
    void finish() throws ServiceException {
        sentences.add(Optional.empty());
        try {
            spoken.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException.Cancelled(Stage.SPEECH, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ServiceException failure) {
                throw failure;
            }
            throw new ServiceException.BadReply(Stage.SPEECH, "the program made a mistake", e.getCause());
        }
    }

    /** The reply broke off: what waits is not spoken any more, and nothing is passed on after this. Nothing to do after the end. */
    void giveUp() {
        givenUp.cancel();
        sentences.add(Optional.empty());
        try {
            spoken.handle((_, _) -> true).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("what is handled cannot fail", e);
        }
    }

    private void work() {
        try {
            int index = 0;
            for (Optional<String> next = sentences.take(); next.isPresent(); next = sentences.take()) {
                speak(index++, next.get());
            }
            spoken.complete(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            spoken.completeExceptionally(new ServiceException.Cancelled(Stage.SPEECH, e));
        } catch (ServiceException e) {
            spoken.completeExceptionally(e);
        } catch (RuntimeException e) {
            spoken.completeExceptionally(e);
            throw e; // logged where the thread ends
        } finally {
            withTheTurn.close();
        }
    }

    private void speak(int index, String sentence) throws ServiceException {
        try (SpeechStream stream = voice.speak(plan.speaking(sentence), givenUp)) {
            byte[] buffer = new byte[READ_BYTES];
            int length = fill(stream, buffer);
            String type = SpeechType.of(buffer, length)
                    .orElseThrow(() -> new ServiceException.BadReply(Stage.SPEECH, "it was no sound", null));
            while (length > 0) {
                listener.audio(index, type, Arrays.copyOf(buffer, length));
                length = Math.max(0, stream.read(buffer));
            }
        }
    }

    /** Reads until it can be told what it is. */
    private static int fill(SpeechStream stream, byte[] buffer) throws ServiceException {
        int length = Math.max(0, stream.read(buffer));
        while (length < SpeechType.ENOUGH_BYTES) {
            byte[] more = new byte[buffer.length - length];
            int read = stream.read(more);
            if (read < 0) {
                return length;
            }
            System.arraycopy(more, 0, buffer, length, read);
            length += read;
        }
        return length;
    }
}
