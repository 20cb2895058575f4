use leptos::prelude::*;
use visioncast_model::{CommandId, Recommendation, Ruling};

use super::{
    board_words::{board_words, brought_list, history, ruling_name},
    form::problem_line,
};
use crate::{
    escape::escaped,
    language::Sheet,
    page::{Changes, Moved, ReviewDraft, ReviewPage, ReviewRow},
    paths,
};

/// Which counts an edition has, in the order of [`Changes::totals`].
const TOTALS: [Sheet; 4] = [
    Sheet::TotalPeople,
    Sheet::Ideas,
    Sheet::TotalThemes,
    Sheet::TotalResults,
];

/// What the forms of the page have in common.
struct Desk {
    action: String,
    edition: u16,
    speaker: String,
    draft: Option<(ReviewDraft, String)>,
}

/// See [`ReviewPage`].
pub fn review_page(page: ReviewPage) -> impl IntoView {
    let ReviewPage {
        token,
        title,
        edition,
        day,
        rows,
        changes,
        brought,
        draft,
        speaker,
    } = page;
    let desk = Desk {
        action: paths::review(&token),
        edition,
        speaker,
        draft,
    };
    let none = rows.is_empty();
    let (steps, recommended): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|row| matches!(row.key, Recommendation::Step(_)));
    let section = |id: &'static str, title: Sheet, rows: Vec<ReviewRow>| {
        let some = !rows.is_empty();
        let rows: Vec<_> = rows.into_iter().map(|row| review(&desk, row)).collect();
        some.then(|| {
            view! {
                <section aria-labelledby=id>
                    <h2 id=id>{title.text()}</h2>
                    <ol class="reviews">{rows}</ol>
                </section>
            }
        })
    };
    view! {
        <header class="sheet-head">
            <p class="sheet-title" dir="auto">{title}</p>
            <nav aria-label=Sheet::AroundTheReport.text()><a href=paths::board(&token)>{Sheet::BackToTheReport.text()}</a></nav>
        </header>
        <main class="sheet">
            <h1>{Sheet::ReviewTitle.text()}</h1>
            <p class="quiet">{Sheet::EditionFrozenOn.with(&[("number", edition.to_string()), ("day", day)])}</p>
            <p>{Sheet::ReviewHint.text()}</p>
            <p class="quiet">{Sheet::ReviewIsRead.text()}</p>
            {changes.map(changed)}
            {none.then(|| view! { <p class="empty">{Sheet::NothingBeforeTheBoard.text()}</p> })}
            {section("recommended", Sheet::BeforeTheBoard, recommended)}
            {section("steps", Sheet::StepsOfChange, steps)}
            {brought_list(brought)}
        </main>
    }
}

fn review(desk: &Desk, row: ReviewRow) -> impl IntoView + use<> {
    let ReviewRow {
        key,
        command,
        what,
        domain,
        why,
        holds,
        before,
    } = row;
    let typed = desk.draft.as_ref().filter(|(draft, _)| draft.key == key);
    let problem = typed.map(|(_, why)| why.clone());
    let open = typed.is_some();
    let draft = typed.map(|(draft, _)| draft.clone()).unwrap_or_else(|| ReviewDraft {
        key,
        ruling: holds.as_ref().and_then(|holds| holds.ruling),
        owner: holds.as_ref().and_then(|holds| holds.owner.clone()).unwrap_or_default(),
        horizon: holds
            .as_ref()
            .and_then(|holds| holds.horizon.clone())
            .unwrap_or_default(),
        comment: String::new(),
        speaker: desk.speaker.clone(),
    });
    let seen = holds.as_ref().map(|holds| holds.entry.to_string()).unwrap_or_default();
    let domain = domain.filter(|domain| *domain != what);
    view! {
        <li class="review" id=key.to_string()>
            <h3 class="words" dir="auto">{what.clone()}</h3>
            {domain.map(|domain| view! { <p class="quiet" dir="auto">{domain}</p> })}
            {why.map(|why| view! { <p dir="auto">{why}</p> })}
            {holds.map(board_words)}
            {history(before)}
            <details class="fold" open=open>
                <summary>{Sheet::SayWhatBecomesOf.text()}<span class="aside">": "{what}</span></summary>
                {form(desk, command, draft, seen, problem)}
            </details>
        </li>
    }
}

