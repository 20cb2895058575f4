//! An initiative's pages: what is looked at.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use uuid::Uuid;
use visioncast_analysis::Comparison as Compared;
use visioncast_app::page::{self, Page, Tab};
use visioncast_model::{
    Activity, CommandId, Kind, Status,
    initiative::{Change, Initiative, Kept, Noted},
};

use super::{App, access, reply, visitor::Facilitator};
use crate::{
    calendar,
    initiative::{Lineage, compared, offered, shares_statements, until},
    live::now,
    store::{Account, Entry, StoreError},
};

/// What the address of a page says beside its path.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    pub(super) from: String,
    #[serde(default)]
    pub(super) to: String,
    #[serde(default)]
    pub(super) done: String,
}

/// What a page says and holds beside what there is: what became of the form that led to it.
#[derive(Default)]
pub(super) struct Aftermath {
    pub(super) problem: Option<String>,
    pub(super) done: Option<String>,
    pub(super) invitation: Option<String>,
    pub(super) work: Option<(
        Option<visioncast_model::WorkId>,
        u16,
        visioncast_model::initiative::About,
    )>,
    pub(super) win: Option<page::WinDraft>,
    pub(super) picked: std::collections::BTreeSet<visioncast_model::IdeaId>,
    pub(super) periods: Option<[String; 3]>,
}

pub(super) async fn events(
    state: State<App>,
    facilitator: Facilitator,
    Path(id): Path<String>,
    wanted: Query<Wanted>,
) -> Result<Response, Response> {
    tab(state, facilitator, Path((id, String::new())), wanted).await
}

