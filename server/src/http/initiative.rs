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
use visioncast_app::{
    language::Sheet,
    page::{self, Page, Tab},
};
use visioncast_model::{
    Activity, CommandId, Kind, Status,
    initiative::{Change, Initiative, Kept, Noted},
};

use super::{App, access, language::said, reply, report, visitor::Facilitator};
use crate::{
    calendar,
    initiative::{Lineage, compared, decided, offered, shares_statements, until},
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
        done: said(|| done(&wanted.done)),
        ..Aftermath::default()
    };
    shown(&app, &account, &initiative, &tab, &wanted, aftermath, StatusCode::OK).await
}

/// What a form that led back to its page did; addresses hold a word of it.
fn done(word: &str) -> Option<String> {
    if word == "saved" {
        return Some(Sheet::Saved.owned());
    }
    match word {
        "brought" => return Some(Sheet::DecisionsAreKnown.owned()),
        "nothing-new" => return Some(Sheet::NothingDecidedThere.owned()),
        _ => {}
    }
    let carried = word.strip_prefix("carried-")?.parse().ok()?;
    Some(match carried {
        0 => Sheet::AllWereThere.owned(),
        count => Sheet::NowThere.count(count),
    })
}

/// The names of the steps on the board: those of the framework, else the usual ones.
pub(super) fn steps(initiative: &Initiative) -> Vec<String> {
    const USUAL: [Sheet; 8] = [
        Sheet::StepUrgency,
        Sheet::StepCoalition,
        Sheet::StepVision,
        Sheet::StepArmy,
        Sheet::StepBarriers,
        Sheet::StepWins,
        Sheet::StepAcceleration,
        Sheet::StepInstitute,
    ];
    if initiative.names_steps() {
        initiative.steps()
    } else {
        said(|| USUAL.map(Sheet::owned).into())
    }
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
        "board" => Tab::Board(said(|| board(initiative, aftermath))),
        "decisions" => Tab::Decisions(decisions(app, &entries).await.map_err(unavailable)?),
        "wins" => Tab::Wins(wins(initiative, aftermath)),
        "people" => Tab::People(said(|| people(account, initiative, &entries, aftermath))),
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
    let steps = steps(initiative);
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

/// What boards decided, the latest event first.
async fn decisions(app: &App, entries: &[Entry]) -> Result<page::Decisions, StoreError> {
    let mut events = Vec::new();
    for (place, entry) in entries.iter().enumerate().rev() {
        let room = app.rooms.open(entry.clone()).await?;
        let known = room.look(decided).await.unwrap_or_default();
        if known.is_empty() {
            continue;
        }
        let some = |text: String| (!text.is_empty()).then_some(text);
        let rows = known.into_iter().map(|decision| page::Brought {
            title: decision.title,
            what: Some(decision.what),
            ruling: decision.ruling,
            owner: some(decision.owner),
            horizon: some(decision.horizon),
        });
        events.push(page::DecidedAt {
            code: entry.code.to_string(),
            title: entry.summary.title.clone(),
            rows: rows.collect(),
            later: choices(&entries[place + 1..]),
        });
    }
    Ok(page::Decisions { events })
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
    let held = entries.iter().any(|entry| !entry.summary.rehearsal);
    let formats = if held { report::formats_by_name() } else { Vec::new() };
    let Some((before, after)) = chosen else {
        return Ok(page::Comparison {
            panels: choices(entries),
            formats,
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
        formats,
    })
}

fn board(initiative: &Initiative, aftermath: Aftermath) -> page::Board {
    let names = steps(initiative);
    let name = |step: u16| {
        names
            .get(usize::from(step).wrapping_sub(1))
            .cloned()
            .unwrap_or_default()
    };
    let mut histories: BTreeMap<visioncast_model::WorkId, (String, Vec<String>)> = BTreeMap::new();
    for noted in initiative.log() {
        let day = ("day", calendar::date(noted.at));
        let who = ("who", who(initiative, noted));
        let (work, line) = match &noted.change {
            Change::WorkAdded { work, step, about } => {
                histories.insert(*work, (about.title.clone(), Vec::new()));
                (work, Sheet::WorkPut.with(&[day, who, ("step", name(*step))]))
            }
            Change::WorkMoved { work, from, to } => {
                let (from, to) = (("from", name(*from)), ("to", name(*to)));
                (work, Sheet::WorkMoved.with(&[day, who, from, to]))
            }
            Change::WorkEdited { work, about } => {
                if let Some((title, _)) = histories.get_mut(work) {
                    title.clone_from(&about.title);
                }
                (work, Sheet::WorkReworded.with(&[day, who]))
            }
            Change::WorkDropped { work } => (work, Sheet::WorkDropped.with(&[day, who])),
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
    let steps = steps(initiative);
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

/// Who made a change.
fn who(initiative: &Initiative, noted: &Noted) -> String {
    let name = noted.who.and_then(|who| initiative.name_of(who));
    name.map_or_else(|| Sheet::TheOperator.owned(), str::to_owned)
}

/// What was done, as a sentence; none for what the board and the wins tell themselves.
fn sentence(initiative: &Initiative, entries: &[Entry], noted: &Noted) -> Option<String> {
    let who = ("who", who(initiative, noted));
    let name = |account| {
        let name = initiative.name_of(account);
        ("name", name.map_or_else(|| Sheet::SomebodyElse.owned(), str::to_owned))
    };
    let title = |panel| {
        let entry = entries.iter().find(|entry| entry.id == panel);
        entry.map_or_else(|| Sheet::SomePanel.owned(), |entry| entry.summary.title.clone())
    };
    let counted = |message: Sheet, count: u32, mut values: Vec<(&'static str, String)>| {
        values.push(("count", count.to_string()));
        message.count_with(count, &values)
    };
    Some(match &noted.change {
        Change::Begun { name, .. } => Sheet::NotedBegun.with(&[("name", name)]),
        Change::Renamed { name } => Sheet::NotedRenamed.with(&[who, ("name", name.clone())]),
        Change::FrameworkSet(framework) => {
            Sheet::NotedFramework.with(&[who, ("version", framework.version.to_string())])
        }
        Change::MemberAdded { name, .. } => Sheet::NotedAdded.with(&[("name", name)]),
        Change::MemberRemoved { account } if noted.who == Some(*account) => Sheet::NotedLeft.with(&[who]),
        Change::MemberRemoved { account } => Sheet::NotedRemoved.with(&[who, name(*account)]),
        Change::HandedOver { to } => Sheet::NotedHandedOver.with(&[name(*to)]),
        Change::VolunteersShown { account, may: true } => Sheet::NotedContactsShown.with(&[who, name(*account)]),
        Change::VolunteersShown { account, may: false } => Sheet::NotedContactsHidden.with(&[who, name(*account)]),
        Change::KeepingSet(_) => Sheet::NotedKeeping.with(&[who]),
        Change::CarriedOver { from, to, ideas, .. } => counted(
            Sheet::NotedCarried,
            *ideas,
            vec![who, ("from", title(*from)), ("to", title(*to))],
        ),
        Change::VolunteersTaken { people } => counted(Sheet::NotedVolunteers, *people, vec![who]),
        Change::ArchiveTaken { volunteers: false } => Sheet::NotedArchive.with(&[who]),
        Change::ArchiveTaken { volunteers: true } => Sheet::NotedArchiveContacts.with(&[who]),
        Change::PersonErased { panels } => Sheet::NotedErased.count(*panels),
        Change::Forgotten { what, count } => match what {
            Kept::Contacts => Sheet::NotedContactsGone,
            Kept::Words => Sheet::NotedWordsGone,
            Kept::Seats => Sheet::NotedSeatsGone,
        }
        .count(*count),
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

#[cfg(test)]
mod tests {
    use visioncast_model::InitiativeId;

    use super::*;

    #[test]
    fn the_usual_steps_are_those_of_the_model() {
        let initiative = Initiative::unbegun(InitiativeId(Uuid::nil()));
        assert_eq!(steps(&initiative), initiative.steps());
    }
}
