package org.vivavoce.audio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A WAV file in the place of a loudspeaker: it takes samples in real time and records what would be heard beside it, silence where
 * nothing sounds. Written by the {@code playback} thread; silenced and closed by any.
 *
 * <p>The header tells the length once a second, so that the file can be read to within a second of its end when the program is killed.
 */
final class WaveLoudspeaker implements Loudspeaker {

    /** As a device's: what is written sounds this much later at the most. */
    private static final int BUFFER_SAMPLES = Sound.PLAYBACK_RATE * JavaSoundSystem.LOUDSPEAKER_BUFFER_MS / 1000;

    private static final double NANOS_PER_SAMPLE = 1e9 / Sound.PLAYBACK_RATE;

    private final RandomAccessFile file;
    private final String name;
    private final Pacer pacer;
    private final Object monitor = new Object();

    private final SampleQueue buffered = new SampleQueue(); // guarded by monitor, as all below
    private final long startNanos;
    private long fileSamples;
    private long headerSamples;
    private long playedSamples;
    private long silences;
    private boolean closed;

    private WaveLoudspeaker(RandomAccessFile file, String name, Pacer pacer) {
        this.file = file;
        this.name = name;
        this.pacer = pacer;
        this.startNanos = pacer.nanoTime();
    }

    /** Makes the file, or empties it. */
    static WaveLoudspeaker open(Path path, Pacer pacer) throws AudioDeviceException {
        try {
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            file.setLength(0);
            file.write(WaveHeader.of(Sound.PLAYBACK_RATE, 0));
            return new WaveLoudspeaker(file, path.toString(), pacer);
        } catch (IOException e) {
            throw new AudioDeviceException(
                    "The file " + path + " cannot be written: choose another place for the loudspeaker's sound.", e);
        }
    }

    @Override
    public void write(short[] samples, int offset, int length) throws AudioDeviceException {
        synchronized (monitor) {
            long silence = silences;
            int taken = 0;
            while (taken < length && !closed && silences == silence) {
                advance();
                int count = Math.min(length - taken, BUFFER_SAMPLES - buffered.size());
                buffered.add(samples, offset + taken, count);
                taken += count;
                if (taken < length && !pause(Math.min(length - taken, Sound.PLAYBACK_FRAME))) {
                    return;
                }
            }
        }
    }

    @Override
    public void silence() {
        synchronized (monitor) {
            catchUp();
            buffered.clear();
            silences++;
            monitor.notifyAll();
        }
    }

    @Override
    public void drain() {
        synchronized (monitor) {
            long silence = silences;
            catchUp();
            while (buffered.size() > 0 && !closed && silences == silence && pause(buffered.size())) {
                catchUp();
            }
        }
    }

    @Override
    public long playedSamples() {
        synchronized (monitor) {
            catchUp();
            return playedSamples;
        }
    }

    @Override
    public String deviceName() {
        return name;
    }

    @Override
    public void close() {
        synchronized (monitor) {
            if (closed) {
                return;
            }
            catchUp();
            closed = true;
            monitor.notifyAll();
            try (file) {
                writeHeader();
            } catch (IOException e) {
                // the file holds what could be written; there is nobody to tell any more
                closed = true;
            }
        }
    }

    /** Writes what has sounded since the last call. */
    private void advance() throws AudioDeviceException {
        try {
            long due = (long) ((pacer.nanoTime() - startNanos) / NANOS_PER_SAMPLE) - fileSamples;
            int sounding = (int) Math.min(due, buffered.size());
            if (sounding > 0) {
                short[] samples = new short[sounding];
                buffered.take(samples, sounding);
                append(samples);
                playedSamples += sounding;
                due -= sounding;
            }
            while (due > 0) {
                int silent = (int) Math.min(due, Sound.PLAYBACK_RATE);
                append(new short[silent]);
                due -= silent;
            }
            if (fileSamples - headerSamples >= Sound.PLAYBACK_RATE) {
                writeHeader();
            }
        } catch (IOException e) {
            throw new AudioDeviceException(
                    "The file " + name + " cannot be written any more: free some space, or choose a loudspeaker.", e);
        }
    }

    /** As {@link #advance()}, where nobody waits for a failure: the next write tells it. */
    private void catchUp() {
        try {
            if (!closed) {
                advance();
            }
        } catch (AudioDeviceException e) {
            buffered.clear();
        }
    }

    private void append(short[] samples) throws IOException {
        file.seek(WaveHeader.BYTES + fileSamples * Pcm.BYTES);
        file.write(Pcm.toBytes(samples, 0, samples.length, 1));
        fileSamples += samples.length;
    }

    private void writeHeader() throws IOException {
        file.seek(0);
        file.write(WaveHeader.of(Sound.PLAYBACK_RATE, fileSamples));
        headerSamples = fileSamples;
    }

    private boolean pause(int samples) {
        try {
            pacer.waitOn(monitor, (long) Math.ceil(samples * NANOS_PER_SAMPLE));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
