package org.vivavoce.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads files of notes. Thread-safe; waits for the disk. */
public final class NotesReader {

    /** So much text is taken of a file: a long book, or a hundred times a résumé. */
    public static final int MOST_CHARACTERS = 1_000_000;

    /** Larger files are not opened: pictures in a document take room, though not so much. */
    private static final long MOST_BYTES = 50_000_000;

    private final List<NotesFormat> formats;

    /** Every kind of file that there is. */
    public NotesReader() {
        this(List.of(new PlainTextFormat(), new DocxFormat(), new PdfFormat()));
    }

    NotesReader(List<NotesFormat> formats) {
        this.formats = formats;
    }

    /** How names of files end that are taken, in small letters, without the dot. */
    public List<String> endings() {
        return formats.stream().flatMap(format -> format.endings().stream()).sorted().toList();
    }

    /**
     * What could be read.
     *
     * @param notes    in the order the files were given
     * @param problems one sentence for each of the others
     */
    public record Found(Notes notes, List<String> problems) {
        public Found {
            problems = List.copyOf(problems);
        }
    }

    /** Reads files; one that cannot be read does not keep the others out. */
    public Found readAll(List<Path> files) {
        List<Note> notes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                notes.add(read(file));
            } catch (NotesException e) {
                problems.add(e.sentence());
            }
        }
        return new Found(new Notes(notes), problems);
    }

    /** Reads one file. */
    public Note read(Path file) throws NotesException {
        String name = String.valueOf(file.getFileName());
        NotesFormat format = formats.stream().filter(each -> each.endings().contains(ending(name))).findFirst()
                .orElseThrow(() -> new NotesException(name + " is of a kind that cannot be read: save it as one of "
                        + endings().stream().map(ending -> "." + ending).collect(Collectors.joining(", ")) + "."));
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw tooLong(name);
            }
            String text = format.text(file, MOST_CHARACTERS).replace("\r\n", "\n").replace('\r', '\n').strip();
            if (text.isEmpty()) {
                throw new NotesException(name + " has no text in it.");
            }
            return new Note(name, text);
        } catch (NoSuchFileException e) {
            throw new NotesException(name + " is not there any more: choose it anew, or take it away from your notes.");
        } catch (IOException | SecurityException e) {
            throw new NotesException(name + " cannot be read: see whether you may read it.");
        } catch (NotesFormat.TooLongException e) {
            throw tooLong(name);
        } catch (NotesFormat.WrongFormatException e) {
            throw new NotesException(name + " is damaged, or not what its name says: save it anew.");
        }
    }

    private static NotesException tooLong(String name) {
        return new NotesException(name + " is too long: give the pages that matter.");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
