use leptos::prelude::*;
use visioncast_model::{Activity, ActivityId, Arrivals, CommandId, Domain, Kind, Prompt, State};

use super::{
    form::problem_line,
    staff_head::{Here, staff_head},
};
use crate::{
    console::wording,
    language::{Live, Sheet},
    page::{Agenda, AgendaDraft},
    paths,
};

/// What every form of this page needs.
#[derive(Clone)]
struct Desk {
    action: String,
    command: CommandId,
    domains: Vec<Domain>,
    prompts: Vec<(ActivityId, String)>,
}

/// See [`Agenda`].
#[component]
pub fn AgendaPage(page: Agenda) -> impl IntoView {
    let Agenda {
        code,
        title,
        items,
        domains,
        command,
        problem,
        draft,
    } = page;
    let prompts = items
        .iter()
        .filter(|item| matches!(item.plan.kind, Kind::Prompt(_)))
        .map(|item| (item.id, item.plan.title.clone()))
        .collect();
    let desk = Desk {
        action: paths::agenda(&code),
        command,
        domains,
        prompts,
    };
    // What the room says of an empty text does not tell which.
    let problem = problem.map(|(item, words)| (item, draft.as_ref().and_then(lacking).unwrap_or(words)));
    let minutes: u32 = items.iter().map(|item| u32::from(item.plan.minutes)).sum();
    let last = items.len().saturating_sub(1);
    let (mine, new) = match problem {
        Some((Some(item), words)) if items.iter().any(|known| known.id == item) => (Some((item, words)), None),
        Some((_, words)) => (None, Some(words)),
        None => (None, None),
    };
    let none = items.is_empty();
    let rows: Vec<_> = items
        .iter()
        .enumerate()
        .map(|(place, item)| {
            let wrong = mine
                .as_ref()
                .filter(|(id, _)| *id == item.id)
                .map(|(_, words)| words.clone());
            let draft = wrong.is_some().then(|| draft.clone()).flatten();
            row(&desk, item, place, place == last, wrong, draft)
        })
        .collect();
    let new_draft = if mine.is_none() { draft } else { None };
    view! {
        {staff_head(&code, &title, Here::Agenda)}
        <main class="sheet">
            <h1>{Live::Agenda.text()}</h1>
            <p class="quiet">
                {if none { Sheet::NothingPlannedAdd.owned() } else { planned(rows.len() as u32, minutes) }}
            </p>
            <ol class="programme">{rows}</ol>
            {add(&desk, new, new_draft, none)}
            {rename(&desk, &title)}
        </main>
    }
}

/// What was left empty, as a sentence.
fn lacking(draft: &AgendaDraft) -> Option<String> {
    let fields = [
        (Sheet::TitleIsEmpty, &draft.title),
        (Sheet::QuestionIsEmpty, &draft.question),
    ];
    let (said, _) = fields.into_iter().find(|(_, words)| words.trim().is_empty())?;
    Some(said.owned())
}

fn planned(items: u32, minutes: u32) -> String {
    let (items, order) = (Sheet::Items.count(items), Sheet::InThisOrder.text());
    match minutes {
        0 => format!("{items}. {order}"),
        minutes => format!("{items}, {}. {order}", Sheet::MinutesInAll.count(minutes)),
    }
}

