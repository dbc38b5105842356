package org.vivavoce.conversation;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * How often the microphone's sound was lost because the program came too late to fetch it. On a computer that is busy with something else
 * that happens to any program; often means that this one is too slow. A value.
 *
 * @param count   in the whole conversation
 * @param minutes how long that was
 */
record Overruns(long count, double minutes) {

    private static final double FEWER_A_MINUTE = 1;

    /** Of a conversation that has ended. */
    static Overruns of(TraceEvent ended) {
        return new Overruns(ended.number("overruns"), ended.ms() / 60_000.0);
    }

    /** Tells them, and fails where they are too many. A single one is never too many. */
    void check(Figures figures) {
        figures.put("capture-overruns", count);
        assertTrue(count <= 1 || count < FEWER_A_MINUTE * minutes, () -> "capture overruns: " + this);
    }
}
