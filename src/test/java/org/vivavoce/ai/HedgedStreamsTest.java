package org.vivavoce.ai;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.ScriptedRequests.Asked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The stages whose answers are streams: the chat model, sent again after 1.2 s, and the voice, after 1.5 s. */
class HedgedStreamsTest {

    private static final String END = "<end>";
    private static final ChatRequest REQUEST = new ChatRequest("Be kind.", List.of(), 1, 100);

    private final ScriptedHedgeRunner runner = new ScriptedHedgeRunner();
    private final ScriptedRequests<String> chats = new ScriptedRequests<>(Stage.CHAT);
    private final ScriptedRequests<SpeechStream> voices = new ScriptedRequests<>(Stage.SPEECH);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Thread> hearers = new CopyOnWriteArrayList<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Cancellation cancellation = new Cancellation();
    private final LanguageModel model = new HedgedLanguageModel(this::write,
            new Hedge(Stage.CHAT, HedgeValues.DEFAULT, runner, stage -> {
            }));
    private final TextToSpeech voice = new HedgedTextToSpeech(
            (request, token) -> voices.await(voices.arrive(), token),
            new Hedge(Stage.SPEECH, HedgeValues.DEFAULT, runner, stage -> {
            }));

    private static final class Stream implements SpeechStream {
        private final AtomicBoolean closed = new AtomicBoolean();

        @Override
        public int read(byte[] buffer) {
            return -1;
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        callers.shutdown();
        assertTrue(callers.awaitTermination(20, TimeUnit.SECONDS));
        runner.awaitThreads();
        assertTrue(runner.isQuiet());
    }

    @Test
    void onlyTheReplyThatBeganFirstIsHeard() throws Exception {
        Future<Completion> caller = ask();
        Asked<String> first = chats.next();
        runner.passes(1200, 1);
        Asked<String> second = chats.next();
        second.answers("Well");
        awaitHeard(1); // the two answer on threads of their own
        second.answers(", yes.");
        first.answers("Too late");
        second.answers(END);

        assertEquals("Well, yes.", caller.get().text());
        assertEquals(List.of("Well", ", yes."), heard);
        runner.awaitThreads();
        assertEquals(1, hearers.stream().distinct().count());
        assertTrue(hearers.getFirst().getName().isEmpty(), "the caller's own thread");
    }

    @Test
    void aReplyThatHasBegunIsNotAskedForAgain() throws Exception {
        Future<Completion> caller = ask();
        Asked<String> first = chats.next();
        first.answers("Well");
        awaitHeard(1);
        runner.passes(10_000, 1);
        first.answers(END);

        assertEquals("Well", caller.get().text());
        assertEquals(0, runner.hedges());
    }

    @Test
    void aReplyThatBreaksOffAfterItsBeginningFails() throws Exception {
        Future<Completion> caller = ask();
        Asked<String> first = chats.next();
        first.answers("Well");
        ServiceException failure = new ServiceException.TimedOut(Stage.CHAT, null);
        first.fails(failure);

        assertSame(failure, failureOf(caller));
        assertEquals(List.of("Well"), heard);
    }

    @Test
    void anEmptyReplyIsOne() throws Exception {
        Future<Completion> caller = ask();
        chats.next().answers(END);

        assertEquals("", caller.get().text());
    }

    @Test
    void cancellingInTheMiddleOfAReplyEndsIt() throws Exception {
        Future<Completion> caller = ask();
        Asked<String> first = chats.next();
        first.answers("Well");
        awaitHeard(1);
        cancellation.cancel();

        assertInstanceOf(ServiceException.Cancelled.class, failureOf(caller));
        runner.awaitThreads();
        assertTrue(first.isCancelled());
    }

    @Test
    void aReaderThatThrowsEndsTheReply() throws Exception {
        Future<Completion> caller = callers.submit(() -> model.reply(REQUEST, text -> {
            throw new IllegalStateException("fault");
        }, cancellation));
        Asked<String> first = chats.next();
        first.answers("Well");

        assertInstanceOf(IllegalStateException.class, failureOf(caller));
        runner.awaitThreads();
        assertTrue(first.isCancelled());
    }

    @Test
    void theVoiceThatBeganFirstIsHeardAndTheOtherIsClosed() throws Exception {
        Future<SpeechStream> caller = callers.submit(() -> voice.speak(new SpeechRequest("Hi.", "nova", ""),
                cancellation));
        Asked<SpeechStream> first = voices.next();
        runner.passes(1500, 1);
        Asked<SpeechStream> second = voices.next();
        Stream winner = new Stream();
        second.answers(winner);
        try (SpeechStream stream = caller.get()) {
            assertEquals(-1, stream.read(new byte[10]));
            runner.awaitThreads();
            assertTrue(first.isCancelled());
        }

        assertTrue(winner.closed.get());
    }

    @Test
    void cancellingWhileTheVoiceSpeaksEndsItsRequest() throws Exception {
        AtomicBoolean torn = new AtomicBoolean();
        TextToSpeech speaking = new HedgedTextToSpeech((request, token) -> {
            token.onCancel(() -> torn.set(true));
            return new Stream();
        }, new Hedge(Stage.SPEECH, HedgeValues.DEFAULT, runner, stage -> {
        }));
        try (SpeechStream _ = speaking.speak(new SpeechRequest("Hi.", "nova", ""), cancellation)) {
            cancellation.cancel();

            assertTrue(torn.get());
        }
    }

    @Test
    void aVoiceThatComesAfterTheCallerHasGoneIsClosed() throws Exception {
        Stream late = new Stream();
        TextToSpeech stubborn = new HedgedTextToSpeech((request, token) -> {
            cancellation.cancel();
            return late;
        }, new Hedge(Stage.SPEECH, HedgeValues.DEFAULT, runner, stage -> {
        }));

        assertThrows(ServiceException.Cancelled.class,
                () -> stubborn.speak(new SpeechRequest("Hi.", "nova", ""), cancellation));
        runner.awaitThreads();
        assertTrue(late.closed.get());
    }

    private Future<Completion> ask() {
        return callers.submit(() -> model.reply(REQUEST, text -> {
            heard.add(text);
            hearers.add(Thread.currentThread());
        }, cancellation));
    }

    private Completion write(ChatRequest request, Consumer<String> onText, Cancellation token)
            throws ServiceException {
        Asked<String> asked = chats.arrive();
        StringBuilder whole = new StringBuilder();
        while (true) {
            String piece = chats.await(asked, token);
            if (piece.equals(END)) {
                return new Completion(whole.toString(), false, -1, -1);
            }
            whole.append(piece);
            onText.accept(piece);
        }
    }

    private void awaitHeard(int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (heard.size() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private static Throwable failureOf(Future<?> caller) {
        return Objects.requireNonNull(
                assertThrows(ExecutionException.class, () -> caller.get(20, TimeUnit.SECONDS)).getCause());
    }
}
