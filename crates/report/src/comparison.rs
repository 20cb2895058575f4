use std::collections::BTreeMap;

use visioncast_model::Ruling;

use crate::{
    Document,
    document::{Outlined, Recommended, Totals},
    language::{Phrase, Speaker},
};

/// What a later edition of a report says that an earlier one did not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// What is recommended.
    pub recommendations: Moves,
    /// What the themes are.
    pub themes: Moves,
    /// How much there was, and is.
    pub totals: (Totals, Totals),
}

/// What came, went and changed in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// What came, in the order of the later edition.
    pub new: Vec<String>,
    /// What went, in the order of the earlier one.
    pub gone: Vec<String>,
    /// What is there in both and is not the same: how it is called now, and what was and is said of it.
    pub changed: Vec<Change>,
    /// How many are the same.
    pub same: usize,
}

/// What is said of something in two editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is called now.
    pub what: String,
    /// What was said of it.
    pub before: String,
    /// What is said of it now.
    pub after: String,
}

impl Comparison {
    /// What `after` says that `before` did not; both in the same language.
    #[must_use]
    pub fn of(before: &Document, after: &Document) -> Self {
        let recommended = |document: &Document| -> Vec<(String, String, String)> {
            let speaker = Speaker(document.language);
            let each = document.recommendations.iter();
            each.map(|recommended| told(recommended, speaker)).collect()
        };
        let themes =
            |document: &Document| -> Vec<(String, String, String)> { document.themes.iter().map(outlined).collect() };
        Self {
            recommendations: moves(&recommended(before), &recommended(after)),
            themes: moves(&themes(before), &themes(after)),
            totals: (before.totals, after.totals),
        }
    }

    /// Whether both say the same.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        let (before, after) = self.totals;
        self.recommendations.is_nothing() && self.themes.is_nothing() && before == after
    }
}

impl Moves {
    /// Whether nothing came, went or changed.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.new.is_empty() && self.gone.is_empty() && self.changed.is_empty()
    }
}

/// What is said of it, with what the board decided, who sees to it, and by when.
fn told(recommended: &Recommended, speaker: Speaker) -> (String, String, String) {
    let ruling = recommended.ruling.map(|ruling| match ruling {
        Ruling::Adopted => speaker.owned(Phrase::Adopted),
        Ruling::Deferred => speaker.owned(Phrase::Deferred),
        Ruling::Rejected => speaker.owned(Phrase::Rejected),
    });
    let Recommended {
        why, owner, horizon, ..
    } = recommended.clone();
    let said = [why, ruling, owner, horizon].into_iter().flatten();
    let said: Vec<String> = said.collect();
    (recommended.key.clone(), recommended.what.clone(), said.join(" · "))
}

fn outlined(theme: &Outlined) -> (String, String, String) {
    (theme.key.clone(), theme.title.clone(), theme.ideas.to_string())
}

/// Compares two lists of a key, what is called by it, and what is said of it.
fn moves(before: &[(String, String, String)], after: &[(String, String, String)]) -> Moves {
    let known = |list: &'_ [(String, String, String)]| -> BTreeMap<String, (String, String)> {
        let each = list.iter();
        each.map(|(key, what, said)| (key.clone(), (what.clone(), said.clone())))
            .collect()
    };
    let (earlier, later) = (known(before), known(after));
    let mut moves = Moves::default();
    for (key, what, said) in after {
        match earlier.get(key) {
            None => moves.new.push(what.clone()),
            Some((called, once)) if (called, once) == (what, said) => moves.same += 1,
            Some((called, once)) => moves.changed.push(Change {
                what: what.clone(),
                before: if called == what { once.clone() } else { called.clone() },
                after: if called == what { said.clone() } else { what.clone() },
            }),
        }
    }
    let gone = before.iter().filter(|(key, ..)| !later.contains_key(key));
    moves.gone = gone.map(|(_, what, _)| what.clone()).collect();
    moves
}
