package org.vivavoce.openai.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP/1.1 request. A value.
 *
 * @param method  in upper case
 * @param path    without the query
 * @param query   what stands behind the question mark; empty for none
 * @param headers by lower-case name
 * @param body    all of it
 */
public record HttpRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {

    /** Reads a request whole. */
    static HttpRequest read(InputStream in) throws IOException {
        String[] start = line(in).split(" ", -1);
        if (start.length != 3) {
            throw new IOException("no HTTP request");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        byte[] body = headers.getOrDefault("transfer-encoding", "").contains("chunked")
                ? chunks(in)
                : exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new HttpRequest(start[0], start[1].replaceFirst("\\?.*", ""), start[1].replaceFirst("[^?]*\\??", ""),
                Map.copyOf(headers), body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(in).replaceFirst(";.*", "").strip(), 16);
            body.writeBytes(exactly(in, length));
            String end = line(in);
            if (length == 0 && end.isEmpty()) {
                return body.toByteArray();
            }
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the request was cut short");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the request was cut short");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public String toString() {
        return method + " " + path + ", " + body.length + " bytes";
    }
}
