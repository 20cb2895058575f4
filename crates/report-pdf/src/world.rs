//! All that the typesetter may know: one template, one report, some fonts. No other file, no package, no clock.

use typst::{
    Feature, Library, LibraryExt as _, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::fonts::Fonts;

/// How a report is set.
const TEMPLATE: &str = include_str!("report.typ");
/// Where the template reads the report: as data, so that nothing in it is ever taken for a command.
const REPORT: &str = "report.json";

pub(crate) struct Desk {
    library: LazyHash<Library>,
    fonts: Fonts,
    template: Source,
    report: FileId,
    json: Bytes,
}

impl Desk {
    /// A desk with a report on it, as JSON.
    pub(crate) fn new(json: Vec<u8>, fonts: Fonts) -> Option<Self> {
        let features = [Feature::A11yExtras].into_iter().collect();
        Some(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            fonts,
            template: Source::new(file("report.typ")?, TEMPLATE.to_owned()),
            report: file(REPORT)?,
            json: Bytes::new(json),
        })
    }
}

fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.report {
            Ok(self.json.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
