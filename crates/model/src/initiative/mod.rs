//! Several panels under one frame: who runs them, the work that follows from them, and what was won. Like a panel, an
//! initiative is what its log has made it: [`Initiative::decide`] holds every rule, [`Initiative::apply`] none.

mod change;
mod decide;
mod refusal;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

pub use change::{About, Change, Keeping, Kept, Noted, Role};
pub use refusal::{Field, Refusal};

use crate::{AccountId, CommandId, Framework, InitiativeId, Seq, Timestamp, WinId, WorkId};

/// Kotter's eight steps, where the framework brings none of its own.
const STEPS: [&str; 8] = [
    "Sense of urgency",
    "Guiding coalition",
    "Strategic vision",
    "Volunteer army",
    "Remove barriers",
    "Short-term wins",
    "Sustain acceleration",
    "Institute change",
];

/// An initiative as its log has made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initiative {
    id: InitiativeId,
    seq: Seq,
    name: String,
    created: Timestamp,
    framework: Option<Framework>,
    keeping: Keeping,
    members: BTreeMap<AccountId, Member>,
    names: BTreeMap<AccountId, String>,
    works: BTreeMap<WorkId, Work>,
    wins: BTreeMap<WinId, Win>,
    commands: BTreeSet<CommandId>,
    log: Vec<Noted>,
}

/// Somebody who may run an initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Whether they may see the volunteers' contacts; an owner always may.
    pub sees_volunteers: bool,
}

/// A piece of work on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Work {
    /// What it is.
    pub about: About,
    /// Where it is, from 1.
    pub step: u16,
    /// Where it was, oldest first; it came on the board with the first.
    pub moves: Vec<Moved>,
}

/// A move of a piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// When.
    pub at: Timestamp,
    /// Who moved it.
    pub who: Option<AccountId>,
    /// From where; none where it came on the board.
    pub from: Option<u16>,
    /// To where.
    pub to: u16,
}

/// Something that was won.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Win {
    /// When, as `2026-05-14`.
    pub day: String,
    /// What.
    pub text: String,
    /// Whose it is; nobody's where empty.
    pub owner: String,
    /// The step that it belongs to, if any.
    pub step: Option<u16>,
    /// Its place in the log, for the order within a day.
    pub place: Seq,
}

impl Initiative {
    /// One that nobody has begun.
    #[must_use]
    pub const fn unbegun(id: InitiativeId) -> Self {
        Self {
            id,
            seq: Seq(0),
            name: String::new(),
            created: Timestamp(0),
            framework: None,
            keeping: Keeping {
                contacts: None,
                words: None,
                seats: None,
            },
            members: BTreeMap::new(),
            names: BTreeMap::new(),
            works: BTreeMap::new(),
            wins: BTreeMap::new(),
            commands: BTreeSet::new(),
            log: Vec::new(),
        }
    }

