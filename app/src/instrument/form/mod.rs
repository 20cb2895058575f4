//! The forms of instruments, as HTML that the server makes and a phone hosts: a pure function of what one person may
//! know of an activity. Each of them works as a plain form.

mod answers;
mod details;
mod gather;
mod grouping;
mod results;
mod shared;
mod sorting;
mod survey;
mod votes;
mod written;

use std::collections::BTreeSet;

use leptos::prelude::*;
use visioncast_model::{
    ActivityId, Aspect, CommandId, ConstituencyId, Details, DomainId, IdeaId, ItemId, Language, Scale, ThemeId, Void,
    view::Standing,
};

use crate::{Assets, chart::domain_hue, document::piece, language::Word, paths};

/// The forms of an activity for one person, as they stand.
#[derive(Clone, Debug)]
pub struct FormPage {
    /// The panel's code.
    pub code: String,
    /// The id for whichever form of the page is sent without a socket.
    pub command: CommandId,
    /// In which language it is asked.
    pub language: Language,
    /// Which.
    pub activity: ActivityId,
    /// What the room is asked; it stands above the forms already.
    pub question: String,
    /// What the room is told beside that.
    pub instructions: String,
    /// Whether answers are taken.
    pub open: bool,
    /// What is asked.
    pub body: Body,
    /// What was not taken, to mend.
    pub refused: Option<RefusedForm>,
}

/// What an activity asks for.
#[expect(clippy::large_enum_variant, reason = "each is made for one page and dropped with it")]
#[derive(Clone, Debug)]
pub enum Body {
    /// Answers on a scale.
    Survey(SurveyPart),
    /// A reflection; with questions that help.
    Reflection(Vec<String>),
    /// A hand.
    Volunteers,
    /// More about the ideas of a prompt.
    Details(DetailsPart),
    /// Ideas to put into themes.
    Grouping(GroupingPart),
    /// A handful of ideas to put into piles.
    Sorting(SortingPart),
    /// What a vote came to: each idea with its domain, best supported first.
    Votes(Vec<(Standing, Option<(DomainId, String)>)>),
}

/// A survey.
#[derive(Clone, Debug)]
pub struct SurveyPart {
    /// What can be answered.
    pub scale: Scale,
    /// What the options are called, in the order of the scale.
    pub options: Vec<String>,
    /// What the first and the last point of a rating mean.
    pub ends: (String, String),
    /// The order in which this person sees the options.
    pub order: Vec<u8>,
    /// What is before this person.
    pub cards: Vec<Card>,
    /// What they answered before that was dealt.
    pub earlier: Vec<Card>,
    /// What is asked beside each answer.
    pub reason: Option<String>,
    /// What is asked at the end.
    pub additions: Option<Additions>,
    /// What the room said, once it is shown.
    pub results: Option<Results>,
    /// The edition of the themes that it asks about; 0 where it is about none.
    pub edition: u32,
    /// How many dots this person has left, where they have some to give.
    pub left: Option<u32>,
    /// What this person answered that does not count, and why.
    pub void: Vec<VoidAnswer>,
}

/// An answer that does not count.
#[derive(Clone, Debug)]
pub struct VoidAnswer {
    /// What it was about, as its voter saw it; empty where the words were erased.
    pub text: String,
    /// Why it does not count.
    pub why: Void,
    /// The name of the theme that it went into, where it did.
    pub into: String,
}

/// One thing that is asked about.
#[derive(Clone, Debug)]
pub struct Card {
    /// Which.
    pub item: ItemId,
    /// Its words.
    pub item_words: ItemWords,
    /// What this person answered.
    pub own: Option<OwnMark>,
    /// Whether they answered before it changed.
    pub again: bool,
}

/// What an item says.
#[derive(Clone, Debug, Default)]
pub struct ItemWords {
    /// What kind of thing it is, where that is not plain from the question.
    pub above: String,
    /// Its words; empty where the question says all.
    pub text: String,
    /// Whether somebody in the room, or the association, wrote it as it stands.
    pub quoted: bool,
    /// The domain that it is about, or is.
    pub domain: Option<(DomainId, String)>,
    /// What a theme means, and holds.
    pub theme: Option<ThemeWords>,
}

/// What a theme means, and holds.
#[derive(Clone, Debug, Default)]
pub struct ThemeWords {
    /// What it means, at more length; empty where nobody said.
    pub about: String,
    /// How many ideas it holds.
    pub ideas: u32,
    /// The words of the first few.
    pub first: Vec<String>,
}

