//! What a report keeps back of constituencies cannot be worked out: not from everything that it publishes, in one edition
//! or in two, and not where chance would make groups.

#[expect(dead_code, reason = "each test file uses its part of the room")]
mod room;

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
};

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use room::{PROMPT, Room, VOTE};
use uuid::Uuid;
use visioncast_model::{
    ActivityId, Actor, Affiliation, Answer, Arrivals, Choice, Command, Constituency, ConstituencyId, Domain, DomainId,
    Form, Framework, IdeaId, ItemId, Items, Judgement, Kind, Language, PersonId, Plan, Scale, Step, Survey,
};
use visioncast_report::{
    Document, Format, Material, Told,
    document::{Block, Cell, Sentence, Table},
};

const AGAIN: ActivityId = ActivityId(Uuid::from_u128(0xA3));
const WANTS: ActivityId = ActivityId(Uuid::from_u128(0xA4));
/// The names of the constituencies: none is a part of a word that a report says.
const NAMES: [&str; 3] = ["Quokkas", "Wombats", "Numbats"];

fn material(room: &Room) -> Material<'_> {
    Material {
        panel: &room.panel,
        events: &room.events,
        words: &room.words,
    }
}

/// Numbers at random, the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, below: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn share(&mut self) -> f64 {
        self.below(1 << 30) as f64 / f64::from(1 << 30)
    }
}

fn framework() -> Framework {
    let constituency = |(id, name): (u16, &str)| Constituency {
        id: ConstituencyId(id),
        name: name.to_owned(),
        wants: vec![format!("want {id}")],
    };
    Framework {
        name: "The Association".to_owned(),
        domains: vec![Domain {
            id: DomainId(1),
            name: "resources".to_owned(),
        }],
        constituencies: (1..).zip(NAMES).map(constituency).collect(),
        ..Framework::default()
    }
}

/// A room in the making: who is in which constituency, and how readily each of them agrees.
struct Hall {
    room: Room,
    ideas: Vec<IdeaId>,
    people: Vec<(PersonId, u16)>,
    ease: Vec<Vec<u64>>,
}

impl Hall {
    fn begin(draw: &mut Draw) -> Self {
        let mut room = Room::with(Arrivals::Live, framework());
        room.open(PROMPT);
        let author = room.join(&[]);
        let ideas = (0..3)
            .map(|place| room.idea(author, Some(1), &format!("Idea {place}"), true))
            .collect();
        let ease = (0..3).map(|_| (0..3).map(|_| 1 + draw.below(9)).collect()).collect();
        let survey = Survey {
            items: Items::Wants,
            scale: Scale::Confirm,
            each: 0,
            reason: None,
            additions: None,
            threshold: 0,
        };
        room.step(Step::AddActivity {
            activity: WANTS,
            plan: Box::new(Plan::new("Wants", "Are they right?", 0, Kind::Survey(survey))),
            place: 9,
        });
        Self {
            room,
            ideas,
            people: Vec::new(),
            ease,
        }
    }

    fn come(&mut self, draw: &mut Draw, most: [u64; 3]) {
        for (constituency, most) in (1..).zip(most) {
            for _ in 0..draw.below(most) {
                let person = self.room.join(&[constituency]);
                self.people.push((person, constituency));
            }
        }
    }

    fn vote(&mut self, draw: &mut Draw, vote: ActivityId) {
        self.room.open(vote);
        for (person, constituency) in self.people.clone() {
            for (place, idea) in self.ideas.clone().into_iter().enumerate() {
                let ease = self.ease[usize::from(constituency) - 1][place];
                let choice = match draw.below(10) {
                    drawn if drawn < ease => Choice::Agree,
                    9 => Choice::Pass,
                    _ => Choice::Disagree,
                };
                self.room.does(Actor::System, &Command::Deal { person });
                let answer = Answer::Judge {
                    activity: vote,
                    idea,
                    choice,
                };
                let _ = self.room.tries(Actor::Person(person), &Command::Answer(answer));
            }
        }
        self.room.reveal(vote);
    }

