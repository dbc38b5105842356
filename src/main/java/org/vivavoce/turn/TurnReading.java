package org.vivavoce.turn;

/** What the words of a turn say about its end. */
public enum TurnReading {
    /** The words are complete, or nothing speaks against it. */
    FINISHED,
    /** The words end in the middle of a thought: the user very likely goes on. */
    UNFINISHED,
    /** The user asks for time. */
    WAITING
}
