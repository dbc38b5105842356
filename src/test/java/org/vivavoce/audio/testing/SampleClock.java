package org.vivavoce.audio.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells when each sample of a recording was, from the times at which its blocks came. A block may come late, never early: the earliest of
 * its neighbours tells. What a busy computer lost in the middle shifts only what comes after it. Used by one thread at a time.
 */
public final class SampleClock {

    /** Blocks this near to one another, before and after, tell the time together. */
    private static final long NEIGHBOURS_NANOS = 5_000_000_000L;

    private record Anchor(long samples, long nanos) {}

    private final int rate;
    private final List<Anchor> anchors = new ArrayList<>();

    /** @param rate samples a second */
    public SampleClock(int rate) {
        this.rate = rate;
    }

    /**
     * A block has come.
     *
     * @param samples how many there are now in all
     * @param nanos   when it was read, by {@link System#nanoTime()}
     */
    public void read(long samples, long nanos) {
        anchors.add(new Anchor(samples, nanos));
    }

    /** When a sample was, by {@link System#nanoTime()}. */
    public long nanosOf(long sample) {
        if (anchors.isEmpty()) {
            throw new IllegalStateException("nothing has been read");
        }
        long near = NEIGHBOURS_NANOS * rate / 1_000_000_000L;
        int at = Math.min(firstFrom(sample), anchors.size() - 1);
        long offset = offset(at);
        for (int i = at - 1; i >= 0 && sample - anchors.get(i).samples() <= near; i--) {
            offset = Math.min(offset, offset(i));
        }
        for (int i = at + 1; i < anchors.size() && anchors.get(i).samples() - sample <= near; i++) {
            offset = Math.min(offset, offset(i));
        }
        return offset + nanos(sample);
    }

    /** The sample at a time; 0 for what was before, at most one beyond the last. */
    public long sampleAt(long nanos) {
        long low = 0;
        long high = anchors.isEmpty() ? 0 : anchors.getLast().samples();
        while (low < high) {
            long middle = (low + high) / 2;
            if (nanosOf(middle) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long offset(int anchor) {
        return anchors.get(anchor).nanos() - nanos(anchors.get(anchor).samples());
    }

    private long nanos(long samples) {
        return samples * 1_000_000_000L / rate;
    }

    /** The first anchor at or after a sample. */
    private int firstFrom(long sample) {
        int low = 0;
        int high = anchors.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (anchors.get(middle).samples() < sample) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