fn row(
    desk: &Desk,
    item: &Activity,
    place: usize,
    last: bool,
    problem: Option<String>,
    draft: Option<AgendaDraft>,
) -> impl IntoView + use<> {
    let begun = item.state != State::Planned;
    let title = item.plan.title.clone();
    let open = problem.is_some();
    let quoted = Live::Quoted.with(&[("words", title.clone())]);
    let button = |what: &'static str, words: Sheet, sign: &'static str, off: bool| {
        let words = words.text();
        let label = format!("{words} {quoted}");
        view! {
            <button type="submit" name="do" value=what class="small" aria-label=label title=words disabled=off>{sign}</button>
        }
    };
    view! {
        <li class="entry" id=format!("item-{}", item.id)>
            <div class="entry-head">
                <span class="entry-number" aria-hidden="true">{place + 1}</span>
                <div class="entry-words">
                    <h2 dir="auto">{title.clone()}</h2>
                    <p dir="auto">{item.plan.question.clone()}</p>
                    <p class="quiet">{about(desk, item)}</p>
                </div>
                <form method="post" action=desk.action.clone() class="entry-moves">
                    {hidden(desk, Some(item.id))}
                    {button("up", Sheet::MoveUp, "↑", place == 0)}
                    {button("down", Sheet::MoveDown, "↓", last)}
                    {(!begun).then(|| button("remove", Sheet::Remove, "✕", false))}
                </form>
            </div>
            <details class="fold" open=open>
                <summary>{Sheet::Edit.text()}<span class="aside">{format!(" {quoted}")}</span></summary>
                {problem_line(problem)}
                <form method="post" action=desk.action.clone() class="fields">
                    {hidden(desk, Some(item.id))}
                    <input type="hidden" name="do" value="edit" />
                    {shared_fields(&draft.clone().unwrap_or_else(|| draft_of(item)), open)}
                    {match &item.plan.kind {
                        Kind::Prompt(prompt) => prompt_fields(desk, prompt, draft.map(|draft| draft.probes)).into_any(),
                        Kind::Judgement(judgement) => view! {
                            <input type="hidden" name="prompt" value=judgement.prompt.to_string() />
                        }
                        .into_any(),
                        Kind::Survey(_) | Kind::Reflection(_) | Kind::Volunteers => ().into_any(),
                    }}
                    <button type="submit" class="primary">{Sheet::Save.text()}</button>
                </form>
            </details>
        </li>
    }
}

/// What an item does, in one line.
fn about(desk: &Desk, item: &Activity) -> String {
    let what = match &item.plan.kind {
        Kind::Prompt(prompt) => match prompt.arrivals {
            Arrivals::Live => Sheet::IdeasAsTheyArrive.owned(),
            Arrivals::AtReveal => Sheet::IdeasInSilence.owned(),
        },
        Kind::Judgement(judgement) => {
            let judged = desk.prompts.iter().find(|(id, _)| *id == judgement.prompt);
            match judged {
                Some((_, title)) => {
                    let quoted = Live::Quoted.with(&[("words", title.clone())]);
                    Sheet::VoteOnTheIdeasOf.with(&[("title", quoted)])
                }
                None => Live::KindVote.owned(),
            }
        }
        kind => wording::kind(kind).to_owned(),
    };
    let time = match item.plan.minutes {
        0 => String::new(),
        minutes => format!(" · {}", Live::Minutes.count(minutes.into())),
    };
    let state = match item.state {
        State::Planned => String::new(),
        State::Open | State::Closed => format!(" · {}", wording::standing(item).to_lowercase()),
    };
    format!("{what}{time}{state}")
}

fn draft_of(item: &Activity) -> AgendaDraft {
    AgendaDraft {
        title: item.plan.title.clone(),
        question: item.plan.question.clone(),
        minutes: item.plan.minutes.to_string(),
        probes: match &item.plan.kind {
            Kind::Prompt(prompt) => prompt.probes.join("\n"),
            _ => String::new(),
        },
    }
}

fn hidden(desk: &Desk, item: Option<ActivityId>) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="id" value=desk.command.to_string() />
        {item.map(|item| view! { <input type="hidden" name="activity" value=item.to_string() /> })}
    }
}

fn shared_fields(draft: &AgendaDraft, wrong: bool) -> impl IntoView + use<> {
    let lacks = |words: &str| (wrong && words.trim().is_empty()).then_some("true");
    let (title, question) = (lacks(&draft.title), lacks(&draft.question));
    view! {
        <label class="labelled">
            <span>{Sheet::Title.text()}</span>
            <input name="title" value=draft.title.clone() maxlength="200" required aria-invalid=title autofocus=title.is_some() />
            <small>{Sheet::ShortForTheAgenda.text()}</small>
        </label>
        <label class="labelled">
            <span>{Sheet::Question.text()}</span>
            <textarea name="question" rows="2" maxlength="500" required aria-invalid=question autofocus=title.is_none() && question.is_some()>{draft.question.clone()}</textarea>
            <small>{Sheet::AsTheRoomReadsIt.text()}</small>
        </label>
        <label class="labelled short">
            <span>{Sheet::Minutes.text()}</span>
            <input name="minutes" type="number" min="0" max="180" inputmode="numeric" value=draft.minutes.clone() />
            <small>{Sheet::NoLimit.text()}</small>
        </label>
    }
}

