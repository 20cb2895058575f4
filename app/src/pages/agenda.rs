use leptos::prelude::*;
use visioncast_model::{Activity, ActivityId, Arrivals, CommandId, Domain, Kind, Prompt, State};

use super::{
    form::problem_line,
    staff_head::{Here, staff_head},
};
use crate::{
    console::wording,
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
            <h1>"Agenda"</h1>
            <p class="quiet">
                {if none { "Nothing is planned yet. Add the first item below.".to_owned() } else { planned(rows.len(), minutes) }}
            </p>
            <ol class="programme">{rows}</ol>
            {add(&desk, new, new_draft, none)}
            {rename(&desk, &title)}
        </main>
    }
}

/// What was left empty, as a sentence.
fn lacking(draft: &AgendaDraft) -> Option<String> {
    let named = [("title", &draft.title), ("question", &draft.question)];
    let (name, _) = named.into_iter().find(|(_, words)| words.trim().is_empty())?;
    Some(format!("Nothing was saved yet: the {name} is empty."))
}

fn planned(items: usize, minutes: u32) -> String {
    let items = if items == 1 {
        "1 item".to_owned()
    } else {
        format!("{items} items")
    };
    match minutes {
        0 => format!("{items}. They run in this order; the console offers the next one."),
        minutes => format!("{items}, {minutes} minutes. They run in this order; the console offers the next one."),
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
    let button = |what: &'static str, words: &'static str, sign: &'static str, off: bool| {
        let label = format!("{words} “{title}”");
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
                    {button("up", "Move up", "↑", place == 0)}
                    {button("down", "Move down", "↓", last)}
                    {(!begun).then(|| button("remove", "Remove", "✕", false))}
                </form>
            </div>
            <details class="fold" open=open>
                <summary>"Edit"<span class="aside">{format!(" “{title}”")}</span></summary>
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
                    <button type="submit" class="primary">"Save"</button>
                </form>
            </details>
        </li>
    }
}

/// What an item does, in one line.
fn about(desk: &Desk, item: &Activity) -> String {
    let what = match &item.plan.kind {
        Kind::Prompt(prompt) => match prompt.arrivals {
            Arrivals::Live => "Ideas, shown as they arrive".to_owned(),
            Arrivals::AtReveal => "Ideas, written in silence first".to_owned(),
        },
        Kind::Judgement(judgement) => {
            let judged = desk.prompts.iter().find(|(id, _)| *id == judgement.prompt);
            match judged {
                Some((_, title)) => format!("Vote on the ideas of “{title}”"),
                None => "Vote".to_owned(),
            }
        }
        kind => wording::kind(kind).to_owned(),
    };
    let time = match item.plan.minutes {
        0 => String::new(),
        minutes => format!(" · {minutes} min"),
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
            <span>"Title"</span>
            <input name="title" value=draft.title.clone() maxlength="200" required aria-invalid=title autofocus=title.is_some() />
            <small>"Short, for the agenda."</small>
        </label>
        <label class="labelled">
            <span>"Question"</span>
            <textarea name="question" rows="2" maxlength="500" required aria-invalid=question autofocus=title.is_none() && question.is_some()>{draft.question.clone()}</textarea>
            <small>"As the room reads it."</small>
        </label>
        <label class="labelled short">
            <span>"Minutes"</span>
            <input name="minutes" type="number" min="0" max="180" inputmode="numeric" value=draft.minutes.clone() />
            <small>"0 sets no limit."</small>
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
            <span>"Questions that help"</span>
            <textarea name="probes" rows="3">{probes.unwrap_or_else(|| prompt.probes.join("\n"))}</textarea>
            <small>"One on each line, for those who do not know where to begin."</small>
        </label>
        <fieldset class="labelled">
            <legend>"Others’ ideas come on screen"</legend>
            <label class="check"><input type="radio" name="arrivals" value="live" checked=!at_reveal /><span>"as they arrive"</span></label>
            <label class="check"><input type="radio" name="arrivals" value="at_reveal" checked=at_reveal /><span>"when you show them: silent writing first"</span></label>
        </fieldset>
        <fieldset class="labelled">
            <legend>"Domains to choose from"</legend>
            <p class="quiet">"All of them where none is ticked."</p>
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
        <section class="additions" aria-label="Add to the agenda">
            <details class="fold" open=open>
                <summary>"Add a question"</summary>
                {problem_line(problem)}
                <form method="post" action=desk.action.clone() class="fields">
                    {hidden(desk, None)}
                    <input type="hidden" name="do" value="add" />
                    <input type="hidden" name="kind" value="prompt" />
                    {shared_fields(&draft, wrong)}
                    {prompt_fields(desk, &Prompt::default(), Some(probes))}
                    <button type="submit" class="primary">"Add the question"</button>
                </form>
            </details>
            {can_vote.then(|| view! {
                <details class="fold">
                    <summary>"Add a vote"</summary>
                    <form method="post" action=desk.action.clone() class="fields">
                        {hidden(desk, None)}
                        <input type="hidden" name="do" value="add" />
                        <input type="hidden" name="kind" value="judgement" />
                        <label class="labelled">
                            <span>"Vote on the ideas of"</span>
                            <select name="prompt" required>{prompts}</select>
                        </label>
                        {shared_fields(&AgendaDraft::default(), false)}
                        <button type="submit" class="primary">"Add the vote"</button>
                    </form>
                </details>
            })}
        </section>
    }
}

fn rename(desk: &Desk, title: &str) -> impl IntoView + use<> {
    view! {
        <details class="fold">
            <summary>"Rename the panel"</summary>
            <form method="post" action=desk.action.clone() class="fields">
                {hidden(desk, None)}
                <input type="hidden" name="do" value="rename" />
                <label class="labelled">
                    <span>"Title of the panel"</span>
                    <input name="title" value=title.to_owned() maxlength="200" required />
                </label>
                <button type="submit">"Rename"</button>
            </form>
        </details>
    }
}