    /// The initiative that this log makes.
    #[must_use]
    pub fn replay(id: InitiativeId, log: impl IntoIterator<Item = Noted>) -> Self {
        let mut initiative = Self::unbegun(id);
        for noted in log {
            initiative.apply(noted);
        }
        initiative
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> InitiativeId {
        self.id
    }

    /// Its last change.
    #[must_use]
    pub const fn seq(&self) -> Seq {
        self.seq
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// When it began.
    #[must_use]
    pub const fn created(&self) -> Timestamp {
        self.created
    }

    /// Its current frame; none before its first panel.
    #[must_use]
    pub const fn framework(&self) -> Option<&Framework> {
        self.framework.as_ref()
    }

    /// How long what is kept of people is kept.
    #[must_use]
    pub const fn keeping(&self) -> Keeping {
        self.keeping
    }

    /// Who may run it.
    #[must_use]
    pub const fn members(&self) -> &BTreeMap<AccountId, Member> {
        &self.members
    }

    /// The one who answers for it.
    #[must_use]
    pub fn owner(&self) -> Option<AccountId> {
        let mut members = self.members().iter();
        members
            .find(|(_, member)| member.role == Role::Owner)
            .map(|(account, _)| *account)
    }

    /// Whether somebody may run it.
    #[must_use]
    pub fn is_member(&self, account: AccountId) -> bool {
        self.members.contains_key(&account)
    }

    /// Whether somebody answers for it.
    #[must_use]
    pub fn is_owner(&self, account: AccountId) -> bool {
        self.members
            .get(&account)
            .is_some_and(|member| member.role == Role::Owner)
    }

    /// Whether somebody may see the volunteers' contacts.
    #[must_use]
    pub fn sees_volunteers(&self, account: AccountId) -> bool {
        self.members
            .get(&account)
            .is_some_and(|member| member.role == Role::Owner || member.sees_volunteers)
    }

    /// What somebody is called who ever ran it.
    #[must_use]
    pub fn name_of(&self, account: AccountId) -> Option<&str> {
        self.names.get(&account).map(String::as_str)
    }

    /// The names of the steps on its board; the first is step 1.
    #[must_use]
    pub fn steps(&self) -> Vec<String> {
        let known = self.framework.iter().flat_map(|framework| &framework.steps);
        if self.names_steps() {
            known.map(|step| capital(&step.name)).collect()
        } else {
            STEPS.map(str::to_owned).to_vec()
        }
    }

    /// Whether the framework has names for the steps; else they are the usual ones.
    #[must_use]
    pub fn names_steps(&self) -> bool {
        self.framework
            .as_ref()
            .is_some_and(|framework| !framework.steps.is_empty())
    }

    /// The work on the board.
    #[must_use]
    pub const fn works(&self) -> &BTreeMap<WorkId, Work> {
        &self.works
    }

    /// What was won, newest first.
    #[must_use]
    pub fn wins(&self) -> Vec<(WinId, &Win)> {
        let mut wins: Vec<_> = self.wins.iter().map(|(id, win)| (*id, win)).collect();
        wins.sort_by(|(_, one), (_, other)| (&other.day, other.place).cmp(&(&one.day, one.place)));
        wins
    }

    /// Whether a form had its effect before.
    #[must_use]
    pub fn has(&self, command: CommandId) -> bool {
        self.commands.contains(&command)
    }

    /// All that ever changed, oldest first.
    #[must_use]
    pub fn log(&self) -> &[Noted] {
        &self.log
    }

    /// Moves on by one change. Holds no rule: what was noted is so.
    pub fn apply(&mut self, noted: Noted) {
        self.seq = noted.seq;
        self.commands.insert(noted.command);
        let (at, who) = (noted.at, noted.who);
        match &noted.change {
            Change::Begun { name, keeping } => {
                self.name.clone_from(name);
                self.keeping = *keeping;
                self.created = at;
            }
            Change::Renamed { name } => self.name.clone_from(name),
            Change::FrameworkSet(framework) => self.framework = Some((**framework).clone()),
            Change::MemberAdded { account, name, role } => {
                self.names.insert(*account, name.clone());
                let member = Member {
                    name: name.clone(),
                    role: *role,
                    sees_volunteers: false,
                };
                self.members.insert(*account, member);
            }
            Change::MemberRemoved { account } => {
                self.members.remove(account);
            }
            Change::HandedOver { to } => {
                for (account, member) in &mut self.members {
                    if account == to {
                        member.role = Role::Owner;
                    } else if member.role == Role::Owner {
                        member.role = Role::Facilitator;
                    }
                }
            }
            Change::VolunteersShown { account, may } => {
                if let Some(member) = self.members.get_mut(account) {
                    member.sees_volunteers = *may;
                }
            }
            Change::KeepingSet(keeping) => self.keeping = *keeping,
            Change::WorkAdded { work, step, about } => {
                let came = Moved {
                    at,
                    who,
                    from: None,
                    to: *step,
                };
                let added = Work {
                    about: about.clone(),
                    step: *step,
                    moves: vec![came],
                };
                self.works.insert(*work, added);
            }
            Change::WorkEdited { work, about } => {
                if let Some(work) = self.works.get_mut(work) {
                    work.about.clone_from(about);
                }
            }
            Change::WorkMoved { work, from, to } => {
                if let Some(work) = self.works.get_mut(work) {
                    work.step = *to;
                    work.moves.push(Moved {
                        at,
                        who,
                        from: Some(*from),
                        to: *to,
                    });
                }
            }
            Change::WorkDropped { work } => {
                self.works.remove(work);
            }
            Change::WinAdded {
                win,
                day,
                text,
                owner,
                step,
            } => {
                let added = Win {
                    day: day.clone(),
                    text: text.clone(),
                    owner: owner.clone(),
                    step: *step,
                    place: noted.seq,
                };
                self.wins.insert(*win, added);
            }
            Change::WinRemoved { win } => {
                self.wins.remove(win);
            }
            Change::CarriedOver { .. }
            | Change::VolunteersTaken { .. }
            | Change::ArchiveTaken { .. }
            | Change::PersonErased { .. }
            | Change::Forgotten { .. } => {}
        }
        self.log.push(noted);
    }
}

fn capital(name: &str) -> String {
    let mut signs = name.chars();
    signs
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(signs)
        .collect()
}
