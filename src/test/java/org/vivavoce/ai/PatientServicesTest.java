package org.vivavoce.ai;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.WavEncoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Services that answer when the test lets them, and what the user hears of it. */
class PatientServicesTest {

    private final ScriptedHedgeRunner runner = new ScriptedHedgeRunner();
    private final ScriptedRequests<Transcript> transcriptions = new ScriptedRequests<>(Stage.TRANSCRIPTION);
    private final ScriptedRequests<Completion> chats = new ScriptedRequests<>(Stage.CHAT);
    private final ScriptedRequests<String> pieces = new ScriptedRequests<>(Stage.CHAT);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Cancellation cancellation = new Cancellation();
    private final Services services = PatientServices.of(new Services(
            (request, token) -> transcriptions.await(transcriptions.arrive(), token), (request, onText, token) -> {
                onText.accept(pieces.await(pieces.arrive(), token));
                return chats.await(chats.arrive(), token);
            }, (request, token) -> {
                throw new ServiceException.ServiceDown(Stage.SPEECH, 503, null);
            }, () -> {
            }, () -> {
            }), runner, new SlownessListener() {
                @Override
                public void slow(Stage stage) {
                    told.add("slow " + stage);
                }

                @Override
                public void over(Stage stage) {
                    told.add("over " + stage);
                }
            });

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        callers.shutdown();
        assertTrue(callers.awaitTermination(20, java.util.concurrent.TimeUnit.SECONDS));
        assertTrue(runner.isQuiet());
    }

    @Test
    void ofAPromptAnswerNothingIsTold() throws Exception {
        Future<Transcript> answer = transcribe();
        ScriptedRequests.Asked<Transcript> asked = transcriptions.next();
        runner.passes(5999, 1);
        asked.answers(new Transcript("hello"));
        assertEquals("hello", answer.get().text());
        assertEquals(List.of(), told);
    }

    @Test
    void whatTakesLongIsToldAndThatItIsOver() throws Exception {
        Future<Transcript> answer = transcribe();
        ScriptedRequests.Asked<Transcript> asked = transcriptions.next();
        runner.passes(6000, 1);
        assertEquals(List.of("slow TRANSCRIPTION"), told);
        asked.answers(new Transcript("hello"));
        assertEquals("hello", answer.get().text());
        assertEquals(List.of("slow TRANSCRIPTION", "over TRANSCRIPTION"), told);
    }

    @Test
    void aReplyIsNotSlowAnyMoreFromItsFirstWordOn() throws Exception {
        Future<Completion> reply = callers.submit(() -> services.languageModel()
                .reply(new ChatRequest("", List.of(), 0, 10), text -> told.add("text"), cancellation));
        ScriptedRequests.Asked<String> first = pieces.next();
        runner.passes(6000, 1);
        first.answers("Well,");
        ScriptedRequests.Asked<Completion> whole = chats.next();
        assertEquals(List.of("slow CHAT", "over CHAT", "text"), told);
        whole.answers(new Completion("Well, yes.", false, 1, 2));
        assertEquals("Well, yes.", reply.get().text());
        assertEquals(3, told.size());
    }

    @Test
    void aFailureIsHandedOnAndLeavesNoAlarm() {
        Optional<ServiceException> failure = Optional.empty();
        try (SpeechStream stream = services.textToSpeech().speak(new SpeechRequest("a", "b", ""), cancellation)) {
            told.add(stream.toString());
        } catch (ServiceException e) {
            failure = Optional.of(e);
        }
        assertTrue(failure.orElseThrow() instanceof ServiceException.ServiceDown);
        assertEquals(List.of(), told);
    }

    private Future<Transcript> transcribe() {
        return callers.submit(() -> services.speechToText().transcribe(
                new TranscriptionRequest(new WavEncoder().encode(new short[160]), Optional.empty(), ""), cancellation));
    }
}