/// An answer of one's own.
#[derive(Clone, Debug)]
pub struct OwnMark {
    /// The options taken, in order.
    pub marks: Vec<u8>,
    /// Why; empty where nothing was said.
    pub reason: String,
    /// Whether that may be quoted.
    pub quotable: bool,
}

/// What the list lacks.
#[derive(Clone, Debug)]
pub struct Additions {
    /// What is asked.
    pub prompt: String,
    /// What it can be about.
    pub about: About,
}

/// What an addition is about.
#[derive(Clone, Debug)]
pub enum About {
    /// The survey.
    All,
    /// Its question: another wording.
    Question,
    /// One of these groups, whichever its author says.
    AnyOf(Vec<(ConstituencyId, String)>),
    /// Each of these groups, with a form of its own; said whether anything is recorded for it.
    EachOf(Vec<(ConstituencyId, String, bool)>),
}

/// What the room said when it was revealed.
#[derive(Clone, Debug)]
pub enum Results {
    /// Item by item.
    Items(Vec<ResultRow>),
    /// Principles by domains.
    Map(MapResults),
}

/// What the room said to one item.
#[derive(Clone, Debug)]
pub struct ResultRow {
    /// What it says.
    pub item_words: ItemWords,
    /// Per option: how many took it; in a ranking, its points.
    pub counts: Vec<u32>,
    /// What this person answered.
    pub own: Vec<u8>,
}

/// How strongly the room links principles and domains.
#[derive(Clone, Debug)]
pub struct MapResults {
    /// The domains, in order.
    pub domains: Vec<(DomainId, String)>,
    /// Per principle: its words, and a cell for each domain.
    pub rows: Vec<(String, Vec<MapCell>)>,
}

/// A principle in a domain.
#[derive(Clone, Debug, Default)]
pub struct MapCell {
    /// Per option, how many took it.
    pub counts: Vec<u32>,
    /// Whether this person answered it.
    pub own: bool,
}

/// More about the ideas of a prompt.
#[derive(Clone, Debug)]
pub struct DetailsPart {
    /// What is asked.
    pub asks: BTreeSet<Aspect>,
    /// This person's ideas, newest first.
    pub own: Vec<OwnIdea>,
    /// Ideas of others, newest first.
    pub others: Vec<OtherIdea>,
    /// Who may do it already.
    pub neighbours: Vec<(u16, String)>,
}

/// Themes, and ideas that have no place yet.
#[derive(Clone, Debug)]
pub struct GroupingPart {
    /// The prompt whose ideas they are.
    pub prompt: ActivityId,
    /// Whether this person may group.
    pub takes_part: bool,
    /// The themes: their names, empty where they have none, and how many ideas each holds.
    pub themes: Vec<(ThemeId, String, usize)>,
    /// A few ideas that are in none.
    pub loose: Vec<LooseIdea>,
}

/// A handful of ideas to put into piles.
#[derive(Clone, Debug)]
pub struct SortingPart {
    /// Those that lie before this person.
    pub handful: Vec<LooseIdea>,
    /// Whether they have sorted some before.
    pub again: bool,
    /// How many ideas that they were given went off the screens before they sorted them.
    pub gone: usize,
}

/// An idea that is in no theme.
#[derive(Clone, Debug)]
pub struct LooseIdea {
    /// Which.
    pub idea: IdeaId,
    /// Its words.
    pub words: String,
    /// Its domain.
    pub domain: Option<(DomainId, String)>,
    /// Where it might go; none where nobody looked, or nothing is like it.
    pub hint: Option<Hint>,
}

/// Where an idea might go, and why: proposed, and done when somebody says so.
#[derive(Clone, Debug)]
pub struct Hint {
    /// The idea.
    pub idea: IdeaId,
    /// Its words, in parts, each with whether it is what made the match.
    pub parts: Vec<(String, bool)>,
    /// The theme, and what it is called; none where what is like it is in none either.
    pub into: Option<(ThemeId, String)>,
    /// What is like it, and its words, in the same way; none where that is the name of the theme.
    pub near: Option<(IdeaId, Vec<(String, bool)>)>,
}

/// An idea of one's own.
#[derive(Clone, Debug)]
pub struct OwnIdea {
    /// Which.
    pub idea: IdeaId,
    /// Its words.
    pub words: String,
    /// The words of the one that it builds on.
    pub builds_on: Option<String>,
    /// What was said of it.
    pub details: Details,
    /// The source that was named.
    pub reference: String,
    /// Whether its author would help with it.
    pub helps: bool,
}

