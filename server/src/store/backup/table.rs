//! What a backup holds, table by table. Snapshots are left out: they follow from the rest.

/// A table with all its columns.
#[derive(Debug)]
pub(in crate::store) struct Table {
    pub(in crate::store) name: &'static str,
    pub(in crate::store) columns: &'static [(&'static str, Kind)],
    pub(in crate::store) key: &'static str,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Kind {
    /// Perhaps nothing, in some tables.
    Bytes,
    Number,
    /// A number that PostgreSQL keeps in four bytes.
    Small,
    Flag,
    Text,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) enum Cell {
    Bytes(Option<Vec<u8>>),
    Number(i64),
    Small(i32),
    Flag(bool),
    Text(String),
}

use Kind::{Bytes, Flag, Number, Small, Text};

/// In an order in which what is referred to comes first.
pub(in crate::store) const TABLES: [Table; 16] = [
    Table {
        name: "panels",
        columns: &[
            ("id", Bytes),
            ("code", Text),
            (EPOCH, Number),
            ("screen_key", Text),
            ("created", Number),
            ("head", Number),
            ("title", Text),
            ("status", Text),
            ("rehearsal", Flag),
            ("people", Number),
            ("ideas", Number),
        ],
        key: "id",
    },
    Table {
        name: "events",
        columns: &[
            ("panel", Bytes),
            ("seq", Number),
            ("at", Number),
            ("version", Small),
            ("actor", Bytes),
            ("command", Bytes),
            ("digest", Number),
            ("body", Text),
        ],
        key: "panel, seq",
    },
    Table {
        name: "words",
        columns: &[
            ("panel", Bytes),
            ("id", Bytes),
            ("person", Bytes),
            ("salt", Bytes),
            ("text", Text),
        ],
        key: "panel, id",
    },
    Table {
        name: "accounts",
        columns: &[
            ("id", Bytes),
            ("name", Text),
            ("folded", Text),
            ("password_hash", Text),
            ("created", Number),
        ],
        key: "id",
    },
    Table {
        name: "sessions",
        columns: &[("token", Bytes), ("account", Bytes), ("expires", Number)],
        key: "token",
    },
    Table {
        name: "invitations",
        columns: &[
            ("token", Bytes),
            ("expires", Number),
            ("initiative", Bytes),
            ("owner", Flag),
        ],
        key: "token",
    },
    Table {
        name: "links",
        columns: &[
            ("token", Bytes),
            ("panel", Bytes),
            ("role", Text),
            ("label", Text),
            ("created", Number),
            ("expires", Number),
            ("revoked", Flag),
        ],
        key: "token",
    },
    Table {
        name: "tickets",
        columns: &[("ticket", Bytes), ("panel", Bytes), ("claim", Bytes), ("void", Flag)],
        key: "ticket",
    },
    Table {
        name: "roll",
        columns: &[("panel", Bytes), ("folded", Text), ("name", Text), ("checked", Flag)],
        key: "panel, folded",
    },
    Table {
        name: "seats",
        columns: &[("token", Bytes), ("panel", Bytes), ("person", Bytes)],
        key: "token, panel",
    },
    Table {
        name: "initiatives",
        columns: &[("id", Bytes), ("created", Number), ("head", Number)],
        key: "id",
    },
    Table {
        name: "initiative_events",
        columns: &[
            ("initiative", Bytes),
            ("seq", Number),
            ("at", Number),
            ("account", Bytes),
            ("command", Bytes),
            ("body", Text),
        ],
        key: "initiative, seq",
    },
    Table {
        name: "initiative_panels",
        columns: &[("panel", Bytes), ("initiative", Bytes)],
        key: "panel",
    },
    Table {
        name: "own_links",
        columns: &[("token", Bytes), ("panel", Bytes), ("person", Bytes)],
        key: "token, panel",
    },
    Table {
        name: "volunteers",
        columns: &[
            ("id", Bytes),
            ("initiative", Bytes),
            ("panel", Bytes),
            ("contact", Text),
            ("name", Text),
            ("domains", Text),
            ("steps", Text),
            ("consent", Text),
            ("removal", Bytes),
        ],
        key: "id",
    },
    Table {
        name: "frameworks",
        columns: &[
            ("id", Bytes),
            ("version", Number),
            ("follows", Number),
            ("name", Text),
            ("hash", Text),
            ("changed", Number),
            ("account", Bytes),
            ("what", Text),
            ("body", Text),
        ],
        key: "id, version",
    },
];

/// The one column that a restored panel has anew.
pub(super) const EPOCH: &str = "epoch";

impl Table {
    /// `id, code, …`
    pub(in crate::store) fn column_names(&self) -> String {
        self.columns
            .iter()
            .map(|(name, _)| *name)
            .collect::<Vec<_>>()
            .join(", ")
    }
}
