package org.vivavoce.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.vivavoce.practice.Role;

/** The sessions that are kept: listed, opened, named. Any thread that may wait for the disk. */
public final class Sessions {

    /** What a list shows of {@code sessions AS s}. */
    static final String COLUMNS = """
            s.*, (SELECT group_concat(tag, char(10)) FROM (SELECT tag FROM tags WHERE session = s.id ORDER BY tag)) AS tags,
            (SELECT count(*) FROM messages WHERE session = s.id AND role <> 'direction') AS messages,
            (SELECT coalesce(max(said_ms), 0) FROM messages WHERE session = s.id) AS length_ms
            """;

    private static final String RECORD = "SELECT " + COLUMNS + " FROM sessions s WHERE ";

    private final Store store;

    public Sessions(Store store) {
        this.store = store;
    }

    /**
     * Sessions, the newest first.
     *
     * @param skipped how many of them are not wanted, from the newest on: those of earlier pages
     * @param most    how many at most
     */
    public List<SessionRecord> list(SessionQuery query, int skipped, int most) throws StoreException {
        SessionFilter filter = new SessionFilter(query);
        List<Object> values = new ArrayList<>(filter.values());
        values.add(most);
        values.add(skipped);
        return store.read(connection -> Sql.query(connection,
                RECORD + filter.condition() + " ORDER BY s.started_ms DESC, s.id DESC LIMIT ? OFFSET ?",
                Sessions::session, values));
    }

    /** How many sessions there are. */
    public int count(SessionQuery query) throws StoreException {
        SessionFilter filter = new SessionFilter(query);
        return store.read(connection -> Sql.query(connection,
                "SELECT count(*) AS sessions FROM sessions s WHERE " + filter.condition(),
                row -> row.integer("sessions"), filter.values())).getFirst();
    }

    /** All tags that are in use, in order. */
    public List<String> tags() throws StoreException {
        return store.read(
                connection -> Sql.query(connection, "SELECT DISTINCT tag FROM tags ORDER BY tag",
                        row -> row.text("tag")));
    }

    /** What a list shows of a session; empty where there is none of that name. */
    public Optional<SessionRecord> find(SessionId id) throws StoreException {
        return store.read(connection -> Sql.query(connection, RECORD + "s.id = ?", Sessions::session, id)).stream()
                .findFirst();
    }

    /** All of a session; empty where there is none of that name. */
    public Optional<StoredSession> open(SessionId id) throws StoreException {
        return store.read(connection -> {
            List<SessionRecord> found = Sql.query(connection, RECORD + "s.id = ?", Sessions::session, id);
            return found.isEmpty() ? Optional.empty() : Optional.of(whole(connection, found.getFirst()));
        });
    }

    /** Gives a title; an empty one takes it away. */
    public void rename(SessionId id, String title) throws StoreException {
        store.write(
                connection -> Sql.update(connection, "UPDATE sessions SET title = ? WHERE id = ?", title.strip(), id));
    }

    /** Gives these tags in place of those it has. Empty ones and line breaks are left out. */
    public void tag(SessionId id, List<String> tags) throws StoreException {
        store.write(connection -> {
            Sql.update(connection, "DELETE FROM tags WHERE session = ?", id);
            return insertTags(connection, id, tags);
        });
    }

    /**
     * Adds a session that was kept elsewhere.
     *
     * @return whether it was added; not so where one of that name is there
     */
    public boolean add(StoredSession whole) throws StoreException {
        SessionRecord session = whole.session();
        return store.write(connection -> {
            if (!Sql.query(connection, "SELECT id FROM sessions WHERE id = ?", row -> row.text("id"), session.id())
                    .isEmpty()) {
                return false;
            }
            SessionRows.insert(connection, session.begun(), session.ended());
            Sql.update(connection, "UPDATE sessions SET title = ? WHERE id = ?", session.title(), session.id());
            insertTags(connection, session.id(), session.tags());
            for (StoredMessage message : whole.messages()) {
                SessionRows.put(connection, session.id(), message);
            }
            for (StoredUtterance utterance : whole.utterances()) {
                SessionRows.put(connection, session.id(), utterance);
            }
            for (StoredLatency latency : whole.latencies()) {
                SessionRows.put(connection, session.id(), latency.turn(), latency.millis());
            }
            if (whole.cost().isPresent()) {
                SessionRows.put(connection, session.id(), whole.cost().get());
            }
            return true;
        });
    }

