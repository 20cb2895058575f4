-- Initiatives: several panels under one frame. What one is follows from its log, as with panels.
CREATE TABLE initiatives (
    id BLOB PRIMARY KEY NOT NULL,
    created INTEGER NOT NULL,
    head INTEGER NOT NULL
) STRICT;

CREATE TABLE initiative_events (
    initiative BLOB NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    account BLOB,
    command BLOB NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (initiative, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE initiative_panels (
    panel BLOB PRIMARY KEY NOT NULL REFERENCES panels (id) ON DELETE CASCADE,
    initiative BLOB NOT NULL REFERENCES initiatives (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX initiative_panels_initiative ON initiative_panels (initiative);

-- Whom an invitation makes what; the first account gets the oldest initiative without one.
ALTER TABLE invitations ADD COLUMN initiative BLOB;
ALTER TABLE invitations ADD COLUMN owner INTEGER NOT NULL DEFAULT 0;

-- The link by which somebody sees what became of their input, on any device.
CREATE TABLE own_links (
    token BLOB NOT NULL,
    panel BLOB NOT NULL REFERENCES panels (id) ON DELETE CASCADE,
    person BLOB NOT NULL,
    PRIMARY KEY (token, panel)
) STRICT, WITHOUT ROWID;
CREATE INDEX own_links_person ON own_links (panel, person);

-- Apart from all else: no person, no seat, no time, no order. Who signs up has the whole list of the initiative
-- written anew, in random order.
CREATE TABLE volunteers (
    id BLOB PRIMARY KEY NOT NULL,
    initiative BLOB NOT NULL,
    panel BLOB NOT NULL,
    contact TEXT NOT NULL,
    name TEXT NOT NULL,
    domains TEXT NOT NULL,
    steps TEXT NOT NULL,
    consent TEXT NOT NULL,
    removal BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What is there belongs to one initiative, which everybody who has an account runs; the first of them owns it.
INSERT INTO initiatives (id, created, head) VALUES (randomblob(16), 0, 0);
INSERT INTO initiative_events (initiative, seq, at, account, command, body)
SELECT id, 1, 0, NULL, randomblob(16), '{"begun":{"name":"Our initiative","keeping":{"contacts":null,"words":null,"seats":null}}}'
FROM initiatives;
INSERT INTO initiative_events (initiative, seq, at, account, command, body)
SELECT initiatives.id, 1 + row_number() OVER (ORDER BY accounts.created, accounts.id), accounts.created, NULL, randomblob(16),
    '{"member_added":{"account":"' || lower(hex(accounts.id)) || '","name":' || json_quote(accounts.name) || ',"role":"'
    || CASE WHEN row_number() OVER (ORDER BY accounts.created, accounts.id) = 1 THEN 'owner' ELSE 'facilitator' END || '"}}'
FROM accounts, initiatives;
UPDATE initiatives SET head = (SELECT max(seq) FROM initiative_events);
INSERT INTO initiative_panels (panel, initiative) SELECT panels.id, initiatives.id FROM panels, initiatives;
