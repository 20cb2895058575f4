-- The directory: what is known of a panel without opening its log, and where that log stands.
CREATE TABLE panels (
    id BYTEA PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    epoch BIGINT NOT NULL,
    screen_key TEXT NOT NULL UNIQUE,
    created BIGINT NOT NULL,
    head BIGINT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL,
    rehearsal BOOLEAN NOT NULL,
    people BIGINT NOT NULL,
    ideas BIGINT NOT NULL
);

-- The logs. No foreign key: every append checks the head in the directory anyway.
CREATE TABLE events (
    panel BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    actor BYTEA NOT NULL,
    command BYTEA NOT NULL,
    digest BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (panel, seq)
);

-- What people wrote, apart from the log, so that it can be erased.
CREATE TABLE words (
    panel BYTEA NOT NULL,
    id BYTEA NOT NULL,
    person BYTEA,
    salt BYTEA NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (panel, id)
);
CREATE INDEX words_person ON words (panel, person) WHERE person IS NOT NULL;

-- At most one per panel; never needed, only faster.
CREATE TABLE snapshots (
    panel BYTEA PRIMARY KEY REFERENCES panels (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    format INTEGER NOT NULL,
    checksum BYTEA NOT NULL,
    body BYTEA NOT NULL
);

-- `folded` is the name as it is compared: without regard to case.
CREATE TABLE accounts (
    id BYTEA PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    created BIGINT NOT NULL
);

CREATE TABLE sessions (
    token BYTEA PRIMARY KEY,
    account BYTEA NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    expires BIGINT NOT NULL
);
CREATE INDEX sessions_expires ON sessions (expires);

CREATE TABLE invitations (
    token BYTEA PRIMARY KEY,
    expires BIGINT NOT NULL
);

CREATE TABLE board_links (
    token BYTEA PRIMARY KEY,
    panel BYTEA NOT NULL REFERENCES panels (id) ON DELETE CASCADE,
    expires BIGINT NOT NULL
);
CREATE INDEX board_links_panel ON board_links (panel);

-- Which person of a panel a phone is.
CREATE TABLE seats (
    token BYTEA NOT NULL,
    panel BYTEA NOT NULL REFERENCES panels (id) ON DELETE CASCADE,
    person BYTEA NOT NULL,
    PRIMARY KEY (token, panel)
);
CREATE INDEX seats_person ON seats (panel, person);
