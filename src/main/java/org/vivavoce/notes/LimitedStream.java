package org.vivavoce.notes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends early where there is more than is wanted: a small file may unpack to any size. Used by one thread. */
final class LimitedStream extends FilterInputStream {

    private long left;

    /** @param most how many bytes are read at most */
    LimitedStream(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    /** Whether it has ended early, or just so. */
    boolean isExhausted() {
        return left == 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = super.read(bytes, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
