package org.vivavoce.audio.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A recording in memory: 16-bit mono.
 *
 * @param samples the sound; not to be changed
 * @param rate    samples a second
 */
public record WaveFile(short[] samples, int rate) {

    /** Reads a 16-bit PCM file of any rate; more than one channel are mixed down. A length that is not known means: to the end. */
    public static WaveFile read(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the bytes of a 16-bit PCM file. */
    public static WaveFile parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 44 || !ascii(bytes, 0).equals("RIFF") || !ascii(bytes, 8).equals("WAVE")) {
            throw new IllegalArgumentException("not a WAV file");
        }
        int channels = 1;
        int rate = 0;
        int at = 12;
        while (at + 8 <= bytes.length) {
            String id = ascii(bytes, at);
            long size = Integer.toUnsignedLong(in.getInt(at + 4));
            at += 8;
            if (id.equals("fmt ")) {
                channels = in.getShort(at + 2);
                rate = in.getInt(at + 4);
                if (in.getShort(at + 14) != 16) {
                    throw new IllegalArgumentException("not 16-bit");
                }
            } else if (id.equals("data")) {
                long there = size == 0 ? bytes.length - at : Math.min(size, bytes.length - at);
                return new WaveFile(mono(in.slice(at, (int) there).order(ByteOrder.LITTLE_ENDIAN), channels), rate);
            }
            at += (int) Math.min(size + (size & 1), bytes.length);
        }
        throw new IllegalArgumentException("a WAV file without data");
    }

    /** Writes a file with a true header. */
    public void write(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a file with a true header. */
    public byte[] bytes() {
        int dataBytes = samples.length * 2;
        ByteBuffer out = ByteBuffer.allocate(44 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + dataBytes);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
        out.putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(dataBytes);
        for (short sample : samples) {
            out.putShort(sample);
        }
        return out.array();
    }

    /** The same sound at another level, RMS in dBFS; peaks that do not fit are cut. */
    public WaveFile scaledTo(double dbfs) {
        double factor = Math.pow(10, (dbfs - Loudness.dbfs(this)) / 20);
        short[] scaled = new short[samples.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (short) Math.clamp(Math.round(samples[i] * factor), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return new WaveFile(scaled, rate);
    }

    /** Several one after the other, all of the first one's rate. */
    public static WaveFile join(List<WaveFile> parts) {
        int rate = parts.getFirst().rate();
        short[] all = new short[parts.stream().mapToInt(part -> part.samples.length).sum()];
        int at = 0;
        for (WaveFile part : parts) {
            if (part.rate != rate) {
                throw new IllegalArgumentException("recordings of different rates");
            }
            System.arraycopy(part.samples, 0, all, at, part.samples.length);
            at += part.samples.length;
        }
        return new WaveFile(all, rate);
    }

    /** Nothing, for so long. */
    public static WaveFile silence(Duration length, int rate) {
        return new WaveFile(new short[0], rate).padded(length, Duration.ZERO);
    }

    /** The same sound at another rate. */
    public WaveFile at(int otherRate) {
        return rate == otherRate ? this : new WaveFile(Rates.convert(samples, rate, otherRate), otherRate);
    }

    /** A part of it, cut to what there is. */
    public WaveFile part(Duration from, Duration to) {
        int first = Math.clamp(samplesIn(from), 0, samples.length);
        int last = Math.clamp(samplesIn(to), first, samples.length);
        return new WaveFile(Arrays.copyOfRange(samples, first, last), rate);
    }

    /** Silence, then this, then silence. */
    public WaveFile padded(Duration before, Duration after) {
        int lead = (int) samplesIn(before);
        short[] longer = new short[lead + samples.length + (int) samplesIn(after)];
        System.arraycopy(samples, 0, longer, lead, samples.length);
        return new WaveFile(longer, rate);
    }

    /** How long it sounds. */
    public Duration duration() {
        return Duration.ofNanos(samples.length * 1_000_000_000L / rate);
    }

    /** How long it sounds, seconds. */
    public double seconds() {
        return samples.length / (double) rate;
    }

    private long samplesIn(Duration duration) {
        return duration.toNanos() * rate / 1_000_000_000L;
    }

    private static short[] mono(ByteBuffer data, int channels) {
        short[] mono = new short[data.remaining() / 2 / channels];
        for (int i = 0; i < mono.length; i++) {
            int sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += data.getShort();
            }
            mono[i] = (short) (sum / channels);
        }
        return mono;
    }

    private static String ascii(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "WaveFile[" + duration().toMillis() + " ms, " + rate + " Hz]";
    }
}