    fn say_wants(&mut self, draw: &mut Draw) {
        self.room.open(WANTS);
        for (person, constituency) in self.people.clone() {
            let item = ItemId::Want(ConstituencyId(constituency), 0).to_string();
            let mark = draw.below(3).to_string();
            let fields = [("kind", "mark"), ("item", item.as_str()), ("mark", mark.as_str())];
            let form = Form {
                activity: WANTS,
                fields: fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value.to_owned()))
                    .collect(),
            };
            self.room
                .does(Actor::Person(person), &Command::Answer(Answer::Form(form)));
        }
        self.room.reveal(WANTS);
    }

    /// Some change their mind of whom they belong to.
    fn describe_anew(&mut self, draw: &mut Draw, people: u64) {
        for _ in 0..people.min(self.people.len() as u64) {
            let who = draw.below(self.people.len() as u64) as usize;
            let constituency = 1 + draw.below(3) as u16;
            self.people[who].1 = constituency;
            let describe = Answer::Describe {
                constituencies: BTreeSet::from([ConstituencyId(constituency)]),
                affiliation: Some(Affiliation::NonMember),
            };
            self.room
                .does(Actor::Person(self.people[who].0), &Command::Answer(describe));
        }
    }

    fn edition(&self, earlier: &Told) -> (Published, Told) {
        let (document, told) = Document::after(material(&self.room), Language::English, earlier).expect("a report");
        (Published::of(&document), told)
    }
}

/// Everything that an edition says of constituencies, wherever it says so.
#[derive(Debug)]
struct Published {
    joined: f64,
    /// Each constituency and those who named none.
    sizes: Vec<Option<f64>>,
    /// Whether those are as an earlier edition told them.
    earlier: bool,
    affiliations: Vec<Option<f64>>,
    votes: Vec<Ballots>,
    /// n, right, wrong, unsure of each want.
    wants: Vec<Vec<Option<f64>>>,
    /// How many answered the question about wants.
    answered: Option<f64>,
}

/// What is said of one idea in one vote.
#[derive(Debug)]
struct Ballots {
    vote: f64,
    idea: usize,
    agree: f64,
    others: f64,
    backing: Vec<Option<f64>>,
    /// Constituencies in each of which more than half agree.
    for_it: BTreeSet<usize>,
    /// Constituencies in which most do not.
    against: BTreeSet<usize>,
}

fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Count(count) => Some(*count as f64),
        _ => None,
    }
}

/// Which constituencies a text names.
fn named(text: &str) -> BTreeSet<usize> {
    (0..NAMES.len()).filter(|place| text.contains(NAMES[*place])).collect()
}

