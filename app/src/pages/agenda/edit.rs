//! The form that changes an item: everything of every kind.

use leptos::prelude::*;
use visioncast_model::{Activity, Aspect, Kind, Language, QUESTION_CHARS};

use super::{Desk, field::Form, hidden, survey};
use crate::{
    draft::{Draft, aspect_name, in_language},
    language::{Live, Sheet},
    page::Refused,
    pages::form::problem_line,
};

/// The longest notes, in characters; the model has the last word.
const NOTES: usize = 4_000;

/// The form of `item`, unfolded where it was asked for or refused.
pub(super) fn edit(desk: &Desk, item: &Activity, unfolded: bool, refused: Option<Refused>) -> impl IntoView + use<> {
    let open = unfolded || refused.is_some();
    let current = Draft::of(&item.plan);
    let refused = refused.unwrap_or_default();
    let typed = refused.typed.clone().unwrap_or_else(|| current.clone());
    let form = Form {
        draft: &typed,
        wrong: refused.field,
    };
    let quoted = Live::Quoted.with(&[("words", item.plan.title.clone())]);
    let why = (!refused.why.is_empty()).then_some(refused.why);
    view! {
        <details class="fold" open=open>
            <summary>{Sheet::Edit.text()}<span class="aside">{format!(" {quoted}")}</span></summary>
            {problem_line(why)}
            {refused.meanwhile.then(|| meanwhile(&typed, &current))}
            <form method="post" action=desk.action.clone() class="fields">
                {hidden(desk, Some(item.id))}
                <input type="hidden" name="do" value="edit" />
                <input type="hidden" name="seen" value=item.edits.to_string() />
                {form.line("title", (Sheet::Title, Some(Sheet::ShortForTheAgenda)), true)}
                {form.area("question", (Sheet::Question, Some(Sheet::AsTheRoomReadsIt)), 2, Some(QUESTION_CHARS))}
                {form.area("instructions", (Sheet::Instructions, Some(Sheet::InstructionsHint)), 3, Some(QUESTION_CHARS))}
                {form.area("notes", (Sheet::Notes, Some(Sheet::NotesHint)), 3, Some(NOTES))}
                <div class="side-by-side">
                    {form.number("minutes", (Sheet::Minutes, Some(Sheet::NoLimit)))}
                    {form.number("grace", (Sheet::ClosesByItself, Some(Sheet::ClosesByItselfHint)))}
                </div>
                {kind_fields(desk, &form, item)}
                {Language::ALL.into_iter().filter(|language| *language != Language::English).map(|language| wording(&form, item, language)).collect::<Vec<_>>()}
                <button type="submit" class="primary">{Sheet::Save.text()}</button>
            </form>
        </details>
    }
}

/// What somebody else saved meanwhile, field by field where it differs from what was typed.
fn meanwhile(typed: &Draft, current: &Draft) -> impl IntoView + use<> {
    let named = [
        ("title", Sheet::Title),
        ("question", Sheet::Question),
        ("instructions", Sheet::Instructions),
        ("notes", Sheet::Notes),
        ("minutes", Sheet::Minutes),
        ("grace", Sheet::ClosesByItself),
        ("probes", Sheet::QuestionsThatHelp),
        ("arrivals", Sheet::OthersIdeasCome),
        ("domain", Sheet::DomainsToChoose),
        ("ask", Sheet::AspectsAsked),
        ("items", Sheet::AsksAbout),
        ("statements", Sheet::Statements),
        ("scale", Sheet::AnsweredOn),
        ("points", Sheet::Points),
        ("low", Sheet::LowEnd),
        ("high", Sheet::HighEnd),
        ("options", Sheet::Options),
        ("several", Sheet::SeveralMayBeTaken),
        ("most", Sheet::HowManyRanked),
        ("each", Sheet::HowManyEach),
        ("reason", Sheet::ReasonAsked),
        ("additions", Sheet::AdditionsAsked),
        ("threshold", Sheet::Threshold),
    ];
    let said = |draft: &Draft, name: &str| draft.all(name).collect::<Vec<_>>().join("\n").replace("\r\n", "\n");
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut compare = |label: String, name: &str| {
        let now = said(current, name);
        if now != said(typed, name) {
            rows.push((label, now));
        }
    };
    for (name, label) in named {
        compare(label.owned(), name);
    }
    for language in Language::ALL {
        for (name, label) in WORDING {
            compare(
                format!("{} ({})", label.text(), language.name()),
                &in_language(language, name),
            );
        }
    }
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(label, now)| {
            let now = if now.is_empty() { "—".to_owned() } else { now };
            view! { <div><dt>{label}</dt><dd dir="auto">{now}</dd></div> }
        })
        .collect();
    view! {
        <section class="meanwhile" aria-label=Sheet::SavedMeanwhile.text()>
            <h3>{Sheet::SavedMeanwhile.text()}</h3>
            <dl>{rows}</dl>
        </section>
    }
}

fn kind_fields(desk: &Desk, form: &Form<'_>, item: &Activity) -> AnyView {
    match &item.plan.kind {
        Kind::Prompt(_) => prompt_fields(desk, form),
        Kind::Reflection(_) => probes(form),
        Kind::Survey(_) => survey::fields(desk, form, item.id),
        Kind::Grouping(_) => grouping_fields(form),
        Kind::Judgement(_) | Kind::Volunteers => ().into_any(),
    }
}

