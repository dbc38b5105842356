package org.vivavoce.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.Toolbox;
import org.vivavoce.practice.Message;
import org.vivavoce.turn.TurnEvent;

/**
 * A conversation on real sound and real services: one queue, one {@code session} thread that empties it, {@code capture} and
 * {@code playback} beside it. Methods may be called from any thread.
 */
public final class SpokenConversation implements Conversation {

    private static final int MOST_WAITING_EVENTS = 3000; // 30 s of frames: a stalled session thread is a fault, not a habit
    private static final long CLOSE_WAIT_S = 3;
    private static final long TICK_MS = 1000;

    private final BlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>(MOST_WAITING_EVENTS);
    private final CountDownLatch over = new CountDownLatch(1);
    private final SessionThreads threads;
    private final SoundParts sound;
    private final Services services;
    private final CaptureLoop capture;
    private final Playback playback;
    private final ConversationCore core;
    private final HistoryListener history;
    private final TraceLine trace;
    private volatile boolean started;

    /**
     * What a conversation needs of the app.
     *
     * @param threads  makes its threads
     * @param clock    its time, starting at 0
     * @param listener is told what happens
     * @param trace    takes the times
     * @param keeper   keeps utterances that could not be sent
     * @param expense  what the conversation has used up to now; any thread
     * @param tools    what the partner can do while it talks
     * @param history  keeps what was said
     */
    public record Environment(SessionThreads threads, SessionClock clock, ConversationListener listener, Trace trace,
            UtteranceKeeper keeper, Supplier<SessionExpense> expense, Toolbox tools, HistoryListener history) {

        /** A partner that only talks, and nobody who keeps it. */
        public Environment(SessionThreads threads, SessionClock clock, ConversationListener listener, Trace trace,
                UtteranceKeeper keeper, Supplier<SessionExpense> expense) {
            this(threads, clock, listener, trace, keeper, expense, Toolbox.EMPTY, HistoryListener.NONE);
        }
    }

    public SpokenConversation(ConversationPlan plan, SoundParts sound, Services services, Environment environment) {
        this.threads = environment.threads();
        this.sound = sound;
        this.services = services;
        this.trace = new TraceLine(new LatencyMeter(environment.trace(),
                latency -> environment.listener().on(new ConversationEvent.TurnMeasured(latency))),
                environment.clock());
        this.capture = new CaptureLoop(sound, environment.clock(), events::offer);
        this.playback = new Playback(sound, environment.clock(), this::post);
        ReplyPipeline pipeline = new ReplyPipeline(plan, services, sound, playback,
                new ReplyPipeline.Surroundings(threads, this::post, trace, environment.keeper(),
                        environment.tools()));
        this.history = environment.history();
        this.core = new ConversationCore(plan, pipeline, playback, event -> tell(event, environment), trace,
                new WordingGate(plan.wording()));
    }

    @Override
    public void start() {
        started = true;
        threads.start("session", this::work);
        threads.start("playback", playback);
        threads.start("capture", capture);
        post(new SessionEvent.Begin());
    }

    private void work() {
        try {
            while (!core.isEnded()) {
                SessionEvent event = events.poll(TICK_MS, TimeUnit.MILLISECONDS);
                core.on(event == null ? new SessionEvent.Tick() : event);
                core.tellHistory(history);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            try {
                core.on(new SessionEvent.Close()); // where a fault ended it: whoever watches is told
            } finally {
                closeParts();
            }
        }
    }

    private void closeParts() {
        capture.close();
        playback.close();
        sound.canceller().close();
        services.close();
        over.countDown();
    }

    /** The trace is complete before anyone who waits for the end may close it. */
    private void tell(ConversationEvent event, Environment environment) {
        if (event instanceof ConversationEvent.Ended(SessionSummary summary)) {
            core.tellHistory(history); // the end is the last that is kept
            SessionExpense expense = environment.expense().get();
            traceEnd(expense);
            environment.listener().on(new ConversationEvent.Ended(summary.withExpense(expense)));
        } else {
            environment.listener().on(event);
        }
    }

    private void traceEnd(SessionExpense expense) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("overruns", capture.overruns());
        values.put("underruns", playback.underruns());
        values.put("ms-transcribed", expense.transcribed().toMillis());
        values.put("tokens-read", expense.tokensRead());
        values.put("tokens-written", expense.tokensWritten());
        values.put("characters-spoken", expense.charactersSpoken());
        expense.dollars().ifPresent(dollars -> values.put("dollars", dollars));
        trace.event("ended", values);
    }

    private void post(SessionEvent event) {
        if (over.getCount() == 0) {
            return; // nobody takes it any more
        }
        try {
            events.put(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void mute(boolean muted) {
        post(new SessionEvent.Mute(muted));
    }

    @Override
    public void holdToTalk(boolean pressed) {
        post(new SessionEvent.Key(new TurnEvent.HoldToTalk(pressed)));
    }

    @Override
    public void done() {
        post(new SessionEvent.Key(new TurnEvent.Done()));
    }

    @Override
    public void stopPartner() {
        post(new SessionEvent.Key(new TurnEvent.Stop()));
    }

    @Override
    public void type(String text) {
        post(new SessionEvent.Type(text));
    }

    @Override
    public void tryAgain() {
        post(new SessionEvent.TryAgain());
    }

    @Override
    public void pause(boolean paused) {
        post(new SessionEvent.Key(new TurnEvent.Pause(paused)));
    }

    /** Lets the partner know something that nobody said: it goes with its next requests, at its place among what was said. */
    public void direct(String direction) {
        post(new SessionEvent.Direct(direction));
    }

    /**
     * Gives the user time for an answer, in place of any other: it begins when the user has the floor, and at its end the partner says so.
     *
     * @param what what it is for; may be empty
     */
    public void setTimer(Duration length, String what) {
        post(new SessionEvent.SetTimer(length, what));
    }

    /** The time does not matter any more. */
    public void cancelTimer() {
        post(new SessionEvent.CancelTimer());
    }

    /** The messages so far, oldest first; to be read when the conversation has ended. */
    public List<Message> messages() {
        return core.messages();
    }

    /** Waits until the conversation has ended and its threads are told to. */
    public boolean awaitEnd(long timeout, TimeUnit unit) throws InterruptedException {
        return over.await(timeout, unit);
    }

    @Override
    public void close() {
        if (!started || over.getCount() == 0) {
            return;
        }
        post(new SessionEvent.Close());
        try {
            over.await(CLOSE_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