impl Published {
    fn of(document: &Document) -> Self {
        let tables: BTreeMap<&str, &Table> = document
            .tables()
            .map(|(_, table)| (table.name.as_str(), table))
            .collect();
        let rows = |name: &str| tables.get(name).map(|table| table.rows.clone()).unwrap_or_default();
        // Whatever names a constituency is one of the tables and sentences that are looked at here.
        let known = ["constituencies", "backing"];
        for (name, table) in &tables {
            let text = serde_json::to_string(&table.rows).expect("JSON");
            let known = known.contains(name) || name.starts_with("wants_");
            assert!(known || named(&text).is_empty(), "{name} tells of constituencies");
        }
        let mut votes: Vec<Ballots> = Vec::new();
        for row in rows("votes") {
            let (vote, Cell::Idea(idea)) = (number(&row[0]).expect("a vote"), &row[2]) else {
                panic!("a row of a vote: {row:?}");
            };
            let told = rows("backing");
            let told = told
                .iter()
                .filter(|row| number(&row[0]) == Some(vote) && row[1] == Cell::Idea(*idea));
            let [agree, disagree, pass] = [4, 5, 6].map(|column| number(&row[column]).expect("a total"));
            votes.push(Ballots {
                vote,
                idea: *idea,
                agree,
                others: disagree + pass,
                backing: told.map(|row| number(&row[3])).collect(),
                for_it: BTreeSet::new(),
                against: BTreeSet::new(),
            });
        }
        let mut published = Self {
            joined: 0.0,
            sizes: rows("constituencies").iter().map(|row| number(&row[1])).collect(),
            earlier: false,
            affiliations: rows("affiliations").iter().map(|row| number(&row[1])).collect(),
            votes,
            wants: tables
                .values()
                .filter(|table| table.name.starts_with("wants_"))
                .flat_map(|table| &table.rows)
                .map(|row| row[2..].iter().map(number).collect())
                .collect(),
            answered: rows("questions")
                .iter()
                .find(|row| row[2] == Cell::Words("Are they right?".to_owned()))
                .and_then(|row| number(&row[6])),
        };
        let mut vote = 0.0;
        for block in document.chapters.iter().flat_map(|chapter| &chapter.blocks) {
            match block {
                Block::Heading(heading) => {
                    vote = heading
                        .anchor
                        .strip_prefix("vote-")
                        .map_or(vote, |vote| vote.parse().expect("a number"));
                }
                Block::Sentence(sentence) => published.hear(sentence, vote),
                Block::List(list) => list.iter().for_each(|sentence| published.hear(sentence, vote)),
                Block::Chart(chart) => {
                    let text = serde_json::to_string(chart).expect("JSON");
                    assert!(named(&text).is_empty(), "a chart tells of constituencies: {text}");
                }
                Block::Quote(_) | Block::Table(_) => {}
            }
        }
        for source in &document.sources {
            let text = serde_json::to_string(source).expect("JSON");
            assert!(named(&text).is_empty(), "a source tells of constituencies: {text}");
            if source.title.text().contains("Wants") {
                let answered = source.counts.iter().find(|counted| counted.name == "people answered");
                assert_eq!(answered.map(|counted| counted.count as f64), published.answered);
            }
        }
        published
    }

    /// Takes in what a sentence says; one that names a constituency and is not known is a fault.
    fn hear(&mut self, sentence: &Sentence, vote: f64) {
        let text = sentence.text();
        if let Some((people, _)) = text
            .split_once(" people joined, ")
            .or_else(|| text.split_once(" person joined, "))
        {
            self.joined = people.parse().expect("a number");
        }
        self.earlier |= text.starts_with("Some counts changed by fewer than 5");
        let groups = named(&text);
        if groups.is_empty() {
            return;
        }
        let idea = |text: &str| {
            let idea = text
                .split_once("idea ")
                .or_else(|| text.split_once("Idea "))
                .expect("an idea")
                .1;
            let digits: String = idea.chars().take_while(char::is_ascii_digit).collect();
            digits.parse::<usize>().expect("a number")
        };
        let place = |idea: usize| {
            let mut votes = self.votes.iter();
            let place = votes.position(|ballots| ballots.vote == vote && ballots.idea == idea);
            place.expect("a vote on it")
        };
        if text.contains("bridges constituencies") {
            let place = place(idea(&text));
            self.votes[place].for_it.extend(groups);
        } else if let Some((most, least)) = text.split_once(", more than half of those who voted on it agree; of ") {
            let place = place(idea(&text));
            let ballots = &mut self.votes[place];
            ballots.for_it.extend(named(most));
            ballots.against.extend(named(least));
        } else if text.starts_with("Among those who agree") {
            // The counts are those of the table, of one idea or another.
            for group in groups {
                let (_, rest) = text.split_once(&format!("{} (", NAMES[group])).expect("a count");
                let count: f64 = rest.split(')').next().expect("a count").parse().expect("a number");
                assert!(
                    self.votes
                        .iter()
                        .any(|ballots| ballots.backing.get(group) == Some(&Some(count))),
                    "{text}"
                );
            }
        } else {
            let missing = text.starts_with("Of these, few or nobody");
            let told = groups.iter().all(|group| self.sizes[*group].is_none());
            let heading = groups.len() == 1 && text == NAMES[*groups.first().expect("one")];
            assert!(
                (missing && told) || heading,
                "an unknown sentence names a constituency: {text}"
            );
        }
    }
}