fn form(
    desk: &Desk,
    command: CommandId,
    draft: ReviewDraft,
    seen: String,
    problem: Option<String>,
) -> impl IntoView + use<> {
    let options = Ruling::ALL.map(Some).into_iter().chain([None]);
    let options: Vec<_> = options
        .map(|ruling| {
            let value = ruling.map_or("", Ruling::name);
            view! {
                <label class="check">
                    <input type="radio" name="ruling" value=value checked=draft.ruling == ruling />
                    <span>{ruling_name(ruling).text()}</span>
                </label>
            }
        })
        .collect();
    let action = format!("{}#{}", desk.action, draft.key);
    view! {
        <form method="post" action=action class="fields">
            {problem_line(problem)}
            <input type="hidden" name="id" value=command.to_string() />
            <input type="hidden" name="edition" value=desk.edition.to_string() />
            <input type="hidden" name="recommendation" value=draft.key.to_string() />
            <input type="hidden" name="seen" value=seen />
            <fieldset class="rulings">
                <legend>{Sheet::ReviewTitle.text()}</legend>
                {options}
            </fieldset>
            <label class="labelled">
                <span>{Sheet::WhoSeesToIt.text()}</span>
                <input name="owner" value=draft.owner maxlength="200" autocomplete="off" dir="auto" />
            </label>
            <label class="labelled">
                <span>{Sheet::ByWhen.text()}</span>
                <input name="horizon" value=draft.horizon maxlength="200" autocomplete="off" dir="auto" />
            </label>
            <label class="labelled">
                <span>{Sheet::CommentWord.text()}</span>
                <textarea name="comment" rows="3" maxlength="1000" dir="auto" inner_html=escaped(&draft.comment)></textarea>
            </label>
            <label class="labelled">
                <span>{Sheet::WhoSpeaks.text()}</span>
                <input name="speaker" value=draft.speaker maxlength="200" autocomplete="name" dir="auto" />
            </label>
            <button type="submit" class="primary">{Sheet::Save.text()}</button>
        </form>
    }
}

fn changed(changes: Changes) -> impl IntoView {
    let Changes {
        since,
        recommendations,
        themes,
        totals,
    } = changes;
    let moved = [
        moves(
            recommendations,
            [
                Sheet::RecommendationsNew,
                Sheet::RecommendationsGone,
                Sheet::RecommendationsChanged,
            ],
        ),
        moves(themes, [Sheet::ThemesNew, Sheet::ThemesGone, Sheet::ThemesChanged]),
    ];
    let totals: Vec<_> = TOTALS
        .into_iter()
        .zip(totals)
        .filter(|(_, (before, after))| before != after)
        .map(|(name, (before, after))| {
            let counts = Sheet::WasAndIs.with(&[("before", before), ("after", after)]);
            view! { <li>{name.text()}": "{counts}</li> }
        })
        .collect();
    let nothing = totals.is_empty() && moved.iter().all(Vec::is_empty);
    let moved: Vec<_> = moved.into_iter().flatten().collect();
    view! {
        <section aria-labelledby="changes" class="changes">
            <h2 id="changes">{Sheet::ChangedSince.with(&[("number", since)])}</h2>
            {nothing.then(|| view! { <p class="quiet">{Sheet::NothingElseChanged.text()}</p> })}
            {(!totals.is_empty()).then(|| view! { <ul class="totals">{totals}</ul> })}
            {moved}
        </section>
    }
}

/// What came, went and changed, each folded behind how many there are.
fn moves(moved: Moved, names: [Sheet; 3]) -> Vec<AnyView> {
    let [new, gone, altered] = names;
    let changed = moved.changed.into_iter().map(|(what, before, after)| {
        let said = Sheet::WasAndIs.with(&[("before", before), ("after", after)]);
        (what, Some(said))
    });
    let plain = |list: Vec<String>| list.into_iter().map(|what| (what, None)).collect::<Vec<_>>();
    let lists = [
        (new, plain(moved.new)),
        (gone, plain(moved.gone)),
        (altered, changed.collect()),
    ];
    let folds = lists.into_iter().filter(|(_, list)| !list.is_empty());
    folds
        .map(|(name, list)| {
            let count = list.len() as u32;
            let rows: Vec<_> = list
                .into_iter()
                .map(|(what, said)| {
                    view! {
                        <li>
                            <span class="words" dir="auto">{what}</span>
                            {said.map(|said| view! { <span class="quiet" dir="auto">" "{said}</span> })}
                        </li>
                    }
                })
                .collect();
            view! {
                <details class="fold">
                    <summary>{name.count(count)}</summary>
                    <ul>{rows}</ul>
                </details>
            }
            .into_any()
        })
        .collect()
}
