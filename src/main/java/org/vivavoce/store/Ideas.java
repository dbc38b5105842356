package org.vivavoce.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the partner was asked to note. Any thread that may wait for the disk. */
public final class Ideas {

    private static final String ALL = "SELECT * FROM ideas WHERE removed_ms IS NULL ";

    private final Store store;

    public Ideas(Store store) {
        this.store = store;
    }

    /** Keeps an idea. A session that is not kept (yet) is left out. */
    public Idea save(Optional<SessionId> session, String text, Instant now) throws StoreException {
        return store.write(connection -> Sql.query(connection, """
                INSERT INTO ideas (session, text, created_ms) VALUES ((SELECT id FROM sessions WHERE id = ?), ?, ?)
                RETURNING *
                """, Ideas::idea, session, text.strip(), now).getFirst());
    }

    /** All that were not taken back, the newest first. */
    public List<Idea> list() throws StoreException {
        return store.read(connection -> Sql.query(connection, ALL + "ORDER BY created_ms DESC, id DESC", Ideas::idea));
    }

    /** Those that came up in a session, in the order they came up. */
    public List<Idea> of(SessionId session) throws StoreException {
        return store.read(
                connection -> Sql.query(connection, ALL + "AND session = ? ORDER BY id", Ideas::idea, session));
    }

    /** Gives an idea another text; returns whether there was one. */
    public boolean change(long id, String text) throws StoreException {
        return store.write(connection -> Sql.update(connection,
                "UPDATE ideas SET text = ? WHERE id = ? AND removed_ms IS NULL", text.strip(), id)) > 0;
    }

    /**
     * Takes an idea back; {@link #restore} gives it again.
     *
     * @return whether there was one
     */
    public boolean remove(long id, Instant now) throws StoreException {
        return store.write(connection -> Sql.update(connection,
                "UPDATE ideas SET removed_ms = ? WHERE id = ? AND removed_ms IS NULL", now, id)) > 0;
    }

    /** Gives an idea again that was taken back; returns whether there was one. */
    public boolean restore(long id) throws StoreException {
        return store.write(connection -> Sql.update(connection,
                "UPDATE ideas SET removed_ms = NULL WHERE id = ? AND removed_ms IS NOT NULL", id)) > 0;
    }

    /** Deletes for good what was taken back before a time. */
    public void forgetRemovedBefore(Instant time) throws StoreException {
        int forgotten = store
                .write(connection -> Sql.update(connection, "DELETE FROM ideas WHERE removed_ms < ?", time));
        if (forgotten > 0) {
            store.wipe();
        }
    }

    private static Idea idea(Row row) throws SQLException {
        return new Idea(row.number("id"), row.optionalText("session").map(SessionId::new), row.text("text"),
                row.time("created_ms"));
    }
}
