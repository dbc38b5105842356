package org.vivavoce.openai.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a {@code multipart/form-data} body. A value.
 *
 * @param fields parts that are text, by name; those of one name joined by line feeds
 * @param files  parts with a file name, by name
 */
record MultipartForm(Map<String, String> fields, Map<String, Part> files) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    /** A file that was uploaded. */
    record Part(byte[] bytes, String fileName, String contentType) {}

    /** Reads a body; one character a byte keeps binary parts as they are. */
    static MultipartForm parse(String contentType, byte[] body) {
        Map<String, String> fields = new HashMap<>();
        Map<String, Part> files = new HashMap<>();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (boundary.find()) {
            String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
            String separator = "\r\n--" + boundary.group(1);
            for (int at = text.indexOf(separator); at >= 0;) {
                int start = at + separator.length();
                int next = text.indexOf(separator, start);
                if (next >= 0) {
                    part(text.substring(start, next), fields, files);
                }
                at = next;
            }
        }
        return new MultipartForm(fields, files);
    }

    private static void part(String part, Map<String, String> fields, Map<String, Part> files) {
        int blank = part.indexOf("\r\n\r\n");
        String head = part.substring(0, Math.max(0, blank));
        Matcher name = NAME.matcher(head);
        if (blank < 0 || !name.find()) {
            return;
        }
        String field = String.valueOf(name.group(1));
        byte[] value = part.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1);
        Matcher fileName = FILE_NAME.matcher(head);
        if (fileName.find()) {
            files.put(field, new Part(value, String.valueOf(fileName.group(1)), header(head, "content-type")));
        } else {
            fields.merge(field, new String(value, StandardCharsets.UTF_8), (one, next) -> one + "\n" + next);
        }
    }

    private static String header(String head, String name) {
        return head.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse("");
    }
}