/// What a reader knows of how the room changed from one edition to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    Nothing,
    /// Nobody left, and nobody said anew whom they belong to: groups only grow, and who backed an idea still does.
    Growth,
}

/// A number that an edition keeps back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hidden {
    Size(usize),
    Affiliation(usize),
    Agree(usize, usize),
    Want(usize, usize),
}

/// How far apart the largest and the smallest possible value of a number are, to whoever reads all editions.
fn range(editions: &[&Published], known: Known, which: usize, hidden: Hidden) -> f64 {
    let bound = |direction| {
        let mut problem = Problem::new(direction);
        let mut before: Option<(Vec<Variable>, BTreeMap<(u64, usize), Vec<Variable>>)> = None;
        for (place, edition) in editions.iter().enumerate() {
            let wanted = |what: Hidden| f64::from(u8::from(place == which && what == hidden));
            let joined = edition.joined;
            let sizes: Vec<Variable> = edition
                .sizes
                .iter()
                .enumerate()
                .map(|(group, size)| {
                    let bounds = match size {
                        // What an earlier edition told is a bound alone.
                        Some(size) if edition.earlier => match known {
                            Known::Growth => (*size, joined),
                            Known::Nothing => (0.0, joined),
                        },
                        Some(size) => (*size, *size),
                        None => (0.0, joined),
                    };
                    problem.add_var(wanted(Hidden::Size(group)), bounds)
                })
                .collect();
            let all: Vec<_> = sizes.iter().map(|size| (*size, 1.0)).collect();
            problem.add_constraint(&all, ComparisonOp::Eq, joined);
            let affiliations: Vec<_> = edition
                .affiliations
                .iter()
                .enumerate()
                .map(|(group, size)| {
                    let bounds = size
                        .filter(|_| !edition.earlier)
                        .map_or((0.0, joined), |size| (size, size));
                    (problem.add_var(wanted(Hidden::Affiliation(group)), bounds), 1.0)
                })
                .collect();
            if !affiliations.is_empty() {
                problem.add_constraint(&affiliations, ComparisonOp::Eq, joined);
            }
            let mut backing = BTreeMap::new();
            for (number, ballots) in edition.votes.iter().enumerate() {
                let (mut agree, mut others) = (Vec::new(), Vec::new());
                for (group, size) in sizes.iter().enumerate() {
                    let told = ballots.backing.get(group).copied().flatten();
                    let bounds = told.map_or((0.0, ballots.agree), |told| (told, told));
                    let agreeing = problem.add_var(wanted(Hidden::Agree(number, group)), bounds);
                    let other = problem.add_var(0.0, (0.0, ballots.others));
                    problem.add_constraint([(agreeing, 1.0), (other, 1.0), (*size, -1.0)], ComparisonOp::Le, 0.0);
                    if ballots.for_it.contains(&group) {
                        problem.add_constraint([(agreeing, 1.0), (other, -1.0)], ComparisonOp::Ge, 1.0);
                    }
                    if ballots.against.contains(&group) {
                        problem.add_constraint([(other, 1.0), (agreeing, -1.0)], ComparisonOp::Ge, 0.0);
                    }
                    agree.push(agreeing);
                    others.push(other);
                }
                for (all, total) in [(&agree, ballots.agree), (&others, ballots.others)] {
                    let all: Vec<_> = all.iter().map(|one| (*one, 1.0)).collect();
                    problem.add_constraint(&all, ComparisonOp::Eq, total);
                }
                backing.insert((ballots.vote as u64, ballots.idea), agree);
            }
            for (row, told) in edition.wants.iter().enumerate() {
                let cells: Vec<Variable> = told
                    .iter()
                    .enumerate()
                    .map(|(column, count)| {
                        let bounds = count.map_or((0.0, joined), |count| (count, count));
                        problem.add_var(wanted(Hidden::Want(row, column)), bounds)
                    })
                    .collect();
                // Right, wrong and unsure are all who answered, who are no more than the constituency.
                let options: Vec<_> = cells[1..]
                    .iter()
                    .map(|cell| (*cell, 1.0))
                    .chain([(cells[0], -1.0)])
                    .collect();
                problem.add_constraint(&options, ComparisonOp::Eq, 0.0);
                problem.add_constraint([(cells[0], 1.0), (sizes[row], -1.0)], ComparisonOp::Le, 0.0);
            }
            if let Some((earlier_sizes, earlier_backing)) = before.take().filter(|_| known == Known::Growth) {
                for (now, then) in sizes.iter().zip(&earlier_sizes) {
                    problem.add_constraint([(*now, 1.0), (*then, -1.0)], ComparisonOp::Ge, 0.0);
                }
                for (key, now) in &backing {
                    for (now, then) in now.iter().zip(earlier_backing.get(key).into_iter().flatten()) {
                        problem.add_constraint([(*now, 1.0), (*then, -1.0)], ComparisonOp::Eq, 0.0);
                    }
                }
            }
            before = Some((sizes, backing));
        }
        let outcome = problem.solve().expect("a room fits");
        outcome.into_solution().expect("no limit of time").objective()
    };
    bound(OptimizationDirection::Maximize) - bound(OptimizationDirection::Minimize)
}

