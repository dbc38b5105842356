package org.vivavoce.session;

import java.util.Optional;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.SentenceSplitter;
import org.vivavoce.ai.Services;
import org.vivavoce.turn.TurnState;

/**
 * A conversation of whole messages, for other programs: without a microphone, without a loudspeaker and without turn-taking, with the
 * prompts, the tools, the services and the history of a spoken one. Thread-safe; one turn at a time, which belongs to the thread that
 * began it.
 */
public final class WrittenConversation implements AutoCloseable {

    private final ConversationPlan plan;
    private final Services services;
    private final SpokenConversation.Environment around;
    private final ToolUse tools;
    private final WrittenHistory history; // this and the next: used by the turn that runs
    private final SessionStatistics statistics = new SessionStatistics();

    private boolean busy; // this and what follows: guarded by this
    private boolean closing;
    private boolean over;

    /** Nothing is said yet. */
    public WrittenConversation(ConversationPlan plan, Services services, SpokenConversation.Environment environment) {
        this.plan = plan;
        this.services = services;
        this.around = environment;
        this.tools = new ToolUse(environment.tools(), new TraceLine(environment.trace(), environment.clock()));
        this.history = new WrittenHistory(plan.earlier(), environment.history(), environment.clock());
    }

    /** Lets the partner say its opening, where the plan has one and the conversation is new. Called once, before the first turn. */
    public void open() {
        if (plan.opening() && history.isEmpty()) {
            history.partnerSaid(SentenceSplitter.join(plan.openingSentences()));
            statistics.partnerTurn(false);
        }
    }

    /**
     * Begins the user's turn.
     *
     * @param listener     receives the reply
     * @param cancellation ends it early: nobody listens any more
     * @return to be closed when the turn is over; empty where another one runs, or the conversation has ended
     */
    public synchronized Optional<WrittenTurn> begin(TurnListener listener, Cancellation cancellation) {
        if (busy || closing) {
            return Optional.empty();
        }
        busy = true;
        return Optional.of(new WrittenTurn(this, listener, cancellation));
    }

    /** Whether it has ended, or ends with the turn that runs. */
    public synchronized boolean isEnding() {
        return closing;
    }

    /** Ends the conversation, after the turn that runs; {@link ConversationEvent.Ended} follows. */
    @Override
    public void close() {
        boolean now;
        synchronized (this) {
            closing = true;
            now = !busy && !over;
            over |= now;
        }
        if (now) {
            end();
        }
    }

    /** A turn is over. */
    void turnEnded() {
        around.listener().on(new ConversationEvent.StateChanged(TurnState.LISTENING)); // may end the conversation
        boolean last;
        synchronized (this) {
            busy = false;
            last = closing && !over;
            over |= last;
        }
        if (last) {
            end();
        }
    }

    private void end() {
        SessionSummary summary = statistics.summary(around.clock().millis(), 0);
        around.listener().on(new ConversationEvent.Ended(summary.withExpense(around.expense().get())));
        services.close();
    }

    ConversationPlan plan() {
        return plan;
    }

    Services services() {
        return services;
    }

    ToolUse tools() {
        return tools;
    }

    SpokenConversation.Environment around() {
        return around;
    }

    WrittenHistory history() {
        return history;
    }

    SessionStatistics statistics() {
        return statistics;
    }

    @Override
    public String toString() {
        return "WrittenConversation[" + plan.mode().id() + "]"; // what was said never enters a log
    }
}
