package org.vivavoce.ui.talk;

import org.vivavoce.turn.TurnState;

/** What the screen of a conversation shows. */
public enum TalkState {
    /** The devices are being opened. */
    STARTING,
    /** It is the user's turn. */
    LISTENING,
    /** The user speaks. */
    HEARING,
    /** The reply is in the making. */
    THINKING,
    /** The partner speaks. */
    SPEAKING,
    /** Nobody's turn. */
    PAUSED,
    /** The conversation is over. */
    ENDED;

    static TalkState of(TurnState state) {
        return switch (state) {
            case LISTENING -> LISTENING;
            case HEARING -> HEARING;
            case THINKING -> THINKING;
            case SPEAKING -> SPEAKING;
            case PAUSED -> PAUSED;
        };
    }
}
