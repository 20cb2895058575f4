//! What a survey asks about, and on which scale. The page shows of it what the choices call for (`console.css`); without that
//! it shows everything.

use leptos::prelude::*;
use visioncast_model::{ActivityId, Current, Items, Scale};

use super::{Desk, edit::domains, field::Form};
use crate::{
    draft::{items_name, scale_name},
    instrument::fixed,
    language::{Live, Sheet},
};

/// The fields that only a survey has.
pub(super) fn fields(desk: &Desk, form: &Form<'_>, own: ActivityId) -> AnyView {
    let several = form.draft.has("several", "yes");
    view! {
        {form.choice("items", Sheet::AsksAbout, items(desk, own))}
        <div class="only only-domains">{domains(desk, form, Sheet::DomainsAskedAbout)}</div>
        <div class="only only-own">
            {form.area("statements", (Sheet::Statements, Some(Sheet::OneOnEachLine)), 4, None)}
        </div>
        {form.choice("scale", Sheet::AnsweredOn, scales())}
        <div class="only only-rating fields">
            {form.number("points", (Sheet::Points, None))}
            {form.line("low", (Sheet::LowEnd, None), false)}
            {form.line("high", (Sheet::HighEnd, None), false)}
        </div>
        <div class="only only-options">
            {form.area("options", (Sheet::Options, Some(Sheet::OptionsHint)), 5, None)}
        </div>
        <div class="only only-choice">
            <label class="check">
                <input type="checkbox" name="several" value="yes" checked=several />
                <span>{Sheet::SeveralMayBeTaken.text()}</span>
            </label>
        </div>
        <div class="only only-ranking">{form.number("most", (Sheet::HowManyRanked, None))}</div>
        <div class="only only-dots side-by-side">
            {form.number("budget", (Sheet::DotsForEach, None))}
            {form.number("cap", (Sheet::DotsOnOne, None))}
        </div>
        <div class="only only-places">{form.number("places", (Sheet::PlacesToGive, None))}</div>
        <div class="side-by-side">
            {form.number("each", (Sheet::HowManyEach, Some(Sheet::HowManyEachHint)))}
            {form.number("threshold", (Sheet::Threshold, Some(Sheet::ThresholdHint)))}
        </div>
        {form.line("reason", (Sheet::ReasonAsked, Some(Sheet::ReasonAskedHint)), false)}
        {form.line("additions", (Sheet::AdditionsAsked, Some(Sheet::AdditionsAskedHint)), false)}
    }
    .into_any()
}

fn items(desk: &Desk, own: ActivityId) -> Vec<(String, String)> {
    let listed = [
        (Items::Question, Sheet::AsksQuestion),
        (Items::Domains(Vec::new()), Sheet::AsksDomains),
        (Items::Map, Sheet::AsksMap),
        (Items::Wants, Sheet::AsksWants),
        (Items::Current(Current::Vision), Sheet::AsksVision),
        (Items::Current(Current::Mission), Sheet::AsksMission),
        (Items::Current(Current::Scope), Sheet::AsksScope),
        (Items::Offers, Sheet::AsksOffers),
        (Items::Assumptions, Sheet::AsksAssumptions),
        (Items::Urgency, Sheet::AsksUrgency),
        (Items::Own(Vec::new()), Sheet::AsksOwn),
    ];
    let listed = listed.map(|(items, words)| (items_name(&items), words.owned()));
    let of = |items: Items, title: &str, words: Sheet| {
        let quoted = Live::Quoted.with(&[("words", title)]);
        (items_name(&items), words.with(&[("title", quoted)]))
    };
    let others = desk.sources.iter().filter(|(id, _)| *id != own);
    let ideas = others.map(|(id, title)| of(Items::Ideas(*id), title, Sheet::AsksIdeas));
    let themes = desk
        .prompts
        .iter()
        .map(|(id, title)| of(Items::Themes(*id), title, Sheet::AsksThemes));
    listed.into_iter().chain(ideas).chain(themes).collect()
}

fn scales() -> Vec<(String, String)> {
    let fixed_ones = [
        Scale::Mandate,
        Scale::Link,
        Scale::Verdict,
        Scale::Confirm,
        Scale::Carry,
        Scale::Gradient,
        Scale::Opinion,
    ];
    let fixed_ones = fixed_ones.map(|scale| (scale_name(&scale).to_owned(), fixed(&scale).join(" · ")));
    let others = [
        ("rating", Sheet::ScaleRating),
        ("choice", Sheet::ScaleChoice),
        ("ranking", Sheet::ScaleRanking),
        ("dots", Sheet::ScaleDots),
        ("places", Sheet::ScalePlaces),
    ];
    let others = others.map(|(name, words)| (name.to_owned(), words.owned()));
    fixed_ones.into_iter().chain(others).collect()
}
