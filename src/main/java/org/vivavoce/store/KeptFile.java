package org.vivavoce.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A file of the store that is not opened to be worked with. Functions without state; any thread that may wait. */
public final class KeptFile {

    private static final Duration AT_ONCE = Duration.ZERO;

    private KeptFile() {}

    /** What was found. */
    public enum State {
        /** It can be opened and worked with. */
        WHOLE,
        /** It was written by a newer version of the program. */
        NEWER,
        /** It is damaged, or something else. */
        BROKEN
    }

    /** Looks a file through, all of it; it stays as it is. */
    public static State look(Path file) {
        if (!Files.isRegularFile(file)) {
            return State.BROKEN;
        }
        try (Connection connection = Connections.reading(file.toAbsolutePath().normalize(), AT_ONCE)) {
            int version = Migrations.versionOf(connection);
            if (version > Migrations.newest()) {
                return State.NEWER;
            }
            boolean whole = version > 0 && Sql.text(connection, "PRAGMA integrity_check").equals("ok")
                    && Sql.number(connection, "SELECT count(*) FROM sessions, messages WHERE false") == 0;
            return whole ? State.WHOLE : State.BROKEN;
        } catch (SQLException e) {
            return State.BROKEN;
        }
    }

    /**
     * Whether a program has it open at this moment, this one or another. Where none has, all of it is in this one file afterwards, and it
     * can be moved.
     */
    public static boolean isOpen(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (Connection connection = Connections.plain(file.toAbsolutePath().normalize(), AT_ONCE)) {
            // Only who is alone may leave the write-ahead log.
            return Sql.text(connection, "PRAGMA journal_mode = DELETE").equals("wal");
        } catch (SQLException e) {
            return StoreProblem.of(e, file).kind() == StoreProblem.Kind.LOCKED; // else it is damaged, and can be moved
        }
    }
}
