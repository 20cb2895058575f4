use super::{About, Change, Field, Initiative, Keeping, Kept, Refusal};
use crate::{AccountId, LINE_CHARS, WinId, WorkId, checked_line, checked_words};

/// The longest note or win, in characters.
const NOTE_CHARS: usize = 1_000;
/// The longest name of an owner, or horizon, in characters.
const SHORT_CHARS: usize = 100;
/// The longest that anything is promised to be kept, in days: ten years.
const MOST_DAYS: u32 = 3_650;

impl Initiative {
    /// The change that follows where `who` proposes `change`: the same, with its texts as they are kept. Nobody in
    /// particular is the program or its operator, who may do anything.
    ///
    /// # Errors
    /// A [`Refusal`] where a rule is against it.
    pub fn decide(&self, who: Option<AccountId>, change: Change) -> Result<Change, Refusal> {
        if matches!(change, Change::Begun { .. }) != (self.seq().0 == 0) {
            return Err(Refusal::Misplaced);
        }
        self.allowed(who, &change)?;
        Ok(match change {
            Change::Begun { name, keeping } => Change::Begun {
                name: line(Field::Name, &name, LINE_CHARS)?,
                keeping: checked_keeping(keeping)?,
            },
            Change::Renamed { name } => Change::Renamed {
                name: line(Field::Name, &name, LINE_CHARS)?,
            },
            Change::MemberAdded { account, name, role } => {
                if self.is_member(account) {
                    return Err(Refusal::MemberAlready(name));
                }
                Change::MemberAdded { account, name, role }
            }
            Change::MemberRemoved { account } => {
                self.known(account)?;
                if self.is_owner(account) {
                    return Err(Refusal::OwnerStays);
                }
                Change::MemberRemoved { account }
            }
            Change::HandedOver { to } => {
                self.known(to)?;
                Change::HandedOver { to }
            }
            Change::VolunteersShown { account, may } => {
                self.known(account)?;
                Change::VolunteersShown { account, may }
            }
            Change::KeepingSet(keeping) => Change::KeepingSet(checked_keeping(keeping)?),
            Change::WorkAdded { work, step, about } => Change::WorkAdded {
                work,
                step: self.step(step)?,
                about: checked_about(&about)?,
            },
            Change::WorkEdited { work, about } => {
                self.work(work)?;
                Change::WorkEdited {
                    work,
                    about: checked_about(&about)?,
                }
            }
            Change::WorkMoved { work, to, .. } => Change::WorkMoved {
                work,
                from: self.work(work)?,
                to: self.step(to)?,
            },
            Change::WorkDropped { work } => {
                self.work(work)?;
                Change::WorkDropped { work }
            }
            Change::WinAdded {
                win,
                day,
                text,
                owner,
                step,
            } => Change::WinAdded {
                win,
                day: checked_day(&day)?,
                text: words(Field::Win, &text, NOTE_CHARS)?,
                owner: optional(Field::Owner, &owner)?,
                step: step.map(|step| self.step(step)).transpose()?,
            },
            Change::WinRemoved { win } => {
                self.win(win)?;
                Change::WinRemoved { win }
            }
            change @ (Change::FrameworkSet(_)
            | Change::CarriedOver { .. }
            | Change::VolunteersTaken { .. }
            | Change::ArchiveTaken { .. }
            | Change::PersonErased { .. }
            | Change::Forgotten { .. }) => change,
        })
    }

    fn allowed(&self, who: Option<AccountId>, change: &Change) -> Result<(), Refusal> {
        let Some(who) = who else { return Ok(()) };
        match change {
            Change::Begun { .. } => Ok(()),
            _ if !self.is_member(who) => Err(Refusal::NotMember),
            // Anybody may go.
            Change::MemberRemoved { account } if *account == who => Ok(()),
            Change::VolunteersTaken { .. } | Change::ArchiveTaken { volunteers: true } => {
                self.sees_volunteers(who).then_some(()).ok_or(Refusal::NotOwner)
            }
            Change::MemberAdded { .. }
            | Change::MemberRemoved { .. }
            | Change::HandedOver { .. }
            | Change::VolunteersShown { .. }
            | Change::KeepingSet(_)
            | Change::Renamed { .. } => self.is_owner(who).then_some(()).ok_or(Refusal::NotOwner),
            _ => Ok(()),
        }
    }

    fn known(&self, account: AccountId) -> Result<(), Refusal> {
        self.is_member(account).then_some(()).ok_or(Refusal::UnknownMember)
    }

    fn step(&self, step: u16) -> Result<u16, Refusal> {
        let fine = (1..=self.steps().len()).contains(&usize::from(step));
        fine.then_some(step).ok_or(Refusal::UnknownStep)
    }

    /// Where a piece of work is.
    fn work(&self, work: WorkId) -> Result<u16, Refusal> {
        self.works()
            .get(&work)
            .map(|work| work.step)
            .ok_or(Refusal::UnknownWork)
    }

