package org.vivavoce.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Deletes sessions so that nothing of them is left: recordings, rows, the index of their words, free pages, and copies that were made
 * before a newer version of the program changed the file. Any thread that may wait for some seconds.
 */
public final class Deletion {

    private final Store store;
    private final Path recordings;

    /**
     * Of one store.
     *
     * @param recordings the folder with one folder for each session
     */
    public Deletion(Store store, Path recordings) {
        this.store = store;
        this.recordings = recordings;
    }

    /**
     * Deletes sessions for good. Ideas that came up in them stay.
     *
     * @throws StoreException where a session, with its recordings, is still there, or where traces of it are: the problem says which
     */
    public void forGood(List<SessionId> sessions) throws StoreException {
        if (sessions.isEmpty()) {
            return;
        }
        for (SessionId session : sessions) {
            deleteRecordings(session);
        }
        store.write(connection -> {
            for (SessionId session : sessions) {
                Sql.update(connection, "DELETE FROM sessions WHERE id = ?", session);
            }
            // An index only notes what was deleted, until it is made anew.
            return Sql.update(connection, Migrations.INDEX_ANEW);
        });
        store.wipe();
    }

    /**
     * Deletes all sessions that were begun before a time.
     *
     * @return how many
     */
    public int begunBefore(Instant time) throws StoreException {
        List<SessionId> old = store.read(connection -> Sql.query(connection, """
                SELECT id FROM sessions WHERE started_ms < ?
                """, row -> new SessionId(row.text("id")), time));
        forGood(old);
        return old.size();
    }

    private void deleteRecordings(SessionId session) throws StoreException {
        try {
            Recordings.deleteOf(session, recordings);
        } catch (IOException e) {
            throw new StoreException(StoreProblem.recordingsLeft(recordings));
        }
    }
}
