package org.vivavoce.session;

import org.vivavoce.turn.TurnReading;

/** Reads from the words of a turn whether it is over. Used by the {@code session} thread. */
@FunctionalInterface
interface MeaningGate {

    /**
     * Says what the words tell.
     *
     * @param text all of the turn up to now
     */
    TurnReading read(String text);
}
