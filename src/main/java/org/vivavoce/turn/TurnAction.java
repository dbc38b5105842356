package org.vivavoce.turn;

/** What the turn machine decides; carried out by the session in the order given. */
public sealed interface TurnAction {

    /** The screen shows another state. */
    record Show(TurnState state) implements TurnAction {}

    /** The microphone is armed for the user's turn. */
    record Arm() implements TurnAction {}

    /** Silence the loudspeaker, cancel the requests, write the history as heard. */
    record InterruptPartner() implements TurnAction {}

    /** The user goes on before anything sounded: cancel the reply in the making; its turn stays open for the next piece. */
    record ReopenTurn() implements TurnAction {}

    /** Record from this moment on, pre-roll before it. */
    record BeginUtterance(long startedAt) implements TurnAction {}

    /** What was recorded was no utterance: forget it. */
    record DropUtterance() implements TurnAction {}

    /**
     * The user fell quiet: what was said may be transcribed.
     *
     * @param lastVoiceAt when the user was last heard
     */
    record SoftEnd(long lastVoiceAt) implements TurnAction {}

    /** The reply to what was said so far may be worked on, though the turn may go on. */
    record MayReply() implements TurnAction {}

    /**
     * The user goes on after a soft end: a reply in the making is the reply to half a turn.
     *
     * @param pieceFinished whether what was said before is a finished piece; else it is sent again with what follows
     */
    record SpeechResumed(boolean pieceFinished) implements TurnAction {}

    /** The reply, or the one that is still to come, may sound. */
    record ReplyMaySound() implements TurnAction {}

    /** Nothing of the reply may sound for now, though it goes on being made. */
    record ReplyMustWait() implements TurnAction {}

    /**
     * The piece recorded so far is complete; recording goes on without a gap.
     *
     * @param atPause whether the user is silent just now; else it is to be cut at its quietest moment
     */
    record CutPiece(boolean atPause) implements TurnAction {}

    /**
     * The user's turn has ended: send what was recorded.
     *
     * @param lastVoiceAt when the user was last heard; where a key was held, when it was released
     */
    record EndTurn(long lastVoiceAt) implements TurnAction {}

    /** Nobody has said anything for long: the partner asks gently. */
    record PromptGently() implements TurnAction {}
}
