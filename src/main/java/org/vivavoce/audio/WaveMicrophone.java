package org.vivavoce.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A WAV file in the place of a microphone: heard in real time from the first read on, silence after its end. Read by the
 * {@code capture} thread; closed by any.
 */
final class WaveMicrophone implements Microphone {

    private final short[] samples;
    private final String name;
    private final Pacer pacer;
    private final Object monitor = new Object();
    private long frames;
    private long startNanos;
    private boolean closed; // guarded by monitor

    private WaveMicrophone(short[] samples, String name, Pacer pacer) {
        this.samples = samples;
        this.name = name;
        this.pacer = pacer;
    }

    /** Reads the whole file. */
    static WaveMicrophone open(Path file, Pacer pacer) throws AudioDeviceException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (SoundKind.of(bytes, bytes.length) != SoundKind.WAVE) {
                throw unreadable(file, null);
            }
            WaveParser parser = new WaveParser();
            short[] mono = parser.feed(bytes, bytes.length);
            if (parser.rate() == 0) {
                throw unreadable(file, null);
            }
            RateConverter converter = new RateConverter(parser.rate(), Sound.CAPTURE_RATE);
            SampleQueue converted = new SampleQueue();
            for (short[] part : new short[][]{converter.convert(mono, 0, mono.length), converter.finish()}) {
                converted.add(part, 0, part.length);
            }
            return new WaveMicrophone(converted.takeAll(), file.toString(), pacer);
        } catch (IOException | SpeechDecoder.NotAudioException e) {
            throw unreadable(file, e);
        }
    }

    private static AudioDeviceException unreadable(Path file, @Nullable Exception cause) {
        return new AudioDeviceException(
                "The file " + file + " cannot be used as a microphone: give a WAV file that can be read.", cause);
    }

    @Override
    public boolean read(short[] frame) {
        synchronized (monitor) {
            long now = pacer.nanoTime();
            if (frames == 0) {
                startNanos = now;
            }
            long due = startNanos + (frames + 1) * Sound.FRAME.toNanos();
            while (!closed && due - now > 0) {
                try {
                    pacer.waitOn(monitor, due - now);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
                now = pacer.nanoTime();
            }
            if (closed) {
                return false;
            }
        }
        for (int i = 0; i < Sound.CAPTURE_FRAME; i++) {
            long at = frames * Sound.CAPTURE_FRAME + i;
            frame[i] = at < samples.length ? samples[(int) at] : 0;
        }
        frames++;
        return true;
    }

    @Override
    public String deviceName() {
        return name;
    }

    /** Always 0: a file waits for its reader. */
    @Override
    public long overruns() {
        return 0;
    }

    @Override
    public void close() {
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
        }
    }
}