fn prompt_fields(desk: &Desk, prompt: &Prompt, probes: Option<String>) -> impl IntoView + use<> {
    let domains: Vec<_> = desk
        .domains
        .iter()
        .map(|domain| {
            view! {
                <label class="check">
                    <input type="checkbox" name="domain" value=domain.id.to_string() checked=prompt.domains.contains(&domain.id) />
                    <span>{domain.name.clone()}</span>
                </label>
            }
        })
        .collect();
    let at_reveal = prompt.arrivals == Arrivals::AtReveal;
    view! {
        <label class="labelled">
            <span>{Sheet::QuestionsThatHelp.text()}</span>
            <textarea name="probes" rows="3">{probes.unwrap_or_else(|| prompt.probes.join("\n"))}</textarea>
            <small>{Sheet::QuestionsThatHelpHint.text()}</small>
        </label>
        <fieldset class="labelled">
            <legend>{Sheet::OthersIdeasCome.text()}</legend>
            <label class="check"><input type="radio" name="arrivals" value="live" checked=!at_reveal /><span>{Sheet::AsTheyArrive.text()}</span></label>
            <label class="check"><input type="radio" name="arrivals" value="at_reveal" checked=at_reveal /><span>{Sheet::WhenYouShowThem.text()}</span></label>
        </fieldset>
        <fieldset class="labelled">
            <legend>{Sheet::DomainsToChoose.text()}</legend>
            <p class="quiet">{Sheet::AllWhereNone.text()}</p>
            <div class="columns">{domains}</div>
        </fieldset>
    }
}

fn add(desk: &Desk, problem: Option<String>, draft: Option<AgendaDraft>, open: bool) -> impl IntoView + use<> {
    let wrong = problem.is_some();
    let open = open || wrong || draft.is_some();
    let draft = draft.unwrap_or_default();
    let prompts: Vec<_> = desk
        .prompts
        .iter()
        .map(|(id, title)| view! { <option value=id.to_string()>{title.clone()}</option> })
        .collect();
    let can_vote = !prompts.is_empty();
    let probes = draft.probes.clone();
    view! {
        <section class="additions" aria-label=Sheet::AddToTheAgenda.text()>
            <details class="fold" open=open>
                <summary>{Sheet::AddAQuestion.text()}</summary>
                {problem_line(problem)}
                <form method="post" action=desk.action.clone() class="fields">
                    {hidden(desk, None)}
                    <input type="hidden" name="do" value="add" />
                    <input type="hidden" name="kind" value="prompt" />
                    {shared_fields(&draft, wrong)}
                    {prompt_fields(desk, &Prompt::default(), Some(probes))}
                    <button type="submit" class="primary">{Sheet::AddTheQuestion.text()}</button>
                </form>
            </details>
            {can_vote.then(|| view! {
                <details class="fold">
                    <summary>{Sheet::AddAVote.text()}</summary>
                    <form method="post" action=desk.action.clone() class="fields">
                        {hidden(desk, None)}
                        <input type="hidden" name="do" value="add" />
                        <input type="hidden" name="kind" value="judgement" />
                        <label class="labelled">
                            <span>{Sheet::VoteOn.text()}</span>
                            <select name="prompt" required>{prompts}</select>
                        </label>
                        {shared_fields(&AgendaDraft::default(), false)}
                        <button type="submit" class="primary">{Sheet::AddTheVote.text()}</button>
                    </form>
                </details>
            })}
        </section>
    }
}

fn rename(desk: &Desk, title: &str) -> impl IntoView + use<> {
    view! {
        <details class="fold">
            <summary>{Sheet::RenameThePanel.text()}</summary>
            <form method="post" action=desk.action.clone() class="fields">
                {hidden(desk, None)}
                <input type="hidden" name="do" value="rename" />
                <label class="labelled">
                    <span>{Sheet::TitleOfThePanel.text()}</span>
                    <input name="title" value=title.to_owned() maxlength="200" required />
                </label>
                <button type="submit">{Sheet::Rename.text()}</button>
            </form>
        </details>
    }
}
