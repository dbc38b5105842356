package org.vivavoce.ai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Requests to a chat model that fail as scripted, and are answered after that. */
class RetryTest {

    private final ServiceException down = new ServiceException.ServiceDown(Stage.CHAT, 503, null);
    private final ServiceException refused = new ServiceException.KeyRefused(Stage.CHAT, null);
    private final ServiceException stalled = new ServiceException.TimedOut(Stage.CHAT, null);

    private final ScriptedHedgeRunner runner = new ScriptedHedgeRunner();
    private final BlockingQueue<ServiceException> failures = new LinkedBlockingQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final List<Stage> told = new ArrayList<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Cancellation cancellation = new Cancellation();
    private final Retry retry = new Retry(Stage.CHAT, RetryValues.DEFAULT, runner, told::add);
    private boolean handedOn;

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        callers.shutdown();
        assertTrue(callers.awaitTermination(20, TimeUnit.SECONDS));
        assertTrue(runner.isQuiet());
    }

    @Test
    void whatIsAnsweredIsAskedOnce() throws Exception {
        assertEquals("answer", call().get());
        assertEquals(1, sent.get());
        assertEquals(List.of(), told);
    }

    @Test
    void aServiceThatFailsForAMomentIsAskedAgainAfterAQuarterOfASecond() throws Exception {
        failures.add(down);
        Future<String> caller = call();
        runner.passes(249, 1);
        assertEquals(1, sent.get());
        runner.passes(1, 1);

        assertEquals("answer", caller.get());
        assertEquals(2, sent.get());
        assertEquals(List.of(Stage.CHAT), told);
    }

    @Test
    void threeTriesAreAllThereAre() throws Exception {
        failures.addAll(List.of(down, down, down));
        Future<String> caller = call();
        runner.passes(250, 1);
        runner.passes(1000, 2);

        assertSame(down, failureOf(caller));
        assertEquals(3, sent.get());
    }

    @Test
    void whatOnlyTheUserCanMendIsToldAtOnce() {
        failures.add(refused);

        assertSame(refused, failureOf(call()));
        assertEquals(1, sent.get());
    }

    @Test
    void whatHungForFifteenSecondsIsToldAtOnce() {
        failures.add(stalled);

        assertSame(stalled, failureOf(call()));
        assertEquals(1, sent.get());
    }

    @Test
    void anAnswerOfWhichSomethingWasHandedOnIsNotBegunAnew() {
        failures.add(down);
        handedOn = true;

        assertSame(down, failureOf(call()));
        assertEquals(1, sent.get());
    }

    @Test
    void aShortWaitTheServiceAsksForIsKept() throws Exception {
        failures.add(new ServiceException.RateLimited(Stage.CHAT, Optional.of(Duration.ofSeconds(2)), null));
        Future<String> caller = call();
        runner.passes(1999, 1);
        assertEquals(1, sent.get());
        runner.passes(1, 1);

        assertEquals("answer", caller.get());
    }

    @Test
    void aLongWaitTheServiceAsksForIsToldAndNothingIsSentMeanwhile() throws Exception {
        ServiceException limited = new ServiceException.RateLimited(Stage.CHAT, Optional.of(Duration.ofSeconds(20)),
                null);
        failures.add(limited);
        assertSame(limited, failureOf(call()));
        runner.passes(19_999, 0);
        assertSame(limited, failureOf(call()));
        assertEquals(1, sent.get());
        runner.passes(1, 0);

        assertEquals("answer", call().get());
        assertEquals(2, sent.get());
    }

    @Test
    void aDeadServiceIsLeftAloneForFiveSecondsAfterThreeCalls() throws Exception {
        for (int i = 0; i < 3; i++) {
            failures.add(stalled);
            assertSame(stalled, failureOf(call()));
        }
        runner.passes(4999, 0);
        assertSame(stalled, failureOf(call()));
        assertEquals(3, sent.get());
        runner.passes(1, 0);

        assertEquals("answer", call().get());
        failures.add(stalled);
        assertSame(stalled, failureOf(call()));
        assertEquals("answer", call().get(), "after an answer it counts from the beginning");
    }

    @Test
    void cancellingEndsTheWait() throws Exception {
        failures.add(down);
        Future<String> caller = call();
        runner.passes(10, 1);
        cancellation.cancel();

        assertInstanceOf(ServiceException.Cancelled.class, failureOf(caller));
        assertEquals(1, sent.get());
    }

    private Future<String> call() {
        return callers.submit(() -> retry.send(this::send, () -> handedOn, cancellation));
    }

    private String send() throws ServiceException {
        sent.incrementAndGet();
        ServiceException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return "answer";
    }

    private static Throwable failureOf(Future<String> caller) {
        return Objects.requireNonNull(assertThrows(ExecutionException.class, caller::get).getCause());
    }
}
