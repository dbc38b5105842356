package org.vivavoce.notes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Text and Markdown: UTF-8, UTF-16 with its mark, or else as Windows writes it in the west. Immutable.
 */
final class PlainTextFormat implements NotesFormat {

    /** The most bytes that a character takes. */
    private static final int BYTES_A_CHARACTER = 4;

    private record Mark(int[] bytes, Charset charset) {}

    private static final List<Mark> MARKS = List.of(new Mark(new int[]{0xef, 0xbb, 0xbf}, StandardCharsets.UTF_8),
            new Mark(new int[]{0xff, 0xfe}, StandardCharsets.UTF_16LE),
            new Mark(new int[]{0xfe, 0xff}, StandardCharsets.UTF_16BE));

    @Override
    public Set<String> endings() {
        return Set.of("txt", "text", "md", "markdown");
    }

    @Override
    public String text(Path file, int mostCharacters) throws IOException, WrongFormatException, TooLongException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(mostCharacters * BYTES_A_CHARACTER + 1);
        }
        String text = decode(bytes);
        if (text.length() > mostCharacters) {
            throw new TooLongException();
        }
        if (text.indexOf('\0') >= 0) {
            throw new WrongFormatException(); // a picture, a program
        }
        return text;
    }

    private static String decode(byte[] bytes) {
        for (Mark mark : MARKS) {
            if (begins(bytes, mark.bytes)) {
                int length = mark.bytes.length;
                return new String(bytes, length, bytes.length - length, mark.charset);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static boolean begins(byte[] bytes, int[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
