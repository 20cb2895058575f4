use crate::{Document, WriteError};

/// What `report.json` holds, as a JSON Schema of its own: published beside every report.
pub(super) const SCHEMA: &str = include_str!("../../schema/report.schema.json");

pub(super) fn json(document: &Document) -> Result<Vec<u8>, WriteError> {
    let mut bytes = serde_json::to_vec_pretty(document)?;
    bytes.push(b'\n');
    Ok(bytes)
}
