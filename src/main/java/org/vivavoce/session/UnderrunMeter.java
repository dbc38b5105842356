package org.vivavoce.session;

import java.util.concurrent.atomic.AtomicLong;
import org.vivavoce.audio.Loudspeaker;

/**
 * Counts how often the loudspeaker ran dry though there was something to play: the computer was busy with something else, or the device
 * stood still. No driver tells, so it is measured by the times at which frames were taken by the device. Used by the {@code playback}
 * thread; the count by any.
 */
final class UnderrunMeter {

    /** Twice the device's buffer (40 to 100 ms) less the 10 ms of a frame: by then it has certainly run dry. */
    static final long LATE_MS = 150;

    private final AtomicLong underruns = new AtomicLong();
    private boolean more;
    private long lastMillis;

    /**
     * A frame was taken by the device.
     *
     * @param moreWaits whether the next one is there already
     * @return whether the loudspeaker had to wait for it, or would have if it held no more than the least
     */
    boolean wrote(long nowMillis, boolean moreWaits) {
        long sinceLast = more ? nowMillis - lastMillis : 0;
        if (sinceLast > LATE_MS) {
            underruns.incrementAndGet();
        }
        lastMillis = nowMillis;
        more = moreWaits;
        return sinceLast > Loudspeaker.HELD_MS;
    }

    /** Nothing is to follow at once: it ended, was interrupted, or is held. */
    void stops() {
        more = false;
    }

    long underruns() {
        return underruns.get();
    }
}
