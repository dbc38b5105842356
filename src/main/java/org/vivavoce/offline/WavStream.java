package org.vivavoce.offline;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads 16-bit PCM samples out of a WAV file while it arrives, several channels mixed to one. Sizes in the header are not trusted: a
 * program that writes into a pipe cannot know them. One thread.
 */
final class WavStream {

    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;

    private final DataInputStream in;
    private int channels;
    private int sampleRate;
    private long bytesLeft;

    /**
     * Reads the header.
     *
     * @throws NotWavException when this is not a WAV file of 16-bit PCM
     */
    WavStream(InputStream source) throws IOException, NotWavException {
        in = new DataInputStream(new BufferedInputStream(source, 8192));
        try {
            readHeader();
        } catch (EOFException e) {
            throw new NotWavException("the header is cut off");
        }
    }

    /** Samples a second. */
    int sampleRate() {
        return sampleRate;
    }

    /**
     * Reads what is there, at least one sample, unless the file is at its end.
     *
     * @return samples put into {@code buffer}, −1 at the end
     */
    int read(short[] buffer) throws IOException {
        int frameBytes = 2 * channels;
        int wanted = (int) Math.min((long) buffer.length * frameBytes, bytesLeft - bytesLeft % frameBytes);
        if (wanted == 0) {
            return -1;
        }
        byte[] bytes = new byte[wanted];
        int got = in.readNBytes(bytes, 0, frameBytes);
        if (got == frameBytes && wanted > frameBytes) {
            // What has arrived already, in whole frames: waiting for a full buffer would delay the first sound.
            int ready = Math.min(wanted - frameBytes, in.available() / frameBytes * frameBytes);
            got += in.readNBytes(bytes, frameBytes, ready);
        }
        bytesLeft -= got;
        int frames = got / frameBytes;
        for (int frame = 0; frame < frames; frame++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                int at = frame * frameBytes + 2 * channel;
                sum += (short) ((bytes[at] & 0xFF) | (bytes[at + 1] << 8));
            }
            buffer[frame] = (short) (sum / channels);
        }
        return frames == 0 ? -1 : frames;
    }

    private void readHeader() throws IOException, NotWavException {
        if (!tag().equals("RIFF")) {
            throw new NotWavException("the beginning is another");
        }
        in.readInt();
        if (!tag().equals("WAVE")) {
            throw new NotWavException("the beginning is another");
        }
        while (true) {
            String chunk = tag();
            long size = Integer.reverseBytes(in.readInt()) & 0xFFFFFFFFL;
            if (chunk.equals("data")) {
                if (channels == 0) {
                    throw new NotWavException("the format is missing");
                }
                // 0 and huge sizes stand for "until the end".
                bytesLeft = size == 0 || size > 0x7FFF0000L ? Long.MAX_VALUE : size;
                return;
            }
            long rest = size + (size & 1);
            if (chunk.equals("fmt ")) {
                rest -= readFormat(size);
            }
            in.skipNBytes(rest);
        }
    }

    private int readFormat(long size) throws IOException, NotWavException {
        if (size < 16) {
            throw new NotWavException("the format is missing");
        }
        int encoding = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        channels = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        sampleRate = Integer.reverseBytes(in.readInt());
        in.readInt();
        in.readShort();
        int bits = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        if ((encoding != PCM && encoding != EXTENSIBLE) || bits != 16) {
            throw new NotWavException("the samples are others");
        }
        if (channels < 1 || channels > 8 || sampleRate < 8000 || sampleRate > 48_000) {
            throw new NotWavException("the rate or the number of channels is out of range");
        }
        return 16;
    }

    private String tag() throws IOException {
        byte[] bytes = new byte[4];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** This is not a WAV file of 16-bit PCM; the message is the reason, as a clause. */
    static final class NotWavException extends Exception {
        private static final long serialVersionUID = 1L;

        NotWavException(String reason) {
            super(reason);
        }
    }
}
