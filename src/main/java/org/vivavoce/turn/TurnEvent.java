package org.vivavoce.turn;

/** What the turn machine is told. */
public sealed interface TurnEvent {

    /** Time passed, and this is what the voice activity detector makes of it; every 10 or 20 ms. */
    record Sound(VoiceActivity activity) implements TurnEvent {}

    /** A reply, an opening or a gentle prompt is in the making without the user having spoken. */
    record PartnerBegins() implements TurnEvent {}

    /** The first sample of the partner's turn sounds (or its first sentence is shown). */
    record PartnerSounds() implements TurnEvent {}

    /** Something that is not the reply sounds while the partner thinks, until then: a short sound heard meanwhile may be its echo. */
    record PartnerSoundsAside(long untilMillis) implements TurnEvent {}

    /** The partner's turn has sounded to its end, or was empty. */
    record PartnerFinished() implements TurnEvent {}

    /** All of what was said up to now has words, and this is what they say about the end of the turn. */
    record Understood(TurnReading reading) implements TurnEvent {}

    /** The turn failed, or nothing was understood: the user's turn again. */
    record TurnFailed() implements TurnEvent {}

    /** The user typed a message. */
    record Typed() implements TurnEvent {}

    /** "I'm done." */
    record Done() implements TurnEvent {}

    /** The user stops the partner by a key. */
    record Stop() implements TurnEvent {}

    /** The user was given time for an answer, and is not asked gently meanwhile; or has it no more. */
    record TimeGiven(boolean given) implements TurnEvent {}

    /** Push-to-talk pressed or released. */
    record HoldToTalk(boolean pressed) implements TurnEvent {}

    /** The user pauses or resumes. */
    record Pause(boolean paused) implements TurnEvent {}

    /**
     * What came of a {@link TurnAction.Overhear}.
     *
     * @param startedAt   as asked
     * @param lastVoiceAt as asked
     * @param found       what was found out
     */
    record Overheard(long startedAt, long lastVoiceAt, Found found) implements TurnEvent {}

    /** What was said over the partner. */
    enum Found {
        /** Words that want the floor. */
        WORDS,
        /** No words, or none that want the floor. */
        NOTHING,
        /** It cannot be found out. */
        UNKNOWN
    }
}
