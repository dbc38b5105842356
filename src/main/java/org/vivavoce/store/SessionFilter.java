package org.vivavoce.store;

import java.util.ArrayList;
import java.util.List;

/** A query as the condition of a statement over {@code sessions AS s}, with its values. Used by one thread. */
final class SessionFilter {

    private final StringBuilder condition = new StringBuilder("TRUE");
    private final List<Object> values = new ArrayList<>();

    SessionFilter(SessionQuery query) {
        query.mode().ifPresent(mode -> and("s.mode = ?", mode));
        query.language().ifPresent(language -> and("s.language = ?", language));
        query.from().ifPresent(from -> and("s.started_ms >= ?", from));
        query.to().ifPresent(to -> and("s.started_ms < ?", to));
        query.tag().ifPresent(tag -> and("EXISTS (SELECT 1 FROM tags t WHERE t.session = s.id AND t.tag = ?)", tag));
        SearchWords words = SearchWords.of(query.text());
        if (!words.isEmpty()) {
            saying(words);
        }
    }

    String condition() {
        return condition.toString();
    }

    List<Object> values() {
        return List.copyOf(values);
    }

    private void saying(SearchWords words) {
        List<String> patterns = words.patterns();
        String title = likeEach("s.title", words);
        values.addAll(patterns);
        String messages = words.inIndex()
                ? "rowid IN (SELECT rowid FROM message_words WHERE message_words MATCH ?)"
                : likeEach("text", words);
        values.addAll(words.inIndex() ? List.of(words.expression()) : patterns);
        condition.append(" AND ((").append(title)
                .append(") OR s.id IN (SELECT session FROM messages WHERE role <> 'direction' AND ").append(messages)
                .append("))");
    }

    /** A condition with one value for each of the words. */
    static String likeEach(String column, SearchWords words) {
        return String.join(" AND ", words.words().stream().map(_ -> column + " LIKE ? ESCAPE '\\'").toList());
    }

    private void and(String one, Object value) {
        condition.append(" AND ").append(one);
        values.add(value);
    }
}
