package org.vivavoce.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vivavoce.practice.Assets;

/**
 * The steps by which a file becomes one of this version; {@code PRAGMA user_version} says how many were taken. Called by the thread that
 * opens the store.
 */
final class Migrations {

    /** In the order they are taken. A step that was published is never changed: a further one follows it. */
    private static final List<String> STEPS = List.of("001-conversations.sql", "002-search.sql", "003-ideas.sql",
            "004-silence.sql");

    /** Makes the index of words from the messages. */
    static final String INDEX_ANEW = "INSERT INTO message_words (message_words) VALUES ('rebuild')";

    private Migrations() {}

    /** The version of a file with which this program works. */
    static int newest() {
        return STEPS.size();
    }

    static int versionOf(Connection connection) throws SQLException {
        return (int) Sql.number(connection, "PRAGMA user_version");
    }

    /** Whether there is something in the file, but no step of ours was taken; asked at once, as another process may just begin. */
    static boolean isOfAnotherProgram(Connection connection) throws SQLException {
        return Sql.number(connection,
                "SELECT count(*) FROM sqlite_schema, pragma_user_version() WHERE user_version = 0") > 0;
    }

    /** Takes the missing steps, each whole or not at all. */
    static void apply(Connection connection, int upTo) throws SQLException {
        for (int version = versionOf(connection) + 1; version <= upTo; version++) {
            int step = version;
            Transaction.write(connection, each -> take(each, step));
        }
    }

    private static int take(Connection connection, int version) throws SQLException {
        if (versionOf(connection) < version) { // another process may have been faster
            for (String statement : statements(STEPS.get(version - 1))) {
                Sql.run(connection, statement);
            }
            Sql.run(connection, "PRAGMA user_version = " + version);
        }
        return version;
    }

    /** What an empty line ends; comments are left out. */
    private static List<String> statements(String step) {
        String text = Assets.text("schema/" + step).lines().filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        return Stream.of(text.split("\n\n+", -1)).filter(statement -> !statement.isBlank()).toList();
    }
}
