package org.vivavoce.offline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a body of type {@code multipart/form-data}, by their names. Immutable. */
final class Form {

    private static final Pattern BOUNDARY = Pattern.compile(
            "multipart/form-data\\s*;.*?boundary=(?:\"([^\"]+)\"|([^;\\s]+)).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("(?:^|[;\\s])name=(?:\"([^\"]*)\"|([^;\\s]+))",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, byte[]> parts;

    private Form(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static Form parse(String contentType, byte[] body) throws RequestException {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.matches()) {
            throw RequestException.malformed("The body must be multipart/form-data with a boundary.");
        }
        String boundary = matcher.group(1) == null ? String.valueOf(matcher.group(2)) : matcher.group(1);
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        byte[] first = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        byte[] blankLine = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        int at = indexOf(body, first, 0);
        if (at < 0) {
            throw RequestException.malformed("The boundary of the form is nowhere in the body.");
        }
        at += first.length;
        Map<String, byte[]> parts = new HashMap<>();
        while (!(at + 1 < body.length && body[at] == '-' && body[at + 1] == '-')) {
            int headersEnd = indexOf(body, blankLine, at);
            int end = headersEnd < 0 ? -1 : indexOf(body, delimiter, headersEnd + blankLine.length - 2);
            if (end < 0) {
                throw RequestException.malformed("The form ends in the middle of a part.");
            }
            int start = headersEnd + blankLine.length;
            String name = name(new String(body, at, headersEnd - at, StandardCharsets.UTF_8));
            parts.put(name, Arrays.copyOfRange(body, start, Math.max(start, end)));
            at = end + delimiter.length;
        }
        return new Form(parts);
    }

    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** The text of a part; empty where it is not there. */
    String text(String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8).strip();
    }

    private static String name(String headers) {
        Matcher matcher = NAME.matcher(headers);
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(1) == null ? String.valueOf(matcher.group(2)) : matcher.group(1);
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        outer : for (int i = from; i <= bytes.length - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (bytes[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
