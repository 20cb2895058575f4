//! Whether a log, its words and what was made of them agree.

use std::collections::{BTreeMap, BTreeSet};

use visioncast_model::{
    ActivityId, Actor, CommandId, Digest, Event, IdeaId, ItemId, Panel, PersonId, Recorded, Seq, Source, Tally, Words,
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
    /// Words beside an idea, or a reason, are gone that nobody erased, or are not those that were
    /// written, or are still there although they were erased.
    #[error("the words {words}, which event {seq} brought, {what}")]
    Aside {
        /// The event.
        seq: Seq,
        /// What the log knows them by.
        words: WordsId,
        /// What is wrong with them.
        what: &'static str,
    },
    /// A survey's reveal recorded something else than its answers add up to.
    #[error("event {seq} revealed {recorded:?} for {item}, its answers add up to {counted:?}")]
    SurveyReveal {
        /// The event.
        seq: Seq,
        /// The item.
        item: ItemId,
        /// What it recorded, per option.
        recorded: Vec<u32>,
        /// What its answers add up to.
        counted: Vec<u32>,
    },
    /// The panel in memory counts other answers to a survey than the log.
    #[error("the panel counts {loaded:?} for {item} in {activity}, the log {counted:?}")]
    SurveyTotals {
        /// The survey.
        activity: ActivityId,
        /// The item.
        item: ItemId,
        /// What the panel says, per option.
        loaded: Vec<u32>,
        /// What the log says.
        counted: Vec<u32>,
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
    compare_surveys(&recount, loaded, &mut differences);
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
    asides: BTreeMap<WordsId, Aside>,
    revealed: BTreeSet<ActivityId>,
    differences: Vec<Difference>,
}

struct Written {
    author: Option<PersonId>,
    words: WordsId,
    hash: WordsHash,
    erased: bool,
}

/// Words beside an idea, or a reason for an answer.
struct Aside {
    seq: Seq,
    hash: WordsHash,
    person: Option<PersonId>,
    /// The idea that they belong to.
    idea: Option<IdeaId>,
    /// Whether they are the source that its author named: a later one replaces it.
    source: bool,
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
            Event::ItemsDealt { activity, person, .. }
            | Event::Marked { activity, person, .. }
            | Event::ReasonQuotable { activity, person, .. } => (Some(*activity), Some(*person), None),
            Event::IdeaDetailed { idea, .. } => (None, None, Some(*idea)),
            Event::HelpOffered { idea, person, .. } => (None, Some(*person), Some(*idea)),
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
                for aside in self.asides.values_mut().filter(|aside| aside.person == Some(*person)) {
                    aside.erased = true;
                }
            }
            Event::IdeaAdded {
                idea,
                author,
                words,
                hash,
                signature,
                ..
            } => {
                self.aside(recorded.seq, *signature, *author, (Some(*idea), false));
                let written = Written {
                    author: *author,
                    words: *words,
                    hash: *hash,
                    erased: false,
                };
                self.ideas.insert(*idea, written);
            }
            Event::WordsErased { idea } => {
                for aside in self.asides.values_mut().filter(|aside| aside.idea == Some(*idea)) {
                    aside.erased = true;
                }
                if let Some(idea) = self.ideas.get_mut(idea) {
                    idea.erased = true;
                }
            }
            Event::IdeaDetailed { idea, reference, .. } => {
                let author = self.ideas.get(idea).and_then(|idea| idea.author);
                let replaced = |aside: &&mut Aside| aside.source && aside.idea == Some(*idea);
                for aside in self.asides.values_mut().filter(replaced) {
                    aside.erased = true;
                }
                self.aside(recorded.seq, *reference, author, (Some(*idea), true));
            }
            Event::Marked { person, reason, .. } => self.aside(recorded.seq, *reason, Some(*person), (None, false)),
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

    /// Notes words that are no idea of their own.
    fn aside(
        &mut self,
        seq: Seq,
        words: Option<(WordsId, WordsHash)>,
        person: Option<PersonId>,
        (idea, source): (Option<IdeaId>, bool),
    ) {
        let Some((words, hash)) = words else { return };
        self.asides.insert(
            words,
            Aside {
                seq,
                hash,
                person,
                idea,
                source,
                erased: false,
            },
        );
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
        for (id, aside) in &self.asides {
            let what = match stored.get(id) {
                None if aside.erased => {
                    erased += 1;
                    continue;
                }
                None => "are missing, and no event erased them",
                Some(_) if aside.erased => "were erased, and are still stored",
                Some(words) if WordsHash::of(&words.salt, &words.text) == aside.hash => {
                    checked += 1;
                    continue;
                }
                Some(_) => "are not those that it brought",
            };
            self.differences.push(Difference::Aside {
                seq: aside.seq,
                words: *id,
                what,
            });
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

fn compare_surveys(recount: &Recount, loaded: &Panel, differences: &mut Vec<Difference>) {
    // Options that were added later count nothing until somebody takes them.
    let trimmed = |counts: Option<&[u32]>| {
        let counts = counts.unwrap_or_default();
        let end = counts.iter().rposition(|count| *count > 0).map_or(0, |last| last + 1);
        counts[..end].to_vec()
    };
    for reveal in &recount.surveys {
        let items: BTreeSet<_> = reveal.recorded.keys().chain(reveal.counted.keys()).collect();
        for item in items {
            let recorded = trimmed(reveal.recorded.get(item).map(Vec::as_slice));
            let counted = trimmed(reveal.counted.get(item).map(Vec::as_slice));
            if recorded != counted {
                differences.push(Difference::SurveyReveal {
                    seq: reveal.seq,
                    item: *item,
                    recorded,
                    counted,
                });
            }
        }
    }
    let listed = loaded
        .agenda()
        .iter()
        .flat_map(|activity| loaded.items(activity).into_iter().map(|item| (activity.id, item)));
    let keys: BTreeSet<(ActivityId, ItemId)> = listed.chain(recount.answers.keys().copied()).collect();
    for (activity, item) in keys {
        let counted = trimmed(recount.answers.get(&(activity, item)).map(Vec::as_slice));
        let marks = trimmed(loaded.marks(activity, item).map(visioncast_model::Marks::counts));
        if marks != counted {
            differences.push(Difference::SurveyTotals {
                activity,
                item,
                loaded: marks,
                counted,
            });
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
