package org.vivavoce.session;

import java.util.Optional;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnReading;

/**
 * How far the user's turn is from being answered: whether its words are still to be weighed, and whether a reply may be worked on though
 * the turn may go on. Used by the {@code session} thread.
 */
final class TurnReadiness {

    private final MeaningGate gate;
    private boolean wordsAwaited;
    private boolean mayReply;

    TurnReadiness(MeaningGate gate) {
        this.gate = gate;
    }

    /** The user is speaking, or has made clear by a key that the turn is over: words say nothing about its end. */
    void wordsDoNotMatter() {
        wordsAwaited = false;
        mayReply = false;
    }

    /** The user fell quiet: the words will say whether the turn is over. */
    void awaitWords() {
        wordsAwaited = true;
    }

    void allowReply() {
        mayReply = true;
    }

    /** Whether a reply may be worked on before the turn has ended. */
    boolean mayReply() {
        return mayReply;
    }

    /** What the words say, once, when all of them are there. */
    Optional<TurnEvent> weigh(UserTurn turn) {
        if (!wordsAwaited || turn.isInWork() || !turn.untranscribed().isEmpty()) {
            return Optional.empty();
        }
        wordsAwaited = false;
        if (turn.text().isEmpty()) {
            return Optional.empty();
        }
        TurnReading reading = turn.isTyped() ? TurnReading.FINISHED : gate.read(turn.text());
        return Optional.of(new TurnEvent.Understood(reading));
    }
}
