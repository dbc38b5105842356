package org.vivavoce.session;

import org.vivavoce.audio.Sound;

/**
 * When frames of sound were captured, though they may be read late: where something else has the processor for a moment, the frames of
 * that moment are read all at once, and by the times of reading a user would have been silent first and then have said much in no time.
 * Frames follow one another by their length; the whole follows the clock. Used by the {@code capture} thread.
 *
 * <p>In every window of half a second the least lateness is taken, as in {@link org.vivavoce.audio.Microphone#overruns()}: it stays 0
 * while all sound arrives, however unevenly, and is more where sound was lost; by so much time then jumps on.
 */
final class FrameClock {

    /** From a window's first reading to its last; a device's deliveries may be 40 ms apart. */
    static final long WINDOW_MS = 500;

    private long at;
    private boolean running;
    private long leastLateMs = Long.MAX_VALUE;
    private long windowBeganAt;

    /**
     * The next frame.
     *
     * @param readAtMillis when it was read
     * @return when it was captured to its end; never later than it was read, never before the frame before
     */
    long next(long readAtMillis) {
        if (!running) {
            running = true;
            at = readAtMillis;
            return at;
        }
        at = Math.min(at + Sound.FRAME.toMillis(), readAtMillis); // a device's clock may be the faster one
        if (leastLateMs == Long.MAX_VALUE) {
            windowBeganAt = readAtMillis;
        }
        leastLateMs = Math.min(leastLateMs, readAtMillis - at);
        if (readAtMillis - windowBeganAt >= WINDOW_MS) {
            at += leastLateMs;
            leastLateMs = Long.MAX_VALUE;
        }
        return at;
    }
}
