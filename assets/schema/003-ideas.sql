-- What the partner was asked to note. Statements are separated by an empty line; times are milliseconds.

-- An idea outlives the conversation it came up in. removed_ms is missing unless it was taken back.
CREATE TABLE ideas (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    session    TEXT    REFERENCES sessions (id) ON DELETE SET NULL,
    text       TEXT    NOT NULL,
    created_ms INTEGER NOT NULL,
    removed_ms INTEGER
) STRICT;

CREATE INDEX ideas_by_session ON ideas (session);
