package org.vivavoce.bench.hearing;

import java.util.Random;

/**
 * A computer that does something else now and then: for a while nothing is played or nothing is captured, and then all at once. The
 * echo then comes earlier or later than before, beside the reference of the canceller.
 */
final class BusyComputer {

    private final Random random;
    private final double stallsASecond;
    private final int longestMs;
    private int playsAgainIn;
    private int capturesAgainIn;

    /**
     * Makes one.
     *
     * @param stallsASecond of playing and of capturing, each
     * @param longestMs     longest stall
     */
    BusyComputer(Random random, double stallsASecond, int longestMs) {
        this.random = random;
        this.stallsASecond = stallsASecond;
        this.longestMs = longestMs;
    }

    /** One that has nothing else to do. */
    static BusyComputer idle() {
        return new BusyComputer(new Random(0), 0, 0);
    }

    /** Ten milliseconds pass. */
    void next() {
        playsAgainIn = next(playsAgainIn);
        capturesAgainIn = next(capturesAgainIn);
    }

    private int next(int runsAgainIn) {
        if (runsAgainIn > 0) {
            return runsAgainIn - RoomTalk.FRAME_MS;
        }
        return stallsASecond > 0 && random.nextDouble() < stallsASecond * RoomTalk.FRAME_MS / 1000
                ? 2 * RoomTalk.FRAME_MS + random.nextInt(longestMs)
                : 0;
    }

    boolean plays() {
        return playsAgainIn <= 0;
    }

    boolean captures() {
        return capturesAgainIn <= 0;
    }
}
