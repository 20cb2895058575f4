//! How an attendee behaves: what it says next, and when.

use std::{
    collections::{HashSet, VecDeque},
    time::Duration,
};

use rand::{RngExt as _, seq::IndexedRandom as _};
use tokio::{sync::mpsc::UnboundedReceiver, time::Instant};
use visioncast_model::{ActivityId, Answer, Choice, CommandId, IdeaId};

use super::{
    sentence::sentence,
    sheet::{self, Asked, Sheet},
    sight::Sight,
};

/// The most ideas that one attendee brings to one prompt.
const IDEAS: usize = 3;
/// Under load, so many attendees bring one idea each.
const LOADED_AUTHORS: usize = 60;

/// What a script has an attendee say.
#[derive(Debug)]
pub(super) struct Cue {
    /// Its number in the script.
    pub(super) line: usize,
    pub(super) id: CommandId,
    pub(super) answer: Answer,
}

/// A kind of behaviour.
#[derive(Debug)]
pub(super) enum Habit {
    /// Only watches.
    Watch,
    /// Reads, thinks, writes and votes as people do.
    Human(Random),
    /// Votes again and again, this often on average.
    Load(Random, Duration),
    /// Casts one vote, the first that it casts at all.
    Probe(Random),
    /// Does as told.
    Script(UnboundedReceiver<Cue>),
}

/// What somebody with a habit of their own remembers.
#[derive(Debug)]
pub(super) struct Random {
    /// When the next answer is due.
    next: Instant,
    /// When the next idea is due.
    next_idea: Instant,
    /// How many ideas it brought to which prompt.
    brought: Vec<(ActivityId, usize)>,
    most_ideas: usize,
    voted: Vec<(ActivityId, IdeaId)>,
    /// The ideas in `voted`.
    known: HashSet<IdeaId>,
    /// Whether more is asked about the ideas of the prompt that is open.
    asks: bool,
    /// What it will still say of ideas, its own and others'.
    follows: VecDeque<Answer>,
    /// What it answers to the form that is open.
    sheet: Option<Sheet>,
    /// Its pauses are this much of usual ones.
    hurry: f64,
}

impl Habit {
    /// Somebody whose pauses are `hurry` of usual ones.
    pub(super) fn human(now: Instant, hurry: f64) -> Self {
        let mut random = Random::new(now + seconds(1.0..8.0).mul_f64(hurry), IDEAS);
        random.next_idea = now + seconds(2.0..30.0).mul_f64(hurry);
        random.hurry = hurry;
        Self::Human(random)
    }

    /// One of those who together vote so many times a second.
    pub(super) fn load(now: Instant, number: usize, mean: Duration) -> Self {
        let ideas = usize::from(number < LOADED_AUTHORS);
        Self::Load(Random::new(now + mean.mul_f64(rand::random()), ideas), mean)
    }

    pub(super) fn probe(at: Instant) -> Self {
        Self::Probe(Random::new(at, 0))
    }

    /// The rehearsal begins, so much later than the habit was made.
    pub(super) fn begin(&mut self, later: Duration) {
        if let Self::Human(random) | Self::Load(random, _) | Self::Probe(random) = self {
            random.next += later;
            random.next_idea += later;
        }
    }

    /// Whether what comes too early or too late is kept until its time comes.
    pub(super) const fn is_patient(&self) -> bool {
        matches!(self, Self::Script(_))
    }

    /// When it has something to say by itself.
    pub(super) const fn due(&self) -> Option<Instant> {
        match self {
            Self::Watch | Self::Script(_) => None,
            Self::Human(random) | Self::Load(random, _) | Self::Probe(random) => Some(random.next),
        }
    }

    /// What it says now that `due` is over, if anything comes to its mind.
    pub(super) fn speak(&mut self, now: Instant, sight: &Sight, asked: Option<&Asked>) -> Option<Answer> {
        match self {
            Self::Watch | Self::Script(_) => None,
            Self::Human(random) => {
                random.next = now + seconds(2.0..8.0).mul_f64(random.hurry);
                let follow = random.follows.pop_front();
                follow
                    .or_else(|| random.idea(now, sight))
                    .or_else(|| random.vote(sight))
                    .or_else(|| random.fill(sight, asked))
            }
            Self::Load(random, mean) => {
                // Exponential gaps: the sum over all attendees is as uneven as a real room.
                let gap = -(1.0 - rand::random::<f64>()).ln();
                random.next = (random.next + mean.mul_f64(gap)).max(now - *mean * 4);
                random
                    .idea(now, sight)
                    .or_else(|| random.vote(sight))
                    .or_else(|| random.vote_again(sight))
            }
            Self::Probe(random) => {
                let vote = random.vote(sight);
                random.next = now
                    + if vote.is_some() {
                        Duration::from_secs(86_400)
                    } else {
                        seconds(0.05..0.1)
                    };
                vote
            }
        }
    }

