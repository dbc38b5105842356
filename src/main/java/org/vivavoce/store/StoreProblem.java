package org.vivavoce.store;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Why conversations cannot be kept or read, as one sentence for the user that says what to do. A value; holds nothing of what was said.
 *
 * @param kind     what is wrong
 * @param code     SQLite's result code, for the log; 0 where there is none
 * @param sentence for the user
 */
public record StoreProblem(Kind kind, int code, String sentence) {

    /** What is wrong. */
    public enum Kind {
        /** The file was written by a newer version of the program. */
        NEWER,
        /** The file is damaged. */
        BROKEN,
        /** Another program holds the file. */
        LOCKED,
        /** The disk is full. */
        FULL,
        /** The file, or its folder, cannot be read or written. */
        UNREADABLE
    }

    // https://www.sqlite.org/rescode.html, primary codes
    private static final int BUSY = 5;
    private static final int LOCKED_TABLE = 6;
    private static final int CORRUPT = 11;
    private static final int DISK_FULL = 13;
    private static final int PROTOCOL = 15;
    private static final int CONSTRAINT = 19;
    private static final int NOT_A_DATABASE = 26;
    private static final int PRIMARY = 0xff;

    private static final String ONLY_TALK = "until then you can talk, but nothing is kept.";

    /** What was found to be damaged. */
    static SQLException damaged() {
        return new SQLException("damaged", "", CORRUPT);
    }

    /** Whether it may be that only the index of words is damaged: it says so, or gives the same number to two of its parts. */
    static boolean mayBeOfTheIndex(SQLException failure) {
        int code = codeOf(failure);
        return code == CORRUPT || code == CONSTRAINT;
    }

    private static int codeOf(SQLException failure) {
        return failure.getErrorCode() & PRIMARY;
    }

    /** What a failure of SQLite means while the program runs. */
    static StoreProblem of(SQLException failure, Path file) {
        int code = codeOf(failure);
        return switch (code) {
            case CORRUPT, NOT_A_DATABASE -> broken(file);
            case BUSY, LOCKED_TABLE, PROTOCOL -> new StoreProblem(Kind.LOCKED, code, "Another program holds the file "
                    + "with your conversations, " + file + ": close it, and what is said meanwhile is kept after all.");
            case DISK_FULL -> new StoreProblem(Kind.FULL, code, "The disk is full: make room, and what is said "
                    + "meanwhile is kept after all.");
            default -> new StoreProblem(Kind.UNREADABLE, code, "The file with your conversations, " + file
                    + ", cannot be read or written: see whether you may write to it and its disk is there.");
        };
    }

    /** What a failure of SQLite means for the file that is being opened. */
    static StoreProblem atOpening(SQLException failure, Path file) {
        StoreProblem running = of(failure, file);
        return switch (running.kind()) {
            case NEWER, BROKEN -> running;
            case LOCKED -> running.saying("Another program holds the file with your conversations, " + file
                    + ": close it and start this one again; " + ONLY_TALK);
            case FULL -> running.saying("The disk is full, so your conversations in " + file
                    + " cannot be opened: make room and start the program again; " + ONLY_TALK);
            case UNREADABLE -> new StoreProblem(Kind.UNREADABLE, running.code(), unreadable(file).sentence());
        };
    }

    static StoreProblem broken(Path file) {
        return new StoreProblem(Kind.BROKEN, CORRUPT, "The file with your conversations, " + file
                + ", is damaged: close the program and start it again, and it begins a new one and keeps the old one "
                + "beside it.");
    }

    static StoreProblem newer(Path file) {
        return new StoreProblem(Kind.NEWER, 0, "Your conversations in " + file
                + " were kept by a newer version of the program: start that one to see them; " + ONLY_TALK);
    }

    static StoreProblem unreadable(Path file) {
        return new StoreProblem(Kind.UNREADABLE, 0, "Your conversations in " + file
                + " cannot be opened: see whether you may write to that folder and start the program again; "
                + ONLY_TALK);
    }

    static StoreProblem begunAnew(StoreProblem broken, String keptAs) {
        return broken.saying("The file with your conversations was damaged, so a new one was begun: the old one was "
                + "kept as " + keptAs + ".");
    }

    static StoreProblem immovable(StoreProblem broken, Path file) {
        return broken.saying("The file with your conversations is damaged: move " + file
                + " away and start the program again; " + ONLY_TALK);
    }

    static StoreProblem tracesLeft(Path file) {
        return new StoreProblem(Kind.LOCKED, 0, "It was deleted, but another program holds " + file
                + ": the last traces go when both are closed.");
    }

    static StoreProblem soundLeft(Path folder) {
        return new StoreProblem(Kind.UNREADABLE, 0, "Not all recordings were deleted: see whether you may write to "
                + folder + ", and delete them again.");
    }

    static StoreProblem recordingsLeft(Path folder) {
        return new StoreProblem(Kind.UNREADABLE, 0, "It was not deleted, as its recordings could not be: see whether "
                + "you may write to " + folder + ", and delete it again.");
    }

    private StoreProblem saying(String other) {
        return new StoreProblem(kind, code, other);
    }
}
