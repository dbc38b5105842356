package org.vivavoce.app;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.vivavoce.practice.Message;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.HistoryListener;
import org.vivavoce.session.SessionExpense;
import org.vivavoce.store.SessionCost;
import org.vivavoce.store.SessionWriter;
import org.vivavoce.store.Told;

/**
 * Keeps a conversation as it happens: what is said, how long answers take, what it costs. Called by the {@code session} thread, returns at
 * once, and passes every event on first.
 *
 * @param writer  keeps it
 * @param expense what was used up to now
 * @param clock   says when it ended
 * @param sound   takes how it sounded
 * @param inner   is told everything
 */
record SessionRecorder(SessionWriter writer, Supplier<SessionExpense> expense, Clock clock,
        Consumer<HistoryListener.Sounded> sound,
        ConversationListener inner) implements ConversationListener, HistoryListener {

    private static final double MICROS = 1e6;

    @Override
    public void changed(List<Message> messages, Known known) {
        writer.history(messages, new Told(Duration.ofMillis(known.atMillis()), known.typed(), known.cutFrom(),
                known.silence()));
    }

    @Override
    public void sounded(Sounded sounded) {
        sound.accept(sounded);
    }

    @Override
    public void on(ConversationEvent event) {
        inner.on(event);
        switch (event) {
            case ConversationEvent.TurnMeasured measured -> {
                Map<String, Long> millis = new HashMap<>();
                measured.latency().millis()
                        .forEach((stage, ms) -> millis.put(stage.name().toLowerCase(Locale.ROOT), ms));
                writer.latency(millis);
            }
            case ConversationEvent.PartnerTurnEnded turn -> writer.cost(cost());
            case ConversationEvent.Ended over -> {
                writer.cost(cost());
                writer.end(clock.instant());
            }
            default -> {
                // nothing to keep
            }
        }
    }

    private SessionCost cost() {
        SessionExpense now = expense.get();
        return new SessionCost(
                now.dollars().isPresent()
                        ? OptionalLong.of(Math.round(now.dollars().getAsDouble() * MICROS))
                        : OptionalLong.empty(),
                now.tokensRead(), now.tokensWritten(), now.charactersSpoken(), now.transcribed());
    }
}