    fn win(&self, win: WinId) -> Result<(), Refusal> {
        self.wins.contains_key(&win).then_some(()).ok_or(Refusal::UnknownWin)
    }
}

fn line(field: Field, text: &str, limit: usize) -> Result<String, Refusal> {
    checked_line(text, limit).map_err(|why| Refusal::Text { field, why })
}

fn words(field: Field, text: &str, limit: usize) -> Result<String, Refusal> {
    checked_words(text, limit).map_err(|why| Refusal::Text { field, why })
}

fn optional(field: Field, text: &str) -> Result<String, Refusal> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    line(field, text, SHORT_CHARS)
}

fn checked_about(about: &About) -> Result<About, Refusal> {
    let note = if about.note.trim().is_empty() {
        String::new()
    } else {
        words(Field::Note, &about.note, NOTE_CHARS)?
    };
    Ok(About {
        title: line(Field::Work, &about.title, LINE_CHARS)?,
        owner: optional(Field::Owner, &about.owner)?,
        horizon: optional(Field::Horizon, &about.horizon)?,
        note,
    })
}

fn checked_keeping(keeping: Keeping) -> Result<Keeping, Refusal> {
    let fine = |what| keeping.days(what).is_none_or(|days| (1..=MOST_DAYS).contains(&days));
    let all = [Kept::Contacts, Kept::Words, Kept::Seats];
    all.into_iter()
        .all(fine)
        .then_some(keeping)
        .ok_or(Refusal::Days { most: MOST_DAYS })
}

