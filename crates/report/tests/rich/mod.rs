//! A room in which everything has happened.

use uuid::Uuid;
use visioncast_model::{
    AccountId, ActivityId, Actor, Answer, Arrange, Arrivals, Choice, Command, Constituency, ConstituencyId, Current,
    Domain, DomainId, Form, Framework, Grouping, IdeaId, ItemId, Items, Judgement, Kind, PersonId, Plan, Principle,
    Scale, Sorters, Step, Survey, ThemeId,
};

use crate::room::{PROMPT, Room, VOTE};

const AGAIN: ActivityId = ActivityId(Uuid::from_u128(0xB1));
const SORTING: ActivityId = ActivityId(Uuid::from_u128(0xB2));
const OPINIONS: ActivityId = ActivityId(Uuid::from_u128(0xB3));
const OPINIONS_AGAIN: ActivityId = ActivityId(Uuid::from_u128(0xB4));
const DOTS: ActivityId = ActivityId(Uuid::from_u128(0xB5));
const MANDATE: ActivityId = ActivityId(Uuid::from_u128(0xB6));
const MAP: ActivityId = ActivityId(Uuid::from_u128(0xB7));
const WANTS: ActivityId = ActivityId(Uuid::from_u128(0xB8));
const VISION: ActivityId = ActivityId(Uuid::from_u128(0xB9));

/// A room of sixty people, where all that a report tells of has happened.
pub(crate) struct Rich {
    pub(crate) room: Room,
    people: Vec<PersonId>,
    ideas: Vec<IdeaId>,
    themes: Vec<ThemeId>,
}

fn framework() -> Framework {
    let domain = |(id, name): (u16, &str)| Domain {
        id: DomainId(id),
        name: name.to_owned(),
    };
    let constituency = |(id, name): (u16, &str)| Constituency {
        id: ConstituencyId(id),
        name: name.to_owned(),
        wants: vec![format!("What {name} want")],
    };
    Framework {
        name: "The Association".to_owned(),
        vision: "To be a leading resource".to_owned(),
        domains: (1..).zip(["resources", "data", "people"]).map(domain).collect(),
        principles: (1..)
            .zip(["Support what exists", "Connect"])
            .map(|(number, text)| Principle {
                number,
                text: text.to_owned(),
            })
            .collect(),
        constituencies: (1..)
            .zip(["Researchers", "Administrators", "Sponsors"])
            .map(constituency)
            .collect(),
        ..Framework::default()
    }
}

impl Rich {
    pub(crate) fn begin() -> Self {
        let mut room = Room::with(Arrivals::Live, framework());
        room.open(PROMPT);
        let people: Vec<PersonId> = (0..60)
            .map(|place| match place {
                0..30 => room.join(&[1]),
                30..57 => room.join(&[2]),
                _ => room.join(&[3]),
            })
            .collect();
        let ideas: Vec<IdeaId> = (0..12)
            .map(|place| {
                let domain = Some(1 + place as u16 % 3);
                room.idea(
                    people[place],
                    domain,
                    &format!("Idea number {place} of the room"),
                    place != 5,
                )
            })
            .collect();
        let mut rich = Self {
            room,
            people,
            ideas,
            themes: Vec::new(),
        };
        for (place, of) in [(0, 0..4), (1, 4..7), (2, 7..10), (3, 10..11)] {
            let theme = rich.arrange(Arrange::Make {
                prompt: PROMPT,
                domain: Some(DomainId(1 + place % 3)),
                name: format!("Theme {}", ["alpha", "beta", "gamma", "delta"][usize::from(place)]),
                ideas: rich.ideas[of].to_vec(),
            });
            rich.themes.push(ThemeId(theme));
        }
        rich
    }

    /// All of it, shown and ended.
    pub(crate) fn whole() -> Self {
        let mut rich = Self::begin();
        rich.sort();
        rich.vote(VOTE, 0);
        rich.add(
            AGAIN,
            "The same after talk",
            Kind::Judgement(Judgement { prompt: PROMPT }),
        );
        rich.vote(AGAIN, 2);
        rich.on_themes();
        rich.of_the_framework();
        rich.room.step(Step::End);
        rich
    }

    fn arrange(&mut self, arrange: Arrange) -> Uuid {
        let facilitator = Actor::Facilitator(AccountId(Uuid::from_u128(0xF)));
        self.room.does(facilitator, &Command::Arrange(arrange)).0
    }

    fn add(&mut self, activity: ActivityId, title: &str, kind: Kind) {
        let plan = Box::new(Plan::new(title, "And what do you say?", 0, kind));
        self.room.step(Step::AddActivity {
            activity,
            plan,
            place: 99,
        });
    }

    fn survey(&mut self, activity: ActivityId, title: &str, items: Items, scale: Scale) {
        let survey = Survey {
            items,
            threshold: if scale == Scale::Mandate { 75 } else { 0 },
            scale,
            each: 0,
            reason: None,
            additions: None,
        };
        self.add(activity, title, Kind::Survey(survey));
    }

    fn form(&mut self, person: PersonId, activity: ActivityId, fields: Vec<(String, String)>) {
        let form = Form {
            activity,
            fields: fields.into_iter().collect(),
        };
        self.room
            .does(Actor::Person(person), &Command::Answer(Answer::Form(form)));
    }

