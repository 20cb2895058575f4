use visioncast_model::Timestamp;

use crate::Material;

/// The vision report: assembled once, rendered to each format.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub(crate) title: String,
    pub(crate) made: Timestamp,
}

impl Report {
    /// The report as `material` stands, made at `now`.
    #[must_use]
    pub fn of(material: Material<'_>, now: Timestamp) -> Self {
        Self { title: material.panel.title().to_owned(), made: now }
    }
}