/// A day that the calendar has, as `2026-05-14`.
fn checked_day(day: &str) -> Result<String, Refusal> {
    let day = day.trim();
    let mut parts = day.split('-').map(|part| (part.len(), part.parse::<u16>().ok()));
    let fine = match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some((4, Some(year))), Some((2, Some(month))), Some((2, Some(date))), None) => {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let days = match month {
                4 | 6 | 9 | 11 => 30,
                2 => 28 + u16::from(leap),
                1..=12 => 31,
                _ => 0,
            };
            (1..=days).contains(&date)
        }
        _ => false,
    };
    fine.then(|| day.to_owned()).ok_or_else(|| Refusal::Day(day.to_owned()))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        CommandId, InitiativeId, Timestamp,
        initiative::{Noted, Role},
    };

    const OWNER: AccountId = AccountId(Uuid::from_u128(1));
    const OTHER: AccountId = AccountId(Uuid::from_u128(2));
    const STRANGER: AccountId = AccountId(Uuid::from_u128(3));
    const WORK: WorkId = WorkId(Uuid::from_u128(9));

    fn make(initiative: &mut Initiative, who: Option<AccountId>, change: Change) -> Result<(), Refusal> {
        let change = initiative.decide(who, change)?;
        let seq = initiative.seq().next();
        initiative.apply(Noted {
            seq,
            at: Timestamp(seq.0 as i64 * 1000),
            who,
            command: CommandId(Uuid::from_u128(seq.0.into())),
            change,
        });
        Ok(())
    }

    fn begun() -> Initiative {
        let mut initiative = Initiative::unbegun(InitiativeId(Uuid::from_u128(7)));
        let begun = Change::Begun {
            name: " A vision ".to_owned(),
            keeping: Keeping::default(),
        };
        make(&mut initiative, Some(OWNER), begun).expect("it begins");
        for (account, name, role) in [(OWNER, "Ada", Role::Owner), (OTHER, "Ben", Role::Facilitator)] {
            let name = name.to_owned();
            make(&mut initiative, None, Change::MemberAdded { account, name, role }).expect("a member");
        }
        initiative
    }

    fn add_work(initiative: &mut Initiative) {
        let about = About {
            title: "Ask members".to_owned(),
            ..About::default()
        };
        let added = Change::WorkAdded {
            work: WORK,
            step: 2,
            about,
        };
        make(initiative, Some(OTHER), added).expect("it comes on the board");
    }

    fn move_to(to: u16) -> Change {
        Change::WorkMoved {
            work: WORK,
            from: 0,
            to,
        }
    }

    #[test]
    fn work_moves_in_any_order_and_comes_back_and_all_of_it_is_known() {
        let mut initiative = begun();
        add_work(&mut initiative);
        for to in [6, 2, 8] {
            make(&mut initiative, Some(OWNER), move_to(to)).expect("it moves");
        }
        let work = &initiative.works()[&WORK];
        assert_eq!(work.step, 8);
        let moves: Vec<_> = work
            .moves
            .iter()
            .map(|moved| (moved.who, moved.from, moved.to))
            .collect();
        assert_eq!(
            moves,
            [
                (Some(OTHER), None, 2),
                (Some(OWNER), Some(2), 6),
                (Some(OWNER), Some(6), 2),
                (Some(OWNER), Some(2), 8)
            ]
        );
        for to in [0, 9] {
            assert_eq!(
                make(&mut initiative, Some(OWNER), move_to(to)),
                Err(Refusal::UnknownStep)
            );
        }
        let dropped = Change::WorkDropped { work: WORK };
        make(&mut initiative, Some(OWNER), dropped).expect("it goes");
        assert_eq!(
            make(&mut initiative, Some(OWNER), move_to(1)),
            Err(Refusal::UnknownWork)
        );
    }

    #[test]
    fn only_the_owner_decides_who_else_may_run_it() {
        let mut initiative = begun();
        let hand_over = |to| Change::HandedOver { to };
        assert_eq!(
            make(&mut initiative, Some(OTHER), hand_over(OTHER)),
            Err(Refusal::NotOwner)
        );
        assert_eq!(
            make(&mut initiative, Some(STRANGER), move_to(1)),
            Err(Refusal::NotMember)
        );
        assert_eq!(
            make(&mut initiative, Some(OWNER), hand_over(STRANGER)),
            Err(Refusal::UnknownMember)
        );
        let remove = |account| Change::MemberRemoved { account };
        assert_eq!(
            make(&mut initiative, Some(OWNER), remove(OWNER)),
            Err(Refusal::OwnerStays)
        );
        make(&mut initiative, Some(OWNER), hand_over(OTHER)).expect("it is handed over");
        assert_eq!(initiative.owner(), Some(OTHER));
        make(&mut initiative, Some(OWNER), remove(OWNER)).expect("anybody may go");
        assert!(!initiative.is_member(OWNER));
        assert_eq!(initiative.name_of(OWNER), Some("Ada"), "the log still has a name");
    }

    #[test]
    fn contacts_are_for_the_owner_and_whom_the_owner_lets_see_them() {
        let mut initiative = begun();
        let taken = || Change::VolunteersTaken { people: 3 };
        assert_eq!(make(&mut initiative, Some(OTHER), taken()), Err(Refusal::NotOwner));
        let shown = |may| Change::VolunteersShown { account: OTHER, may };
        make(&mut initiative, Some(OWNER), shown(true)).expect("the owner may");
        make(&mut initiative, Some(OTHER), taken()).expect("now they may");
        make(&mut initiative, Some(OWNER), shown(false)).expect("the owner may");
        assert_eq!(make(&mut initiative, Some(OTHER), taken()), Err(Refusal::NotOwner));
        make(&mut initiative, Some(OWNER), taken()).expect("the owner always may");
    }

    #[test]
    fn wins_stand_newest_first_under_days_that_there_are() {
        let mut initiative = begun();
        let win = |number: u128, day: &str| Change::WinAdded {
            win: WinId(Uuid::from_u128(number)),
            day: day.to_owned(),
            text: format!("Win {number}"),
            owner: String::new(),
            step: None,
        };
        for (number, day) in [
            (1, "2026-02-28"),
            (2, "2026-05-14"),
            (3, "2024-02-29"),
            (4, "2026-05-14"),
        ] {
            make(&mut initiative, Some(OTHER), win(number, day)).expect("a day");
        }
        let order: Vec<_> = initiative.wins().iter().map(|(_, win)| win.text.clone()).collect();
        assert_eq!(order, ["Win 4", "Win 2", "Win 1", "Win 3"]);
        for day in ["", "2026-02-29", "14.5.2026", "2026-13-01", "2026-5-14", "2026-05-14-1"] {
            let refused = make(&mut initiative, Some(OTHER), win(5, day));
            assert_eq!(refused, Err(Refusal::Day(day.to_owned())));
        }
    }

    #[test]
    fn nothing_is_kept_for_no_time_or_for_ever_by_mistake() {
        let mut initiative = begun();
        let keep = |contacts| {
            Change::KeepingSet(Keeping {
                contacts,
                ..Keeping::default()
            })
        };
        for days in [0, 3_651] {
            let refused = make(&mut initiative, Some(OWNER), keep(Some(days)));
            assert_eq!(refused, Err(Refusal::Days { most: 3_650 }));
        }
        make(&mut initiative, Some(OWNER), keep(Some(365))).expect("a year");
        assert_eq!(initiative.keeping().days(Kept::Contacts), Some(365));
        assert_eq!(initiative.keeping().days(Kept::Words), None);
    }

    #[test]
    fn every_change_reads_back_as_it_was_noted() {
        let mut initiative = begun();
        add_work(&mut initiative);
        make(&mut initiative, None, Change::FrameworkSet(Box::default())).expect("a frame");
        let json = serde_json::to_string(initiative.log()).expect("it is JSON");
        let log: Vec<Noted> = serde_json::from_str(&json).expect("it reads");
        assert_eq!(Initiative::replay(initiative.id(), log), initiative);
    }
}