fn probes(form: &Form<'_>) -> AnyView {
    form.area(
        "probes",
        (Sheet::QuestionsThatHelp, Some(Sheet::QuestionsThatHelpHint)),
        4,
        None,
    )
}

fn grouping_fields(form: &Form<'_>) -> AnyView {
    let [everybody, alone] = ["everybody", "alone"].map(|by| form.draft.has("by", by));
    view! {
        <fieldset class="labelled">
            <legend>{Sheet::WhoGroups.text()}</legend>
            <label class="check"><input type="radio" name="by" value="panel" checked=!everybody && !alone /><span>{Sheet::FacilitatorsAndPanelists.text()}</span></label>
            <label class="check"><input type="radio" name="by" value="everybody" checked=everybody /><span>{Sheet::EverybodyInTheRoom.text()}</span></label>
            <label class="check"><input type="radio" name="by" value="alone" checked=alone /><span>{Sheet::EverybodyAlone.text()}</span></label>
        </fieldset>
        {form.number("handful", (Sheet::HandfulOf, Some(Sheet::HandfulHint)))}
    }
    .into_any()
}

fn prompt_fields(desk: &Desk, form: &Form<'_>) -> AnyView {
    let at_reveal = form.draft.has("arrivals", "at_reveal");
    let aspects: Vec<_> = Aspect::ALL
        .into_iter()
        .map(|aspect| form.tick("ask", aspect_name(aspect).to_owned(), aspect_words(aspect).owned()))
        .collect();
    view! {
        {probes(form)}
        <fieldset class="labelled">
            <legend>{Sheet::AspectsAsked.text()}</legend>
            <p class="quiet">{Sheet::AspectsAskedHint.text()}</p>
            <div class="columns">{aspects}</div>
        </fieldset>
        <fieldset class="labelled">
            <legend>{Sheet::OthersIdeasCome.text()}</legend>
            <label class="check"><input type="radio" name="arrivals" value="live" checked=!at_reveal /><span>{Sheet::AsTheyArrive.text()}</span></label>
            <label class="check"><input type="radio" name="arrivals" value="at_reveal" checked=at_reveal /><span>{Sheet::WhenYouShowThem.text()}</span></label>
        </fieldset>
        {domains(desk, form, Sheet::DomainsToChoose)}
    }
    .into_any()
}

/// Which domains; all of them where none is ticked.
pub(super) fn domains(desk: &Desk, form: &Form<'_>, legend: Sheet) -> AnyView {
    if desk.domains.is_empty() {
        return ().into_any();
    }
    let domains: Vec<_> = desk
        .domains
        .iter()
        .map(|domain| form.tick("domain", domain.id.to_string(), domain.name.clone()))
        .collect();
    view! {
        <fieldset class="labelled">
            <legend>{legend.text()}</legend>
            <p class="quiet">{Sheet::AllWhereNone.text()}</p>
            <div class="columns">{domains}</div>
        </fieldset>
    }
    .into_any()
}

const fn aspect_words(aspect: Aspect) -> Sheet {
    match aspect {
        Aspect::Nature => Sheet::AspectNature,
        Aspect::Horizon => Sheet::AspectHorizon,
        Aspect::Grounds => Sheet::AspectGrounds,
        Aspect::Neighbour => Sheet::AspectNeighbour,
        Aspect::Lineage => Sheet::AspectLineage,
        Aspect::Help => Sheet::AspectHelp,
    }
}

/// What can be said in another language.
const WORDING: [(&str, Sheet); 7] = [
    ("question", Sheet::Question),
    ("instructions", Sheet::Instructions),
    ("probes", Sheet::QuestionsThatHelp),
    ("statements", Sheet::Statements),
    ("options", Sheet::Options),
    ("reason", Sheet::ReasonAsked),
    ("additions", Sheet::AdditionsAsked),
];

/// The same in another language, folded away.
fn wording(form: &Form<'_>, item: &Activity, language: Language) -> impl IntoView + use<> {
    let fields: Vec<_> = WORDING
        .into_iter()
        .filter(|(name, _)| match (*name, &item.plan.kind) {
            ("probes", kind) => matches!(kind, Kind::Prompt(_) | Kind::Reflection(_)),
            ("statements" | "options" | "reason" | "additions", kind) => matches!(kind, Kind::Survey(_)),
            _ => true,
        })
        .map(|(name, label)| {
            let (rows, hint) = match name {
                "probes" | "statements" => (3, Some(Sheet::LineByLine)),
                "options" => (3, Some(Sheet::OptionsLineByLine)),
                _ => (2, None),
            };
            let only = match name {
                "statements" => "only only-own",
                "options" => "only only-worded",
                _ => "only",
            };
            view! { <div class=only>{form.area(&in_language(language, name), (label, hint), rows, None)}</div> }
        })
        .collect();
    let title = Sheet::WordingIn.with(&[("language", language.name().to_owned())]);
    view! {
        <details class="fold inner">
            <summary>{title}</summary>
            <div class="fields">
                <p class="quiet">{Sheet::WordingInHint.text()}</p>
                {fields}
            </div>
        </details>
    }
}
