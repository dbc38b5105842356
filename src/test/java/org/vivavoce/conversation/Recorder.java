package org.vivavoce.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vivavoce.audio.testing.VirtualSoundCard;
import org.vivavoce.audio.testing.WaveFile;

/**
 * Records one side of a virtual sound card together with the time, so that two recordings and the trace can be laid over one another.
 * A thread of its own reads.
 */
final class Recorder {

    static final int RATE = 16_000;

    private static final String LOUDSPEAKER = "vspk.monitor";
    private static final String MICROPHONE = "vmic";

    private final Process process;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread reader;
    private short[] samples = new short[RATE * 60]; // reading thread, then the caller of stop
    private int count;
    private long startNanos = Long.MAX_VALUE;

    private Recorder(VirtualSoundCard card, String source) {
        ProcessBuilder builder = new ProcessBuilder(List.of("parec", "--device=" + source, "--rate=" + RATE, "--raw",
                "--format=s16le", "--channels=1", "--latency-msec=20")).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(card.environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = Thread.ofPlatform().daemon().name("recorder").start(this::read);
        try {
            if (!begun.await(TraceReader.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("no sound comes from " + source);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins to record what the loudspeaker sounds. */
    static Recorder loudspeaker(VirtualSoundCard card) {
        return new Recorder(card, LOUDSPEAKER);
    }

    /** Begins to record what the microphone hears. */
    static Recorder microphone(VirtualSoundCard card) {
        return new Recorder(card, MICROPHONE);
    }

    private void read() {
        byte[] block = new byte[RATE / 10 * 2];
        try (InputStream in = process.getInputStream()) {
            int odd = 0;
            for (int length = in.read(block, odd, block.length - odd); length >= 0; length = in.read(block, odd,
                    block.length - odd)) {
                int bytes = odd + length;
                append(block, bytes / 2);
                odd = bytes % 2;
                if (odd == 1) {
                    block[0] = block[bytes - 1];
                }
                // a block may come late, never early: the earliest tells when the first sample was
                startNanos = Math.min(startNanos, System.nanoTime() - count * 1_000_000_000L / RATE);
                begun.countDown();
            }
        } catch (IOException e) {
            // ended
        }
    }

    private void append(byte[] block, int fresh) {
        if (count + fresh > samples.length) {
            samples = Arrays.copyOf(samples, samples.length * 2);
        }
        for (int i = 0; i < fresh; i++) {
            samples[count++] = (short) ((block[2 * i] & 0xff) | (block[2 * i + 1] << 8));
        }
    }

    /** Ends it and returns what was recorded. */
    Take stop() {
        process.destroy();
        try {
            reader.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Take(new WaveFile(Arrays.copyOf(samples, count), RATE), startNanos);
    }
}
