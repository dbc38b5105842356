package org.vivavoce.turn;

/** Where a conversation stands, as the user sees it. */
public enum TurnState {
    /** The microphone is armed for the user's turn. */
    LISTENING,
    /** The user speaks. */
    HEARING,
    /** The user's turn has ended; the reply is in the making. */
    THINKING,
    /** The partner speaks. */
    SPEAKING,
    /** Nobody's turn: the user asked for a pause, or said nothing for long. */
    PAUSED
}
