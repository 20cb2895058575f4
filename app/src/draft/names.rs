use visioncast_model::{Aspect, Current, Items, Language, Scale, Sorters};

/// The name of a field of a wording in another language.
#[must_use]
pub fn in_language(language: Language, name: &str) -> String {
    format!("{language}.{name}")
}

/// What a form calls a scale.
#[must_use]
pub const fn scale_name(scale: &Scale) -> &'static str {
    match scale {
        Scale::Mandate => "mandate",
        Scale::Link => "link",
        Scale::Verdict => "verdict",
        Scale::Confirm => "confirm",
        Scale::Carry => "carry",
        Scale::Gradient => "gradient",
        Scale::Rating { .. } => "rating",
        Scale::Choice { .. } => "choice",
        Scale::Ranking { .. } => "ranking",
        Scale::Opinion => "opinion",
        Scale::Dots { .. } => "dots",
        Scale::Places { .. } => "places",
    }
}

/// What a form calls those who group.
#[must_use]
pub const fn sorters_name(sorters: Sorters) -> &'static str {
    match sorters {
        Sorters::Panel => "panel",
        Sorters::Everybody => "everybody",
        Sorters::Alone => "alone",
    }
}

/// What a form calls an aspect.
#[must_use]
pub const fn aspect_name(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Nature => "nature",
        Aspect::Horizon => "horizon",
        Aspect::Grounds => "grounds",
        Aspect::Neighbour => "neighbour",
        Aspect::Lineage => "lineage",
        Aspect::Help => "help",
    }
}

/// What a form calls the things that a survey asks about.
#[must_use]
pub fn items_name(items: &Items) -> String {
    match items {
        Items::Question => "question".to_owned(),
        Items::Domains(_) => "domains".to_owned(),
        Items::Map => "map".to_owned(),
        Items::Wants => "wants".to_owned(),
        Items::Current(Current::Vision) => "vision".to_owned(),
        Items::Current(Current::Mission) => "mission".to_owned(),
        Items::Current(Current::Scope) => "scope".to_owned(),
        Items::Offers => "offers".to_owned(),
        Items::Assumptions => "assumptions".to_owned(),
        Items::Urgency => "urgency".to_owned(),
        Items::Ideas(activity) => format!("ideas.{activity}"),
        Items::Own(_) => "own".to_owned(),
        Items::Themes(activity) => format!("themes.{activity}"),
    }
}
