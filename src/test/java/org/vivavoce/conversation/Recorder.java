package org.vivavoce.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.vivavoce.audio.testing.SampleClock;
import org.vivavoce.audio.testing.VirtualSoundCard;
import org.vivavoce.audio.testing.WaveFile;

/**
 * Records one side of a virtual sound card together with the time, so that two recordings and the trace can be laid over one another.
 * A thread of its own reads; what is recorded can be had at any time.
 */
public final class Recorder {

    /** Samples a second of what is recorded. */
    public static final int RATE = 16_000;

    private static final String LOUDSPEAKER = "vspk.monitor";
    private static final String MICROPHONE = "vmic";
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final Process process;
    private final Thread reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<short[]> blocks = new ArrayList<>(); // guarded by lock
    private final SampleClock clock = new SampleClock(RATE); // guarded by lock
    private long count; // guarded by lock
    private boolean over; // guarded by lock

    private Recorder(VirtualSoundCard card, String source) {
        ProcessBuilder builder = new ProcessBuilder(
                List.of("nice", "-n", "-5", "parec", "--device=" + source, "--rate=" + RATE, "--raw",
                        "--format=s16le", "--channels=1", "--latency-msec=20"))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(card.environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = Thread.ofPlatform().daemon().name("recorder").start(this::read);
        lock.lock();
        try {
            await(() -> count > 0, TraceReader.LIMIT, "no sound comes from " + source);
        } finally {
            lock.unlock();
        }
    }

    /** Begins to record what the loudspeaker sounds. */
    public static Recorder loudspeaker(VirtualSoundCard card) {
        return new Recorder(card, LOUDSPEAKER);
    }

    /** Begins to record what the microphone hears. */
    public static Recorder microphone(VirtualSoundCard card) {
        return new Recorder(card, MICROPHONE);
    }

    private void read() {
        byte[] block = new byte[RATE / 10 * 2];
        try (InputStream in = process.getInputStream()) {
            int odd = 0;
            for (int length = in.read(block, odd, block.length - odd); length >= 0; length = in.read(block, odd,
                    block.length - odd)) {
                long now = System.nanoTime();
                int bytes = odd + length;
                append(samples(block, bytes / 2), now);
                odd = bytes % 2;
                if (odd == 1) {
                    block[0] = block[bytes - 1];
                }
            }
        } catch (IOException e) {
            // ended
        }
        append(new short[0], 0);
    }

    private static short[] samples(byte[] block, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) ((block[2 * i] & 0xff) | (block[2 * i + 1] << 8));
        }
        return samples;
    }

    /** @param samples none at the end */
    private void append(short[] samples, long nanos) {
        lock.lock();
        try {
            if (samples.length == 0) {
                over = true;
            } else {
                blocks.add(samples);
                count += samples.length;
                clock.read(count, nanos);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was recorded between two times, by {@link System#nanoTime()}; waits until it is there. What was before the recording began is
     * left out.
     */
    public Take part(long fromNanos, long toNanos) {
        lock.lock();
        try {
            await(() -> over || clock.nanosOf(count) >= toNanos,
                    Duration.ofNanos(Math.max(0, toNanos - System.nanoTime())).plus(END_LIMIT), "the recording stands");
            long first = clock.sampleAt(fromNanos);
            return new Take(new WaveFile(copy(first, Math.max(first, clock.sampleAt(toNanos))), RATE),
                    clock.nanosOf(first));
        } finally {
            lock.unlock();
        }
    }

    /** Ends it and returns what was recorded. */
    public Take stop() {
        process.destroy();
        try {
            reader.join(END_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lock.lock();
        try {
            return new Take(new WaveFile(copy(0, count), RATE), clock.nanosOf(0));
        } finally {
            lock.unlock();
        }
    }

    private short[] copy(long from, long to) {
        short[] part = new short[(int) (to - from)];
        long at = 0;
        for (short[] block : blocks) {
            long first = Math.max(from, at);
            long last = Math.min(to, at + block.length);
            if (first < last) {
                System.arraycopy(block, (int) (first - at), part, (int) (first - from), (int) (last - first));
            }
            at += block.length;
        }
        return part;
    }

    private void await(BooleanSupplier wanted, Duration atMost, String failure) {
        try {
            long left = atMost.toNanos();
            while (!wanted.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError(failure);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
