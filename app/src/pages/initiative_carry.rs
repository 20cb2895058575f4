use leptos::prelude::*;

use super::initiative::{Desk, option};
use crate::{
    chart::agreement_in_words,
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
        <h1>"Carry statements over"</h1>
        <p class="question">
            "The same statement, word for word, is voted on again at a later event. So the two rounds can be compared."
        </p>
    };
    if few {
        return view! {
            {head}
            <p class="empty">"This needs two panels in this initiative: one with statements, and one to carry them into."</p>
        }
        .into_any();
    }
    let desk = desk.clone();
    view! {
        {head}
        {chooser(&desk, &panels, &from, &to, "Show its statements")}
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
            <label class="labelled"><span>"Earlier event"</span><select name="from">{options(from)}</select></label>
            <label class="labelled"><span>"Later event"</span><select name="to">{options(to)}</select></label>
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
        return view! { <p class="empty">"Choose two different events."</p> }.into_any();
    }
    if prompts.is_empty() {
        return view! {
            <p class="empty">"The later event has no question in people's own words on its agenda. Add one, then come back."</p>
        }
        .into_any();
    }
    if offers.is_empty() {
        return view! { <p class="empty">"The earlier event has no statements that can be seen."</p> }.into_any();
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
            <label class="labelled"><span>"As answers to"</span><select name="activity">{prompts}</select></label>
            <fieldset class="labelled">
                <legend>"Which statements"</legend>
                {(voted > 0).then(|| view! {
                    <label class="check">
                        <input type="radio" name="which" value="top" checked=!by_hand />
                        <span>
                            "The most supported: "
                            <input class="number" type="number" name="top" min="1" max=voted.to_string() value=top.to_string() aria-label="How many of the most supported" />
                        </span>
                    </label>
                })}
                <label class="check">
                    <input type="radio" name="which" value="all" checked=voted == 0 && !by_hand />
                    <span>{format!("All {all} of them")}</span>
                </label>
                <label class="check">
                    <input type="radio" name="which" value="these" checked=by_hand />
                    <span>"Those ticked below"</span>
                </label>
            </fieldset>
            <ul class="all-ideas picks">{rows}</ul>
            <button type="submit" class="primary">"Carry over"</button>
            <p class="quiet">
                "Each statement comes once, with its author's choice on being quoted. Nothing tells the later event who wrote it."
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
    let support = tally.map_or_else(|| "No vote on it was shown.".to_owned(), agreement_in_words);
    view! {
        <li>
            <label class="check">
                <input type="checkbox" name="idea" value=idea.to_string() checked=picked disabled=there />
                <span>
                    <span class="words" dir="auto">{words}</span>
                    <small>{support}{there.then_some(" It is there already.")}</small>
                </span>
            </label>
        </li>
    }
}