/// An idea of somebody else.
#[derive(Clone, Debug)]
pub struct OtherIdea {
    /// Which.
    pub idea: IdeaId,
    /// Its words.
    pub words: String,
    /// Its domain.
    pub domain: Option<(DomainId, String)>,
    /// The words of the one that it builds on.
    pub builds_on: Option<String>,
    /// Whether this person would help with it.
    pub helps: bool,
}

/// A form that was not taken.
#[derive(Clone, Debug)]
pub struct RefusedForm {
    /// Its fields, by which it is filled again.
    pub fields: Vec<(String, String)>,
    /// Why, in words for its author.
    pub why: String,
}

impl RefusedForm {
    fn value(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|(field, _)| field == name);
        field.map(|(_, value)| value.as_str())
    }
}

/// What becomes of a form on the page once it is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// It was one of those that are still to be answered.
    Open,
    /// It stays as it is.
    Stay,
    /// It is empty again.
    Reset,
    /// All forms are made anew.
    Again,
}

impl Then {
    /// As the phone reads it.
    const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Stay => "stay",
            Self::Reset => "reset",
            Self::Again => "again",
        }
    }
}

impl FormPage {
    /// The page as HTML, with its style.
    #[must_use]
    pub fn html(&self, assets: &Assets) -> String {
        let sheet = assets.form_css.clone();
        piece(
            self.language,
            || view! { <link rel="stylesheet" href=sheet /> {self.view()} },
        )
    }

    fn view(&self) -> AnyView {
        // Those of a prompt belong above what is written there.
        let told = !matches!(self.body, Body::Details(_) | Body::Votes(_));
        let instructions = some(&self.instructions)
            .filter(|_| told)
            .map(|text| view! { <p class="instructions">{text}</p> });
        let body = match &self.body {
            Body::Survey(part) => survey::survey(self, part),
            Body::Reflection(probes) => written::reflection(self, probes),
            Body::Volunteers => view! {
                {self.instructions.is_empty().then(|| view! { <p>{Word::VolunteersText.text()}</p> })}
                <a class="button primary" href=paths::volunteer(&self.code)>{Word::Volunteer.text()}</a>
            }
            .into_any(),
            Body::Details(part) => details::details(self, part),
            Body::Grouping(part) => grouping::grouping(self, part),
            Body::Sorting(part) => sorting::sorting(self, part),
            Body::Votes(standings) => votes::votes(standings),
        };
        // Shown by the phone where it closes while somebody types.
        let late = view! { <p class="note late" role="status">{Word::ClosedTyping.text()}</p> };
        view! { {late} {instructions} {body} }.into_any()
    }

    /// A form of that kind and name; the name is its id, and says to whom a report on it goes.
    fn form(&self, kind: &'static str, name: &str, then: Then, class: &'static str, inside: AnyView) -> AnyView {
        let why = self.refused(name).map(|refused| refused.why.clone());
        view! {
            <form id=name.to_owned() class=class method="post" action=paths::answer(&self.code) data-then=then.name()>
                <input type="hidden" name="id" value=self.command.to_string() />
                <input type="hidden" name="kind" value=kind />
                <input type="hidden" name="activity" value=self.activity.to_string() />
                <input type="hidden" name="form" value=name.to_owned() />
                {inside}
                <p class="fate" role=why.is_some().then_some("alert")>{why.clone()}</p>
            </form>
        }
        .into_any()
    }

    /// What was not taken of the form of that name.
    fn refused(&self, name: &str) -> Option<&RefusedForm> {
        self.refused
            .as_ref()
            .filter(|refused| refused.value("form") == Some(name))
    }

    /// What stands in a field of a form: what was refused, else what is saved.
    fn filled<'a>(&'a self, name: &str, field: &str, saved: &'a str) -> &'a str {
        self.refused(name)
            .and_then(|refused| refused.value(field))
            .unwrap_or(saved)
    }

    /// Whether a box of a form is ticked, in the same way.
    fn ticked(&self, name: &str, field: &str, saved: bool) -> bool {
        self.refused(name)
            .map_or(saved, |refused| refused.value(field).is_some())
    }
}

/// A text, where there is any.
fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A domain's name with its hue.
fn domain(domain: &Option<(DomainId, String)>) -> Option<AnyView> {
    let (id, name) = domain.as_ref()?;
    let class = ["domain ", &domain_hue(*id)].concat();
    Some(view! { <p class=class>{name.clone()}</p> }.into_any())
}

#[cfg(test)]
mod tests;
