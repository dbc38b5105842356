package org.vivavoce.practice;

/**
 * A file of modes, languages or questions cannot be used. The message is one sentence for the user that names the file, the line
 * where it is known, and what is wrong. Thrown on the thread that reads.
 */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String sentence) {
        super(sentence);
    }

    UnreadableFileException(String fileName, int line, String problem) {
        this(fileName + (line > 0 ? ", line " + line : "") + ": " + problem);
    }

    /** One sentence for the user. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
