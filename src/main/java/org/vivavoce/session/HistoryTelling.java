package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vivavoce.practice.Message;
import org.vivavoce.session.SessionEvent.Frame;
import org.vivavoce.session.SessionEvent.Tick;

/**
 * Tells whoever keeps it what was said, each time that has changed: the history, and behind it what is not finished yet, so that a
 * program that is killed loses no sentence that was heard and no piece that was understood. Used by the {@code session} thread.
 */
final class HistoryTelling {

    private final PartnerSide partner;
    private final UserSide user;
    private int changesTold;
    private List<Message> unfinishedTold = List.of();
    private List<Message> told = List.of();
    private boolean mayHaveChanged;
    private final Silences silences;
    private @Nullable UserTurn turn;
    private @Nullable Message understood; // of that turn

    HistoryTelling(PartnerSide partner, UserSide user) {
        this.partner = partner;
        this.user = user;
        this.silences = new Silences(partner, user);
    }

    /** Something has happened; of sound alone, nothing is understood and nothing heard. */
    void happened(SessionEvent event) {
        mayHaveChanged |= !(event instanceof Frame || event instanceof Tick);
    }

    /** @param nowMillis since the conversation began */
    void tell(HistoryListener keeper, long nowMillis) {
        silences.look(nowMillis);
        boolean changed = partner.history().changes() != changesTold;
        if (!changed && !mayHaveChanged) {
            return;
        }
        mayHaveChanged = false;
        List<Message> unfinished = unfinished();
        if (!changed && unfinished.equals(unfinishedTold)) {
            return;
        }
        changesTold = partner.history().changes();
        unfinishedTold = unfinished;
        List<Message> messages = new ArrayList<>(partner.history().messages());
        messages.addAll(unfinished);
        if (messages.equals(told)) { // what was not finished is in the history now
            return;
        }
        told = List.copyOf(messages);
        keeper.changed(told, new HistoryListener.Known(
                user.turn().filter(UserTurn::isTyped).isPresent(), nowMillis, partner.takeCutFrom(),
                silences.last()));
    }

    private List<Message> unfinished() {
        List<Message> messages = new ArrayList<>();
        partner.unfinished().ifPresent(messages::add);
        understood().filter(message -> !isAnswered()).ifPresent(messages::add);
        return messages;
    }

    /** The user's turn is in the history, since it is being answered. */
    private boolean isAnswered() {
        return partner.current().filter(reply -> reply.kind() == Reply.Kind.ANSWER && !reply.hasBegun()).isPresent();
    }

    /**
     * What is understood of the user's turn. Where the user went on and a piece is sent again with what follows, its words stay until
     * those of the longer one are there.
     */
    private Optional<Message> understood() {
        UserTurn now = user.turn().orElse(null);
        if (now != turn) {
            turn = now;
            understood = null;
        }
        if (now != null && !now.text().isEmpty()) {
            Message message = now.asMessage();
            if (understood == null || !understood.text().startsWith(message.text())) {
                understood = message;
            }
        }
        return Optional.ofNullable(understood);
    }
}
