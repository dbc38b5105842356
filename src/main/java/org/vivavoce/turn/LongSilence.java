package org.vivavoce.turn;

/**
 * The user has the floor and says nothing: after a while the partner asks gently, and when it has asked often enough the conversation
 * pauses. Used by the turn machine.
 */
final class LongSilence {

    /** What is to be done about it. */
    enum Due {
        NOTHING, PROMPT, PAUSE
    }

    private final int promptAfterMs;
    private final int mostPrompts;
    private long since;
    private int promptsGiven;
    private boolean given;

    /**
     * Waits for so long.
     *
     * @param promptAfterMs silence after which the partner asks; 0 for never
     * @param mostPrompts   how often it asks
     */
    LongSilence(int promptAfterMs, int mostPrompts) {
        this.promptAfterMs = promptAfterMs;
        this.mostPrompts = mostPrompts;
    }

    /** The floor passes to the user. */
    void begins(long now) {
        since = now;
    }

    /** The user has said something, or is back: asking begins anew. */
    void isBroken() {
        promptsGiven = 0;
    }

    /** Silence is what the user was given time for, or not any more: then it begins now. */
    void isGiven(boolean isGiven, long now) {
        given = isGiven;
        since = now;
    }

    Due at(long now) {
        if (promptAfterMs == 0 || given || now - since < promptAfterMs) {
            return Due.NOTHING;
        }
        if (promptsGiven == mostPrompts) {
            return Due.PAUSE;
        }
        promptsGiven++;
        return Due.PROMPT;
    }
}
