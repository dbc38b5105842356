package org.vivavoce.session;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.vivavoce.practice.History;
import org.vivavoce.practice.Message;

/** The history of a written conversation, told to whoever keeps it with each change. Used by one turn at a time. */
final class WrittenHistory {

    private final History history;
    private final HistoryListener keeper;
    private final SessionClock clock;
    private boolean cut; // the partner was cut short: the user's next message broke in
    private boolean cutBefore;
    private boolean typed;

    WrittenHistory(List<Message> earlier, HistoryListener keeper, SessionClock clock) {
        this.history = new History(earlier);
        this.keeper = keeper;
        this.clock = clock;
    }

    boolean isEmpty() {
        return history.messages().isEmpty();
    }

    /** The user says something; returns what the chat model is asked with. */
    List<Message> userSays(String text, boolean isTyped) {
        cutBefore = cut;
        cut = false;
        typed = isTyped;
        history.add(cutBefore ? Message.interruptingUser(text) : Message.user(text));
        tell(OptionalInt.empty());
        return history.context(PartnerSide.CONTEXT_MESSAGES);
    }

    /** The partner has said something; nothing where it is empty. */
    void partnerSaid(String text) {
        if (!text.isEmpty()) {
            history.add(Message.partner(text));
            tell(OptionalInt.empty());
        }
    }

    /** Whoever listens left in the middle of a reply. */
    void partnerWasCut(String text) {
        if (!text.isEmpty()) {
            cut = true;
            history.add(Message.interruptedPartner(text));
            tell(OptionalInt.of(text.length()));
        }
    }

    /** What the user said last came to nothing, and may be said again. */
    void takeBack() {
        cut = cutBefore;
        history.withdrawLast();
        tell(OptionalInt.empty());
    }

    private void tell(OptionalInt cutFrom) {
        keeper.changed(history.messages(), new HistoryListener.Known(typed, clock.millis(), cutFrom, Map.of()));
    }
}
