package org.vivavoce.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketReader;
import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusInfo;
import org.jspecify.annotations.Nullable;

/** Reads Opus in Ogg (RFC 7845) from any moment on, packet by packet, as samples at {@link Sound#PLAYBACK_RATE}. Used by one thread. */
public final class OpusRecording implements AutoCloseable {

    private static final int GRANULE_RATE = 48_000; // Ogg counts so, whatever was encoded
    private static final int GRANULES_PER_SAMPLE = GRANULE_RATE / Sound.PLAYBACK_RATE;
    /** A decoder that begins in the middle needs so much to be right (RFC 7845, 4.6). */
    private static final int SETTLING_GRANULES = GRANULE_RATE * 80 / 1000;
    private static final int MOST_SAMPLES = Sound.PLAYBACK_RATE * 120 / 1000; // the longest packet there is

    private final InputStream file;
    private final OggPacketReader packets;
    private final OpusDecoder decoder;
    private final long wantedFrom; // granules, the decoder's delay counted
    private long at; // the same, of what comes next
    private boolean ended;

    private OpusRecording(InputStream file, Duration from) throws IOException, OpusException {
        this.file = file;
        this.packets = new OggFile(file).getPacketReader();
        this.decoder = new OpusDecoder(Sound.PLAYBACK_RATE, 1);
        OggPacket head = packets.getNextPacket();
        OggPacket tags = packets.getNextPacket();
        if (head == null || tags == null) {
            throw new IOException("no headers");
        }
        this.wantedFrom = new OpusInfo(head).getPreSkip() + from.toMillis() * GRANULE_RATE / 1000;
    }

    /**
     * Opens a file.
     *
     * @param from where to begin; after the end there is nothing
     * @throws IOException                    where the file cannot be read
     * @throws SpeechDecoder.NotAudioException where it is something else
     */
    public static OpusRecording open(Path path, Duration from) throws IOException, SpeechDecoder.NotAudioException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
        try {
            return new OpusRecording(bytes, from);
        } catch (IOException | OpusException | RuntimeException e) { // the library says in several ways that it is something else
            bytes.close();
            throw new SpeechDecoder.NotAudioException("a file without Opus in it");
        }
    }

    /**
     * The next samples; empty at the end.
     *
     * @throws IOException where the file cannot be read any further
     */
    public Optional<short[]> next() throws IOException {
        short[] decoded = new short[MOST_SAMPLES];
        while (!ended) {
            OggPacket packet = packet();
            if (packet == null) {
                ended = true;
                break;
            }
            long begins = at;
            int length = new OpusAudioData(packet).getNumberOfSamples();
            at += length;
            if (at + SETTLING_GRANULES <= wantedFrom) {
                continue;
            }
            int samples = decode(packet.getData(), length, decoded);
            int first = Math.clamp((wantedFrom - begins) / GRANULES_PER_SAMPLE, 0, samples);
            int last = Math.clamp((end(packet) - begins) / GRANULES_PER_SAMPLE, first, samples);
            if (last > first) {
                return Optional.of(Arrays.copyOfRange(decoded, first, last));
            }
        }
        return Optional.empty();
    }

    /** Where the sound ends: within the last packet, as a rule. */
    private static long end(OggPacket packet) {
        return packet.isEndOfStream() && packet.getGranulePosition() > 0 ? packet.getGranulePosition() : Long.MAX_VALUE;
    }

    private @Nullable OggPacket packet() throws IOException {
        try {
            return packets.getNextPacket();
        } catch (RuntimeException e) { // the rest is missing, or damaged
            return null;
        }
    }

    private int decode(byte[] data, int granules, short[] into) {
        try {
            return decoder.decode(data, 0, data.length, into, 0, into.length, false);
        } catch (OpusException | RuntimeException e) { // one packet is damaged: silence in its place
            int samples = Math.min(into.length, granules / GRANULES_PER_SAMPLE);
            Arrays.fill(into, 0, samples, (short) 0);
            return samples;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
