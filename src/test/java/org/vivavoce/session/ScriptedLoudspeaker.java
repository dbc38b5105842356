package org.vivavoce.session;

import java.util.Arrays;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.Loudspeaker;

/** A loudspeaker whose samples sound when the test says so. Its buffer takes 100 ms. */
final class ScriptedLoudspeaker implements Loudspeaker {

    static final int BUFFER_SAMPLES = 2400;
    private static final long LONGEST_WAIT_MS = 10_000;

    private long written; // guarded by this, as all fields
    private long played;
    private short[] taken = new short[0]; // what was written and not silenced
    private int silences;
    private int timesToldToHoldMore;
    private boolean draining;
    private boolean lost;
    private boolean closed;
    private boolean byItself;
    private Runnable beforeWriting = () -> {
    };

    /** What happens when the next samples come, before they are taken. */
    synchronized void beforeWriting(Runnable work) {
        beforeWriting = work;
    }

    @Override
    public void write(short[] samples, int offset, int length) throws AudioDeviceException {
        Runnable before;
        synchronized (this) {
            before = beforeWriting;
            beforeWriting = () -> {
            };
        }
        before.run();
        synchronized (this) {
            int silencesBefore = silences;
            while (!lost && !closed && silences == silencesBefore && written - played + length > BUFFER_SAMPLES) {
                pause();
            }
            if (lost) {
                throw new AudioDeviceException("The loudspeaker has gone.", null);
            }
            if (silences == silencesBefore) {
                if (written + length > taken.length) {
                    taken = Arrays.copyOf(taken, Math.max(2 * taken.length, (int) written + length));
                }
                System.arraycopy(samples, offset, taken, (int) written, length);
                written += length;
                played = byItself ? written : played;
                notifyAll();
            }
        }
    }

    /** Waits for a change; callers look again. */
    @SuppressWarnings("WaitNotInLoop") // the loops are the callers'
    private void pause() {
        try {
            wait(LONGEST_WAIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on everything sounds as soon as it is written. */
    synchronized ScriptedLoudspeaker soundsByItself() {
        byItself = true;
        return this;
    }

    /** So many samples sound; waits until they have been written. */
    synchronized void sounds(long samples) {
        long target = played + samples;
        long deadline = System.nanoTime() + LONGEST_WAIT_MS * 1_000_000;
        while (played < target) {
            played = Math.min(written, target);
            notifyAll();
            if (played < target) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("only " + played + " of " + target + " samples were written");
                }
                pause();
            }
        }
    }

    /** Waits until the buffer is full, or all is written and its end awaited. */
    synchronized void awaitFullOrDraining() {
        while (!draining && written - played + 240 <= BUFFER_SAMPLES) {
            pause();
        }
    }

    synchronized void awaitDraining() {
        while (!draining) {
            pause();
        }
    }

    synchronized void awaitSilences(int count) {
        while (silences < count) {
            pause();
        }
    }

    synchronized void goes() {
        lost = true;
        notifyAll();
    }

    @Override
    public synchronized void silence() {
        silences++;
        written = played;
        notifyAll();
    }

    @Override
    public synchronized void drain() {
        draining = true;
        notifyAll();
        int silencesBefore = silences;
        while (!closed && !lost && silences == silencesBefore && played < written) {
            pause();
        }
        draining = false;
    }

    @Override
    public synchronized long playedSamples() {
        return played;
    }

    /** What has sounded, or is about to. */
    synchronized short[] taken() {
        return Arrays.copyOf(taken, (int) written);
    }

    synchronized long writtenSamples() {
        return written;
    }

    @Override
    public synchronized void holdMore() {
        timesToldToHoldMore++;
    }

    synchronized int timesToldToHoldMore() {
        return timesToldToHoldMore;
    }

    synchronized int silences() {
        return silences;
    }

    @Override
    public String deviceName() {
        return "scripted";
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
