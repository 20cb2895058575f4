//! What simulated attendees make of the forms of an activity. What is asked they know from the facilitator, who sees every
//! item; in a rehearsal whoever answers need not have been dealt it.

use std::collections::VecDeque;

use rand::{RngExt as _, seq::SliceRandom as _};
use visioncast_model::{
    ActivityId, Answer, ConstituencyId, Form, Grounds, Horizon, IdeaId, ItemId, Kind, Nature, PILES, Scale, Sorters,
    Survey,
};

use super::sentence::sentence;

/// How many items somebody answers where they are dealt without end.
const DEALT: usize = 5;
/// How many in a hundred say why, add something, or tell of an experience.
const REASONS: u32 = 20;
const ADDITIONS: u32 = 30;
const REFLECTIONS: u32 = 70;
/// How many in a hundred sort a second handful, put an idea where few would, or name a pile.
const SECOND_HANDFULS: u32 = 40;
const MISPLACED: u32 = 15;
const NAMED_PILES: u32 = 30;

/// What the room is asked.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) activity: ActivityId,
    pub(super) kind: Kind,
    /// Everything that a survey asks about; the ideas that are sorted.
    pub(super) items: Vec<ItemId>,
}

/// One person's answers, in their order.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) activity: ActivityId,
    answers: VecDeque<Answer>,
}

impl Sheet {
    /// What somebody will answer.
    pub(super) fn of(asked: &Asked) -> Self {
        let answers = match &asked.kind {
            Kind::Survey(survey) => marks(asked, survey),
            Kind::Reflection(_) if chance(REFLECTIONS) => VecDeque::from([reflection(asked.activity)]),
            Kind::Grouping(grouping) if grouping.by == Sorters::Alone => sorts(asked, usize::from(grouping.handful)),
            _ => VecDeque::new(),
        };
        Self {
            activity: asked.activity,
            answers,
        }
    }

    pub(super) fn next(&mut self) -> Option<Answer> {
        self.answers.pop_front()
    }
}

fn marks(asked: &Asked, survey: &Survey) -> VecDeque<Answer> {
    let mut items = asked.items.clone();
    items.shuffle(&mut rand::rng());
    let most = match survey.each {
        0 if survey.items.source().is_some() && !survey.scale.is_shared() => DEALT,
        0 => items.len(),
        each => usize::from(each),
    };
    items.truncate(most);
    let mut answers: VecDeque<Answer> = match survey.scale {
        Scale::Dots { budget, cap } => dots(asked.activity, &items, budget, cap),
        Scale::Places { most } => places(asked.activity, &items, most),
        _ => items.iter().map(|item| mark(asked.activity, survey, *item)).collect(),
    };
    if survey.additions.is_some() && chance(ADDITIONS) {
        let words = sentence();
        let mut fields = vec![
            ("kind", "add".to_owned()),
            ("words", words),
            ("quotable", "yes".to_owned()),
        ];
        if let Some(ItemId::Want(constituency, _)) = items.first() {
            fields.push((
                "about",
                ItemId::Constituency(ConstituencyId(constituency.0)).to_string(),
            ));
        }
        answers.push_back(form(asked.activity, fields));
    }
    answers
}

/// A handful or two put into piles: each idea has something that most people put it with, and some put it elsewhere.
fn sorts(asked: &Asked, handful: usize) -> VecDeque<Answer> {
    let mut ideas: Vec<IdeaId> = asked
        .items
        .iter()
        .filter_map(|item| match item {
            ItemId::Idea(idea) => Some(*idea),
            _ => None,
        })
        .collect();
    ideas.shuffle(&mut rand::rng());
    let handfuls = if chance(SECOND_HANDFULS) { 2 } else { 1 };
    let sort = |ideas: &[IdeaId]| {
        let mut fields = vec![("kind".to_owned(), "sort".to_owned())];
        for idea in ideas {
            let pile = if chance(MISPLACED) {
                rand::rng().random_range(0..=PILES)
            } else {
                idea.0.as_bytes()[1] % PILES + 1
            };
            fields.push((format!("put-{idea}"), pile.to_string()));
        }
        for pile in 1..=PILES {
            if chance(NAMED_PILES) {
                fields.push((format!("name-{pile}"), format!("Pile {pile}")));
            }
        }
        Answer::Form(Form {
            activity: asked.activity,
            fields,
        })
    };
    ideas.chunks(handful.max(1)).take(handfuls).map(sort).collect()
}

