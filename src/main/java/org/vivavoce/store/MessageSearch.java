package org.vivavoce.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vivavoce.practice.Role;

/** Finds what was said in all sessions. Any thread that may wait for the disk. */
public final class MessageSearch {

    /** Set around what the index found, and taken out again: nobody says them. */
    private static final char BEGIN = '\u0001';
    private static final char END = '\u0002';

    private static final String MARKED = """
            SELECT rowid AS message, highlight(message_words, 0, char(1), char(2)) AS marked FROM message_words
            WHERE message_words MATCH ? AND +rowid IN (SELECT value FROM json_each(?))
            """;

    private final Store store;

    public MessageSearch(Store store) {
        this.store = store;
    }

    private record Hit(long message, String text, SessionRecord session, int position, Role role, Duration saidAt) {
        @Override
        public String toString() {
            return "Hit[" + message + "]"; // what was said never enters a log
        }
    }

    /**
     * Messages with all these words, those of the newest session first. A word is found by its beginning, without regard to case and
     * accents; in scripts without spaces between words, wherever it stands.
     *
     * @param within which sessions are searched
     * @param most   how many at most
     */
    public List<FoundMessage> find(String text, SessionQuery within, int most) throws StoreException {
        SearchWords words = SearchWords.of(text);
        if (words.isEmpty()) {
            return List.of();
        }
        return store.read(connection -> find(connection, words, new SessionFilter(within), most));
    }

    private static List<FoundMessage> find(Connection connection, SearchWords words, SessionFilter filter, int most)
            throws SQLException {
        boolean index = words.inIndex();
        List<Object> values = new ArrayList<>(index ? List.of(words.expression()) : words.patterns());
        values.addAll(filter.values());
        values.add(most);
        String said = index
                ? "+m.id IN (SELECT rowid FROM message_words WHERE message_words MATCH ?)"
                : SessionFilter.likeEach("m.text", words);
        List<Hit> hits = Sql.query(connection, statement(said, filter.condition()), MessageSearch::hit, values);
        Map<Long, String> marked = index && !hits.isEmpty() ? marked(connection, words, hits) : Map.of();
        return hits.stream().map(hit -> found(hit, index
                ? snippet(marked.getOrDefault(hit.message(), hit.text()))
                : Snippet.of(hit.text(), words.marks(hit.text())))).toList();
    }

    /**
     * First which messages, then what is shown of them. Sessions are gone through from the newest on (CROSS and + leave SQLite no other
     * order), so that of a common word not all messages are put in order to show the first of them.
     */
    private static String statement(String said, String within) {
        return """
                WITH found AS (
                    SELECT m.id AS message FROM sessions s CROSS JOIN messages m ON m.session = s.id
                    WHERE m.role <> 'direction' AND (%s) AND (%s)
                    ORDER BY s.started_ms DESC, s.id DESC, m.position LIMIT ?)
                SELECT m.id AS message, m.position, m.role, m.said_ms, m.text, %s
                FROM found f JOIN messages m ON m.id = f.message JOIN sessions s ON s.id = m.session
                ORDER BY s.started_ms DESC, s.id DESC, m.position
                """.formatted(said, within, Sessions.COLUMNS);
    }

    private static Map<Long, String> marked(Connection connection, SearchWords words, List<Hit> hits)
            throws SQLException {
        String ids = hits.stream().map(hit -> Long.toString(hit.message())).collect(Collectors.joining(",", "[", "]"));
        return Sql.query(connection, MARKED, row -> Map.entry(row.number("message"), row.text("marked")),
                words.expression(), ids).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Hit hit(Row row) throws SQLException {
        return new Hit(row.number("message"), row.text("text"), Sessions.session(row), row.integer("position"),
                Role.valueOf(row.text("role").toUpperCase(Locale.ROOT)), row.millis("said_ms"));
    }

    private static FoundMessage found(Hit hit, Snippet snippet) {
        return new FoundMessage(hit.session(), hit.position(), hit.role(), hit.saidAt(), snippet);
    }

    /** The marks as places, and the text without them. */
    private static Snippet snippet(String marked) {
        StringBuilder text = new StringBuilder(marked.length());
        List<Snippet.Mark> marks = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < marked.length(); i++) {
            char each = marked.charAt(i);
            if (each == BEGIN) {
                begin = text.length();
            } else if (each == END) {
                marks.add(new Snippet.Mark(begin, text.length()));
            } else {
                text.append(each);
            }
        }
        return Snippet.of(text.toString(), marks);
    }
}
