package org.vivavoce.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into frames of MP3, past tags and garbage, and has each decoded as soon as it is whole. Used by one thread.
 */
final class Mp3Parser {

    /** Takes samples with their rate. */
    @FunctionalInterface
    interface Output {
        void accept(short[] samples, int rate) throws InterruptedException;
    }

    private static final int ID3_HEADER_BYTES = 10;

    private final Mp3Decoder decoder = new Mp3Decoder();
    private byte[] held = new byte[8192];
    private int heldBytes;
    private int at; // of held: what is before it is used up
    private long skip;
    private @Nullable MpegHeader last;
    private long garbage;

    /** Takes the next bytes. */
    void feed(byte[] bytes, int length, Output output) throws InterruptedException {
        append(bytes, length);
        while (step(output, false)) {
            // until a whole frame is missing
        }
    }

    /** The stream has ended: what is held is all there will be. */
    void finish(Output output) throws InterruptedException {
        while (step(output, true)) {
            // until nothing is left that could be a frame
        }
    }

    /** Bytes skipped since the beginning that belonged to no frame and no tag. */
    long garbage() {
        return garbage;
    }

    /** Whether a frame has been found. */
    boolean foundFrame() {
        return last != null;
    }

    private boolean step(Output output, boolean atEnd) throws InterruptedException {
        if (skip > 0) {
            int count = (int) Math.min(skip, left());
            at += count;
            skip -= count;
            return left() > 0;
        }
        if (left() < MpegHeader.BYTES || (left() < ID3_HEADER_BYTES && !atEnd)) {
            return false;
        }
        if (left() >= ID3_HEADER_BYTES && new String(held, at, 3, StandardCharsets.ISO_8859_1).equals("ID3")) {
            skip = (long) ID3_HEADER_BYTES + tagBytes(at + 6);
            return true;
        }
        MpegHeader header = MpegHeader.at(held, at);
        if (header == null) {
            at++;
            garbage++;
            return true;
        }
        if (left() < header.frameBytes()) {
            if (!atEnd) {
                return false;
            }
            at++; // cut off: there is no frame any more, but a shorter one may hide in it
            return true;
        }
        if (!isTrusted(header)) {
            if (left() < header.frameBytes() + MpegHeader.BYTES && !atEnd) {
                return false;
            }
            if (!isFollowed(header)) {
                at++;
                garbage++;
                return true;
            }
        }
        byte[] frame = Arrays.copyOfRange(held, at, at + header.frameBytes());
        at += frame.length;
        last = header;
        if (!isInfo(frame, header)) {
            short[] samples = decoder.decode(frame, header);
            if (samples.length > 0) {
                output.accept(samples, header.rate());
            }
        }
        return true;
    }

    /** At the very beginning, and right after a frame of the same stream, a header needs no further proof. */
    private boolean isTrusted(MpegHeader header) {
        return last == null ? garbage == 0 : last.sameStream(header);
    }

    private boolean isFollowed(MpegHeader header) {
        int next = at + header.frameBytes();
        if (next + MpegHeader.BYTES > heldBytes) {
            return next == heldBytes;
        }
        MpegHeader following = MpegHeader.at(held, next);
        return following != null && following.sameStream(header);
    }

    /** Encoders put a frame of figures first, which sounds as silence. */
    private static boolean isInfo(byte[] frame, MpegHeader header) {
        int mark = header.infoMarkAt();
        if (header.layer() != 3 || frame.length < mark + 4) {
            return false;
        }
        String text = new String(frame, mark, 4, StandardCharsets.ISO_8859_1);
        return text.equals("Xing") || text.equals("Info");
    }

    /** A length in four bytes of seven bits. */
    private int tagBytes(int from) {
        int length = 0;
        for (int i = from; i < from + 4; i++) {
            length = (length << 7) | (held[i] & 0x7F);
        }
        return length;
    }

    private int left() {
        return heldBytes - at;
    }

    private void append(byte[] bytes, int length) {
        if (heldBytes + length > held.length) {
            byte[] target = left() + length > held.length ? new byte[2 * (left() + length)] : held;
            System.arraycopy(held, at, target, 0, left());
            held = target;
            heldBytes -= at;
            at = 0;
        }
        System.arraycopy(bytes, 0, held, heldBytes, length);
        heldBytes += length;
    }
}
