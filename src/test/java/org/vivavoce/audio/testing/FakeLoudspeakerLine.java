package org.vivavoce.audio.testing;

import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.SourceDataLine;

/**
 * A loudspeaker's line on virtual time: sounds what is in its buffer at its rate and keeps what has sounded; a flush counts what it
 * forgets as played, as the JDK's lines do. Used by one thread.
 */
public final class FakeLoudspeakerLine extends FakeDataLine implements SourceDataLine {

    private final VirtualPacer pacer;
    private final int rate;
    private final int frameBytes;
    private final List<Short> buffer = new ArrayList<>();
    private final List<Short> heard = new ArrayList<>();
    private long lastNanos;
    private double due;
    private long written;
    private boolean pulledOut;
    private int leastFrames;
    private boolean dry = true;

    /** A line with a buffer of 60 ms. */
    public FakeLoudspeakerLine(VirtualPacer pacer, int rate, int channels) {
        super(new AudioFormat(rate, 16, channels, true, false), rate * 60 / 1000 * channels * 2);
        this.pacer = pacer;
        this.rate = rate;
        this.frameBytes = channels * 2;
        this.lastNanos = pacer.nanoTime();
    }

    /** Once it has run dry, sounds again only when so much is there, as PulseAudio may. */
    public void holdBackBelow(int frames) {
        leastFrames = frames;
    }

    /** From now on nothing is taken, as when it is pulled out. */
    public void pullOut() {
        advance();
        pulledOut = true;
    }

    /** What has sounded, the first channel. */
    public List<Short> heard() {
        advance();
        return List.copyOf(heard);
    }

    @Override
    public void start() {
        advance();
        super.start();
    }

    @Override
    public void stop() {
        advance();
        super.stop();
    }

    @Override
    public int available() {
        advance();
        return getBufferSize() - buffer.size() * frameBytes;
    }

    @Override
    public int write(byte[] bytes, int offset, int length) {
        if (length > available()) {
            throw new IllegalStateException("a real line would block here");
        }
        for (int i = offset; i < offset + length; i += frameBytes) {
            buffer.add((short) ((bytes[i] & 0xFF) | (bytes[i + 1] << 8)));
        }
        written += length / frameBytes;
        return length;
    }

    @Override
    public void flush() {
        advance();
        buffer.clear();
    }

    @Override
    public long getLongFramePosition() {
        advance();
        return written - buffer.size();
    }

    private void advance() {
        long now = pacer.nanoTime();
        dry = dry && buffer.size() < leastFrames;
        if (running && !pulledOut && !dry) {
            due += (now - lastNanos) * rate / 1e9;
            int sounding = (int) Math.min((long) due, buffer.size());
            heard.addAll(buffer.subList(0, sounding));
            buffer.subList(0, sounding).clear();
            dry = buffer.isEmpty();
            due = buffer.isEmpty() ? 0 : due - sounding; // what would have sounded was not there: that time is over
        }
        lastNanos = now;
    }
}