    /// What it said goes out under that id.
    pub(super) fn said(&mut self, id: CommandId, answer: &Answer) {
        if let (Self::Human(random), Answer::AddIdea { activity, .. }) = (self, answer)
            && random.asks
        {
            random.follows.push_back(sheet::details(*activity, IdeaId(id.0)));
        }
    }

    /// Forgets an idea that no vote is taken on any more.
    pub(super) fn forget(&mut self, idea: IdeaId) {
        if let Self::Human(random) | Self::Load(random, _) = self {
            random.voted.retain(|(_, known)| *known != idea);
        }
    }
}

impl Random {
    fn new(next: Instant, most_ideas: usize) -> Self {
        Self {
            next,
            next_idea: next,
            brought: Vec::new(),
            most_ideas,
            voted: Vec::new(),
            known: HashSet::new(),
            asks: false,
            follows: VecDeque::new(),
            sheet: None,
            hurry: 1.0,
        }
    }

    fn idea(&mut self, now: Instant, sight: &Sight) -> Option<Answer> {
        let open = sight.situation().prompts.first()?;
        let prompt = open.activity;
        let place = match self.brought.iter().position(|(known, _)| *known == prompt) {
            Some(place) => place,
            None => {
                self.brought.push((prompt, 0));
                self.brought.len() - 1
            }
        };
        let (_, count) = &mut self.brought[place];
        if *count >= self.most_ideas || self.next_idea > now {
            return None;
        }
        *count += 1;
        self.next_idea = now + seconds(15.0..60.0).mul_f64(self.hurry);
        self.asks = open.asks;
        if let Some(newest) = open.newest.filter(|_| open.asks) {
            match rand::rng().random_range(0..10) {
                0 => return Some(sheet::built_on(prompt, newest)),
                1 | 2 => self.follows.push_back(sheet::help(prompt, newest)),
                _ => {}
            }
        }
        Some(Answer::AddIdea {
            activity: prompt,
            domain: open.domains.choose(&mut rand::rng()).copied(),
            words: sentence(),
            quotable: rand::rng().random_bool(0.7),
        })
    }

    fn vote(&mut self, sight: &Sight) -> Option<Answer> {
        let dealt = sight
            .situation()
            .judgements
            .iter()
            .flat_map(|judgement| sight.hand(*judgement).map(|idea| (*judgement, idea)));
        let (activity, idea) = dealt.into_iter().find(|(_, idea)| !self.known.contains(idea))?;
        self.known.insert(idea);
        self.voted.push((activity, idea));
        Some(Answer::Judge {
            activity,
            idea,
            choice: opinion(idea),
        })
    }

    /// The next answer to the form that is open.
    fn fill(&mut self, sight: &Sight, asked: Option<&Asked>) -> Option<Answer> {
        let asked = asked.filter(|asked| sight.situation().forms.contains(&asked.activity))?;
        let sheet = self.sheet.take().filter(|sheet| sheet.activity == asked.activity);
        self.sheet.insert(sheet.unwrap_or_else(|| Sheet::of(asked))).next()
    }

    fn vote_again(&self, sight: &Sight) -> Option<Answer> {
        let (activity, idea) = *self.voted.choose(&mut rand::rng())?;
        let open = sight.situation().judgements.contains(&activity);
        open.then(|| Answer::Judge {
            activity,
            idea,
            choice: opinion(idea),
        })
    }
}

/// People agree on some ideas and not on others: each idea has its own popularity.
fn opinion(idea: IdeaId) -> Choice {
    let popularity = f64::from(idea.0.as_bytes()[0]) / 255.0 * 0.8 + 0.1;
    match rand::random::<f64>() {
        draw if draw < popularity => Choice::Agree,
        draw if draw < popularity + 0.1 => Choice::Pass,
        _ => Choice::Disagree,
    }
}

fn seconds(range: std::ops::Range<f64>) -> Duration {
    Duration::from_secs_f64(rand::random_range(range))
}