/// Every number that an edition keeps back, or says nothing of.
fn hidden(edition: &Published) -> Vec<Hidden> {
    let none =
        |cells: &[Option<f64>]| -> Vec<usize> { (0..cells.len()).filter(|cell| cells[*cell].is_none()).collect() };
    let mut hidden: Vec<Hidden> = none(&edition.sizes).into_iter().map(Hidden::Size).collect();
    hidden.extend(none(&edition.affiliations).into_iter().map(Hidden::Affiliation));
    for (number, ballots) in edition.votes.iter().enumerate() {
        hidden.extend(
            none(&ballots.backing)
                .into_iter()
                .map(|group| Hidden::Agree(number, group)),
        );
    }
    for (row, cells) in edition.wants.iter().enumerate() {
        hidden.extend(none(cells).into_iter().map(|column| Hidden::Want(row, column)));
    }
    hidden
}

/// Looks at every number that is kept back; returns how many those are.
fn assert_safe(editions: &[&Published], known: Known) -> usize {
    let mut looked_at = 0;
    for (which, edition) in editions.iter().enumerate() {
        if edition.joined < 5.0 {
            continue;
        }
        if edition.wants.iter().any(|cells| cells[0].is_none()) {
            assert_eq!(
                edition.answered, None,
                "how many answered tells how many did where it is kept back"
            );
        }
        for hidden in hidden(edition) {
            looked_at += 1;
            let range = range(editions, known, which, hidden);
            assert!(
                range > 5.0 - 1e-6,
                "{known:?}: {range} for {hidden:?} in {which} of {editions:#?}"
            );
        }
    }
    looked_at
}

#[test]
fn what_is_kept_back_cannot_be_worked_out_from_all_that_is_published() {
    let mut draw = Draw(7);
    let (mut looked_at, mut told, mut bridges, mut parted) = (0, 0, 0, 0);
    for _ in 0..60 {
        let mut hall = Hall::begin(&mut draw);
        hall.come(&mut draw, [30, 25, 12]);
        hall.room.step(Step::Close { activity: PROMPT });
        hall.vote(&mut draw, VOTE);
        hall.say_wants(&mut draw);
        hall.room.step(Step::End);
        let (published, _) = hall.edition(&Told::default());
        told += published
            .votes
            .iter()
            .filter(|ballots| !ballots.backing.is_empty())
            .count();
        bridges += published
            .votes
            .iter()
            .filter(|ballots| ballots.for_it.len() > 1)
            .count();
        parted += published
            .votes
            .iter()
            .filter(|ballots| !ballots.against.is_empty())
            .count();
        looked_at += assert_safe(&[&published], Known::Nothing);
    }
    assert!(
        looked_at > 100 && told > 30 && bridges > 3 && parted > 3,
        "{looked_at} numbers looked at, {told} backings, {bridges} bridges, {parted} parted"
    );
}

