use visioncast_model::{Affiliation, Panel};

use crate::told::{Ledger, Told};

/// Who was in the room, as far as it may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attendance {
    /// How many people joined.
    pub(crate) joined: u32,
    /// Per constituency; who named several counts in each. Last, who named none.
    pub(crate) constituencies: Vec<Group>,
    /// Per affiliation; everybody counts once. Last, who said nothing.
    pub(crate) affiliations: Vec<Group>,
    /// Whether any of it is as an earlier edition told it, since what changed would point at somebody.
    pub(crate) earlier: bool,
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
        Self::after(panel, &mut Ledger::new(&Told::default()))
    }

    /// As far as it may be told after what earlier editions told.
    pub(crate) fn after(panel: &Panel, ledger: &mut Ledger<'_>) -> Self {
        let people = || panel.people().values();
        let count = |matches: usize| u32::try_from(matches).unwrap_or(u32::MAX);
        let joined = count(panel.people().len());
        let mut constituencies: Vec<(String, String, u32)> = panel
            .framework()
            .constituencies
            .iter()
            .map(|constituency| {
                let named = people()
                    .filter(|person| person.constituencies.contains(&constituency.id))
                    .count();
                (constituency.id.to_string(), constituency.name.clone(), count(named))
            })
            .collect();
        if !constituencies.is_empty() {
            let none = people().filter(|person| person.constituencies.is_empty()).count();
            constituencies.push((NONE.to_owned(), "None named".to_owned(), count(none)));
        }
        let affiliations = [
            ("Member", Some(Affiliation::Member)),
            ("Not a member", Some(Affiliation::NonMember)),
            ("Rather not say", Some(Affiliation::Undisclosed)),
            ("No answer", None),
        ]
        .map(|(name, wanted)| {
            let said = people().filter(|person| person.affiliation == wanted).count();
            (name.to_owned(), name.to_owned(), count(said))
        });
        let (constituencies, stood) = groups("constituencies", &constituencies, joined, ledger);
        let (affiliations, also) = groups("affiliations", &affiliations, joined, ledger);
        Self {
            joined,
            constituencies,
            affiliations,
            earlier: stood || also,
        }
    }
}

/// What editions call those who named no constituency.
pub(crate) const NONE: &str = "none";

fn groups(table: &str, counts: &[(String, String, u32)], joined: u32, ledger: &mut Ledger<'_>) -> (Vec<Group>, bool) {
    let ids: Vec<String> = counts.iter().map(|(id, ..)| id.clone()).collect();
    let numbers: Vec<u32> = counts.iter().map(|(.., count)| *count).collect();
    let told = ledger.next(table, &ids, &numbers, joined);
    let groups = counts.iter().zip(told.counts).map(|((_, name, _), people)| Group {
        name: name.clone(),
        people,
    });
    (groups.collect(), told.earlier)
}
