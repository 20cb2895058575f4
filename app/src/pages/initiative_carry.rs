use leptos::prelude::*;

use super::initiative::{Desk, option};
use crate::{
    chart::agreement_in_words,
    language::Sheet,
    page::{Carry, CarryOffer},
};

/// See [`Carry`].
pub(super) fn carry(desk: &Desk, tab: Carry) -> impl IntoView + use<> {
    let Carry {
        panels,
        from,
        to,
        prompts,
        offers,
    } = tab;
    let few = panels.len() < 2;
    let head = view! {
        <h1>{Sheet::CarryStatements.text()}</h1>
        <p class="question">
            {Sheet::CarryText.text()}
        </p>
    };
    if few {
        return view! {
            {head}
            <p class="empty">{Sheet::CarryNeedsTwo.text()}</p>
        }
        .into_any();
    }
    let desk = desk.clone();
    view! {
        {head}
        {chooser(&desk, &panels, &from, &to, Sheet::ShowStatements.text())}
        {chosen(&desk, &from, &to, prompts, offers)}
    }
    .into_any()
}

/// The choice of two panels, as a form that only looks.
pub(super) fn chooser(
    desk: &Desk,
    panels: &[(String, String)],
    from: &str,
    to: &str,
    verb: &'static str,
) -> impl IntoView + use<> {
    let options = |chosen: &str| {
        let options = panels.iter();
        let options = options.map(|(code, title)| option(code.clone(), format!("{title} ({code})"), code == chosen));
        options.collect::<Vec<_>>()
    };
    view! {
        <form method="get" action=desk.action.clone() class="pair">
            <label class="labelled"><span>{Sheet::EarlierEvent.text()}</span><select name="from">{options(from)}</select></label>
            <label class="labelled"><span>{Sheet::LaterEvent.text()}</span><select name="to">{options(to)}</select></label>
            <button type="submit">{verb}</button>
        </form>
    }
}

fn chosen(
    desk: &Desk,
    from: &str,
    to: &str,
    prompts: Vec<(visioncast_model::ActivityId, String)>,
    offers: Vec<CarryOffer>,
) -> impl IntoView + use<> {
    if from == to {
        return view! { <p class="empty">{Sheet::ChooseTwo.text()}</p> }.into_any();
    }
    if prompts.is_empty() {
        return view! {
            <p class="empty">{Sheet::NoQuestionThere.text()}</p>
        }
        .into_any();
    }
    if offers.is_empty() {
        return view! { <p class="empty">{Sheet::NoStatementsThere.text()}</p> }.into_any();
    }
    let prompts: Vec<_> = prompts
        .into_iter()
        .map(|(id, title)| option(id.to_string(), title, false))
        .collect();
    let voted = offers.iter().filter(|offer| offer.tally.is_some()).count();
    let top = voted.min(10);
    let by_hand = offers.iter().any(|offer| offer.picked);
    let all = offers.len();
    let rows: Vec<_> = offers.into_iter().map(row).collect();
    view! {
        <form method="post" action=desk.action.clone() class="fields broad">
            {desk.hidden("carry")}
            <input type="hidden" name="from" value=from.to_owned() />
            <input type="hidden" name="to" value=to.to_owned() />
            <label class="labelled"><span>{Sheet::AsAnswersTo.text()}</span><select name="activity">{prompts}</select></label>
            <fieldset class="labelled">
                <legend>{Sheet::WhichStatements.text()}</legend>
                {(voted > 0).then(|| view! {
                    <label class="check">
                        <input type="radio" name="which" value="top" checked=!by_hand />
                        <span>
                            {Sheet::MostSupported.text()}" "
                            <input class="number" type="number" name="top" min="1" max=voted.to_string() value=top.to_string() aria-label=Sheet::HowManyMost.text() />
                        </span>
                    </label>
                })}
                <label class="check">
                    <input type="radio" name="which" value="all" checked=voted == 0 && !by_hand />
                    <span>{Sheet::AllOfThem.count(all as u32)}</span>
                </label>
                <label class="check">
                    <input type="radio" name="which" value="these" checked=by_hand />
                    <span>{Sheet::TickedBelow.text()}</span>
                </label>
            </fieldset>
            <ul class="all-ideas picks">{rows}</ul>
            <button type="submit" class="primary">{Sheet::CarryOver.text()}</button>
            <p class="quiet">
                {Sheet::CarryHint.text()}
            </p>
        </form>
    }
    .into_any()
}

fn row(offer: CarryOffer) -> impl IntoView {
    let CarryOffer {
        idea,
        words,
        tally,
        there,
        picked,
    } = offer;
    let support = tally.map_or_else(|| Sheet::NoVoteShown.owned(), agreement_in_words);
    view! {
        <li>
            <label class="check">
                <input type="checkbox" name="idea" value=idea.to_string() checked=picked disabled=there />
                <span>
                    <span class="words" dir="auto">{words}</span>
                    <small>{support}{there.then(|| format!(" {}", Sheet::ThereAlready.text()))}</small>
                </span>
            </label>
        </li>
    }
}
