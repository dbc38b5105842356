package org.vivavoce.ai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.ScriptedRequests.Asked;
import org.vivavoce.audio.EncodedAudio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Transcriptions of ten seconds of speech, which are sent again after 1.5 s. */
class HedgeTest {

    private static final int LIMIT_MS = 1500;

    private final ScriptedHedgeRunner runner = new ScriptedHedgeRunner();
    private final ScriptedRequests<Transcript> requests = new ScriptedRequests<>(Stage.TRANSCRIPTION);
    private final List<Stage> told = new CopyOnWriteArrayList<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Cancellation cancellation = new Cancellation();
    private final SpeechToText hedged = new HedgedSpeechToText(
            (request, token) -> requests.await(requests.arrive(), token),
            new Hedge(Stage.TRANSCRIPTION, HedgeValues.DEFAULT, runner, told::add));

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        callers.shutdown();
        assertTrue(callers.awaitTermination(20, TimeUnit.SECONDS));
        runner.awaitThreads();
        assertTrue(runner.isQuiet());
    }

    @Test
    void anAnswerInTimeIsTheOnlyOneThatIsAskedFor() throws Exception {
        Future<Transcript> caller = call();
        Asked<Transcript> first = requests.next();
        runner.passes(LIMIT_MS - 1, 1);
        first.answers(new Transcript("first"));

        assertEquals(new Transcript("first"), caller.get());
        assertEquals(0, runner.hedges());
        assertEquals(List.of(), told);
    }

    @Test
    void aSlowRequestIsSentAgainAndTheFirstAnswerCounts() throws Exception {
        Future<Transcript> caller = call();
        Asked<Transcript> first = requests.next();
        runner.passes(LIMIT_MS, 1);
        Asked<Transcript> second = requests.next();
        second.answers(new Transcript("second"));

        assertEquals(new Transcript("second"), caller.get());
        runner.awaitThreads();
        assertTrue(first.isCancelled(), "the loser is cancelled");
        assertEquals(List.of(Stage.TRANSCRIPTION), told);
    }

    @Test
    void theFirstRequestMayStillWin() throws Exception {
        Future<Transcript> caller = call();
        Asked<Transcript> first = requests.next();
        runner.passes(LIMIT_MS, 1);
        Asked<Transcript> second = requests.next();
        first.answers(new Transcript("first"));

        assertEquals(new Transcript("first"), caller.get());
        runner.awaitThreads();
        assertTrue(second.isCancelled());
    }

    @Test
    void aFailureBeforeTheSecondRequestIsTheCallers() throws Exception {
        Future<Transcript> caller = call();
        ServiceException failure = new ServiceException.ServiceDown(Stage.TRANSCRIPTION, 503, null);
        requests.next().fails(failure);

        assertSame(failure, failureOf(caller));
        assertEquals(0, runner.hedges());
    }

    @Test
    void aFailureWhileTheOtherIsUnderWayWaitsForTheOther() throws Exception {
        Future<Transcript> caller = call();
        Asked<Transcript> first = requests.next();
        runner.passes(LIMIT_MS, 1);
        Asked<Transcript> second = requests.next();
        first.fails(new ServiceException.NoNetwork(Stage.TRANSCRIPTION, "service.example", null));
        second.answers(new Transcript("second"));

        assertEquals(new Transcript("second"), caller.get());
    }

    @Test
    void ofTwoFailuresTheFirstRequestsIsTold() throws Exception {
        Future<Transcript> caller = call();
        Asked<Transcript> first = requests.next();
        runner.passes(LIMIT_MS, 1);
        Asked<Transcript> second = requests.next();
        second.fails(new ServiceException.NoNetwork(Stage.TRANSCRIPTION, "service.example", null));
        ServiceException failure = new ServiceException.TimedOut(Stage.TRANSCRIPTION, null);
        first.fails(failure);

        assertSame(failure, failureOf(caller));
    }

    @Test
    void aFaultOfOursReachesTheCaller() throws Exception {
        Future<Transcript> caller = call();
        requests.next().fails(new IllegalStateException("fault"));

        assertInstanceOf(IllegalStateException.class, failureOf(caller));
    }

    @Test
    void cancellingTheCallerCancelsBoth() throws Exception {
        Future<Transcript> caller = call();
        Asked<Transcript> first = requests.next();
        runner.passes(LIMIT_MS, 1);
        Asked<Transcript> second = requests.next();
        cancellation.cancel();

        assertInstanceOf(ServiceException.Cancelled.class, failureOf(caller));
        runner.awaitThreads();
        assertTrue(first.isCancelled() && second.isCancelled());
    }

    @Test
    void aCallerThatIsCancelledAlreadySendsNothingTwice() throws Exception {
        cancellation.cancel();
        Future<Transcript> caller = call();

        assertInstanceOf(ServiceException.Cancelled.class, failureOf(caller));
        assertEquals(0, runner.hedges());
    }

    @Test
    void anInterruptedCallerCancelsItsRequest() throws Exception {
        Future<Transcript> caller = call();
        Asked<Transcript> first = requests.next();
        callers.shutdownNow();

        assertInstanceOf(ServiceException.Cancelled.class, failureOf(caller));
        runner.awaitThreads();
        assertTrue(first.isCancelled());
    }

    @Test
    void whereTheServiceAsksToSlowDownNothingIsSentTwiceForAWhile() throws Exception {
        Future<Transcript> refused = call();
        requests.next().fails(new ServiceException.RateLimited(Stage.TRANSCRIPTION, Optional.of(Duration.ofSeconds(20)),
                null));
        assertInstanceOf(ServiceException.RateLimited.class, failureOf(refused));
        Future<Transcript> soon = call();
        Asked<Transcript> first = requests.next();
        runner.passes(19_000, 2);
        assertEquals(0, runner.hedges());
        first.answers(new Transcript("late"));
        soon.get();
        Future<Transcript> later = call();
        requests.next();
        runner.passes(LIMIT_MS, 3);
        requests.next().answers(new Transcript("second"));

        assertEquals(new Transcript("second"), later.get());
    }

    @Test
    void atMostOneOfFiveRequestsIsSentTwice() throws Exception {
        List<Integer> sentTwice = new ArrayList<>();
        for (int call = 1; call <= 40; call++) {
            long before = runner.hedges();
            Future<Transcript> caller = call();
            Asked<Transcript> first = requests.next();
            runner.passes(10_000, call);
            if (runner.hedges() > before) {
                sentTwice.add(call);
                requests.next().answers(new Transcript("second"));
            } else {
                first.answers(new Transcript("first"));
            }
            caller.get();
        }

        assertEquals(List.of(1, 2, 15, 20, 21, 22, 35, 40), sentTwice);
    }

    @Test
    void longSpeechMayTakeLonger() throws Exception {
        Future<Transcript> caller = callers.submit(() -> hedged.transcribe(speech(25), cancellation));
        Asked<Transcript> first = requests.next();
        runner.passes(2400, 1);
        assertEquals(0, runner.hedges());
        first.answers(new Transcript("long"));

        assertEquals(new Transcript("long"), caller.get());
    }

    private Future<Transcript> call() {
        return callers.submit(() -> hedged.transcribe(speech(10), cancellation));
    }

    private static TranscriptionRequest speech(int seconds) {
        return new TranscriptionRequest(
                new EncodedAudio(new byte[1], EncodedAudio.Format.WAV, Duration.ofSeconds(seconds)), Optional.of("en"),
                "");
    }

    private static Throwable failureOf(Future<?> caller) {
        return Objects.requireNonNull(
                assertThrows(ExecutionException.class, () -> caller.get(20, TimeUnit.SECONDS)).getCause());
    }
}
