package org.vivavoce.session;

import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

/** Whose turn it is, as far as those who answer must know, and where they tell what came of it. Used by the {@code session} thread. */
interface Floor {

    TurnState state();

    /** Whether a reply may sound as soon as it is there. */
    boolean mayReplySound();

    /** The time of what is being dealt with, milliseconds since the conversation's start. */
    long now();

    /** Tells the turn machine, and carries out what it decides. */
    void act(TurnEvent event);
}
