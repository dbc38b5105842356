package org.vivavoce.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.SessionExpense;
import org.vivavoce.settings.MonthSpent;
import org.vivavoce.settings.Settings.BudgetSettings;
import org.vivavoce.turn.TurnState;

/**
 * Watches what a conversation costs: warns when four fifths of a budget are used, ends the conversation when all of it is and the
 * partner has finished its reply, and adds to the month's sum after each turn of the partner. Told on the {@code session} thread, and
 * passes every event on first.
 */
final class BudgetWatch implements ConversationListener {

    private final Supplier<BudgetSettings> budget;
    private final ExpenseMeter meter;
    private final MonthSpent month;
    private final Executor background;
    private final Runnable end;
    private final ConversationListener inner;
    private final double monthBefore;
    private Budget.Level told = Budget.Level.FREE;
    private double booked;
    private boolean ending;
    private volatile Optional<String> remark = Optional.empty();

    /**
     * Reads the month's sum.
     *
     * @param budget     what holds at any moment
     * @param background writes the month's sum
     * @param end        ends the conversation; returns at once
     */
    BudgetWatch(Supplier<BudgetSettings> budget, ExpenseMeter meter, MonthSpent month, Executor background,
            Runnable end, ConversationListener inner) {
        this.budget = budget;
        this.meter = meter;
        this.month = month;
        this.background = background;
        this.end = end;
        this.inner = inner;
        this.monthBefore = month.dollars();
    }

    /** What the conversation has cost up to now. Any thread. */
    SessionExpense expense() {
        return meter.total(remark);
    }

    @Override
    public void on(ConversationEvent event) {
        inner.on(event);
        switch (event) {
            case ConversationEvent.Ended ended -> book();
            case ConversationEvent.PartnerTurnEnded turn -> {
                book();
                weigh();
            }
            case ConversationEvent.StateChanged(TurnState state) -> {
                weigh();
                endWhere(state);
            }
            default -> {
                // nothing was bought
            }
        }
    }

    private void weigh() {
        Budget now = now();
        if (now.level().compareTo(told) > 0) {
            now.sentence().ifPresent(sentence -> inner.on(new ConversationEvent.Trouble(sentence, Help.NONE)));
        }
        told = now.level();
    }

    private Budget now() {
        double spent = meter.dollars();
        return new Budget(budget.get(), spent, monthBefore + spent);
    }

    /** Where the partner has finished its reply and the user has not begun: nobody is cut short. */
    private void endWhere(TurnState state) {
        boolean nobodySpeaks = state == TurnState.LISTENING || state == TurnState.PAUSED;
        if (told == Budget.Level.USED && nobodySpeaks && !ending) {
            ending = true;
            remark = Optional.of("The conversation ended because " + now().name()
                    + " is used up: raise it in the settings to talk on.");
            end.run();
        }
    }

    private void book() {
        double now = meter.dollars();
        double more = now - booked;
        booked = now;
        if (more <= 0) {
            return;
        }
        try {
            background.execute(() -> month.add(more));
        } catch (RejectedExecutionException e) { // the program is ending, and nobody is kept waiting any more
            month.add(more);
        }
    }
}