    private static int insertTags(Connection connection, SessionId id, List<String> tags) throws SQLException {
        List<String> clean = tags.stream().map(tag -> tag.replaceAll("\\R", " ").strip()).filter(tag -> !tag.isEmpty())
                .distinct().toList();
        for (String tag : clean) {
            Sql.update(connection, "INSERT INTO tags (session, tag) SELECT id, ? FROM sessions WHERE id = ?", tag, id);
        }
        return clean.size();
    }

    static SessionRecord session(Row row) throws SQLException {
        NewSession begun = new NewSession(new SessionId(row.text("id")), row.text("mode"), row.text("mode_name"),
                row.text("language"), row.time("started_ms"));
        return new SessionRecord(begun, row.optionalTime("ended_ms"), row.text("title"),
                row.optionalText("tags").map(tags -> List.of(tags.split("\n", -1))).orElse(List.of()),
                row.integer("messages"), row.millis("length_ms"));
    }

    private static StoredSession whole(Connection connection, SessionRecord session) throws SQLException {
        List<StoredMessage> messages = Sql.query(connection,
                "SELECT * FROM messages WHERE session = ? ORDER BY position", Sessions::message, session.id());
        List<StoredUtterance> utterances = Sql.query(connection, """
                SELECT u.*, m.position FROM utterances u LEFT JOIN messages m ON m.id = u.message
                WHERE u.session = ? ORDER BY u.said_ms, u.file
                """, Sessions::utterance, session.id());
        Map<Integer, Map<String, Long>> turns = new TreeMap<>();
        for (Stage stage : Sql.query(connection, "SELECT * FROM latencies WHERE session = ?", Sessions::stage,
                session.id())) {
            turns.computeIfAbsent(stage.turn(), _ -> new TreeMap<>()).put(stage.name(), stage.millis());
        }
        List<SessionCost> costs = Sql.query(connection, "SELECT * FROM costs WHERE session = ?", Sessions::cost,
                session.id());
        return new StoredSession(session, messages, utterances,
                turns.entrySet().stream().map(turn -> new StoredLatency(turn.getKey(), turn.getValue())).toList(),
                costs.stream().findFirst());
    }

    private static StoredMessage message(Row row) throws SQLException {
        Role role = Role.valueOf(row.text("role").toUpperCase(Locale.ROOT));
        return new StoredMessage(row.integer("position"),
                StoredMessage.message(role, row.text("text"), row.flag("interrupted")), row.millis("said_ms"),
                row.integer("full_length"), row.flag("typed"), row.optionalMillis("silence_ms"));
    }

    private static StoredUtterance utterance(Row row) throws SQLException {
        OptionalLong position = row.optionalNumber("position");
        return new StoredUtterance(
                position.isPresent() ? OptionalInt.of((int) position.getAsLong()) : OptionalInt.empty(),
                row.text("file"), row.millis("said_ms"), row.millis("duration_ms"));
    }

    private record Stage(int turn, String name, long millis) {}

    private static Stage stage(Row row) throws SQLException {
        return new Stage(row.integer("turn"), row.text("stage"), row.number("ms"));
    }

    private static SessionCost cost(Row row) throws SQLException {
        return new SessionCost(row.optionalNumber("dollars_micros"), row.number("tokens_read"),
                row.number("tokens_written"), row.number("characters_spoken"),
                Duration.ofMillis(row.number("audio_ms")));
    }
}