    fn mark(&mut self, person: PersonId, activity: ActivityId, item: ItemId, mark: usize) {
        self.room.does(Actor::System, &Command::Deal { person });
        let edition = self.room.panel.edition(activity);
        let mut fields = vec![
            ("kind", "mark".to_owned()),
            ("item", item.to_string()),
            ("mark", mark.to_string()),
        ];
        if edition > 0 {
            fields.push(("edition", edition.to_string()));
        }
        let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value));
        self.form(person, activity, fields.collect());
    }

    /// Everybody votes on all that is dealt to them; `later` people more agree than would.
    fn vote(&mut self, vote: ActivityId, later: usize) {
        self.room.open(vote);
        for (place, person) in self.people.clone().into_iter().enumerate() {
            loop {
                self.room.does(Actor::System, &Command::Deal { person });
                let activity = self.room.panel.activity(vote).expect("a vote");
                let dealt: Vec<IdeaId> = self
                    .room
                    .panel
                    .waiting(activity, person)
                    .map(|(idea, _)| idea)
                    .collect();
                if dealt.is_empty() {
                    break;
                }
                for idea in dealt {
                    let number = self.ideas.iter().position(|known| *known == idea).expect("known");
                    let choice = choice(place, number, later);
                    let answer = Answer::Judge {
                        activity: vote,
                        idea,
                        choice,
                    };
                    self.room.does(Actor::Person(person), &Command::Answer(answer));
                }
            }
        }
        self.room.reveal(vote);
    }

    fn sort(&mut self) {
        let kind = Kind::Grouping(Grouping {
            prompt: PROMPT,
            by: Sorters::Alone,
            handful: visioncast_model::HANDFUL,
        });
        self.add(SORTING, "Sort", kind);
        self.room.open(SORTING);
        for place in 0..12 {
            let person = self.people[place];
            self.room.does(Actor::System, &Command::Deal { person });
            let activity = self.room.panel.activity(SORTING).expect("a sorting");
            let handful = self.room.panel.handful(activity, person);
            let put = handful.into_iter().map(|idea| {
                let number = self.ideas.iter().position(|known| *known == idea).expect("known");
                (format!("put-{idea}"), (1 + number / 4).to_string())
            });
            let mut fields: Vec<(String, String)> = put.collect();
            fields.push(("kind".to_owned(), "sort".to_owned()));
            self.form(person, SORTING, fields);
        }
        self.room.step(Step::Close { activity: SORTING });
    }

    /// Two opinions on the themes, one of which changed between two openings of the first, and dots.
    fn on_themes(&mut self) {
        self.survey(OPINIONS, "Which themes", Items::Themes(PROMPT), Scale::Opinion);
        self.room.open(OPINIONS);
        for place in 0..20 {
            for theme in 0..3 {
                let theme = ItemId::Theme(self.themes[theme]);
                self.mark(self.people[place], OPINIONS, theme, usize::from(place % 4 == 0));
            }
        }
        self.room.step(Step::Close { activity: OPINIONS });
        // It is another theme now: who voted on it voted on something else.
        self.arrange(Arrange::Move {
            prompt: PROMPT,
            ideas: vec![self.ideas[11]],
            to: Some(self.themes[2]),
            place: None,
        });
        self.room.open(OPINIONS);
        for place in 0..7 {
            let theme = ItemId::Theme(self.themes[2]);
            self.mark(self.people[place], OPINIONS, theme, 0);
        }
        self.room.reveal(OPINIONS);
        self.survey(
            OPINIONS_AGAIN,
            "Which themes, after talk",
            Items::Themes(PROMPT),
            Scale::Opinion,
        );
        self.room.open(OPINIONS_AGAIN);
        for place in 0..20 {
            for theme in 0..3 {
                let theme = ItemId::Theme(self.themes[theme]);
                self.mark(self.people[place], OPINIONS_AGAIN, theme, 0);
            }
        }
        self.room.reveal(OPINIONS_AGAIN);
        self.survey(DOTS, "Dots", Items::Themes(PROMPT), Scale::Dots { budget: 5, cap: 3 });
        self.room.open(DOTS);
        for place in 0..10 {
            for (theme, dots) in [(0, 2), (1, 3)] {
                self.mark(self.people[place], DOTS, ItemId::Theme(self.themes[theme]), dots);
            }
        }
        self.room.reveal(DOTS);
    }

    fn of_the_framework(&mut self) {
        self.survey(MANDATE, "Must or may", Items::Domains(Vec::new()), Scale::Mandate);
        self.survey(MAP, "The map", Items::Map, Scale::Link);
        self.survey(WANTS, "Wants", Items::Wants, Scale::Confirm);
        self.survey(VISION, "The vision", Items::Current(Current::Vision), Scale::Verdict);
        for (survey, marks) in [(MANDATE, 3), (MAP, 4), (WANTS, 3), (VISION, 3)] {
            self.room.open(survey);
            for (place, person) in self.people.clone().into_iter().enumerate() {
                let activity = self.room.panel.activity(survey).expect("a survey");
                for (number, item) in self.room.panel.items_for(activity, person).into_iter().enumerate() {
                    // Nine of ten say the first of some.
                    let mark = if number == 0 && place % 10 > 0 {
                        0
                    } else {
                        (place + number) % marks
                    };
                    self.mark(person, survey, item, mark);
                }
            }
            self.room.reveal(survey);
        }
    }
}

/// Of the first half of the room most agree with the ideas of the first theme, of the second half with the second's; all
/// with the third's.
fn choice(person: usize, idea: usize, later: usize) -> Choice {
    let odd = (person * 7 + idea * 3) % 10;
    let agrees = match idea {
        0..4 => (person < 30) == (odd > 0),
        4..7 => (person >= 30) == (odd > 1),
        _ => odd > 2 || person < later * 10,
    };
    match (agrees, odd) {
        (true, _) => Choice::Agree,
        (false, 2) => Choice::Pass,
        (false, _) => Choice::Disagree,
    }
}
