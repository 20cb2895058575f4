//! What groups answered to a survey: each by itself, and where they agree and part.

use leptos::prelude::*;
use visioncast_model::{Across, ByGroup, ConstituencyId, ItemId, Tally, view::SurveyItem};

use super::asked::{Asked, label};
use crate::{
    chart::{percent, quoted},
    language::Live,
};

/// The steps of shade of a share.
const SHADES: u32 = 5;

fn named(asked: &Asked, items: &[SurveyItem], item: ItemId) -> String {
    let known = items.iter().find(|known| known.item == item);
    known.map(|known| label(asked, known).0).unwrap_or_default()
}

/// The share of a group that is for it.
fn share(tally: Tally) -> u32 {
    percent(tally.agree, tally.total())
}

/// A table: what was asked about by groups, in percent. Groups of which nothing is shown are left out.
pub(crate) fn by_group(asked: &Asked, items: &[SurveyItem], groups: &ByGroup) -> impl IntoView + use<> {
    let shown: Vec<usize> = (0..groups.groups.len())
        .filter(|group| {
            groups
                .rows
                .iter()
                .any(|(_, told)| told.get(*group).is_some_and(Option::is_some))
        })
        .collect();
    if shown.is_empty() {
        return view! { <p class="groups-few">{Live::GroupsTooFew.text()}</p> }.into_any();
    }
    let heads: Vec<_> = shown
        .iter()
        .map(|group| view! { <th scope="col" dir="auto">{asked.group(groups.groups[*group])}</th> })
        .collect();
    let cell = |tally: Option<Tally>| {
        match tally {
        Some(tally) => {
            let share = share(tally);
            let shade = format!("shade-{}", 1 + share * (SHADES - 1) / 100);
            view! { <td class=shade><b>{share}" %"</b><small>"n "{tally.total()}</small></td> }.into_any()
        }
        None => view! { <td class="kept"><span aria-hidden="true">"–"</span><span class="aside">{Live::KeptBack.text()}</span></td> }
            .into_any(),
    }
    };
    let rows: Vec<_> = groups
        .rows
        .iter()
        .map(|(item, told)| {
            let cells: Vec<_> = shown
                .iter()
                .map(|group| cell(told.get(*group).copied().flatten()))
                .collect();
            view! { <tr><th scope="row" dir="auto"><span>{named(asked, items, *item)}</span></th>{cells}</tr> }
        })
        .collect();
    view! {
        <div class="by-group">
            <table>
                <thead><tr><td></td>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// What is said of the groups in one sentence.
pub(crate) fn across_title(asked: &Asked, items: &[SurveyItem], groups: &ByGroup, across: &Across) -> String {
    let compared = groups
        .rows
        .iter()
        .any(|(_, told)| told.iter().filter(|tally| tally.is_some()).count() > 1);
    match across.shared.first() {
        Some(item) => Live::GroupsShare.with(&[("words", quoted(&named(asked, items, *item)))]),
        None if compared => Live::GroupsShareNothing.owned(),
        None => Live::GroupsTooFew.owned(),
    }
}

/// Two lists: where the groups agree, with the least share of any of them, and where they part, with both ends.
pub(crate) fn across(asked: &Asked, items: &[SurveyItem], groups: &ByGroup, across: &Across) -> impl IntoView + use<> {
    let told = |item: ItemId| -> Vec<(Option<ConstituencyId>, Tally)> {
        let row = groups.rows.iter().find(|(known, _)| *known == item);
        let told = row.map(|(_, told)| told.as_slice()).unwrap_or_default();
        let both = groups.groups.iter().zip(told);
        both.filter_map(|(group, tally)| Some((*group, (*tally)?))).collect()
    };
    let share_of = |item: ItemId, group: Option<ConstituencyId>| {
        let told = told(item).into_iter().find(|(known, _)| *known == group);
        format!("{} %", told.map_or(0, |(_, tally)| share(tally)))
    };
    let shared: Vec<_> = across
        .shared
        .iter()
        .map(|item| {
            let least = told(*item)
                .into_iter()
                .map(|(_, tally)| share(tally))
                .min()
                .unwrap_or_default();
            view! {
                <li>
                    <p class="words" dir="auto">{named(asked, items, *item)}</p>
                    <p class="quiet">{Live::AtLeastForIt.with(&[("percent", least)])}</p>
                </li>
            }
        })
        .collect();
    let split: Vec<_> = across
        .split
        .iter()
        .map(|(item, most, least)| {
            let said = Live::GroupForAndAgainst.with(&[
                ("most", share_of(*item, *most)),
                ("group", asked.group(*most)),
                ("least", share_of(*item, *least)),
                ("other", asked.group(*least)),
            ]);
            view! {
                <li>
                    <p class="words" dir="auto">{named(asked, items, *item)}</p>
                    <p class="quiet">{said}</p>
                </li>
            }
        })
        .collect();
    let list = |title: Live, lines: Vec<_>| {
        (!lines.is_empty()).then(|| view! { <section><h2>{title.text()}</h2><ul>{lines}</ul></section> })
    };
    view! {
        <div class="across">
            {list(Live::WhereGroupsAgree, shared.into_iter().map(IntoAny::into_any).collect())}
            {list(Live::WhereGroupsPart, split.into_iter().map(IntoAny::into_any).collect())}
        </div>
    }
}
