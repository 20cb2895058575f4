//! Whether a log, its words and what was made of them agree.

use std::collections::{BTreeMap, BTreeSet};

use visioncast_model::{
    ActivityId, Actor, CommandId, Digest, Event, IdeaId, Panel, PersonId, Recorded, Seq, Source, Tally, Words,
    WordsHash, WordsId,
};

use crate::Recount;

/// What an audit found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// Events read.
    pub events: usize,
    /// People who joined.
    pub people: usize,
    /// Ideas that came in.
    pub ideas: usize,
    /// Ideas whose words match the hash in the log.
    pub words_checked: usize,
    /// Ideas whose words were erased.
    pub words_erased: usize,
    /// The ballots, counted again.
    pub recount: Recount,
    /// What does not agree, in the order in which it was found.
    pub differences: Vec<Difference>,
}

/// Something that does not agree.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Difference {
    /// An event is missing, doubled or out of order.
    #[error("event {found} stands where event {expected} belongs")]
    Gap {
        /// Which belongs here.
        expected: Seq,
        /// Which is here.
        found: Seq,
    },
    /// The log does not begin with the panel, or creates it again.
    #[error("event {0} should create the panel if, and only if, it is the first")]
    Creation(Seq),
    /// One command had its effect twice.
    #[error("event {seq} is a second effect of command {command}")]
    Twice {
        /// The event.
        seq: Seq,
        /// The command.
        command: CommandId,
    },
    /// An event speaks of something that does not exist.
    #[error("event {seq} speaks of {what}, which no event before it brought")]
    Unknown {
        /// The event.
        seq: Seq,
        /// What it speaks of.
        what: String,
    },
    /// A ballot is marked as later than the reveal, or not, against the order of the log.
    #[error("event {0} is a ballot whose mark “after the reveal” is wrong")]
    Later(Seq),
    /// Words are gone that nobody erased.
    #[error("the words of idea {0} are missing, and no event erased them")]
    WordsMissing(IdeaId),
    /// Words are not those that were written.
    #[error("the words of idea {0} are not those that it came in with")]
    WordsDiffer(IdeaId),
    /// Words are still there although they were erased.
    #[error("the words of idea {0} were erased, and are still stored")]
    WordsKept(IdeaId),
    /// A reveal recorded something else than its ballots add up to.
    #[error("event {seq} revealed {recorded} for idea {idea}, its ballots add up to {counted}")]
    Reveal {
        /// The event.
        seq: Seq,
        /// The idea.
        idea: IdeaId,
        /// What it recorded.
        recorded: Shown,
        /// What its ballots add up to.
        counted: Shown,
    },
    /// The panel in memory counts something else than the log.
    #[error("the panel counts {loaded} for idea {idea} in {activity}, the log {counted}")]
    Totals {
        /// The judgement.
        activity: ActivityId,
        /// The idea.
        idea: IdeaId,
        /// What the panel says.
        loaded: Shown,
        /// What the log says.
        counted: Shown,
    },
    /// A snapshot and the events behind it make another panel than the whole log.
    #[error("the panel as loaded is not what its log makes: its snapshot is damaged or out of date")]
    State,
}

/// A tally as people read it; none where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown(pub Option<Tally>);

impl std::fmt::Display for Shown {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(Tally { agree, disagree, pass }) => {
                write!(formatter, "{agree} agree, {disagree} disagree, {pass} pass")
            }
            None => formatter.write_str("nothing"),
        }
    }
}

/// Checks a log from its first event on, the words beside it, and the panel that was loaded.
#[must_use]
pub fn audit(events: &[Recorded], words: &[Words], loaded: &Panel) -> Audit {
    let recount = Recount::of(events);
    let mut walk = Walk::default();
    for recorded in events {
        walk.event(recorded);
    }
    let (words_checked, words_erased) = walk.words(words);
    let Walk {
        people,
        ideas,
        mut differences,
        ..
    } = walk;
    compare_reveals(&recount, &mut differences);
    compare_totals(&recount, loaded, &ideas, &mut differences);
    if Panel::replay(events, words.iter().cloned()) != *loaded {
        differences.push(Difference::State);
    }
    Audit {
        events: events.len(),
        people: people.len(),
        ideas: ideas.len(),
        words_checked,
        words_erased,
        recount,
        differences,
    }
}

#[derive(Default)]
struct Walk {
    last: Option<Recorded>,
    commands: BTreeSet<CommandId>,
    people: BTreeSet<PersonId>,
    activities: BTreeSet<ActivityId>,
    ideas: BTreeMap<IdeaId, Written>,
    revealed: BTreeSet<ActivityId>,
    differences: Vec<Difference>,
}

struct Written {
    author: Option<PersonId>,
    words: WordsId,
    hash: WordsHash,
    erased: bool,
}

impl Walk {
    fn event(&mut self, recorded: &Recorded) {
        let seq = recorded.seq;
        let expected = self.last.as_ref().map_or(Seq(1), |last| last.seq.next());
        if seq != expected {
            self.differences.push(Difference::Gap { expected, found: seq });
        }
        let creates = matches!(recorded.event, Event::PanelCreated(_));
        if creates != self.last.is_none() {
            self.differences.push(Difference::Creation(seq));
        }
        if !self.goes_on(recorded) && !self.commands.insert(recorded.command) {
            self.differences.push(Difference::Twice {
                seq,
                command: recorded.command,
            });
        }
        self.references(recorded);
        self.note(recorded);
        self.last = Some(recorded.clone());
    }

