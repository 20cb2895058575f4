/// A file to be written or sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name; folders in it are divided by `/`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A table that does not fit the CSV format.
    #[error("lay out {name}: {source}")]
    Table {
        /// The file.
        name: String,
        /// What is wrong.
        source: csv::Error,
    },
    /// A panel that JSON cannot hold.
    #[error("write JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A workbook that does not fit the format.
    #[error("lay out the workbook: {0}")]
    Workbook(String),
    /// A text document that does not fit the format.
    #[error("lay out the text document: {0}")]
    Text(String),
}
