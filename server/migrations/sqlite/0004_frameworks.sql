-- Named frameworks, every version of them: what counts is the last. Panels keep a copy of their own in their logs.
-- `follows` is the version before, 0 where there is none: two who change the same one cannot both be kept.
CREATE TABLE frameworks (
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    follows INTEGER NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    changed INTEGER NOT NULL,
    account BLOB,
    what TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (id, version),
    UNIQUE (id, follows)
) STRICT, WITHOUT ROWID;
