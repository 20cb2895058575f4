//! A panel kept as it stood, so that opening it need not replay its whole log. Never needed: what
//! cannot be used is passed over.

use sha2::{Digest as _, Sha256};
use visioncast_model::{Panel, PanelId, Seq};

/// Goes up whenever the fields of [`Panel`], or of anything in it, change: the form does not say
/// what it holds. A test fails where that is forgotten.
pub(super) const FORMAT: i32 = 6;

/// What is stored of a snapshot.
#[derive(Debug)]
pub(super) struct Snapshot {
    pub(super) seq: i64,
    pub(super) format: i32,
    pub(super) checksum: Vec<u8>,
    pub(super) body: Vec<u8>,
}

impl Snapshot {
    /// `panel` as it stands, without its words: they have a table of their own.
    ///
    /// # Errors
    /// Where it cannot be written, which only a lack of memory can bring about.
    pub(super) fn of(id: PanelId, panel: &Panel) -> Result<Self, String> {
        let body = postcard::to_allocvec(panel).map_err(|error| error.to_string())?;
        let seq = panel.seq().0.cast_signed();
        let checksum = checksum(id, seq, FORMAT, &body);
        Ok(Self {
            seq,
            format: FORMAT,
            checksum,
            body,
        })
    }

    /// The panel, which must not stand beyond `head`.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub(super) fn read(&self, id: PanelId, head: Seq) -> Result<Panel, String> {
        if self.format != FORMAT {
            return Err(format!("it has the format {}, this version uses {FORMAT}", self.format));
        }
        if checksum(id, self.seq, self.format, &self.body) != self.checksum {
            return Err("its checksum does not match".to_owned());
        }
        let panel: Panel = postcard::from_bytes(&self.body).map_err(|error| error.to_string())?;
        if panel.id() != Some(id) || panel.seq().0.cast_signed() != self.seq {
            return Err("it is of another panel or place".to_owned());
        }
        if panel.seq() > head {
            return Err(format!(
                "it stands at event {}, beyond the log's last, {head}",
                panel.seq()
            ));
        }
        Ok(panel)
    }
}

fn checksum(id: PanelId, seq: i64, format: i32, body: &[u8]) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(id.0.as_bytes());
    hasher.update(seq.to_be_bytes());
    hasher.update(format.to_be_bytes());
    hasher.update(body);
    hasher.finalize().to_vec()
}
