package org.vivavoce.audio;

import java.util.concurrent.atomic.AtomicLong;
import javax.sound.sampled.SourceDataLine;

/**
 * A loudspeaker of the computer, through a javax.sound line that is open already. Written by the {@code playback} thread; silenced and
 * closed by any.
 *
 * <p>Never more is written than the line has room for, because its own blocking write may never come back when the device is pulled
 * out. The line keeps running when nothing is written: it then runs dry, which is silence, and sounds again at the next write.
 */
final class LineLoudspeaker implements Loudspeaker {

    /** A device that takes nothing for so long is gone. */
    private static final long STALL_NANOS = 2_000_000_000;

    /** What is buffered has sounded, or never will, when the position has not moved for so long. */
    private static final long DRAIN_STALL_NANOS = 500_000_000;

    /** After so long without progress the rest is pushed out with silence: longer than any device's step. */
    private static final long DRAIN_PUSH_NANOS = 120_000_000;

    private static final long POLL_NANOS = 4_000_000;

    private final SourceDataLine line;
    private final DeviceFormat format;
    private final String name;
    private final Pacer pacer;
    private final RateConverter converter;
    private final AtomicLong silences = new AtomicLong();
    private final Object monitor = new Object();

    private long writtenFrames; // guarded by monitor, as all below; in frames of the device
    private long lostFrames; // written, then silenced before they sounded
    private long paddingFrames; // silence at the very end of what is written
    private long playedFrames;
    private int heldBytes;
    private boolean running;
    private boolean closed;

    /** Takes over an open line. */
    LineLoudspeaker(SourceDataLine line, DeviceFormat format, String name, Pacer pacer) {
        this.line = line;
        this.format = format;
        this.name = name;
        this.pacer = pacer;
        this.converter = new RateConverter(Sound.PLAYBACK_RATE, format.rate());
        this.heldBytes = Math.min(line.getBufferSize(), format.bytesOf(HELD_MS));
    }

    @Override
    public void write(short[] samples, int offset, int length) throws AudioDeviceException {
        long silence = silences.get();
        short[] converted = converter.convert(samples, offset, length);
        if (!put(Pcm.toBytes(converted, 0, converted.length, format.channels()), silence)) {
            converter.reset();
        }
    }

    /** Writes as the line has room; false when silenced, closed or interrupted before all was written. */
    private boolean put(byte[] bytes, long silence) throws AudioDeviceException {
        int at = 0;
        long progressNanos = pacer.nanoTime();
        synchronized (monitor) {
            while (at < bytes.length) {
                if (closed || silences.get() != silence) {
                    return false;
                }
                start();
                int room = room();
                int count = room > 0 ? line.write(bytes, at, Math.min(room, bytes.length - at)) : 0;
                long now = pacer.nanoTime();
                if (count > 0) {
                    at += count;
                    writtenFrames += count / format.frameBytes();
                    lostFrames += paddingFrames;
                    paddingFrames = 0;
                    progressNanos = now;
                } else if (now - progressNanos > STALL_NANOS || !line.isOpen()) {
                    throw new AudioDeviceException("The loudspeaker " + Devices.spoken(name)
                            + " has stopped playing: plug it in again, or choose another in the settings.", null);
                } else if (!pause()) {
                    return false;
                }
            }
        }
        return silences.get() == silence;
    }

    private int room() {
        int free = line.available();
        int held = line.getBufferSize() - free;
        return Math.min(free, heldBytes - held) / format.frameBytes() * format.frameBytes();
    }

    @Override
    public void holdMore() {
        synchronized (monitor) {
            heldBytes = line.getBufferSize();
        }
    }

    /**
     * Fills the line with silence. PulseAudio, once it has run dry, holds back what is less than its own least amount until more comes:
     * the last 10 ms of a sentence would sound at the beginning of the next one.
     */
    private void push() {
        int room = line.available() / format.frameBytes() * format.frameBytes();
        int count = room > 0 ? line.write(new byte[room], 0, room) : 0;
        if (count > 0) {
            writtenFrames += count / format.frameBytes();
            paddingFrames += count / format.frameBytes();
        }
    }

    private void start() {
        if (!running) {
            line.start();
            running = true;
        }
    }

    @Override
    public void silence() {
        silences.incrementAndGet();
        line.stop(); // not under the monitor: this is what frees a write that hangs in the device
        synchronized (monitor) {
            if (!closed) {
                line.stop();
                long played = played(); // after the flush the line takes what it forgot as played
                line.flush();
                lostFrames = writtenFrames - played;
                paddingFrames = 0;
                running = false;
            }
            monitor.notifyAll();
        }
    }

    @Override
    public void drain() {
        long silence = silences.get();
        short[] rest = converter.finish();
        try {
            if (!put(Pcm.toBytes(rest, 0, rest.length, format.channels()), silence)) {
                return;
            }
        } catch (AudioDeviceException e) {
            return; // nothing sounds any more; the next write says so
        }
        synchronized (monitor) {
            long seen = -1;
            long seenNanos = pacer.nanoTime();
            while (!closed && silences.get() == silence && played() < writtenFrames - paddingFrames - lostFrames) {
                long now = pacer.nanoTime();
                if (playedFrames > seen) {
                    seen = playedFrames;
                    seenNanos = now;
                } else if (now - seenNanos > DRAIN_STALL_NANOS) {
                    return;
                } else if (now - seenNanos > DRAIN_PUSH_NANOS && paddingFrames == 0) {
                    push();
                }
                if (!pause()) {
                    return;
                }
            }
        }
    }

    @Override
    public long playedSamples() {
        synchronized (monitor) {
            return Math.round((double) played() * Sound.PLAYBACK_RATE / format.rate());
        }
    }

    /** Frames that have sounded; never goes back, whatever a driver says for a moment. */
    private long played() {
        if (!closed && running) {
            long now = Math.min(line.getLongFramePosition(), writtenFrames - paddingFrames) - lostFrames;
            playedFrames = Math.max(playedFrames, now);
        }
        return playedFrames;
    }

    private boolean pause() {
        try {
            pacer.waitOn(monitor, POLL_NANOS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String deviceName() {
        return name;
    }

    @Override
    public void close() {
        silences.incrementAndGet();
        line.stop();
        synchronized (monitor) {
            if (closed) {
                return;
            }
            played();
            closed = true;
            monitor.notifyAll();
        }
        line.flush();
        line.close();
    }
}