/// Dots here and there until none are left, or nothing has room for more.
fn dots(activity: ActivityId, items: &[ItemId], budget: u8, cap: u8) -> VecDeque<Answer> {
    let mut left = budget;
    let mut answers = VecDeque::new();
    for item in items {
        let given = rand::rng().random_range(0..=cap.min(left));
        left -= given;
        if given > 0 || answers.is_empty() {
            answers.push_back(given_to(activity, *item, given));
        }
    }
    answers
}

/// The first places, in order.
fn places(activity: ActivityId, items: &[ItemId], most: u8) -> VecDeque<Answer> {
    let places = (1..=most).zip(items);
    places.map(|(place, item)| given_to(activity, *item, place)).collect()
}

fn given_to(activity: ActivityId, item: ItemId, given: u8) -> Answer {
    let fields = vec![
        ("kind", "mark".to_owned()),
        ("item", item.to_string()),
        ("mark", given.to_string()),
    ];
    form(activity, fields)
}

fn mark(activity: ActivityId, survey: &Survey, item: ItemId) -> Answer {
    let mut places: Vec<usize> = (0..survey.scale.options()).collect();
    // People do not answer at random: what comes first is taken more often.
    let lean = |random: f64, options: usize| ((random * random * options as f64) as usize).min(options - 1);
    let taken = match &survey.scale {
        Scale::Ranking { most, .. } => {
            places.shuffle(&mut rand::rng());
            places.truncate(usize::from(*most));
            places
        }
        Scale::Choice { several: true, .. } => {
            places.shuffle(&mut rand::rng());
            places.truncate(1 + lean(rand::random(), places.len()));
            places
        }
        _ => vec![lean(rand::random(), places.len())],
    };
    let mut fields = vec![("kind", "mark".to_owned()), ("item", item.to_string())];
    fields.extend(taken.into_iter().map(|place| ("mark", place.to_string())));
    if survey.reason.is_some() && chance(REASONS) {
        fields.push(("reason", sentence()));
        fields.push(("quotable", "yes".to_owned()));
    }
    form(activity, fields)
}

fn reflection(activity: ActivityId) -> Answer {
    let consent = ["never", "without_name", "with_name"][rand::rng().random_range(0..3)];
    form(
        activity,
        vec![
            ("kind", "reflect".to_owned()),
            ("words", format!("{} {}", sentence(), sentence())),
            ("consent", consent.to_owned()),
            ("name", "A simulated attendee".to_owned()),
        ],
    )
}

/// What an author says of an idea.
pub(super) fn details(activity: ActivityId, idea: IdeaId) -> Answer {
    let nature = [Nature::Insight, Nature::Strategy][rand::rng().random_range(0..2)];
    let horizon = [Horizon::Now, Horizon::Future][rand::rng().random_range(0..2)];
    let grounds = [Grounds::Evidence, Grounds::Experience, Grounds::Opinion][rand::rng().random_range(0..3)];
    form(
        activity,
        vec![
            ("kind", "detail".to_owned()),
            ("idea", idea.to_string()),
            (
                "nature",
                if nature == Nature::Insight {
                    "insight"
                } else {
                    "strategy"
                }
                .to_owned(),
            ),
            (
                "horizon",
                if horizon == Horizon::Now { "now" } else { "future" }.to_owned(),
            ),
            (
                "grounds",
                match grounds {
                    Grounds::Evidence => "evidence",
                    Grounds::Experience => "experience",
                    Grounds::Opinion => "opinion",
                }
                .to_owned(),
            ),
        ],
    )
}

