use leptos::prelude::*;
use visioncast_model::DomainId;

use crate::chart::{domain_hue, domain_mark};

/// What is wrong, above the form that it is about.
pub(super) fn problem_line(problem: Option<String>) -> impl IntoView {
    problem.map(|problem| view! { <p class="notice wrong" role="alert">{problem}</p> })
}

/// A domain by its mark and name.
pub(crate) fn domain_tag(id: DomainId, name: &str) -> impl IntoView + use<> {
    let hue = format!("domain-mark {}", domain_hue(id));
    view! {
        <span class="domain"><span class=hue aria-hidden="true">{domain_mark(name)}</span>{name.to_owned()}</span>
    }
}
