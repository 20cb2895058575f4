-- Initiatives: several panels under one frame. What one is follows from its log, as with panels.
CREATE TABLE initiatives (
    id BYTEA PRIMARY KEY,
    created BIGINT NOT NULL,
    head BIGINT NOT NULL
);

CREATE TABLE initiative_events (
    initiative BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    account BYTEA,
    command BYTEA NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (initiative, seq)
);

CREATE TABLE initiative_panels (
    panel BYTEA PRIMARY KEY REFERENCES panels (id) ON DELETE CASCADE,
    initiative BYTEA NOT NULL REFERENCES initiatives (id)
);
CREATE INDEX initiative_panels_initiative ON initiative_panels (initiative);

-- Whom an invitation makes what; the first account gets the oldest initiative without one.
ALTER TABLE invitations ADD COLUMN initiative BYTEA;
ALTER TABLE invitations ADD COLUMN owner BOOLEAN NOT NULL DEFAULT FALSE;

-- The link by which somebody sees what became of their input, on any device.
CREATE TABLE own_links (
    token BYTEA NOT NULL,
    panel BYTEA NOT NULL REFERENCES panels (id) ON DELETE CASCADE,
    person BYTEA NOT NULL,
    PRIMARY KEY (token, panel)
);
CREATE INDEX own_links_person ON own_links (panel, person);

-- Apart from all else: no person, no seat, no time, no order. Who signs up has the whole list of the initiative
-- written anew, in random order.
CREATE TABLE volunteers (
    id BYTEA PRIMARY KEY,
    initiative BYTEA NOT NULL,
    panel BYTEA NOT NULL,
    contact TEXT NOT NULL,
    name TEXT NOT NULL,
    domains TEXT NOT NULL,
    steps TEXT NOT NULL,
    consent TEXT NOT NULL,
    removal BYTEA NOT NULL
);

-- What is there belongs to one initiative, which everybody who has an account runs; the first of them owns it.
INSERT INTO initiatives (id, created, head) VALUES (uuid_send(gen_random_uuid()), 0, 0);
INSERT INTO initiative_events (initiative, seq, at, account, command, body)
SELECT id, 1, 0, NULL, uuid_send(gen_random_uuid()), '{"begun":{"name":"Our initiative","keeping":{"contacts":null,"words":null,"seats":null}}}'
FROM initiatives;
INSERT INTO initiative_events (initiative, seq, at, account, command, body)
SELECT initiatives.id, 1 + row_number() OVER (ORDER BY accounts.created, accounts.id), accounts.created, NULL, uuid_send(gen_random_uuid()),
    '{"member_added":{"account":"' || encode(accounts.id, 'hex') || '","name":' || to_json(accounts.name)::text || ',"role":"'
    || CASE WHEN row_number() OVER (ORDER BY accounts.created, accounts.id) = 1 THEN 'owner' ELSE 'facilitator' END || '"}}'
FROM accounts, initiatives;
UPDATE initiatives SET head = (SELECT max(seq) FROM initiative_events);
INSERT INTO initiative_panels (panel, initiative) SELECT panels.id, initiatives.id FROM panels, initiatives;