pub(super) async fn tab(
    State(app): State<App>,
    Facilitator(account): Facilitator,
    Path((id, tab)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Response> {
    let initiative = access::run_by(&app, &account, &id).await?;
    let aftermath = Aftermath {
        done: said(&wanted.done),
        ..Aftermath::default()
    };
    shown(&app, &account, &initiative, &tab, &wanted, aftermath, StatusCode::OK).await
}

/// What a form that led back to its page did; addresses hold a word of it.
fn said(done: &str) -> Option<String> {
    let words = match done.split_once('-') {
        Some(("carried", "0")) => "All of them were there already.".to_owned(),
        Some(("carried", "1")) => "1 statement is there now.".to_owned(),
        Some(("carried", count)) if count.parse::<u32>().is_ok() => format!("{count} statements are there now."),
        _ if done == "saved" => "Saved.".to_owned(),
        _ => return None,
    };
    Some(words)
}

/// A page of an initiative.
pub(super) async fn shown(
    app: &App,
    account: &Account,
    initiative: &Initiative,
    tab: &str,
    wanted: &Wanted,
    aftermath: Aftermath,
    status: StatusCode,
) -> Result<Response, Response> {
    let unavailable = |error: StoreError| reply::unavailable(app, &error);
    let entries = app.rooms.store.panels_of(initiative.id()).await.map_err(unavailable)?;
    let (problem, done) = (aftermath.problem.clone(), aftermath.done.clone());
    let tab = match tab {
        "" => Tab::Events(events_of(account, initiative, entries)),
        "carry" => Tab::Carry(carry(app, &entries, wanted, &aftermath).await.map_err(unavailable)?),
        "comparison" => Tab::Comparison(comparison(app, &entries, wanted).await.map_err(unavailable)?),
        "board" => Tab::Board(board(initiative, aftermath)),
        "wins" => Tab::Wins(wins(initiative, aftermath)),
        "people" => Tab::People(people(account, initiative, &entries, aftermath)),
        "keeping" => {
            let page = keeping(app, account, initiative, &entries, aftermath).await;
            Tab::Keeping(page.map_err(unavailable)?)
        }
        _ => return Err(reply::not_found(State(app.clone())).await),
    };
    let page = page::Initiative {
        id: initiative.id().to_string(),
        name: initiative.name().to_owned(),
        command: CommandId(Uuid::new_v4()),
        problem,
        done,
        tab,
    };
    Ok(reply::page_with(app, status, Page::Initiative(page)))
}

fn events_of(account: &Account, initiative: &Initiative, entries: Vec<Entry>) -> page::Events {
    let titles: BTreeMap<_, _> = entries
        .iter()
        .map(|entry| (entry.id, entry.summary.title.clone()))
        .collect();
    let carried = |entry: &Entry| {
        let mut from: BTreeMap<String, u32> = BTreeMap::new();
        for noted in initiative.log() {
            if let Change::CarriedOver {
                from: source,
                to,
                ideas,
                ..
            } = &noted.change
                && *to == entry.id
            {
                let title = titles.get(source).cloned().unwrap_or_default();
                *from.entry(title).or_default() += ideas;
            }
        }
        from.into_iter().collect()
    };
    let steps = initiative.steps();
    let under = |place: usize| {
        let works = initiative.works().values();
        works.filter(|work| usize::from(work.step) == place + 1).count()
    };
    page::Events {
        events: entries
            .iter()
            .map(|entry| page::EventRow {
                code: entry.code.to_string(),
                title: entry.summary.title.clone(),
                created: calendar::date(entry.created),
                ended: entry.summary.status == Status::Ended,
                rehearsal: entry.summary.rehearsal,
                people: entry.summary.people,
                ideas: entry.summary.ideas,
                carried: carried(entry),
            })
            .collect(),
        may_rename: initiative.is_owner(account.id),
        wins: initiative
            .wins()
            .into_iter()
            .take(3)
            .map(|(_, win)| (win.day.clone(), win.text.clone()))
            .collect(),
        board: steps
            .into_iter()
            .enumerate()
            .map(|(place, name)| (name, under(place)))
            .collect(),
    }
}

/// The two panels that an address names, else the last two.
fn pair<'a>(entries: &'a [Entry], wanted: &Wanted) -> Option<(&'a Entry, &'a Entry)> {
    let named = |code: &str| entries.iter().find(|entry| entry.code.as_str() == code);
    let (before, last) = match entries {
        [.., before, last] => (before, last),
        _ => return None,
    };
    Some((named(&wanted.from).unwrap_or(before), named(&wanted.to).unwrap_or(last)))
}

fn choices(entries: &[Entry]) -> Vec<(String, String)> {
    let panels = entries.iter();
    panels
        .map(|entry| (entry.code.to_string(), entry.summary.title.clone()))
        .collect()
}

async fn carry(
    app: &App,
    entries: &[Entry],
    wanted: &Wanted,
    aftermath: &Aftermath,
) -> Result<page::Carry, StoreError> {
    let Some((from, to)) = pair(entries, wanted) else {
        return Ok(page::Carry {
            panels: choices(entries),
            ..page::Carry::default()
        });
    };
    let is_prompt = |activity: &&Activity| matches!(activity.plan.kind, Kind::Prompt(_));
    let later = app.rooms.open(to.clone()).await?;
    let looked = later
        .look(move |panel| {
            let prompts = panel.agenda().iter().filter(is_prompt);
            let prompts: Vec<_> = prompts
                .map(|activity| (activity.id, activity.plan.title.clone()))
                .collect();
            let there: Vec<String> = panel
                .ideas()
                .values()
                .filter_map(|idea| idea.source_id.clone())
                .collect();
            (prompts, there)
        })
        .await;
    let (prompts, there) = looked.unwrap_or_default();
    let offers = app
        .rooms
        .open(from.clone())
        .await?
        .look(offered)
        .await
        .unwrap_or_default();
    Ok(page::Carry {
        panels: choices(entries),
        from: from.code.to_string(),
        to: to.code.to_string(),
        prompts,
        offers: offers
            .into_iter()
            .map(|offer| page::CarryOffer {
                idea: offer.idea,
                words: offer.words,
                tally: offer.tally,
                there: there.contains(&offer.idea.to_string()),
                picked: aftermath.picked.contains(&offer.idea),
            })
            .collect(),
    })
}

async fn comparison(app: &App, entries: &[Entry], wanted: &Wanted) -> Result<page::Comparison, StoreError> {
    let mut lineage = Lineage::default();
    let mut panels = Vec::new();
    for entry in entries {
        let room = app.rooms.open(entry.clone()).await?;
        if let Some(known) = room
            .look(|panel| {
                let mut known = Lineage::default();
                known.learn(panel);
                known
            })
            .await
        {
            lineage.merge(known);
        }
        // A copy is compared in peace: a room does not wait for it.
        panels.extend(room.look(visioncast_model::Panel::clone).await);
    }
    let named = |code: &str| {
        panels
            .iter()
            .find(|panel| panel.code().is_some_and(|known| known.as_str() == code))
    };
    // Where none is named, the last two that have a statement in common.
    let related = || {
        let later = panels.iter().enumerate().rev();
        let mut pairs =
            later.flat_map(|(place, after)| panels[..place].iter().rev().map(move |before| (before, after)));
        pairs.find(|(before, after)| shares_statements(before, after, &lineage))
    };
    let last_two = || match panels.as_slice() {
        [.., before, last] => Some((before, last)),
        _ => None,
    };
    let chosen = named(&wanted.from)
        .zip(named(&wanted.to))
        .or_else(related)
        .or_else(last_two);
    let Some((before, after)) = chosen else {
        return Ok(page::Comparison {
            panels: choices(entries),
            ..page::Comparison::default()
        });
    };
    let called = |panel: &visioncast_model::Panel| {
        let code = panel.code().map(|code| code.to_string()).unwrap_or_default();
        (code, panel.title().to_owned())
    };
    let voters = |panel: &visioncast_model::Panel| {
        let judgements = panel.agenda().iter();
        let shown = judgements.filter(|item| matches!(item.plan.kind, Kind::Judgement(_)) && item.reveal.is_shown());
        let most = shown.map(|item| panel.answered(item.id)).max().unwrap_or(0) as u32;
        (most >= visioncast_analysis::SMALLEST_CELL).then_some(most)
    };
    Ok(page::Comparison {
        panels: choices(entries),
        from: called(before),
        to: called(after),
        rooms: (voters(before), voters(after)),
        rows: compared(before, after, &lineage)
            .into_iter()
            .map(|row| page::CompareRow {
                words: row.words,
                before: Compared::published(row.comparison.before),
                after: Compared::published(row.comparison.after),
                shares: row.comparison.shares(),
            })
            .collect(),
    })
}

fn board(initiative: &Initiative, aftermath: Aftermath) -> page::Board {
    let names = initiative.steps();
    let name = |step: u16| {
        names
            .get(usize::from(step).wrapping_sub(1))
            .cloned()
            .unwrap_or_default()
    };
    let who = |noted: &Noted| {
        let name = noted.who.and_then(|who| initiative.name_of(who));
        name.unwrap_or("The operator").to_owned()
    };
    let mut histories: BTreeMap<visioncast_model::WorkId, (String, Vec<String>)> = BTreeMap::new();
    for noted in initiative.log() {
        let day = calendar::date(noted.at);
        let (work, line) = match &noted.change {
            Change::WorkAdded { work, step, about } => {
                histories.insert(*work, (about.title.clone(), Vec::new()));
                (work, format!("{day}: {} put it under “{}”.", who(noted), name(*step)))
            }
            Change::WorkMoved { work, from, to } => {
                let (from, to) = (name(*from), name(*to));
                (work, format!("{day}: {} moved it from “{from}” to “{to}”.", who(noted)))
            }
            Change::WorkEdited { work, about } => {
                if let Some((title, _)) = histories.get_mut(work) {
                    title.clone_from(&about.title);
                }
                (work, format!("{day}: {} put it into other words.", who(noted)))
            }
            Change::WorkDropped { work } => (work, format!("{day}: {} took it off the board.", who(noted))),
            _ => continue,
        };
        if let Some((_, lines)) = histories.get_mut(work) {
            lines.push(line);
        }
    }
    let mut steps: Vec<page::BoardStep> = names
        .iter()
        .zip(1..)
        .map(|(name, number)| page::BoardStep {
            number,
            name: name.clone(),
            works: Vec::new(),
        })
        .collect();
    let mut works: Vec<_> = initiative.works().iter().collect();
    works.sort_by_key(|(_, work)| work.moves.last().map(|moved| moved.at));
    for (id, work) in works {
        let (_, history) = histories.remove(id).unwrap_or_default();
        if let Some(step) = steps.get_mut(usize::from(work.step) - 1) {
            step.works.push(page::WorkCard {
                id: *id,
                about: work.about.clone(),
                history,
            });
        }
    }
    page::Board {
        steps,
        gone: histories.into_values().collect(),
        draft: aftermath.work,
    }
}

fn wins(initiative: &Initiative, aftermath: Aftermath) -> page::Wins {
    let steps = initiative.steps();
    let name = |step: u16| steps.get(usize::from(step).wrapping_sub(1)).cloned();
    page::Wins {
        wins: initiative
            .wins()
            .into_iter()
            .map(|(id, win)| page::WinRow {
                id,
                day: win.day.clone(),
                text: win.text.clone(),
                owner: win.owner.clone(),
                step: win.step.and_then(name),
            })
            .collect(),
        draft: aftermath.win.unwrap_or_else(|| page::WinDraft {
            day: calendar::date(now()),
            ..page::WinDraft::default()
        }),
        steps,
    }
}

fn people(account: &Account, initiative: &Initiative, entries: &[Entry], aftermath: Aftermath) -> page::People {
    let mut members: Vec<page::MemberRow> = initiative
        .members()
        .iter()
        .map(|(id, member)| page::MemberRow {
            account: id.to_string(),
            name: member.name.clone(),
            owner: initiative.is_owner(*id),
            sees_volunteers: initiative.sees_volunteers(*id),
            me: *id == account.id,
        })
        .collect();
    members.sort_by(|one, other| other.owner.cmp(&one.owner).then(one.name.cmp(&other.name)));
    let lines = initiative.log().iter().rev();
    page::People {
        members,
        is_owner: initiative.is_owner(account.id),
        invitation: aftermath.invitation,
        log: lines
            .filter_map(|noted| Some((calendar::date(noted.at), sentence(initiative, entries, noted)?)))
            .collect(),
    }
}

/// What was done, as a sentence; none for what the board and the wins tell themselves.
fn sentence(initiative: &Initiative, entries: &[Entry], noted: &Noted) -> Option<String> {
    let who = noted
        .who
        .and_then(|who| initiative.name_of(who))
        .unwrap_or("The operator");
    let name = |account| initiative.name_of(account).unwrap_or("somebody").to_owned();
    let title = |panel| {
        let entry = entries.iter().find(|entry| entry.id == panel);
        entry.map_or("a panel", |entry| entry.summary.title.as_str()).to_owned()
    };
    Some(match &noted.change {
        Change::Begun { name, .. } => format!("The initiative began as “{name}”."),
        Change::Renamed { name } => format!("{who} called it “{name}”."),
        Change::FrameworkSet(framework) => format!("{who} set the framework, version {}.", framework.version),
        Change::MemberAdded { name, .. } => format!("{name} was added."),
        Change::MemberRemoved { account } if noted.who == Some(*account) => format!("{who} left."),
        Change::MemberRemoved { account } => format!("{who} removed {}.", name(*account)),
        Change::HandedOver { to } => format!("{} became the owner.", name(*to)),
        Change::VolunteersShown { account, may: true } => {
            format!("{who} let {} see the volunteers’ contacts.", name(*account))
        }
        Change::VolunteersShown { account, may: false } => {
            format!("{who} no longer lets {} see the volunteers’ contacts.", name(*account))
        }
        Change::KeepingSet(_) => format!("{who} changed how long what is kept is kept."),
        Change::CarriedOver { from, to, ideas, .. } => {
            format!(
                "{who} carried {ideas} statements from “{}” into “{}”.",
                title(*from),
                title(*to)
            )
        }
        Change::VolunteersTaken { people } => format!("{who} took the list of {people} volunteers."),
        Change::ArchiveTaken { volunteers: false } => format!("{who} took the archive."),
        Change::ArchiveTaken { volunteers: true } => format!("{who} took the archive with the volunteers’ contacts."),
        Change::PersonErased { panels: 1 } => "Somebody had all that they wrote erased, in 1 event.".to_owned(),
        Change::PersonErased { panels } => format!("Somebody had all that they wrote erased, in {panels} events."),
        Change::Forgotten { what, count } => {
            let what = match what {
                Kept::Contacts => "volunteers’ contacts",
                Kept::Words => "texts",
                Kept::Seats => "phones",
            };
            format!("The time of {count} {what} was over, and they went.")
        }
        Change::WorkAdded { .. }
        | Change::WorkEdited { .. }
        | Change::WorkMoved { .. }
        | Change::WorkDropped { .. }
        | Change::WinAdded { .. }
        | Change::WinRemoved { .. } => return None,
    })
}

async fn keeping(
    app: &App,
    account: &Account,
    initiative: &Initiative,
    entries: &[Entry],
    aftermath: Aftermath,
) -> Result<page::KeepingPage, StoreError> {
    let store = &app.rooms.store;
    let mut periods: [(String, Option<String>); 3] = Default::default();
    for (period, what) in periods.iter_mut().zip([Kept::Contacts, Kept::Words, Kept::Seats]) {
        let days = initiative.keeping().days(what);
        period.0 = days.map(|days| days.to_string()).unwrap_or_default();
        period.1 = until(store, initiative, what).await?.map(calendar::date);
    }
    if let Some(typed) = aftermath.periods {
        for (period, typed) in periods.iter_mut().zip(typed) {
            *period = (typed, None);
        }
    }
    let volunteers = if initiative.sees_volunteers(account.id) {
        let list = told_volunteers(store, initiative, entries).await?;
        let running = entries.iter().filter(|entry| entry.summary.status == Status::Running);
        Some(page::VolunteerList {
            people: list.len(),
            running: running.map(|entry| entry.summary.title.clone()).collect(),
        })
    } else {
        None
    };
    Ok(page::KeepingPage {
        periods,
        is_owner: initiative.is_owner(account.id),
        volunteers,
    })
}

/// The volunteers of panels that have ended: while one runs, whoever sees its list grow could match it with its votes.
pub(super) async fn told_volunteers(
    store: &crate::store::SharedStore,
    initiative: &Initiative,
    entries: &[Entry],
) -> Result<Vec<crate::store::Volunteer>, StoreError> {
    let ended = |panel| {
        let entry = entries.iter().find(|entry| entry.id == panel);
        entry.is_none_or(|entry| entry.summary.status == Status::Ended)
    };
    let all = store.volunteers(initiative.id()).await?;
    Ok(all.into_iter().filter(|volunteer| ended(volunteer.panel)).collect())
}