    /// Whether this event belongs to the same effect as the one before it.
    fn goes_on(&self, recorded: &Recorded) -> bool {
        let key = |event: &Recorded| -> (CommandId, Actor, Digest) { (event.command, event.actor, event.digest) };
        self.last.as_ref().is_some_and(|last| key(last) == key(recorded))
    }

    fn references(&mut self, recorded: &Recorded) {
        let (activity, person, idea) = match &recorded.event {
            Event::ActivityEdited { activity, .. }
            | Event::ActivityMoved { activity, .. }
            | Event::ActivityRemoved { activity }
            | Event::ActivityOpened { activity }
            | Event::ActivityClosed { activity }
            | Event::ActivityUnopened { activity }
            | Event::TimerSet { activity, .. }
            | Event::RevealDue { activity, .. }
            | Event::RevealCalledBack { activity }
            | Event::Revealed { activity, .. } => (Some(*activity), None, None),
            Event::PersonDescribed { person, .. } | Event::PersonErased { person } => (None, Some(*person), None),
            Event::IdeaAdded { activity, author, .. } => (Some(*activity), *author, None),
            Event::IdeaQuotable { idea, .. }
            | Event::IdeaHidden { idea, .. }
            | Event::IdeaShown { idea }
            | Event::WordsErased { idea } => (None, None, Some(*idea)),
            Event::Dealt { activity, person, .. } => (Some(*activity), Some(*person), None),
            Event::BallotCast {
                activity, person, idea, ..
            } => (Some(*activity), Some(*person), Some(*idea)),
            _ => (None, None, None),
        };
        let seq = recorded.seq;
        let mut unknown = |what: String| self.differences.push(Difference::Unknown { seq, what });
        if let Some(activity) = activity.filter(|id| !self.activities.contains(id)) {
            unknown(format!("activity {activity}"));
        }
        if let Some(person) = person.filter(|id| !self.people.contains(id)) {
            unknown(format!("person {person}"));
        }
        if let Some(idea) = idea.filter(|id| !self.ideas.contains_key(id)) {
            unknown(format!("idea {idea}"));
        }
    }

    fn note(&mut self, recorded: &Recorded) {
        match &recorded.event {
            Event::PanelCreated(created) => {
                self.activities.extend(created.agenda.iter().map(|(id, _)| *id));
            }
            Event::ActivityAdded { activity, .. } => {
                self.activities.insert(*activity);
            }
            Event::PersonJoined { person, .. } => {
                self.people.insert(*person);
            }
            Event::PersonErased { person } => {
                for idea in self.ideas.values_mut().filter(|idea| idea.author == Some(*person)) {
                    idea.erased = true;
                }
            }
            Event::IdeaAdded {
                idea,
                author,
                words,
                hash,
                ..
            } => {
                let written = Written {
                    author: *author,
                    words: *words,
                    hash: *hash,
                    erased: false,
                };
                self.ideas.insert(*idea, written);
            }
            Event::WordsErased { idea } => {
                if let Some(idea) = self.ideas.get_mut(idea) {
                    idea.erased = true;
                }
            }
            Event::Revealed { activity, .. } => {
                self.revealed.insert(*activity);
            }
            Event::BallotCast {
                activity,
                later,
                source,
                ..
            } => {
                // What another tool recorded came in before anything was shown here.
                let after = *source != Source::Import && self.revealed.contains(activity);
                if *later != after {
                    self.differences.push(Difference::Later(recorded.seq));
                }
            }
            _ => {}
        }
    }

    /// Compares the words with their hashes; returns how many match and how many are erased.
    fn words(&mut self, words: &[Words]) -> (usize, usize) {
        let stored: BTreeMap<WordsId, &Words> = words.iter().map(|words| (words.id, words)).collect();
        let (mut checked, mut erased) = (0, 0);
        for (id, idea) in &self.ideas {
            match stored.get(&idea.words) {
                None if idea.erased => erased += 1,
                None => self.differences.push(Difference::WordsMissing(*id)),
                Some(_) if idea.erased => self.differences.push(Difference::WordsKept(*id)),
                Some(words) if WordsHash::of(&words.salt, &words.text) == idea.hash => checked += 1,
                Some(_) => self.differences.push(Difference::WordsDiffer(*id)),
            }
        }
        (checked, erased)
    }
}

fn compare_reveals(recount: &Recount, differences: &mut Vec<Difference>) {
    for reveal in &recount.reveals {
        let ideas: BTreeSet<_> = reveal.recorded.keys().chain(reveal.counted.keys()).collect();
        for idea in ideas {
            let (recorded, counted) = (reveal.recorded.get(idea), reveal.counted.get(idea));
            if recorded != counted {
                differences.push(Difference::Reveal {
                    seq: reveal.seq,
                    idea: *idea,
                    recorded: Shown(recorded.copied()),
                    counted: Shown(counted.copied()),
                });
            }
        }
    }
}

fn compare_totals(
    recount: &Recount,
    loaded: &Panel,
    ideas: &BTreeMap<IdeaId, Written>,
    differences: &mut Vec<Difference>,
) {
    let judgements: BTreeSet<ActivityId> = loaded
        .agenda()
        .iter()
        .map(|activity| activity.id)
        .chain(recount.current.keys().map(|(activity, _)| *activity))
        .collect();
    for activity in judgements {
        for idea in ideas.keys() {
            let counted = recount.current.get(&(activity, *idea)).copied().unwrap_or_default();
            let tally = loaded.tally(activity, *idea);
            if tally != counted {
                differences.push(Difference::Totals {
                    activity,
                    idea: *idea,
                    loaded: Shown(Some(tally)),
                    counted: Shown(Some(counted)),
                });
            }
        }
    }
}
