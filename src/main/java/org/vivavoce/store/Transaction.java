package org.vivavoce.store;

import java.sql.Connection;
import java.sql.SQLException;

/** All of it or nothing. Functions without state; the connection is held by one thread at a time. */
final class Transaction {

    private Transaction() {}

    /** Does work as one transaction, which has the right to write from its beginning. */
    static <T> T write(Connection connection, Sql.Work<T> work) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T result = work.on(connection);
            Sql.run(connection, "COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    /** Takes back what was begun; what went wrong before matters more than whether this goes wrong too. */
    static void rollBack(Connection connection) {
        try {
            Sql.run(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, as it does on a full disk
        }
    }
}
