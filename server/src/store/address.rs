use std::path::PathBuf;

use super::StoreError;

/// Where the database is, unless somebody says otherwise.
pub(crate) const DEFAULT_ADDRESS: &str = "sqlite://data/visioncast.db";

/// An address, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A file; relative to where the program was started where it does not begin with a slash.
    Sqlite(PathBuf),
    /// A server, as its own client library reads it.
    Postgres(String),
}

impl Address {
    /// Reads `sqlite://FILE` or `postgres://USER@HOST/NAME`.
    ///
    /// # Errors
    /// [`StoreError::Address`] for anything else, a database in memory too: it would not be durable.
    pub(super) fn read(text: &str) -> Result<Self, StoreError> {
        if let Some(file) = text.strip_prefix("sqlite:") {
            let file = file.strip_prefix("//").unwrap_or(file);
            if file.is_empty() || file.starts_with(':') || file.ends_with('/') || file.contains('?') {
                return Err(StoreError::Address(text.to_owned()));
            }
            return Ok(Self::Sqlite(file.into()));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        Err(StoreError::Address(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_servers_are_told_apart() {
        let file = |path: &str| Some(Address::Sqlite(path.into()));
        assert_eq!(
            Address::read("sqlite://data/visioncast.db").ok(),
            file("data/visioncast.db")
        );
        assert_eq!(
            Address::read("sqlite:///srv/visioncast.db").ok(),
            file("/srv/visioncast.db")
        );
        assert_eq!(Address::read("sqlite:visioncast.db").ok(), file("visioncast.db"));
        let server = "postgres://visioncast@localhost/visioncast";
        assert_eq!(Address::read(server).ok(), Some(Address::Postgres(server.to_owned())));
    }

    #[test]
    fn what_is_neither_is_refused() {
        for text in [
            "",
            "visioncast.db",
            "sqlite://",
            "sqlite::memory:",
            "sqlite://a.db?mode=ro",
            "mysql://host/name",
        ] {
            assert!(
                matches!(Address::read(text), Err(StoreError::Address(said)) if said == text),
                "{text:?}"
            );
        }
    }
}
