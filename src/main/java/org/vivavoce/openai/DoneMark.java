package org.vivavoce.openai;

import java.io.IOException;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/**
 * Notices the line {@code data: [DONE]} at the end of a stream of events, which the SDK keeps to itself. Used by the thread that reads
 * the answer. Servers that give no finish reason tell by it alone that the reply is whole.
 */
final class DoneMark extends ForwardingSource {

    /** Holds the mark and the line ends around it. */
    private static final int TAIL_BYTES = 32;
    private static final Pattern MARK = Pattern.compile("\\ndata: ?\\[DONE]");

    private final OpenCall call;
    private final Buffer tail = new Buffer();

    DoneMark(Source answer, OpenCall call) {
        super(answer);
        this.call = call;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long read = super.read(sink, byteCount);
        if (read > 0) {
            sink.copyTo(tail, sink.size() - read, read);
            tail.skip(Math.max(0, tail.size() - TAIL_BYTES));
            if (MARK.matcher(tail.snapshot().utf8()).find()) {
                call.saysDone();
            }
        }
        return read;
    }
}
