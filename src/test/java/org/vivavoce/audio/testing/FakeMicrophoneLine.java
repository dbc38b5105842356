package org.vivavoce.audio.testing;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.TargetDataLine;

/**
 * A microphone's line on virtual time: delivers a count, sample by sample, at its rate; what does not fit into its buffer is lost, as with
 * hardware. Used by one thread.
 */
public final class FakeMicrophoneLine extends FakeDataLine implements TargetDataLine {

    private final VirtualPacer pacer;
    private final double framesPerNano;
    private final int bufferFrames;
    private long startNanos;
    private long stoppedNanos = Long.MAX_VALUE;
    private long taken;
    private long lost;
    private boolean dead;

    /** A mono line. */
    public FakeMicrophoneLine(VirtualPacer pacer, int rate, int bufferMillis) {
        super(new AudioFormat(rate, 16, 1, true, false), rate * bufferMillis / 1000 * 2);
        this.pacer = pacer;
        this.framesPerNano = rate / 1e9;
        this.bufferFrames = rate * bufferMillis / 1000;
        this.startNanos = pacer.nanoTime();
    }

    /** From now on nothing comes, as when it is pulled out. */
    public void pullOut() {
        stoppedNanos = pacer.nanoTime();
    }

    /** From now on it claims to be full and gives nothing, as when the sound server has died. */
    public void die() {
        dead = true;
    }

    /** Frames that were lost because nobody took them. */
    public long lost() {
        return lost;
    }

    @Override
    public void start() {
        super.start();
        startNanos = pacer.nanoTime();
    }

    @Override
    public int available() {
        if (dead) {
            return bufferFrames * 2;
        }
        long delivered = (long) ((Math.min(pacer.nanoTime(), stoppedNanos) - startNanos) * framesPerNano);
        long waiting = delivered - taken - lost;
        if (waiting > bufferFrames) {
            lost += waiting - bufferFrames;
            waiting = bufferFrames;
        }
        return (int) waiting * 2;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (dead) {
            return 0;
        }
        if (length > available()) {
            throw new IllegalStateException("a real line would block here");
        }
        for (int i = 0; i < length / 2; i++) {
            short sample = (short) (taken + lost + i);
            bytes[offset + 2 * i] = (byte) sample;
            bytes[offset + 2 * i + 1] = (byte) (sample >> 8);
        }
        taken += length / 2;
        return length;
    }

    @Override
    public void flush() {}

    @Override
    public long getLongFramePosition() {
        return taken;
    }
}
