-- Links of the board and of panelists, each with a label, and revoked one by one. A revoked one stays, so that whoever
-- opens it is told.
CREATE TABLE links (
    token BLOB PRIMARY KEY NOT NULL,
    panel BLOB NOT NULL REFERENCES panels (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    label TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    revoked INTEGER NOT NULL
) STRICT;
CREATE INDEX links_panel ON links (panel);

-- Board links of before were made for 90 days.
INSERT INTO links (token, panel, role, label, created, expires, revoked)
SELECT token, panel, 'board', 'Board', expires - 7776000000, expires, 0 FROM board_links;
DROP TABLE board_links;

-- One-time tickets. `claim` proves to the device that used a ticket that it was this one, and tells nobody else which
-- that is. Neither times nor numbers, and keyed by hashes, so that no order is kept either.
CREATE TABLE tickets (
    ticket BLOB PRIMARY KEY NOT NULL,
    panel BLOB NOT NULL REFERENCES panels (id) ON DELETE CASCADE,
    claim BLOB,
    void INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tickets_panel ON tickets (panel);

-- Who may come, where names are checked at the door; `folded` is the name as it is compared.
CREATE TABLE roll (
    panel BLOB NOT NULL REFERENCES panels (id) ON DELETE CASCADE,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    checked INTEGER NOT NULL,
    PRIMARY KEY (panel, folded)
) STRICT, WITHOUT ROWID;
