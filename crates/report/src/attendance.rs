use visioncast_analysis::suppressed;
use visioncast_model::{Affiliation, Panel};

/// Who was in the room, as far as it may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attendance {
    /// How many people joined.
    pub(crate) joined: u32,
    /// Per constituency; who named several counts in each. Last, who named none.
    pub(crate) constituencies: Vec<Group>,
    /// Per affiliation; everybody counts once. Last, who said nothing.
    pub(crate) affiliations: Vec<Group>,
}

/// Some people of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) name: String,
    /// How many; none where the number could point at somebody.
    pub(crate) people: Option<u32>,
}

impl Attendance {
    pub(crate) fn of(panel: &Panel) -> Self {
        let people = || panel.people().values();
        let count = |matches: usize| u32::try_from(matches).unwrap_or(u32::MAX);
        let joined = count(panel.people().len());
        let mut constituencies: Vec<(String, u32)> = panel
            .framework()
            .constituencies
            .iter()
            .map(|constituency| {
                let named = people()
                    .filter(|person| person.constituencies.contains(&constituency.id))
                    .count();
                (constituency.name.clone(), count(named))
            })
            .collect();
        if !constituencies.is_empty() {
            let none = people().filter(|person| person.constituencies.is_empty()).count();
            constituencies.push(("None named".to_owned(), count(none)));
        }
        let affiliations = [
            ("Member", Some(Affiliation::Member)),
            ("Not a member", Some(Affiliation::NonMember)),
            ("Rather not say", Some(Affiliation::Undisclosed)),
            ("No answer", None),
        ]
        .map(|(name, wanted)| {
            let said = people().filter(|person| person.affiliation == wanted).count();
            (name.to_owned(), count(said))
        });
        Self {
            joined,
            constituencies: groups(&constituencies, joined),
            affiliations: groups(&affiliations, joined),
        }
    }
}

fn groups(counts: &[(String, u32)], joined: u32) -> Vec<Group> {
    let numbers: Vec<u32> = counts.iter().map(|(_, count)| *count).collect();
    counts
        .iter()
        .zip(suppressed(&numbers, joined))
        .map(|((name, _), people)| Group {
            name: name.clone(),
            people,
        })
        .collect()
}
