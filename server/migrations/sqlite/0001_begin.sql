-- The directory: what is known of a panel without opening its log, and where that log stands.
CREATE TABLE panels (
    id BLOB PRIMARY KEY NOT NULL,
    code TEXT NOT NULL UNIQUE,
    epoch INTEGER NOT NULL,
    screen_key TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    head INTEGER NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL,
    rehearsal INTEGER NOT NULL,
    people INTEGER NOT NULL,
    ideas INTEGER NOT NULL
) STRICT;

-- The logs. No foreign key: every append checks the head in the directory anyway.
CREATE TABLE events (
    panel BLOB NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    actor BLOB NOT NULL,
    command BLOB NOT NULL,
    digest INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (panel, seq)
) STRICT, WITHOUT ROWID;

-- What people wrote, apart from the log, so that it can be erased.
CREATE TABLE words (
    panel BLOB NOT NULL,
    id BLOB NOT NULL,
    person BLOB,
    salt BLOB NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (panel, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX words_person ON words (panel, person) WHERE person IS NOT NULL;

-- At most one per panel; never needed, only faster.
CREATE TABLE snapshots (
    panel BLOB PRIMARY KEY NOT NULL REFERENCES panels (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    format INTEGER NOT NULL,
    checksum BLOB NOT NULL,
    body BLOB NOT NULL
) STRICT;

-- `folded` is the name as it is compared: without regard to case.
CREATE TABLE accounts (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
    token BLOB PRIMARY KEY NOT NULL,
    account BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    expires INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_expires ON sessions (expires);

CREATE TABLE invitations (
    token BLOB PRIMARY KEY NOT NULL,
    expires INTEGER NOT NULL
) STRICT;

CREATE TABLE board_links (
    token BLOB PRIMARY KEY NOT NULL,
    panel BLOB NOT NULL REFERENCES panels (id) ON DELETE CASCADE,
    expires INTEGER NOT NULL
) STRICT;
CREATE INDEX board_links_panel ON board_links (panel);

-- Which person of a panel a phone is.
CREATE TABLE seats (
    token BLOB NOT NULL,
    panel BLOB NOT NULL REFERENCES panels (id) ON DELETE CASCADE,
    person BLOB NOT NULL,
    PRIMARY KEY (token, panel)
) STRICT, WITHOUT ROWID;
CREATE INDEX seats_person ON seats (panel, person);
