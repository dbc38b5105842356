package org.vivavoce.api;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.session.WrittenTurn;
import org.vivavoce.store.NewSession;

/** A session whose conversation is held now. Thread-safe. */
final class LiveSession {

    private static final int END_WAIT_S = 10;

    private final Conversations.Held held;
    private final ReplyRelay relay;
    private volatile Cancellation running = new Cancellation();
    private volatile long usedAtNanos;
    private volatile boolean busy;

    LiveSession(Conversations.Held held, ReplyRelay relay, long nowNanos) {
        this.held = held;
        this.relay = relay;
        this.usedAtNanos = nowNanos;
    }

    NewSession begun() {
        return held.begun();
    }

    /** Whether a message would find it ended. */
    boolean isEnding() {
        return held.conversation().isEnding();
    }

    /** Why the conversation may not go on; empty where it may. */
    Optional<String> refusal() {
        return relay.refusal();
    }

    /** Begins a turn; empty where one runs, or the conversation ends. */
    Optional<WrittenTurn> begin(ReplySink sink, Cancellation cancellation) {
        Optional<WrittenTurn> turn = held.conversation().begin(sink, cancellation);
        if (turn.isPresent()) {
            busy = true;
            running = cancellation;
            relay.to(Optional.of(sink));
        }
        return turn;
    }

    /** The reply is out: what happens now is nobody's. */
    void finished(long nowNanos) {
        relay.to(Optional.empty());
        busy = false;
        usedAtNanos = nowNanos;
    }

    /** Whether a reply is on its way. */
    boolean isBusy() {
        return busy;
    }

    /** When something was last asked of it. */
    long usedAtNanos() {
        return usedAtNanos;
    }

    /** Breaks off the reply that runs and ends the conversation; returns at once. */
    void end() {
        held.conversation().close();
        running.cancel();
    }

    /** Waits until it has ended; returns whether it has. */
    boolean awaitEnd() {
        try {
            relay.over().get(END_WAIT_S, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
