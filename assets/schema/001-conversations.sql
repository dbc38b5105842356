-- Conversations as they were held. Statements are separated by an empty line; times are milliseconds, lengths UTF-16 characters.

-- ended_ms is missing while a conversation goes on, and stays so where the program was killed.
CREATE TABLE sessions (
    id         TEXT    NOT NULL PRIMARY KEY,
    mode       TEXT    NOT NULL,
    mode_name  TEXT    NOT NULL,
    language   TEXT    NOT NULL,
    title      TEXT    NOT NULL DEFAULT '',
    started_ms INTEGER NOT NULL,
    ended_ms   INTEGER
) STRICT;

CREATE INDEX sessions_by_start ON sessions (started_ms DESC, id DESC);

CREATE TABLE tags (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    tag     TEXT NOT NULL,
    PRIMARY KEY (session, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX tags_by_name ON tags (tag);

-- Positions grow within a session; a message that was taken back leaves a gap. The mark of an interrupting message is not in its text.
-- said_ms counts from the beginning of the session, full_length is how long the message was before it was cut to what was heard.
CREATE TABLE messages (
    id          INTEGER PRIMARY KEY,
    session     TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    role        TEXT    NOT NULL CHECK (role IN ('user', 'partner', 'direction')),
    text        TEXT    NOT NULL,
    interrupted INTEGER NOT NULL CHECK (interrupted IN (0, 1)),
    said_ms     INTEGER NOT NULL,
    full_length INTEGER NOT NULL,
    typed       INTEGER NOT NULL CHECK (typed IN (0, 1)),
    UNIQUE (session, position)
) STRICT;

-- A recording outlives the message it belongs to: that one may be taken back and said anew, longer.
CREATE TABLE utterances (
    id          INTEGER PRIMARY KEY,
    session     TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    message     INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    file        TEXT    NOT NULL,
    said_ms     INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    UNIQUE (session, file)
) STRICT;

CREATE INDEX utterances_by_message ON utterances (message);

CREATE TABLE latencies (
    session TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    turn    INTEGER NOT NULL,
    stage   TEXT    NOT NULL,
    ms      INTEGER NOT NULL,
    PRIMARY KEY (session, turn, stage)
) STRICT, WITHOUT ROWID;

-- dollars_micros, millionths of a US dollar, is missing where a price is not known.
CREATE TABLE costs (
    session           TEXT    NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    dollars_micros    INTEGER,
    tokens_read       INTEGER NOT NULL,
    tokens_written    INTEGER NOT NULL,
    characters_spoken INTEGER NOT NULL,
    audio_ms          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
