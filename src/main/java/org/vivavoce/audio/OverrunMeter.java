package org.vivavoce.audio;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds out how often a microphone's sound was lost because it was not read in time. No driver tells, so it is measured: the frames
 * that came are compared with the clock. Used by the {@code capture} thread.
 *
 * <p>In every window of half a second the smallest deficit (frames that should have come by the clock, less those that came and those
 * that wait) is taken: jitter makes the deficit larger for a moment but leaves the smallest as it is, and the drift between two
 * clocks is far below a frame in half a second. When the smallest deficit is larger than in the window before, sound is gone for good;
 * it is an overrun when the reader was away for most of the buffer's length, else the loss was the device's own.
 */
final class OverrunMeter {

    /** Long enough to hold several of the device's deliveries, which may be 40 ms apart. */
    private static final long WINDOW_NANOS = 500_000_000;

    /** Loss that counts, milliseconds: above the jitter of a window's smallest deficit, below the shortest buffer asked for. */
    private static final int LEAST_LOSS_MS = 15;

    private static final double NANOS_PER_SECOND = 1e9;

    private final double framesPerNano;
    private final long awayNanos;
    private final double leastLossFrames;

    private long startNanos;
    private long lastPollNanos;
    private boolean started;
    private boolean wasAway;
    private boolean wasAwayBefore;
    private long framesRead;
    private long windowEndNanos;
    private int pollsInWindow;
    private double smallestDeficit;
    private double lastSmallestDeficit = Double.NaN;
    private final AtomicLong overruns = new AtomicLong(); // read by any thread

    /**
     * @param rate         frames a second of the device
     * @param bufferFrames length of the device's buffer
     */
    OverrunMeter(int rate, int bufferFrames) {
        this.framesPerNano = rate / NANOS_PER_SECOND;
        this.awayNanos = (long) (bufferFrames / framesPerNano * 0.75);
        this.leastLossFrames = rate * LEAST_LOSS_MS / 1000.0;
    }

    /** Notes a look at the device: the time, and the frames that wait in its buffer. */
    void polled(long nanos, int framesWaiting) {
        if (!started) {
            started = true;
            startNanos = nanos;
            lastPollNanos = nanos;
            beginWindow(nanos);
        }
        if (nanos - lastPollNanos > awayNanos) {
            wasAway = true;
        }
        lastPollNanos = nanos;
        pollsInWindow++;
        double deficit = (nanos - startNanos) * framesPerNano - framesRead - framesWaiting;
        smallestDeficit = Math.min(smallestDeficit, deficit);
        if (nanos >= windowEndNanos && pollsInWindow >= 10) {
            endWindow(nanos);
        }
    }

    /** Notes that frames were read. */
    void read(int frames) {
        framesRead += frames;
    }

    long overruns() {
        return overruns.get();
    }

    private void endWindow(long nanos) {
        if ((wasAway || wasAwayBefore) && smallestDeficit - lastSmallestDeficit > leastLossFrames) {
            overruns.incrementAndGet();
        }
        lastSmallestDeficit = smallestDeficit;
        wasAwayBefore = wasAway; // a loss late in a window shows in the next one's smallest deficit
        wasAway = false;
        beginWindow(nanos);
    }

    private void beginWindow(long nanos) {
        windowEndNanos = nanos + WINDOW_NANOS;
        pollsInWindow = 0;
        smallestDeficit = Double.POSITIVE_INFINITY;
    }
}
