//! Ideas that could have been somebody's.

use rand::seq::IndexedRandom as _;

const WHO: [&str; 12] = [
    "The board",
    "Every chapter",
    "Our members",
    "Program managers",
    "New mentors",
    "Small organizations",
    "The conference",
    "Researchers",
    "Mentees",
    "Each working group",
    "Partner organizations",
    "A team of volunteers",
];
const WHAT: [&str; 14] = [
    "should share what did not work",
    "could open a calm space for questions",
    "needs a plain guide to getting started",
    "should meet without flying anywhere",
    "could publish one story a month",
    "should listen before planning",
    "could try a small pilot first",
    "should caption and translate what it records",
    "could pair newcomers with somebody a year ahead",
    "should measure less and understand more",
    "could join hands with neighbouring organizations",
    "needs time set aside for reflection",
    "should agree on a few open standards",
    "could make a certificate that everybody can afford",
];
const WHY: [&str; 12] = [
    "so that nobody starts alone",
    "because trust takes time",
    "even where money is short",
    "before the next annual meeting",
    "so that others can build on it",
    "in every language that members speak",
    "and say openly what is not known yet",
    "together with those who have never been asked",
    "because good mentoring is learned",
    "so that small programs gain most",
    "and review it every two years",
    "without adding another platform",
];

/// Some idea; two are rarely the same.
pub(super) fn sentence() -> String {
    let pick = |from: &[&'static str]| from.choose(&mut rand::rng()).copied().unwrap_or_default();
    format!("{} {}, {}", pick(&WHO), pick(&WHAT), pick(&WHY))
}