#[test]
fn nor_from_two_editions() {
    let mut draw = Draw(11);
    let (mut looked_at, mut stood) = (0, 0);
    for round in 0..40 {
        let known = if round % 2 == 0 { Known::Growth } else { Known::Nothing };
        let mut hall = Hall::begin(&mut draw);
        hall.come(&mut draw, [30, 20, 10]);
        hall.room.step(Step::Close { activity: PROMPT });
        hall.vote(&mut draw, VOTE);
        hall.say_wants(&mut draw);
        let (first, told) = hall.edition(&Told::default());
        let most = [[2, 2, 2], [4, 9, 2], [20, 20, 12]][draw.below(3) as usize];
        hall.come(&mut draw, most);
        if known == Known::Nothing {
            let people = draw.below(6);
            hall.describe_anew(&mut draw, people);
        }
        hall.room.step(Step::AddActivity {
            activity: AGAIN,
            plan: Box::new(Plan::new(
                "Again",
                "And now?",
                0,
                Kind::Judgement(Judgement { prompt: PROMPT }),
            )),
            place: 9,
        });
        hall.vote(&mut draw, AGAIN);
        hall.room.step(Step::End);
        let (second, _) = hall.edition(&told);
        stood += usize::from(second.earlier);
        // What was kept back once stays so.
        for hidden in hidden(&first) {
            let still = match hidden {
                Hidden::Size(group) => second.sizes[group].is_none(),
                Hidden::Affiliation(group) => second.affiliations[group].is_none(),
                Hidden::Want(row, column) => second.wants[row][column].is_none(),
                Hidden::Agree(number, group) => {
                    let before = &first.votes[number];
                    let mut now = second.votes.iter();
                    let now = now.find(|ballots| (ballots.vote, ballots.idea) == (before.vote, before.idea));
                    now.is_none_or(|now| now.backing.get(group).copied().flatten().is_none())
                }
            };
            assert!(still || first.joined < 5.0, "{hidden:?} of {first:#?} in {second:#?}");
        }
        looked_at += assert_safe(&[&first, &second], known);
    }
    assert!(
        looked_at > 200 && stood > 3,
        "{looked_at} numbers looked at, {stood} editions stood"
    );
}

#[test]
fn editions_can_be_played_again() {
    let mut draw = Draw(3);
    let mut hall = Hall::begin(&mut draw);
    hall.come(&mut draw, [30, 20, 10]);
    hall.room.step(Step::Close { activity: PROMPT });
    hall.vote(&mut draw, VOTE);
    hall.say_wants(&mut draw);
    let (_, told) = hall.edition(&Told::default());
    assert_eq!(Told::by([material(&hall.room)]), told);
    let json = serde_json::to_string(&told).expect("JSON");
    assert_eq!(serde_json::from_str::<Told>(&json).expect("read back"), told);
    // The same once more says the same.
    let (document, again) = Document::after(material(&hall.room), Language::English, &told).expect("a report");
    assert_eq!(again, told);
    assert_eq!(
        document,
        Document::of(material(&hall.room), Language::English).expect("a report")
    );
}

