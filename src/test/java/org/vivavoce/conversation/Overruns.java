package org.vivavoce.conversation;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * How often the microphone's sound was lost because the program came too late to fetch it, or the loudspeaker ran dry though there was
 * something to play. On a computer that is busy with something else that happens to any program; often means that this one is too slow.
 * A value.
 *
 * @param count     of the microphone, in the whole conversation
 * @param underruns of the loudspeaker
 * @param stalls    of the computer itself, see {@link Stalls}
 * @param minutes   how long that was
 */
record Overruns(long count, long underruns, long stalls, double minutes) {

    /** None at all. */
    static final Overruns NONE = new Overruns(0, 0, 0, 0);

    private static final Duration AROUND = Duration.ofMillis(400);
    private static final Duration AROUND_A_GAP = Duration.ofMillis(2400);

    private static final double FEWER_A_MINUTE = 1;

    /** Of a conversation that has ended. */
    static Overruns of(TraceEvent ended, long stalls) {
        return new Overruns(ended.number("overruns"), ended.number("underruns"), stalls, ended.ms() / 60_000.0);
    }

    /** Tells them, and fails where they are too many: more than the computer itself stood still. A single one is never too many. */
    void check(Figures figures) {
        figures.put("capture-overruns", count).put("playback-underruns", underruns).put("stalls", stalls);
        assertTrue(isFew(count), () -> "capture overruns: " + this);
        assertTrue(isFew(underruns), () -> "playback underruns: " + this);
    }

    private boolean isFew(long times) {
        long own = times - stalls;
        return own <= 1 || own < FEWER_A_MINUTE * minutes;
    }

    /** How far the pieces of a sentence may lie from their places. */
    Duration around() {
        return underruns > 0 ? AROUND_A_GAP : AROUND;
    }
}
