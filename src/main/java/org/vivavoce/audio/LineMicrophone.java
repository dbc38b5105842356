package org.vivavoce.audio;

import javax.sound.sampled.TargetDataLine;

/**
 * A microphone of the computer, through a javax.sound line that is open already. Read by the {@code capture} thread; closed by any.
 *
 * <p>The line is only read when it holds enough, because its own blocking read may never come back when the device is pulled out.
 */
final class LineMicrophone implements Microphone {

    /** A device that delivers nothing for so long is gone. */
    private static final long STALL_NANOS = 2_000_000_000;

    /** How often the line is asked while it holds too little: a quarter of a frame of lateness at the most. */
    private static final long POLL_NANOS = 2_500_000;

    private final TargetDataLine line;
    private final DeviceFormat format;
    private final String name;
    private final Pacer pacer;
    private final RateConverter converter;
    private final OverrunMeter overruns;
    private final SampleQueue ready = new SampleQueue();
    private final byte[] bytes;
    private final Object monitor = new Object();
    private volatile boolean closed;

    /** Takes over an open line and starts it. */
    LineMicrophone(TargetDataLine line, DeviceFormat format, String name, Pacer pacer) {
        this.line = line;
        this.format = format;
        this.name = name;
        this.pacer = pacer;
        this.converter = new RateConverter(format.rate(), Sound.CAPTURE_RATE);
        this.overruns = new OverrunMeter(format.rate(), line.getBufferSize() / format.frameBytes());
        this.bytes = new byte[format.bytesOf(10)];
        line.start();
    }

    @Override
    public boolean read(short[] frame) throws AudioDeviceException {
        long askedNanos = pacer.nanoTime();
        while (ready.size() < Sound.CAPTURE_FRAME) {
            if (!awaitSound()) {
                return false;
            }
            int count = line.read(bytes, 0, bytes.length);
            if (closed) {
                return false;
            }
            if (count <= 0) { // where the sound server has died the line claims to hold sound, and gives none
                if (count < 0 || pacer.nanoTime() - askedNanos > STALL_NANOS) {
                    throw gone();
                }
                if (!pause()) {
                    return false;
                }
                continue;
            }
            int frames = count / format.frameBytes();
            overruns.read(frames);
            short[] samples = converter.convert(Pcm.toMono(bytes, 0, frames, format.channels()), 0, frames);
            ready.add(samples, 0, samples.length);
        }
        ready.take(frame, Sound.CAPTURE_FRAME);
        return true;
    }

    /** Waits until the line holds what is read at once; false when closed or interrupted meanwhile. */
    private boolean awaitSound() throws AudioDeviceException {
        int seen = -1;
        long seenNanos = pacer.nanoTime();
        while (!closed) {
            int available = line.available();
            long now = pacer.nanoTime();
            overruns.polled(now, available / format.frameBytes());
            if (available >= bytes.length) {
                return true;
            }
            if (available > seen) {
                seen = available;
                seenNanos = now;
            } else if (now - seenNanos > STALL_NANOS || !line.isOpen()) {
                throw gone();
            }
            if (!pause()) {
                return false;
            }
        }
        return false;
    }

    private boolean pause() {
        synchronized (monitor) {
            try {
                if (!closed) {
                    pacer.waitOn(monitor, POLL_NANOS);
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private AudioDeviceException gone() {
        return new AudioDeviceException("The microphone " + Devices.spoken(name)
                + " has stopped delivering sound: plug it in again, or choose another in the settings.", null);
    }

    @Override
    public String deviceName() {
        return name;
    }

    @Override
    public long overruns() {
        return overruns.overruns();
    }

    @Override
    public void close() {
        synchronized (monitor) {
            if (closed) {
                return;
            }
            closed = true;
            monitor.notifyAll();
        }
        line.stop();
        line.flush();
        line.close();
    }
}