/// An offer to help with somebody's idea.
pub(super) fn help(activity: ActivityId, idea: IdeaId) -> Answer {
    form(
        activity,
        vec![
            ("kind", "help".to_owned()),
            ("idea", idea.to_string()),
            ("offered", "yes".to_owned()),
        ],
    )
}

/// An idea that goes on from somebody's.
pub(super) fn built_on(activity: ActivityId, idea: IdeaId) -> Answer {
    form(
        activity,
        vec![
            ("kind", "add".to_owned()),
            ("words", sentence()),
            ("builds_on", idea.to_string()),
            ("quotable", "yes".to_owned()),
        ],
    )
}

fn form(activity: ActivityId, fields: Vec<(&str, String)>) -> Answer {
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value));
    Answer::Form(Form {
        activity,
        fields: fields.collect(),
    })
}

fn chance(in_a_hundred: u32) -> bool {
    rand::rng().random_ratio(in_a_hundred, 100)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use visioncast_model::{
        Actor, Arrange, Command, CommandId, Context, Created, Items, Language, Outcome, Panel, PersonId, Step,
        Timestamp,
    };

    use super::*;
    use crate::templates;

    fn send(panel: &mut Panel, actor: Actor, command: Command) {
        let mut context = Context {
            now: Timestamp(0),
            fresh: &mut Uuid::new_v4,
            findings: Vec::new(),
        };
        let id = CommandId(Uuid::new_v4());
        match panel.decide(actor, id, &command, &mut context) {
            Ok(Outcome::New(decision)) => decision.events.iter().for_each(|event| panel.apply(event)),
            other => panic!("{command:?}: {other:?}"),
        }
    }

    #[test]
    fn a_rehearsal_takes_every_sheet_of_every_instrument() {
        let template = templates::find("panel-90").expect("it is there");
        let created = Created {
            rehearsal: true,
            capacity: 100,
            ..template.created(Language::English)
        };
        let mut panel = Panel::default();
        send(&mut panel, Actor::System, Command::Create(Box::new(created)));
        let people: Vec<Actor> = (0..10).map(|_| Actor::Person(PersonId(Uuid::new_v4()))).collect();
        for person in &people {
            send(&mut panel, *person, Command::Join);
        }
        for item in panel.agenda().to_vec() {
            if let Some(Items::Themes(prompt)) = item.survey().map(|survey| &survey.items) {
                let ideas: Vec<IdeaId> = panel.ideas_of(*prompt).map(|(id, _)| id).collect();
                let make = Arrange::Make {
                    prompt: *prompt,
                    domain: None,
                    name: "A theme".to_owned(),
                    ideas,
                };
                send(&mut panel, Actor::System, Command::Arrange(make));
            }
            let open = Step::Open {
                activity: item.id,
                alongside: false,
            };
            send(&mut panel, Actor::System, Command::Step(open));
            if let Kind::Prompt(_) = item.plan.kind {
                let idea = Answer::AddIdea {
                    activity: item.id,
                    domain: None,
                    words: sentence(),
                    quotable: true,
                };
                send(&mut panel, people[0], Command::Answer(idea));
            }
            let asked = Asked {
                activity: item.id,
                items: panel.items(&item),
                kind: item.plan.kind.clone(),
            };
            for person in &people {
                let mut sheet = Sheet::of(&asked);
                while let Some(answer) = sheet.next() {
                    send(&mut panel, *person, Command::Answer(answer));
                }
            }
            let survey = item.survey().is_some_and(|_| !asked.items.is_empty());
            assert!(
                !survey || panel.answered(item.id) == people.len(),
                "{}",
                item.plan.title
            );
        }
    }
}
