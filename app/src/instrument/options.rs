use visioncast_model::{Language, Plan, Scale, Survey};

/// What the options of a survey are called on screens, in the order of the scale.
#[must_use]
pub(crate) fn options(plan: &Plan, survey: &Survey, language: Language) -> Vec<String> {
    let own = plan
        .translations
        .get(&language)
        .map(|wording| wording.options.as_slice());
    let own = |place: usize| own.and_then(|own| own.get(place)).filter(|text| !text.is_empty());
    match &survey.scale {
        Scale::Choice { options, .. } | Scale::Ranking { options, .. } => options
            .iter()
            .enumerate()
            .map(|(place, option)| own(place).unwrap_or(option).clone())
            .collect(),
        scale => fixed(scale, language),
    }
}

/// The same for a scale alone: what it has from its facilitator stays as it is.
#[must_use]
pub(crate) fn fixed(scale: &Scale, language: Language) -> Vec<String> {
    let names: &[&str] = match (scale, language) {
        (Scale::Mandate, Language::English) => &["Must", "May", "Not ours", "Unsure"],
        (Scale::Mandate, Language::Spanish) => &["Debe", "Puede", "No le toca", "No sé"],
        (Scale::Link, Language::English) => &["No link", "Weak", "Clear", "Strong", "Unsure"],
        (Scale::Link, Language::Spanish) => &["Sin relación", "Débil", "Clara", "Fuerte", "No sé"],
        (Scale::Verdict, Language::English) => &["Reaffirm", "Revise", "Re-conceptualise"],
        (Scale::Verdict, Language::Spanish) => &["Reafirmar", "Revisar", "Replantear"],
        (Scale::Confirm, Language::English) => &["Right", "Not right", "Unsure"],
        (Scale::Confirm, Language::Spanish) => &["Correcto", "No es así", "No sé"],
        (Scale::Carry, Language::English) => &["It carries", "It does not", "I don’t know it"],
        (Scale::Carry, Language::Spanish) => &["Sostiene", "No sostiene", "No lo conozco"],
        (Scale::Gradient, Language::English) => &[
            "Fully for it",
            "For it, with reservations",
            "I can live with it",
            "More talk first",
            "Against it",
        ],
        (Scale::Gradient, Language::Spanish) => &[
            "Totalmente a favor",
            "A favor, con reservas",
            "Puedo aceptarlo",
            "Hay que hablarlo más",
            "En contra",
        ],
        (Scale::Rating { .. } | Scale::Choice { .. } | Scale::Ranking { .. }, _) => return scale.names(),
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_has_words_in_every_language() {
        let scales = [
            Scale::Mandate,
            Scale::Link,
            Scale::Verdict,
            Scale::Confirm,
            Scale::Carry,
            Scale::Gradient,
        ];
        for scale in scales {
            for language in Language::ALL {
                assert_eq!(
                    fixed(&scale, language).len(),
                    scale.options(),
                    "{scale:?} in {language}"
                );
            }
        }
    }
}
