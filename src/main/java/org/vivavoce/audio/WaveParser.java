package org.vivavoce.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vivavoce.audio.SpeechDecoder.NotAudioException;

/**
 * Reads a WAV file as its bytes arrive: PCM of 8 to 32 bits or 32-bit float, any number of channels, mixed down to one. Used by one
 * thread. Sizes of 0 and 0xFFFFFFFF, which servers write that do not know the length yet, mean: to the end.
 */
final class WaveParser {

    private static final int RIFF_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int LEAST_FORMAT_BYTES = 16;
    private static final int MOST_FORMAT_BYTES = 1024;
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final long TO_THE_END = Long.MAX_VALUE;

    private enum State {
        RIFF, CHUNK, FORMAT, SKIP, DATA, END
    }

    private State state = State.RIFF;
    private byte[] held = new byte[0];
    private long left;
    private int coding;
    private int channels;
    private int bits;
    private int rate;

    /** Takes the next bytes; returns the samples they complete, at {@link #rate()}. */
    short[] feed(byte[] bytes, int length) throws NotAudioException {
        ByteBuffer in = ByteBuffer.allocate(held.length + length).order(ByteOrder.LITTLE_ENDIAN);
        in.put(held).put(bytes, 0, length).flip();
        short[] samples = new short[0];
        boolean more = true;
        while (more) {
            more = switch (state) {
                case RIFF -> riff(in);
                case CHUNK -> chunk(in);
                case FORMAT -> format(in);
                case SKIP -> skip(in);
                case DATA -> {
                    samples = data(in);
                    yield false;
                }
                case END -> {
                    in.position(in.limit());
                    yield false;
                }
            };
        }
        held = new byte[in.remaining()];
        in.get(held);
        return samples;
    }

    /** Samples a second; 0 as long as it is not known. */
    int rate() {
        return rate;
    }

    private boolean riff(ByteBuffer in) {
        if (in.remaining() < RIFF_BYTES) {
            return false;
        }
        in.position(in.position() + RIFF_BYTES); // what it holds was looked at before
        state = State.CHUNK;
        return true;
    }

    private boolean chunk(ByteBuffer in) throws NotAudioException {
        if (in.remaining() < CHUNK_HEADER_BYTES) {
            return false;
        }
        int id = Integer.reverseBytes(in.getInt());
        long size = Integer.toUnsignedLong(in.getInt());
        if (id == 0x666D7420) { // "fmt "
            if (size < LEAST_FORMAT_BYTES || size > MOST_FORMAT_BYTES) {
                throw new NotAudioException("a damaged WAV file");
            }
            left = size;
            state = State.FORMAT;
        } else if (id == 0x64617461) { // "data"
            if (rate == 0) {
                throw new NotAudioException("a damaged WAV file");
            }
            left = size == 0 || size >= 0xFFFFFF00L ? TO_THE_END : size;
            state = State.DATA;
        } else {
            left = size + (size & 1);
            state = State.SKIP;
        }
        return true;
    }

    private boolean format(ByteBuffer in) throws NotAudioException {
        if (in.remaining() < left) {
            return false;
        }
        int start = in.position();
        coding = Short.toUnsignedInt(in.getShort(start));
        channels = Short.toUnsignedInt(in.getShort(start + 2));
        rate = in.getInt(start + 4);
        bits = Short.toUnsignedInt(in.getShort(start + 14));
        if (coding == EXTENSIBLE && left >= 26) {
            coding = Short.toUnsignedInt(in.getShort(start + 24));
        }
        boolean known = (coding == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32))
                || (coding == FLOAT && bits == 32);
        if (!known || channels < 1 || channels > 8 || rate < 4000 || rate > 192_000) {
            throw new NotAudioException("a WAV file of a kind that is not known");
        }
        in.position(start + (int) left);
        state = State.CHUNK;
        return true;
    }

    private boolean skip(ByteBuffer in) {
        int count = (int) Math.min(left, in.remaining());
        in.position(in.position() + count);
        left -= count;
        if (left > 0) {
            return false;
        }
        state = State.CHUNK;
        return true;
    }

    private short[] data(ByteBuffer in) {
        int frameBytes = channels * bits / 8;
        int frames = (int) (Math.min(left, in.remaining()) / frameBytes);
        short[] mono = new short[frames];
        for (int i = 0; i < frames; i++) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += sample(in);
            }
            mono[i] = Pcm.clip(sum / channels);
        }
        if (left != TO_THE_END) {
            left -= (long) frames * frameBytes;
            if (left < frameBytes) {
                state = State.END;
            }
        }
        return mono;
    }

    private double sample(ByteBuffer in) {
        return switch (bits) {
            case 8 -> ((in.get() & 0xFF) - 128) * 256.0;
            case 16 -> in.getShort();
            case 24 -> ((in.get() & 0xFF) | in.getShort() << 8) / 256.0;
            default -> coding == FLOAT ? in.getFloat() * 32768.0 : in.getInt() / 65536.0;
        };
    }
}
