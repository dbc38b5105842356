package org.vivavoce.notes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Reads the text of one kind of file. Thread-safe; waits for the disk. One more kind is one more class: see {@link NotesReader}. */
interface NotesFormat {

    /** How names of such files end, in small letters, without the dot. */
    Set<String> endings();

    /**
     * The text, its paragraphs separated by empty lines.
     *
     * @param mostCharacters what is longer is a {@link TooLongException}: it is not held in memory
     * @throws WrongFormatException where it is no such file, or a damaged one
     */
    String text(Path file, int mostCharacters) throws IOException, WrongFormatException, TooLongException;

    /** It is no file of this kind, or a damaged one. */
    final class WrongFormatException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** There is more in it than is taken. */
    final class TooLongException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
