//! What export and report share: reading a panel beside a running server, and writing files whole.

use std::{
    fs::{self, Permissions},
    io::Write as _,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use visioncast_model::JoinCode;
use visioncast_report::File;

use crate::{
    log::Log,
    store::{self, Entry, SharedStore},
};

/// Opens the database to read it, and finds a panel in it.
///
/// # Errors
/// Where it cannot be read, or has no such panel.
pub(super) async fn find(database: &str, code: JoinCode) -> anyhow::Result<(SharedStore, Entry)> {
    let store = store::open_existing(database)
        .await
        .context("failed to open the database")?;
    let entry = store.find(code).await.context("failed to look the panel up")?;
    let entry =
        entry.with_context(|| format!("failed to find panel {code} in {database}: check the code, and --database"))?;
    Ok((store, entry))
}

/// The whole log of a panel.
///
/// # Errors
/// As [`find`]; where the log cannot be read.
pub(super) async fn read(database: &str, code: JoinCode) -> anyhow::Result<Log> {
    let (store, entry) = find(database, code).await?;
    let log = Log::read(store.as_ref(), entry.id)
        .await
        .context("failed to read the log")?;
    store.close().await;
    Ok(log)
}

/// Writes `files` into `folder`, each of them whole or not at all; returns where they are.
///
/// # Errors
/// Where one of them is there already and `force` is not given; then none is written. Where the
/// folder cannot be written to.
pub(super) fn write(folder: &Path, files: &[File], force: bool) -> anyhow::Result<Vec<PathBuf>> {
    let places: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.name)).collect();
    if let Some(place) = places.iter().find(|place| place.exists()).filter(|_| !force) {
        bail!(
            "failed to write {}: it is there already. Choose another --out, or add --force",
            place.display()
        );
    }
    for (file, place) in files.iter().zip(&places) {
        put(place, &file.bytes, force).with_context(|| format!("failed to write {}", place.display()))?;
    }
    Ok(places)
}

fn put(place: &Path, bytes: &[u8], force: bool) -> anyhow::Result<()> {
    let folder = place.parent().unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new()
        .prefix(".visioncast-")
        // Less what the umask takes away, as for any file: a temporary one would be closed to others.
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if force {
        file.persist(place)?;
    } else {
        file.persist_noclobber(place)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> File {
        File {
            name: name.to_owned(),
            bytes: b"words".to_vec(),
        }
    }

    #[test]
    fn files_are_written_whole_and_never_over_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("new");
        let places = write(&out, &[file("a.csv"), file("2/b.csv")], false).expect("written");
        assert_eq!(fs::read(&places[1]).expect("readable"), b"words");

        let error = write(&out, &[file("c.csv"), file("a.csv")], false).expect_err("it is there");
        assert!(error.to_string().contains("--force"), "{error}");
        assert!(!out.join("c.csv").exists(), "none is written");

        write(&out, &[file("c.csv"), file("a.csv")], true).expect("forced");
        let names = fs::read_dir(&out).expect("readable").count();
        assert_eq!(names, 3, "nothing temporary is left");
    }
}
