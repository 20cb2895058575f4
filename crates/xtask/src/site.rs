//! `target/site`: the files browsers download, named after their content and compressed in advance.
//!
//! A file called after its content never changes, so one that is there already is not written again. `manifest.json`
//! says which name stands for which file; it is written last.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::progress;

const MANIFEST: &str = "manifest.json";

/// What shrinks when it is compressed; images and fonts are compressed already.
const COMPRESSIBLE: [&str; 11] = [
    "css",
    "html",
    "ico",
    "js",
    "json",
    "mjs",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Sixty-four bits of a hash tell a handful of files apart.
const HASH_DIGITS: usize = 16;

/// The site while it is put together.
pub(crate) struct Site {
    directory: PathBuf,
    files: BTreeSet<String>,
    manifest: BTreeMap<String, String>,
    sizes: Vec<Size>,
}

struct Size {
    name: String,
    raw: usize,
    brotli: Option<usize>,
}

impl Site {
    /// A site with nothing in it yet, to lie in `directory`.
    pub(crate) fn new(directory: PathBuf) -> Result<Self> {
        fs::create_dir_all(&directory).with_context(|| format!("failed to create {}", directory.display()))?;
        Ok(Self {
            directory,
            files: BTreeSet::from([MANIFEST.to_owned()]),
            manifest: BTreeMap::new(),
            sizes: Vec::new(),
        })
    }

    /// Puts a file in under a name that carries its content's hash, and lists it in the manifest.
    /// `logical` is its name without the hash, such as `phone.js`; the hashed name is returned.
    pub(crate) fn add_hashed(&mut self, logical: &str, content: &[u8]) -> Result<String> {
        let name = hashed_name(logical, content);
        self.add(&name, content)?;
        self.manifest.insert(logical.to_owned(), name.clone());
        Ok(name)
    }

    /// Puts a file in under its own name, which may hold folders.
    pub(crate) fn add(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let place = self.directory.join(name);
        let unchanged = fs::read(&place).is_ok_and(|found| found == content);
        let mut size = Size {
            name: name.to_owned(),
            raw: content.len(),
            brotli: None,
        };
        if compressible(name) {
            let (brotli, gzip) = (beside(&place, "br"), beside(&place, "gz"));
            if !(unchanged && brotli.exists() && gzip.exists()) {
                write(&brotli, &compress_brotli(content)?)?;
                write(&gzip, &compress_gzip(content)?)?;
            }
            size.brotli = Some(fs::metadata(&brotli).map(|found| found.len() as usize)?);
            self.files.extend([format!("{name}.br"), format!("{name}.gz")]);
        }
        if !unchanged {
            write(&place, content)?;
        }
        self.files.insert(name.to_owned());
        self.sizes.push(size);
        Ok(())
    }

    /// Writes the manifest, removes what is not part of the site any more, and says how large everything is.
    pub(crate) fn finish(self) -> Result<()> {
        let manifest = self.directory.join(MANIFEST);
        let text = serde_json::to_string_pretty(&self.manifest)? + "\n";
        // The server is built anew when the manifest is newer than it, so it has to be newer than every other file.
        let last = self
            .files
            .iter()
            .filter(|name| *name != MANIFEST)
            .filter_map(|name| modified(&self.directory.join(name)));
        let current = fs::read_to_string(&manifest).is_ok_and(|found| found == text)
            && modified(&manifest).is_some_and(|written| last.max().is_none_or(|last| last <= written));
        if !current {
            write(&manifest, text.as_bytes())?;
        }
        remove_others(&self.directory, &self.directory, &self.files)?;
        for Size { name, raw, brotli } in &self.sizes {
            let compressed = brotli.map_or_else(String::new, |brotli| format!("{:>9.1} KB brotli", kilobytes(brotli)));
            progress::note(&format!("  {name:<32}{:>9.1} KB{compressed}", kilobytes(*raw)));
        }
        Ok(())
    }
}

/// The name of a file that carries its content's hash: `phone.js` becomes `phone-0123456789abcdef.js`.
pub(crate) fn hashed_name(logical: &str, content: &[u8]) -> String {
    let hash = hash(&[content]);
    let hash = &hash[..HASH_DIGITS];
    match logical.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{logical}-{hash}"),
    }
}

