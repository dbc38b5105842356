package org.vivavoce.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** How the store's file is connected to. Functions without state. */
final class Connections {

    /** What is damaged there loses conversations; the index of words can be made anew from them. */
    private static final List<String> TABLES = List.of("sessions", "tags", "messages", "utterances", "latencies",
            "costs", "ideas");

    private Connections() {}

    /**
     * A connection that writes.
     *
     * @param patience how long each statement waits for another program that holds the file
     */
    static Connection writing(Path file, Duration patience) throws SQLException {
        Connection connection = connect(file, patience);
        try {
            // A new file only: later it is too late. Pages that become free can be given back.
            Sql.run(connection, "PRAGMA auto_vacuum = INCREMENTAL");
            // Readers and the writer do not wait for one another. A killed process loses nothing that was committed; where the
            // power fails, the last moments may be missing, but the file is whole.
            Sql.text(connection, "PRAGMA journal_mode = WAL");
            Sql.run(connection, "PRAGMA synchronous = NORMAL");
            Sql.run(connection, "PRAGMA foreign_keys = ON");
            // What is deleted is overwritten, within pages that stay in use too.
            Sql.text(connection, "PRAGMA secure_delete = ON");
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /** A connection that only reads. */
    static Connection reading(Path file, Duration patience) throws SQLException {
        Connection connection = connect(file, patience);
        try {
            Sql.run(connection, "PRAGMA query_only = ON");
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /** A connection that changes nothing by being made. */
    static Connection plain(Path file, Duration patience) throws SQLException {
        return connect(file, patience);
    }

    /** Whether the conversations themselves are damaged. Reads all of them. */
    static boolean isDamaged(Connection connection) throws SQLException {
        for (String table : TABLES) {
            if (!Sql.text(connection, "PRAGMA quick_check(" + table + ")").equals("ok")) {
                return true;
            }
        }
        return false;
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // what is in the file is whole either way
        }
    }

    private static Connection connect(Path file, Duration patience) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            Sql.text(connection, "PRAGMA busy_timeout = " + patience.toMillis());
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }
}
