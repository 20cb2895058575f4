//! The fonts that a report is set in: those that the program brings, and the machine's for signs that these lack.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use typst::{
    foundations::Bytes,
    text::{Font, FontBook, FontInfo, FontStyle},
    utils::LazyHash,
};

/// What names a folder of fonts to take in place of the machine's.
const FOLDER: &str = "VISIONCAST_FONTS";
/// Where systems keep their fonts.
const FOLDERS: [&str; 5] = [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:\\Windows\\Fonts",
];
/// Larger files are passed over: they hold many scripts at a cost that no report is worth.
const FILE: u64 = 40 << 20;
/// So deep do folders of fonts lie in each other.
const DEPTH: usize = 6;
/// What is set in the report's own voice; people's words are set in Libertinus, which Typst brings.
const OWN: [&[u8]; 4] = [
    include_bytes!("../fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../fonts/SourceSans3-SemiBold.ttf"),
    include_bytes!("../fonts/SourceSans3-Italic.ttf"),
    include_bytes!("../fonts/NotoEmoji-Regular.ttf"),
];

/// Whether the machine's fonts may help out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Machine {
    /// For signs that no other font has. The bytes then rest on the machine.
    Asked,
    /// Never: the bytes are the same everywhere.
    LeftAlone,
}

/// Fonts, the first before the second where both have a sign.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
}

impl Fonts {
    /// Fonts for a text of these signs.
    pub(crate) fn of(signs: &BTreeSet<char>, machine: Machine) -> Self {
        let own = OWN.into_iter().chain(typst_assets::fonts());
        let mut fonts: Vec<Font> = own.flat_map(|data| Font::iter(Bytes::new(data))).collect();
        if machine == Machine::Asked {
            let mut missing: BTreeSet<char> = signs.iter().copied().filter(|sign| !any_has(&fonts, *sign)).collect();
            if !missing.is_empty() {
                fonts.extend(of_the_machine(&mut missing));
            }
        }
        Self {
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        }
    }

    /// Whether one of them has the sign.
    pub(crate) fn have(&self, sign: char) -> bool {
        any_has(&self.fonts, sign)
    }
}

fn any_has(fonts: &[Font], sign: char) -> bool {
    fonts.iter().any(|font| has(font.info(), sign))
}

fn has(font: &FontInfo, sign: char) -> bool {
    font.coverage.contains(u32::from(sign))
}

/// The machine's fonts that have signs which are missing: upright ones of usual weight before others, and in the order of
/// their names. Signs that they have are missing no longer.
fn of_the_machine(missing: &mut BTreeSet<char>) -> Vec<Font> {
    let mut files = Vec::new();
    match std::env::var_os(FOLDER).filter(|named| !named.is_empty()) {
        Some(named) => find(Path::new(&named), DEPTH, &mut files),
        None => {
            let home = std::env::var_os("HOME").map(PathBuf::from);
            let own = home
                .iter()
                .flat_map(|home| [home.join(".local/share/fonts"), home.join(".fonts")]);
            for folder in FOLDERS.into_iter().map(PathBuf::from).chain(own) {
                find(&folder, DEPTH, &mut files);
            }
        }
    }
    files.sort();
    let mut taken = Vec::new();
    for plain in [true, false] {
        for file in &files {
            if missing.is_empty() {
                return taken;
            }
            let Ok(data) = fs::read(file) else { continue };
            for font in Font::iter(Bytes::new(data)) {
                let variant = font.info().variant;
                let is_plain = variant.style == FontStyle::Normal && variant.weight.to_number() == 400;
                if is_plain != plain || !may_be_embedded(&font) {
                    continue;
                }
                let before = missing.len();
                missing.retain(|sign| !has(font.info(), *sign));
                if missing.len() < before {
                    taken.push(font);
                }
            }
        }
    }
    taken
}

/// Whether a font's makers let it be part of a document, and it draws its signs rather than holding pictures of them.
fn may_be_embedded(font: &Font) -> bool {
    let variant = font.info().variant;
    let made = font
        .clone()
        .instantiate(variant, typst::layout::Abs::pt(10.0), &Default::default());
    let face = made.ttf();
    let tables = face.tables();
    let drawn = tables.glyf.is_some() || tables.cff.is_some() || tables.cff2.is_some();
    drawn && face.is_outline_embedding_allowed()
}

fn find(folder: &Path, deep: usize, files: &mut Vec<PathBuf>) {
    // What cannot be read has no fonts for us.
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let Ok(about) = path.metadata() else { continue };
        if about.is_dir() && deep > 0 {
            find(&path, deep - 1, files);
        } else if about.is_file() && about.len() <= FILE && is_font(&path) {
            files.push(path);
        }
    }
}

fn is_font(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ["ttf", "otf", "ttc", "otc"].iter().any(|known| ending == *known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_bundled_has_the_scripts_of_the_west_and_emoji() {
        let fonts = Fonts::of(&BTreeSet::new(), Machine::LeftAlone);
        for sign in "Grüße Žluťoučký Ελληνικά Українська Tiếng Việt “–” ≥ → 🎉 👩 ❤ \u{FFFD} ☐ ✓".chars()
        {
            assert!(fonts.have(sign), "{sign:?}");
        }
        assert!(!fonts.have('你'), "that would take megabytes");
    }

    #[test]
    fn the_machine_is_left_alone_where_nothing_is_missing() {
        let signs = "words".chars().collect();
        let (asked, alone) = (Fonts::of(&signs, Machine::Asked), Fonts::of(&signs, Machine::LeftAlone));
        assert_eq!(asked.fonts.len(), alone.fonts.len());
    }
}