#[test]
fn a_constituency_of_one_is_nowhere() {
    let mut room = Room::with(Arrivals::Live, framework());
    room.open(PROMPT);
    let people: Vec<PersonId> = (0..20).map(|_| room.join(&[1])).collect();
    let only = room.join(&[2]);
    let idea = room.idea(people[0], Some(1), "An idea", true);
    room.step(Step::Close { activity: PROMPT });
    room.open(VOTE);
    for person in people.iter().skip(1).chain([&only]) {
        room.judge(
            *person,
            idea,
            if *person == only {
                Choice::Disagree
            } else {
                Choice::Agree
            },
        );
    }
    room.reveal(VOTE);
    room.step(Step::End);
    let document = Document::of(material(&room), Language::English).expect("a report");
    assert_safe(&[&Published::of(&document)], Known::Nothing);
    for format in Format::ALL {
        assert!(!document.files(format).expect("files").is_empty());
    }
    let named = document
        .chapters
        .iter()
        .flat_map(|chapter| &chapter.blocks)
        .filter(|block| {
            let text = serde_json::to_string(block).expect("JSON");
            text.contains(NAMES[1])
        });
    // In the table of who came, kept back; among those who may be missing; and in the table of wants.
    for block in named {
        let text = serde_json::to_string(block).expect("JSON");
        assert!(
            text.contains("kept_back") || text.contains("few or nobody") || text.contains("Perceived"),
            "{text}"
        );
    }
}

/// Of rooms in which people differ only by how readily they agree, few are said to fall into groups: at most 8 of 100.
/// `VISIONCAST_ROOMS=400` draws as many; otherwise few, with room for chance.
#[test]
fn a_room_without_groups_is_seldom_said_to_have_some() {
    let rooms: u64 = env::var("VISIONCAST_ROOMS")
        .ok()
        .and_then(|rooms| rooms.parse().ok())
        .unwrap_or(20);
    let (mut found, mut none) = (0, 0);
    for seed in 0..rooms {
        let mut draw = Draw(1_000 + seed);
        let mut room = Room::with(Arrivals::Live, framework());
        room.open(PROMPT);
        let author = room.join(&[]);
        let ideas: Vec<IdeaId> = (0..12)
            .map(|place| room.idea(author, Some(1), &format!("Idea {place}"), true))
            .collect();
        let appeal: Vec<f64> = ideas.iter().map(|_| draw.share() * 3.0 - 1.0).collect();
        let people: Vec<(PersonId, f64)> = (0..60).map(|_| (room.join(&[]), draw.share() * 2.0 - 1.0)).collect();
        room.step(Step::Close { activity: PROMPT });
        room.open(VOTE);
        for (person, ready) in people {
            // Some are dealt at a time, in an order of their own.
            loop {
                room.does(Actor::System, &Command::Deal { person });
                let vote = room.panel.activity(VOTE).expect("a vote");
                let dealt: Vec<IdeaId> = room.panel.waiting(vote, person).map(|(idea, _)| idea).collect();
                if dealt.is_empty() {
                    break;
                }
                for idea in dealt {
                    let place = ideas.iter().position(|known| *known == idea).expect("one of them");
                    let agrees = draw.share() < 1.0 / (1.0 + f64::exp(-appeal[place] - ready));
                    let choice = if agrees { Choice::Agree } else { Choice::Disagree };
                    let answer = Answer::Judge {
                        activity: VOTE,
                        idea,
                        choice,
                    };
                    room.does(Actor::Person(person), &Command::Answer(answer));
                }
            }
        }
        room.reveal(VOTE);
        room.step(Step::End);
        let document = Document::of(material(&room), Language::English).expect("a report");
        let json = serde_json::to_string(&document).expect("JSON");
        found += u64::from(json.contains("groups of like opinion:"));
        none += u64::from(json.contains("No groups of like opinion are detectable: people differ"));
    }
    assert_eq!(found + none, rooms);
    // 8 of 100, and, where few are drawn, three standard deviations above 4 of 100.
    let allowed = if rooms >= 400 {
        0.08 * rooms as f64
    } else {
        0.04 * rooms as f64 + 3.0 * (0.0384 * rooms as f64).sqrt()
    };
    eprintln!("{found} of {rooms} rooms");
    assert!(found as f64 <= allowed, "{found} of {rooms}");
}
