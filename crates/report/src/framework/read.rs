//! Reading the file of a framework, which somebody may have written by hand: all that is wrong with it, each with its
//! place and what to do, or the framework.

use std::fmt;

use visioncast_model::{
    ChangeStep, Constituency, ConstituencyId, Domain, DomainChange, DomainId, FileFlaw, Framework, List, Point,
    Principle, Removed,
};

use super::{FORMAT, FrameworkHash, SHA256, VERSION, tree::Tree};

/// The largest file, in bytes, as large as the largest form: a hundred times the IMA's.
const BYTES: usize = 1024 * 1024;

/// A framework that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFramework {
    /// What the file says.
    pub framework: Framework,
    /// Whether its hash is not that of what it says: somebody changed it by hand.
    pub changed_by_hand: bool,
}

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", Placed(.path, .flaw))]
pub struct FileFault {
    /// As in `constituencies[2].wants[0]`, places counted from 0; empty where it is about the file as a whole.
    pub path: String,
    /// What is wrong there, and what to do.
    pub flaw: FileFlaw,
}

struct Placed<'a>(&'a str, &'a FileFlaw);

impl fmt::Display for Placed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            "" => self.1.fmt(formatter),
            path => write!(formatter, "{path}: {}", self.1),
        }
    }
}

/// Reads the file of a framework.
///
/// # Errors
/// All that is wrong with it, never an empty list.
pub fn read_framework(bytes: &[u8]) -> Result<ReadFramework, Vec<FileFault>> {
    if bytes.len() > BYTES {
        let flaw = FileFlaw::TooLarge {
            kilobytes: bytes.len().div_ceil(1024),
            most: BYTES / 1024,
        };
        return Err(vec![fault("", flaw)]);
    }
    // Some editors put a byte order mark first.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let tree: Tree = serde_json::from_slice(bytes).map_err(|error| {
        let told = error.to_string();
        let flaw = FileFlaw::NoJson {
            line: error.line(),
            column: error.column(),
            told: told.split(" at line ").next().unwrap_or_default().to_owned(),
        };
        vec![fault("", flaw)]
    })?;
    let mut reader = Reader::default();
    let (framework, hash) = reader.document(&tree);
    if !reader.faults.is_empty() {
        return Err(reader.faults);
    }
    let checked = framework.checked().map_err(|faults| {
        let told = faults.into_iter().map(|found| fault(&found.path, found.flaw.into()));
        told.collect::<Vec<_>>()
    })?;
    let now = FrameworkHash::of(&framework).map_err(|error| vec![fault("", FileFlaw::NoHash(error.to_string()))])?;
    Ok(ReadFramework {
        framework: checked,
        changed_by_hand: hash.is_some_and(|hash| hash != now.to_string()),
    })
}

fn fault(path: &str, flaw: FileFlaw) -> FileFault {
    let path = path.to_owned();
    FileFault { path, flaw }
}

/// Walks through a document and notes what is not as it should be. Where something is missing or another thing, the walk
/// goes on with nothing in its place, so that all faults are told at once.
#[derive(Default)]
struct Reader {
    faults: Vec<FileFault>,
}

/// The fields of an object, and where it is.
struct Fields<'a> {
    path: String,
    fields: &'a [(String, Tree)],
}

impl<'a> Fields<'a> {
    fn get(&self, name: &str) -> Option<&'a Tree> {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value)
    }

    fn path(&self, name: &str) -> String {
        match self.path.as_str() {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        }
    }
}

impl Reader {
    fn note(&mut self, path: &str, flaw: FileFlaw) {
        self.faults.push(fault(path, flaw));
    }

    fn document(&mut self, tree: &Tree) -> (Framework, Option<String>) {
        let known = ["format", "version", "hash", "framework"];
        let Some(document) = self.object("", tree, &known, &["framework"]) else {
            return Default::default();
        };
        match document.get("format") {
            Some(Tree::Text(format)) if format == FORMAT => {}
            None if document.get("framework").is_some() => {}
            _ => {
                self.faults.clear();
                self.note("format", FileFlaw::OtherFormat { format: FORMAT });
                return Default::default();
            }
        }
        if let Some(version) = document.get("version")
            && !matches!(version, Tree::Whole(version) if *version == u64::from(VERSION))
        {
            self.note("version", FileFlaw::OtherVersion { version: VERSION });
        }
        let hash = document.get("hash").and_then(|hash| match hash {
            Tree::Text(hash) if hash.starts_with(SHA256) => Some(hash.clone()),
            _ => {
                self.note("hash", FileFlaw::OddHash { begin: SHA256 });
                None
            }
        });
        let framework = document.get("framework").map(|tree| self.framework(tree));
        (framework.unwrap_or_default(), hash)
    }

