package org.vivavoce.ai;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.WavEncoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FailOverTest {

    private final ServiceException down = new ServiceException.ServiceDown(Stage.TRANSCRIPTION, 503, null);
    private final ServiceException key = new ServiceException.KeyRefused(Stage.CHAT, null);

    private final Deque<ServiceException> failures = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<ServiceException> switched = new ArrayList<>();
    private boolean allowed = true;
    private boolean thereAreOthers = true;
    private final Services services = new FailOver(named("first"), this::others, () -> allowed,
            new FailOver.Switched("I am the other.", switched::add)).services();

    @Test
    void theThirdFailureInARowIsDoneByTheOthersAtOnce() throws Exception {
        fails(down, 3);
        assertThrows(ServiceException.ServiceDown.class, this::transcribe);
        assertThrows(ServiceException.ServiceDown.class, this::transcribe);

        assertEquals("other", transcribe());
        assertEquals("other", transcribe());
        assertEquals(List.of("first", "first", "first", "other", "other"), asked);
        assertEquals(List.of(down), switched);
    }

    @Test
    void whatWentWellBetweenThemMakesThemBeginAnew() throws Exception {
        fails(down, 2);
        assertThrows(ServiceException.ServiceDown.class, this::transcribe);
        assertThrows(ServiceException.ServiceDown.class, this::transcribe);
        assertEquals("first", transcribe());
        fails(down, 2);
        assertThrows(ServiceException.ServiceDown.class, this::transcribe);
        assertThrows(ServiceException.ServiceDown.class, this::transcribe);
        assertEquals("first", transcribe());
        assertEquals(List.of(), switched);
    }

    @Test
    void aRefusedKeyIsEnoughAndWhatIsSaidBeginsWithWhoSpeaks() throws Exception {
        fails(key, 1);
        reply();
        assertEquals(List.of("I am the other.\n", "other"), said);
        reply();
        assertEquals(List.of("I am the other.\n", "other", "other"), said, "once");
    }

    @Test
    void whereASentenceFailsTheOthersSayBeforeItWhoTheyAre() throws Exception {
        fails(key, 1);
        speak("Hello.");
        speak("Goodbye.");
        assertEquals(List.of("first: Hello.", "other: I am the other. Hello.", "other: Goodbye."), said);
    }

    @Test
    void aReplyThatWasBegunIsNotDoneByTheOthersButTheNextIs() throws Exception {
        Services halfway = new FailOver(
                new Services(services.speechToText(), (request, onText, cancellation) -> {
                    onText.accept("Well,");
                    throw key;
                }, services.textToSpeech(), () -> {
                }, () -> {
                }), this::others, () -> true, new FailOver.Switched("I am the other.", switched::add)).services();
        assertThrows(ServiceException.KeyRefused.class, () -> reply(halfway));
        assertEquals(List.of("Well,"), said);
        assertEquals(List.of(), switched);
    }

    @Test
    void withoutLeaveNothingIsEverAskedOfTheOthers() {
        allowed = false;
        fails(key, 5);
        for (int time = 0; time < 5; time++) {
            assertThrows(ServiceException.KeyRefused.class, this::reply);
        }
        assertEquals(List.of("first", "first", "first", "first", "first"), asked);
    }

    @Test
    void whereThereAreNoOthersWhatFailedIsToldAsItIs() {
        thereAreOthers = false;
        fails(key, 1);
        assertThrows(ServiceException.KeyRefused.class, this::reply);
        assertEquals(List.of(), switched);
    }

    @Test
    void whatWasCancelledIsNoFailure() {
        fails(new ServiceException.Cancelled(Stage.TRANSCRIPTION, null), 5);
        for (int time = 0; time < 5; time++) {
            assertThrows(ServiceException.Cancelled.class, this::transcribe);
        }
        assertEquals(List.of(), switched);
    }

    @Test
    void bothAreClosed() throws Exception {
        fails(key, 1);
        reply();
        services.close();
        assertTrue(asked.containsAll(List.of("first closed", "other closed")), asked::toString);
    }

    private void fails(ServiceException failure, int times) {
        for (int time = 0; time < times; time++) {
            failures.add(failure);
        }
    }

    private String transcribe() throws ServiceException {
        return services.speechToText().transcribe(
                new TranscriptionRequest(new WavEncoder().encode(new short[160]), Optional.empty(), ""),
                new Cancellation()).text();
    }

    private void reply() throws ServiceException {
        reply(services);
    }

    private void reply(Services asked) throws ServiceException {
        asked.languageModel().reply(new ChatRequest("", List.of(), 0, 10), said::add, new Cancellation());
    }

    private void speak(String text) throws ServiceException {
        services.textToSpeech().speak(new SpeechRequest(text, "coral", ""), new Cancellation()).close();
    }

    private Services others() {
        if (!thereAreOthers) {
            throw new IllegalStateException("no port is free");
        }
        return named("other");
    }

    private Services named(String name) {
        return new Services((request, cancellation) -> {
            ask(name);
            return new Transcript(name);
        }, (request, onText, cancellation) -> reply(name, onText), (request, cancellation) -> {
            said.add(name + ": " + request.text());
            ask(name);
            return new SilentStream();
        }, () -> {
        }, () -> asked.add(name + " closed"));
    }

    private Completion reply(String name, Consumer<String> onText) throws ServiceException {
        ask(name);
        onText.accept(name);
        return new Completion(name, false, 1, 1);
    }

    private void ask(String name) throws ServiceException {
        asked.add(name);
        if (name.equals("first") && !failures.isEmpty()) {
            throw failures.remove();
        }
    }

    private static final class SilentStream implements SpeechStream {
        @Override
        public int read(byte[] buffer) {
            return -1;
        }

        @Override
        public void close() {}
    }
}
