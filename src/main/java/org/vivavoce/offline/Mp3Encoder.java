package org.vivavoce.offline;

import de.sciss.jump3r.mp3.BitStream;
import de.sciss.jump3r.mp3.GainAnalysis;
import de.sciss.jump3r.mp3.ID3Tag;
import de.sciss.jump3r.mp3.Lame;
import de.sciss.jump3r.mp3.LameGlobalFlags;
import de.sciss.jump3r.mp3.MPEGMode;
import de.sciss.jump3r.mp3.Presets;
import de.sciss.jump3r.mp3.Quantize;
import de.sciss.jump3r.mp3.QuantizePVT;
import de.sciss.jump3r.mp3.Reservoir;
import de.sciss.jump3r.mp3.Takehiro;
import de.sciss.jump3r.mp3.VBRTag;
import de.sciss.jump3r.mp3.Version;
import de.sciss.jump3r.mpg.MPGLib;
import java.util.Arrays;

/**
 * Encodes mono samples to MP3 while they come, a frame of 26 ms at a time at the rates of voices. One thread. It talks to jump3r
 * below its {@code LameEncoder}, which would want javax.sound.
 */
final class Mp3Encoder {

    /** Kilobits a second: plain for one synthetic voice, and 8 bytes a millisecond reach the decoder fast. */
    private static final int BIT_RATE = 64;

    /** LAME's quality 0 (best) to 9 (fastest); at 64 kbit/s for one voice the difference is not heard, and 9 is three times faster. */
    private static final int QUALITY = 9;

    /** What one call can give at most: 1.25 bytes a sample and 7,200 for what was held back (LAME's own bound). */
    private static final int MOST_BYTES_HELD = 7200;

    private final Lame lame = new Lame();
    private final LameGlobalFlags flags;

    /** @param sampleRate one that MPEG audio knows: 8, 11.025, 12, 16, 22.05, 24, 32, 44.1 or 48 kHz */
    Mp3Encoder(int sampleRate) {
        connectParts();
        flags = lame.lame_init();
        flags.num_channels = 1;
        flags.in_samplerate = sampleRate;
        flags.out_samplerate = sampleRate;
        flags.mode = MPEGMode.MONO;
        flags.brate = BIT_RATE;
        flags.quality = QUALITY;
        // A tag frame would have to be written last at the very beginning; a stream cannot.
        flags.bWriteVbrTag = false;
        flags.write_id3tag_automatic = false;
        flags.findReplayGain = false;
        if (lame.lame_init_params(flags) < 0) {
            throw new IllegalArgumentException("no MP3 at " + sampleRate + " samples a second");
        }
    }

    /** Encodes; the result may be empty, since a frame needs samples of its future. */
    byte[] encode(short[] samples, int count) {
        int[] wide = new int[count];
        for (int i = 0; i < count; i++) {
            wide[i] = samples[i] << 16;
        }
        byte[] out = new byte[count * 5 / 4 + MOST_BYTES_HELD];
        int bytes = lame.lame_encode_buffer_int(flags, wide, wide, count, out, 0, out.length);
        return Arrays.copyOf(out, Math.max(0, bytes));
    }

    /** The end: what was held back. */
    byte[] finish() {
        byte[] out = new byte[MOST_BYTES_HELD];
        int bytes = lame.lame_encode_flush(flags, out, 0, out.length);
        lame.lame_close(flags);
        return Arrays.copyOf(out, Math.max(0, bytes));
    }

    private void connectParts() {
        GainAnalysis gain = new GainAnalysis();
        BitStream bits = new BitStream();
        Presets presets = new Presets();
        QuantizePVT quantizeTables = new QuantizePVT();
        Quantize quantize = new Quantize();
        VBRTag tag = new VBRTag();
        Version version = new Version();
        ID3Tag id3 = new ID3Tag();
        Reservoir reservoir = new Reservoir();
        Takehiro huffman = new Takehiro();
        MPGLib decoder = new MPGLib();
        lame.setModules(gain, bits, presets, quantizeTables, quantize, tag, version, id3, decoder);
        bits.setModules(gain, decoder, version, tag);
        id3.setModules(bits, version);
        presets.setModules(lame);
        quantize.setModules(bits, reservoir, quantizeTables, huffman);
        quantizeTables.setModules(huffman, reservoir, lame.enc.psy);
        reservoir.setModules(bits);
        huffman.setModules(quantizeTables);
        tag.setModules(lame, bits, version);
    }
}