    fn framework(&mut self, tree: &Tree) -> Framework {
        // What the program keeps, rather than the association, may be left out.
        const KEPT: [&str; 3] = ["version", "history", "removed"];
        const BROUGHT: [&str; 15] = [
            "name",
            "domains",
            "principles",
            "constituencies",
            "vision",
            "mission",
            "scope",
            "assumptions",
            "traits",
            "offers",
            "neighbours",
            "home",
            "steps",
            "drivers",
            "competencies",
        ];
        let known = [&BROUGHT[..], &KEPT[..]].concat();
        let Some(fields) = self.object("framework", tree, &known, &BROUGHT) else {
            return Framework::default();
        };
        let id = |reader: &mut Self, of: &Fields<'_>| reader.number(of, "id");
        let point = |reader: &mut Self, of: Fields<'_>| Point {
            id: id(reader, &of),
            text: reader.text(&of, "text"),
        };
        let points = ["id", "text"];
        Framework {
            name: self.text(&fields, "name"),
            domains: self.entries(&fields, "domains", &["id", "name"], |reader, of| Domain {
                id: DomainId(id(reader, &of)),
                name: reader.text(&of, "name"),
            }),
            principles: self.entries(&fields, "principles", &["number", "text"], |reader, of| Principle {
                number: reader.number(&of, "number"),
                text: reader.text(&of, "text"),
            }),
            constituencies: self.entries(&fields, "constituencies", &["id", "name", "wants"], |reader, of| {
                Constituency {
                    id: ConstituencyId(id(reader, &of)),
                    name: reader.text(&of, "name"),
                    wants: reader.texts(&of, "wants"),
                }
            }),
            vision: self.text(&fields, "vision"),
            mission: self.text(&fields, "mission"),
            scope: self.text(&fields, "scope"),
            assumptions: self.entries(&fields, "assumptions", &points, point),
            traits: self.entries(&fields, "traits", &points, point),
            offers: self.entries(&fields, "offers", &points, point),
            neighbours: self.entries(&fields, "neighbours", &points, point),
            home: self.text(&fields, "home"),
            steps: self.entries(&fields, "steps", &["number", "name", "later"], |reader, of| {
                ChangeStep {
                    number: reader.number(&of, "number"),
                    name: reader.text(&of, "name"),
                    later: reader.flag(&of, "later"),
                }
            }),
            drivers: self.entries(&fields, "drivers", &points, point),
            competencies: self.entries(&fields, "competencies", &points, point),
            version: self.version(&fields),
            history: self.history(&fields),
            removed: self.entries(&fields, "removed", &["list", "id", "text"], |reader, of| Removed {
                list: reader.list_name(&of),
                id: id(reader, &of),
                text: reader.text(&of, "text"),
            }),
        }
    }

    /// The fields of an object: nothing unknown, nothing twice, nothing missing.
    fn object<'a>(&mut self, path: &str, tree: &'a Tree, known: &[&str], needed: &[&str]) -> Option<Fields<'a>> {
        let Tree::Object(fields) = tree else {
            self.note(path, FileFlaw::NoObject(tree.shape()));
            return None;
        };
        let place = Fields {
            // All but the first lines is the framework: its parts need no further name.
            path: if path == "framework" {
                String::new()
            } else {
                path.to_owned()
            },
            fields,
        };
        for (index, (name, _)) in fields.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                let known = known.join(", ");
                self.note(&place.path(name), FileFlaw::UnknownField { known });
            } else if fields[..index].iter().any(|(earlier, _)| earlier == name) {
                self.note(&place.path(name), FileFlaw::Twice);
            }
        }
        for name in needed.iter().filter(|name| place.get(name).is_none()) {
            self.note(&place.path(name), FileFlaw::Missing);
        }
        Some(place)
    }

    /// A list of objects with these fields, all of which are needed.
    fn entries<T>(
        &mut self,
        of: &Fields<'_>,
        name: &str,
        known: &[&str],
        make: impl Fn(&mut Self, Fields<'_>) -> T,
    ) -> Vec<T> {
        let mut made = Vec::new();
        for (path, tree) in self.list(of, name) {
            if let Some(fields) = self.object(&path, tree, known, known) {
                made.push(make(self, fields));
            }
        }
        made
    }

    /// The elements of a list, each with its path; none where it is missing.
    fn list<'a>(&mut self, of: &Fields<'a>, name: &str) -> Vec<(String, &'a Tree)> {
        let path = of.path(name);
        match of.get(name) {
            Some(Tree::List(list)) => {
                let elements = list.iter().enumerate();
                elements
                    .map(|(place, tree)| (format!("{path}[{place}]"), tree))
                    .collect()
            }
            Some(other) => {
                self.note(&path, FileFlaw::NoList(other.shape()));
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn texts(&mut self, of: &Fields<'_>, name: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for (path, tree) in self.list(of, name) {
            texts.push(self.as_text(&path, Some(tree)));
        }
        texts
    }

    fn text(&mut self, of: &Fields<'_>, name: &str) -> String {
        self.as_text(&of.path(name), of.get(name))
    }

    fn as_text(&mut self, path: &str, tree: Option<&Tree>) -> String {
        match tree {
            Some(Tree::Text(text)) => return text.clone(),
            Some(other) => self.note(path, FileFlaw::NoText(other.shape())),
            None => {}
        }
        String::new()
    }

    fn number(&mut self, of: &Fields<'_>, name: &str) -> u16 {
        match of.get(name) {
            Some(Tree::Whole(number)) if *number <= u64::from(u16::MAX) => return *number as u16,
            Some(Tree::Whole(_) | Tree::Number) => {
                self.note(&of.path(name), FileFlaw::OddNumber { most: u16::MAX });
            }
            Some(other) => self.note(&of.path(name), FileFlaw::NoNumber(other.shape())),
            None => {}
        }
        0
    }

    fn version(&mut self, of: &Fields<'_>) -> u32 {
        match of.get("version") {
            None => 1,
            Some(Tree::Whole(version)) if (1..u64::from(u32::MAX)).contains(version) => *version as u32,
            Some(_) => {
                self.note("framework.version", FileFlaw::OddVersion);
                1
            }
        }
    }

    fn flag(&mut self, of: &Fields<'_>, name: &str) -> bool {
        match of.get(name) {
            Some(Tree::Flag(flag)) => return *flag,
            Some(other) => self.note(&of.path(name), FileFlaw::NoFlag(other.shape())),
            None => {}
        }
        false
    }

    fn list_name(&mut self, of: &Fields<'_>) -> List {
        let name = self.text(of, "list");
        List::named(&name).unwrap_or_else(|| {
            if !name.is_empty() {
                let known = List::ALL.map(List::name).join(", ");
                self.note(&of.path("list"), FileFlaw::UnknownList { name, known });
            }
            List::Traits
        })
    }

    fn history(&mut self, of: &Fields<'_>) -> Vec<DomainChange> {
        let mut history = Vec::new();
        for (path, tree) in self.list(of, "history") {
            history.extend(self.change(&path, tree));
        }
        history
    }

    /// As in `{ "merged": { "domain": 3, "name": "data", "into": 1 } }`.
    fn change(&mut self, path: &str, tree: &Tree) -> Option<DomainChange> {
        const KINDS: &str = "added, renamed, merged, retired, restored";
        let (kind, tree) = match tree {
            Tree::Object(fields) => match fields.as_slice() {
                [(kind, tree)] => (kind.as_str(), tree),
                _ => ("", tree),
            },
            _ => ("", tree),
        };
        let known: &[&str] = match kind {
            "added" | "restored" => &["domain"],
            "renamed" => &["domain", "from"],
            "merged" => &["domain", "name", "into"],
            "retired" => &["domain", "name"],
            _ => {
                self.note(path, FileFlaw::UnknownChange { known: KINDS });
                return None;
            }
        };
        // A change and its fields are one place for people.
        let fields = self.object(path, tree, known, known)?;
        let domain = DomainId(self.number(&fields, "domain"));
        Some(match kind {
            "added" => DomainChange::Added { domain },
            "restored" => DomainChange::Restored { domain },
            "renamed" => DomainChange::Renamed {
                domain,
                from: self.text(&fields, "from"),
            },
            "merged" => DomainChange::Merged {
                domain,
                name: self.text(&fields, "name"),
                into: DomainId(self.number(&fields, "into")),
            },
            _ => DomainChange::Retired {
                domain,
                name: self.text(&fields, "name"),
            },
        })
    }
}
