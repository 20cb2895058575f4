-- Named frameworks, every version of them: what counts is the last. Panels keep a copy of their own in their logs.
-- `follows` is the version before, 0 where there is none: two who change the same one cannot both be kept.
CREATE TABLE frameworks (
    id BYTEA NOT NULL,
    version BIGINT NOT NULL,
    follows BIGINT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    changed BIGINT NOT NULL,
    account BYTEA,
    what TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (id, version),
    UNIQUE (id, follows)
);
