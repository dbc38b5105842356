package org.vivavoce.conversation;

import java.time.Duration;
import org.vivavoce.audio.testing.WaveFile;

/**
 * What was recorded, and when it began.
 *
 * @param sound      the recording
 * @param startNanos when its first sample was, by {@link System#nanoTime()}
 */
public record Take(WaveFile sound, long startNanos) {

    /** The part between two times; it begins where the recording does when the first time is earlier. */
    public Take part(long fromNanos, long toNanos) {
        long from = Math.max(startNanos, fromNanos);
        return new Take(
                sound.part(Duration.ofNanos(from - startNanos), Duration.ofNanos(Math.max(from, toNanos) - startNanos)),
                from);
    }

    /** When its last sample was. */
    public long endNanos() {
        return nanosAt(sound.duration());
    }

    /** When a place in the recording was. */
    public long nanosAt(Duration place) {
        return startNanos + place.toNanos();
    }
}