/// The SHA-256 of several parts, told apart by their lengths, in hexadecimal digits.
pub(crate) fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a file so that it is never seen half written.
pub(crate) fn write(place: &Path, content: &[u8]) -> Result<()> {
    let unfinished = beside(place, "unfinished");
    let write = || {
        if let Some(directory) = place.parent() {
            fs::create_dir_all(directory)?;
        }
        fs::write(&unfinished, content)?;
        fs::rename(&unfinished, place)
    };
    write().with_context(|| format!("failed to write {}", place.display()))
}

fn compressible(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, extension)| COMPRESSIBLE.contains(&extension))
}

fn compress_brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)
        .context("failed to compress with brotli")?;
    Ok(compressed)
}

fn compress_gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    encoder.finish().context("failed to compress with gzip")
}

/// A file's neighbour whose name is longer by an extension.
fn beside(place: &Path, extension: &str) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

fn modified(place: &Path) -> Option<SystemTime> {
    fs::metadata(place).and_then(|found| found.modified()).ok()
}

/// Removes every file below `directory` that is not listed, by its path below `top`.
fn remove_others(top: &Path, directory: &Path, listed: &BTreeSet<String>) -> Result<()> {
    for entry in fs::read_dir(directory)? {
        let place = entry?.path();
        let name = place.strip_prefix(top)?.to_string_lossy().replace('\\', "/");
        if place.is_dir() {
            remove_others(top, &place, listed)?;
            // Fails for a folder that still holds something, as it should.
            let _ = fs::remove_dir(&place);
        } else if !listed.contains(&name) {
            fs::remove_file(&place).with_context(|| format!("failed to remove {}", place.display()))?;
        }
    }
    Ok(())
}

fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty_directory(name: &str) -> PathBuf {
        let directory = std::env::temp_dir().join(format!("xtask-site-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&directory);
        directory
    }

    #[test]
    fn same_content_keeps_its_name_and_other_content_gets_another() {
        let first = hashed_name("phone.js", b"one");
        assert_eq!(first, hashed_name("phone.js", b"one"));
        assert_ne!(first, hashed_name("phone.js", b"two"));
        assert!(first.starts_with("phone-") && first.ends_with(".js"), "{first}");
    }

    #[test]
    fn stale_files_go_and_the_manifest_names_what_is_there() -> Result<()> {
        let directory = empty_directory("stale");
        let mut site = Site::new(directory.clone())?;
        let old = site.add_hashed("main.css", b"a{}")?;
        site.add("icons/old.svg", b"<svg/>")?;
        site.finish()?;

        let mut site = Site::new(directory.clone())?;
        let new = site.add_hashed("main.css", b"b{}")?;
        site.add("favicon.png", b"png")?;
        site.finish()?;

        let mut found: Vec<String> = fs::read_dir(&directory)?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        found.sort();
        let mut expected = vec![
            new.clone(),
            format!("{new}.br"),
            format!("{new}.gz"),
            "favicon.png".to_owned(),
            MANIFEST.to_owned(),
        ];
        expected.sort();
        assert_eq!(found, expected);
        assert_ne!(old, new);
        let manifest: BTreeMap<String, String> = serde_json::from_slice(&fs::read(directory.join(MANIFEST))?)?;
        assert_eq!(manifest, BTreeMap::from([("main.css".to_owned(), new)]));
        fs::remove_dir_all(&directory)?;
        Ok(())
    }

    #[test]
    fn a_site_that_did_not_change_is_left_alone() -> Result<()> {
        let directory = empty_directory("same");
        let build = || {
            let mut site = Site::new(directory.clone())?;
            site.add_hashed("main.css", b"a{}")?;
            site.finish()
        };
        build()?;
        let before = modified(&directory.join(MANIFEST));
        std::thread::sleep(std::time::Duration::from_millis(20));
        build()?;
        assert_eq!(before, modified(&directory.join(MANIFEST)));
        fs::remove_dir_all(&directory)?;
        Ok(())
    }

    #[test]
    fn compressed_copies_hold_the_same_bytes() -> Result<()> {
        let content = b"the same words, the same words, the same words".repeat(9);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &compress_brotli(&content)?[..], &mut unpacked)?;
        assert_eq!(unpacked, content);
        let mut unpacked = Vec::new();
        std::io::copy(
            &mut flate2::read::GzDecoder::new(&compress_gzip(&content)?[..]),
            &mut unpacked,
        )?;
        assert_eq!(unpacked, content);
        Ok(())
    }
}
