use std::{collections::BTreeMap, io};

use serde_json::Value;
use sha2::{Digest as _, Sha256};
use visioncast_analysis::{Audit, audit};
use visioncast_model::{Panel, Recorded, Words};

use crate::{Disclosure, Material, WriteError, json, json::write};

/// So many bytes are added up at a time.
const PIECE: usize = 64 << 10;
/// How many differing places are told; more help nobody.
const TOLD: usize = 50;

/// The facilitators' archive of a panel: lossless, and theirs alone. Nothing makes a report out of it but
/// [`Document::of`](crate::Document::of), which leaves out what may not be published.
#[derive(Clone, Debug)]
pub struct Archive<'a> {
    material: Material<'a>,
    hash: String,
}

/// What checking an archive found.
#[derive(Clone, Debug, PartialEq)]
pub struct Verified {
    /// Its hash, as a report states it.
    pub hash: String,
    /// The log, counted again.
    pub audit: Audit,
    /// Where the archive says something else than what follows from its events and words.
    pub differences: Vec<String>,
}

/// Why an archive could not be checked.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveFault {
    /// It is no JSON.
    #[error("it is no JSON: {0}. Take the file again from `visioncast report --archive`")]
    NotJson(#[from] serde_json::Error),
    /// It is another kind of file.
    #[error("its format is {0:?}, not \"visioncast-panel\": give the file that `visioncast report --archive` wrote")]
    Format(String),
    /// It was taken before everything was revealed.
    #[error(
        "it leaves out {0} votes that were not revealed: take it again after the reveal, or once the panel has ended"
    )]
    Withheld(usize),
    /// What follows from it cannot be written.
    #[error("what follows from it cannot be written: {0}")]
    Write(#[from] WriteError),
}

impl<'a> Archive<'a> {
    /// The archive of `material`.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn of(material: Material<'a>) -> Result<Self, WriteError> {
        // JSON is written a few signs at a time, which takes longer to add up than larger pieces.
        let mut sum = io::BufWriter::with_capacity(PIECE, Sum(Sha256::new()));
        write(material, Disclosure::AsRevealed, &mut sum)?;
        let sum = sum
            .into_inner()
            .map_err(|fault| serde_json::Error::io(fault.into_error()))?;
        Ok(Self {
            material,
            hash: in_words(&sum.0.finalize()),
        })
    }

    /// SHA-256 over its bytes, as `sha256sum` counts it, behind `sha256:`.
    #[must_use]
    pub fn hash(&self) -> String {
        self.hash.clone()
    }

    /// The file.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn bytes(&self) -> Result<Vec<u8>, WriteError> {
        json(self.material, Disclosure::AsRevealed)
    }
}

/// Recomputes every figure of an archive from its events and words: plays the log again, counts every ballot anew, and
/// compares all that the file says with what follows.
///
/// # Errors
/// Where it is no archive, or does not hold all votes.
pub fn verify_archive(bytes: &[u8]) -> Result<Verified, ArchiveFault> {
    let mut archive: Value = serde_json::from_slice(bytes)?;
    let format = archive["format"].as_str().unwrap_or_default();
    if format != "visioncast-panel" {
        return Err(ArchiveFault::Format(format.chars().take(40).collect()));
    }
    let withheld = archive["withheld"].as_array().map_or(0, Vec::len);
    if withheld > 0 {
        return Err(ArchiveFault::Withheld(withheld));
    }
    let events: Vec<Recorded> = serde_json::from_value(archive["events"].take())?;
    let words: Vec<Words> = serde_json::from_value(archive["words"].take())?;
    let panel = Panel::replay(&events, words.iter().cloned());
    let material = Material {
        panel: &panel,
        events: &events,
        words: &words,
    };
    let again = json(material, Disclosure::AsRevealed)?;
    let mut differences = Vec::new();
    if again != bytes {
        let mut follows: Value = serde_json::from_slice(&again)?;
        follows["events"].take();
        follows["words"].take();
        compare("", &archive, &follows, &mut differences);
        if differences.is_empty() {
            differences.push("it is laid out in another way than it was written in".to_owned());
        }
    }
    Ok(Verified {
        hash: in_words(&Sha256::digest(bytes)),
        audit: audit(&events, &words, &panel),
        differences,
    })
}

fn compare(place: &str, said: &Value, follows: &Value, differences: &mut Vec<String>) {
    if differences.len() >= TOLD || said == follows {
        return;
    }
    match (said, follows) {
        (Value::Object(said), Value::Object(follows)) => {
            let names: BTreeMap<&String, ()> = said.keys().chain(follows.keys()).map(|name| (name, ())).collect();
            for (name, ()) in names {
                let of = |object: &serde_json::Map<String, Value>| object.get(name).cloned().unwrap_or_default();
                compare(&format!("{place}/{name}"), &of(said), &of(follows), differences);
            }
        }
        (Value::Array(said), Value::Array(follows)) if said.len() == follows.len() => {
            for (number, (said, follows)) in said.iter().zip(follows).enumerate() {
                compare(&format!("{place}/{number}"), said, follows, differences);
            }
        }
        _ => differences.push(format!("{place} is {}, and should be {}", short(said), short(follows))),
    }
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

fn in_words(hash: &[u8]) -> String {
    let digits: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{digits}")
}

/// Takes bytes in to count their hash, and keeps none.
struct Sum(Sha256);

impl io::Write for Sum {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
