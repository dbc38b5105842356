package org.vivavoce.turn;

/**
 * What a detector makes of the sound up to now.
 *
 * @param speaking     speech is going on (hangover included)
 * @param startedAt    when this speech began, milliseconds since the session's start; meaningless before the first speech
 * @param lastVoiceAt  when it was last loud, milliseconds since the session's start; meaningless before the first speech
 * @param loudMs       milliseconds of loud frames in this speech; where it is only suspected yet, over the partner, 240 at most
 * @param mayBeEcho    whether it may be the partner's own voice, from a loudspeaker that the microphone hears
 */
public record VoiceActivity(boolean speaking, long startedAt, long lastVoiceAt, long loudMs, boolean mayBeEcho) {

    /** Nothing was ever said. */
    public static final VoiceActivity NONE = new VoiceActivity(false, 0, 0, 0);

    /** Of sound of which nothing is known about echo. */
    public VoiceActivity(boolean speaking, long startedAt, long lastVoiceAt, long loudMs) {
        this(speaking, startedAt, lastVoiceAt, loudMs, true);
    }

    /** Milliseconds of quiet since the last loud frame. */
    public long quietFor(long nowMillis) {
        return nowMillis - lastVoiceAt;
    }

    /**
     * Whether speech is going on and has lasted so long, in one stretch.
     *
     * @param share how much of that time must have been loud
     */
    boolean lasts(int neededMs, double share, long nowMillis) {
        return speaking && nowMillis - startedAt >= neededMs && loudMs >= share * neededMs
                && quietFor(nowMillis) <= (1 - share) * neededMs;
    }
}
