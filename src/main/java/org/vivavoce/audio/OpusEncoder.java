package org.vivavoce.audio;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketWriter;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.opus.OpusTags;

/**
 * Writes an utterance as Opus in Ogg (RFC 7845), a tenth of WAV: 3 kB a second. Thread-safe, without state. Encoding takes a tenth to a
 * fortieth of the utterance's length, on the calling thread.
 */
public final class OpusEncoder implements UtteranceEncoder {

    /** Bits a second: speech is transparent to recognisers from 16 kbit/s on. */
    private static final int BIT_RATE = 24_000;

    /** Samples of a packet: 20 ms, Opus' usual length. */
    private static final int PACKET_SAMPLES = Sound.CAPTURE_RATE / 50;

    /** Ogg counts in samples of 48 kHz, whatever was encoded. */
    private static final int GRANULES_PER_SAMPLE = 48_000 / Sound.CAPTURE_RATE;

    /** A page a second; the library's own way, a page a packet, makes the file a third longer. */
    private static final int PACKETS_PER_PAGE = 50;

    private static final int MOST_PACKET_BYTES = 1275;

    private static final int STREAM = 1;

    @Override
    public EncodedAudio encode(short[] samples) {
        try {
            return new EncodedAudio(ogg(samples), EncodedAudio.Format.OGG_OPUS, WavEncoder.durationOf(samples));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        } catch (OpusException e) {
            throw new IllegalStateException("the encoder refuses speech", e);
        }
    }

    private static byte[] ogg(short[] samples) throws IOException, OpusException {
        io.github.jaredmdobson.concentus.OpusEncoder encoder = new io.github.jaredmdobson.concentus.OpusEncoder(
                Sound.CAPTURE_RATE, 1,
                OpusApplication.OPUS_APPLICATION_VOIP);
        encoder.setBitrate(BIT_RATE);
        encoder.setUseVBR(true);
        encoder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
        encoder.setComplexity(5);
        int preSkip = encoder.getLookahead() * GRANULES_PER_SAMPLE;
        long endGranule = preSkip + (long) samples.length * GRANULES_PER_SAMPLE;

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OggFile file = new OggFile(bytes); OggPacketWriter writer = file.getPacketWriter(STREAM)) {
            writeHeaders(writer, preSkip);
            byte[] packet = new byte[MOST_PACKET_BYTES];
            int packets = Math.max(1, (samples.length + encoder.getLookahead() + PACKET_SAMPLES - 1) / PACKET_SAMPLES);
            for (int i = 0; i < packets; i++) {
                short[] piece = piece(samples, i * PACKET_SAMPLES);
                int length = encoder.encode(piece, 0, PACKET_SAMPLES, packet, 0, packet.length);
                long granule = Math.min(endGranule, (i + 1L) * PACKET_SAMPLES * GRANULES_PER_SAMPLE);
                writer.bufferPacket(new OggPacket(Arrays.copyOf(packet, length)), granule);
                if ((i + 1) % PACKETS_PER_PAGE == 0 && i + 1 < packets) {
                    writer.flush(); // the last page is left to close(), which marks it as the last
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void writeHeaders(OggPacketWriter writer, int preSkip) throws IOException {
        OpusInfo info = new OpusInfo();
        info.setNumChannels(1);
        info.setSampleRate(Sound.CAPTURE_RATE);
        info.setPreSkip(preSkip);
        writer.bufferPacket(info.write(), true);
        OpusTags tags = new OpusTags();
        tags.setVendor("concentus");
        writer.bufferPacket(tags.write(), true);
    }

    /** A packet's samples; after the end, silence. */
    private static short[] piece(short[] samples, int from) {
        short[] piece = new short[PACKET_SAMPLES];
        int there = Math.clamp(samples.length - (long) from, 0, PACKET_SAMPLES);
        System.arraycopy(samples, Math.min(from, samples.length), piece, 0, there);
        return piece;
    }
}
