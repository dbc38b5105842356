package org.vivavoce.audio;

import java.io.InputStream;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/**
 * Decodes whole frames of MP3 by JLayer. Used by one thread. A frame that cannot be decoded gives no samples and leaves no trace: the
 * next one meets a fresh decoder.
 */
final class Mp3Decoder {

    /** What JLayer reads from: exactly the frame it is given; then it seems to end, until the next frame. */
    private static final class OneFrame extends InputStream {
        private byte[] bytes = new byte[0];
        private int at;

        void set(byte[] frame) {
            bytes = frame;
            at = 0;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == bytes.length) {
                return length == 0 ? 0 : -1;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, into, offset, count);
            at += count;
            return count;
        }
    }

    private OneFrame input = new OneFrame();
    private Bitstream bitstream = new Bitstream(input);
    private Decoder decoder = new Decoder();
    private int rate;
    private int channels;

    /** Decodes one whole frame; returns its samples mixed down to one channel, none where it is damaged. */
    short[] decode(byte[] frame, MpegHeader header) {
        if (header.rate() != rate || header.channels() != channels) {
            startAfresh(); // JLayer keeps the number of channels of its first frame
            rate = header.rate();
            channels = header.channels();
        }
        input.set(frame);
        try {
            Header read = bitstream.readFrame();
            if (read == null) {
                startAfresh();
                return new short[0];
            }
            SampleBuffer out = (SampleBuffer) decoder.decodeFrame(read, bitstream);
            bitstream.closeFrame();
            return toMono(out);
        } catch (JavaLayerException | RuntimeException e) { // JLayer runs over its arrays where a frame is damaged
            startAfresh();
            return new short[0];
        }
    }

    private void startAfresh() {
        input = new OneFrame();
        bitstream = new Bitstream(input);
        decoder = new Decoder();
    }

    private static short[] toMono(SampleBuffer out) {
        short[] interleaved = out.getBuffer();
        int length = out.getBufferLength();
        if (out.getChannelCount() == 1) {
            return Arrays.copyOf(interleaved, length);
        }
        short[] mono = new short[length / 2];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (short) ((interleaved[2 * i] + interleaved[2 * i + 1]) / 2);
        }
        return mono;
    }
}
