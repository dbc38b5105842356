package org.vivavoce.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rows of one session, and which of them are in the store already, so that each writing changes only what has changed, in one
 * transaction. Used by one thread at a time, which may wait.
 */
final class SessionRows {

    private final NewSession session;
    private Map<Integer, StoredMessage> messages;
    private boolean begun;
    private Optional<SessionCost> cost = Optional.empty();
    private Optional<Instant> ended = Optional.empty();

    /**
     * Of a session that is not in the store yet, or of one that goes on.
     *
     * @param messages those in the store
     * @param begun    whether the session is in the store
     */
    SessionRows(NewSession session, List<StoredMessage> messages, boolean begun) {
        this.session = session;
        this.messages = byPosition(messages);
        this.begun = begun;
        this.ended = begun ? Optional.of(session.started()) : Optional.empty(); // unknown: goes with the first writing
    }

    NewSession session() {
        return session;
    }

    /** Brings the store to a state. Does nothing for a session in which nothing was said, or which was deleted meanwhile. */
    void write(Store store, SessionWriter.State state) throws StoreException {
        if (!begun && state.messages().isEmpty()) {
            return;
        }
        Map<Integer, StoredMessage> now = byPosition(state.messages());
        store.write(connection -> write(connection, now, state));
        messages = now;
        begun = true;
        cost = state.cost();
        ended = state.ended();
    }

    private boolean write(Connection connection, Map<Integer, StoredMessage> now, SessionWriter.State state)
            throws SQLException {
        if (!begun) {
            insert(connection, session, state.ended());
        } else if (Sql.query(connection, "SELECT id FROM sessions WHERE id = ?", row -> row.text("id"), session.id())
                .isEmpty()) {
            return false;
        } else if (!ended.equals(state.ended())) {
            Sql.update(connection, "UPDATE sessions SET ended_ms = ? WHERE id = ?", state.ended(), session.id());
        }
        for (Integer position : messages.keySet()) {
            if (!now.containsKey(position)) {
                Sql.update(connection, "DELETE FROM messages WHERE session = ? AND position = ?", session.id(),
                        position);
            }
        }
        for (StoredMessage message : now.values()) {
            if (!message.equals(messages.get(message.position()))) {
                put(connection, session.id(), message);
            }
        }
        for (StoredUtterance utterance : state.utterances()) {
            put(connection, session.id(), utterance);
        }
        for (Map<String, Long> latency : state.latencies()) {
            put(connection, session.id(), lastTurn(connection) + 1, latency);
        }
        if (state.cost().isPresent() && !state.cost().equals(cost)) {
            put(connection, session.id(), state.cost().get());
        }
        return true;
    }

    private int lastTurn(Connection connection) throws SQLException {
        return Sql.query(connection, "SELECT coalesce(max(turn), 0) AS turn FROM latencies WHERE session = ?",
                row -> row.integer("turn"), session.id()).getFirst();
    }

    static void insert(Connection connection, NewSession session, Optional<Instant> ended) throws SQLException {
        Sql.update(connection, """
                INSERT INTO sessions (id, mode, mode_name, language, started_ms, ended_ms) VALUES (?, ?, ?, ?, ?, ?)
                """, session.id(), session.mode(), session.modeName(), session.language(), session.started(), ended);
    }

    static void put(Connection connection, SessionId session, StoredMessage message) throws SQLException {
        Sql.update(connection,
                """
                        INSERT INTO messages (session, position, role, text, interrupted, said_ms, full_length, typed, silence_ms)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (session, position) DO UPDATE SET role = excluded.role, text = excluded.text,
                            interrupted = excluded.interrupted, said_ms = excluded.said_ms,
                            full_length = excluded.full_length, typed = excluded.typed, silence_ms = excluded.silence_ms
                        """,
                session, message.position(), message.message().role().name().toLowerCase(Locale.ROOT),
                message.words(), message.message().interrupted(), message.saidAt(), message.fullLength(),
                message.typed(), message.silence());
    }

    static void put(Connection connection, SessionId session, StoredUtterance utterance) throws SQLException {
        OptionalInt position = utterance.position();
        Sql.update(connection, """
                INSERT INTO utterances (session, message, file, said_ms, duration_ms)
                VALUES (?, (SELECT id FROM messages WHERE session = ? AND position = ?), ?, ?, ?)
                ON CONFLICT (session, file) DO UPDATE SET message = excluded.message, said_ms = excluded.said_ms,
                    duration_ms = excluded.duration_ms
                """, session, session, position.orElse(-1), utterance.file(), utterance.saidAt(),
                utterance.duration());
    }

    static void put(Connection connection, SessionId session, int turn, Map<String, Long> latency)
            throws SQLException {
        for (Map.Entry<String, Long> stage : latency.entrySet()) {
            Sql.update(connection, "INSERT INTO latencies (session, turn, stage, ms) VALUES (?, ?, ?, ?)", session,
                    turn, stage.getKey(), stage.getValue());
        }
    }

    static void put(Connection connection, SessionId session, SessionCost cost) throws SQLException {
        Sql.update(connection, """
                INSERT INTO costs (session, dollars_micros, tokens_read, tokens_written, characters_spoken, audio_ms)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (session) DO UPDATE SET dollars_micros = excluded.dollars_micros,
                    tokens_read = excluded.tokens_read, tokens_written = excluded.tokens_written,
                    characters_spoken = excluded.characters_spoken, audio_ms = excluded.audio_ms
                """, session, cost.dollarsMicros(), cost.tokensRead(), cost.tokensWritten(), cost.charactersSpoken(),
                cost.transcribed());
    }

    private static Map<Integer, StoredMessage> byPosition(List<StoredMessage> messages) {
        Map<Integer, StoredMessage> byPosition = new LinkedHashMap<>();
        messages.forEach(message -> byPosition.put(message.position(), message));
        return byPosition;
    }
}
