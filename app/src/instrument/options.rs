use visioncast_model::{Plan, Scale, Survey};

use crate::language::{Live, spoken};

/// What the options of a survey are called on screens, in the order of the scale.
#[must_use]
pub(crate) fn options(plan: &Plan, survey: &Survey) -> Vec<String> {
    let own = plan
        .translations
        .get(&spoken())
        .map(|wording| wording.options.as_slice());
    let own = |place: usize| own.and_then(|own| own.get(place)).filter(|text| !text.is_empty());
    match &survey.scale {
        Scale::Choice { options, .. } | Scale::Ranking { options, .. } => options
            .iter()
            .enumerate()
            .map(|(place, option)| own(place).unwrap_or(option).clone())
            .collect(),
        scale => fixed(scale),
    }
}

/// The same for a scale alone: what it has from its facilitator stays as it is.
#[must_use]
pub(crate) fn fixed(scale: &Scale) -> Vec<String> {
    let names: &[Live] = match scale {
        Scale::Mandate => &[
            Live::MandateMust,
            Live::MandateMay,
            Live::MandateNotOurs,
            Live::OptionUnsure,
        ],
        Scale::Link => &[
            Live::LinkNone,
            Live::LinkWeak,
            Live::LinkClear,
            Live::LinkStrong,
            Live::OptionUnsure,
        ],
        Scale::Verdict => &[Live::VerdictReaffirm, Live::VerdictRevise, Live::VerdictReconceptualise],
        Scale::Confirm => &[Live::ConfirmRight, Live::ConfirmNotRight, Live::OptionUnsure],
        Scale::Carry => &[Live::CarryDoes, Live::CarryDoesNot, Live::CarryNotKnown],
        Scale::Gradient => &[
            Live::GradientFully,
            Live::GradientReserved,
            Live::GradientLiveWith,
            Live::GradientTalkFirst,
            Live::GradientAgainst,
        ],
        Scale::Opinion => &[Live::OpinionAgree, Live::OpinionDisagree, Live::OpinionPass],
        Scale::Places { .. } => {
            let mut names = scale.names();
            if let Some(none) = names.first_mut() {
                "–".clone_into(none);
            }
            return names;
        }
        Scale::Dots { .. } | Scale::Rating { .. } | Scale::Choice { .. } | Scale::Ranking { .. } => {
            return scale.names();
        }
    };
    names.iter().map(|name| name.owned()).collect()
}

#[cfg(test)]
mod tests {
    use visioncast_model::Language;

    use super::*;
    use crate::language::speaking;

    #[test]
    fn every_option_has_words_in_every_language() {
        let scales = [
            Scale::Mandate,
            Scale::Link,
            Scale::Verdict,
            Scale::Confirm,
            Scale::Carry,
            Scale::Gradient,
            Scale::Opinion,
            Scale::Dots { budget: 5, cap: 3 },
            Scale::Places { most: 3 },
        ];
        for scale in scales {
            for language in Language::ALL {
                let names = speaking(language, || fixed(&scale));
                assert_eq!(names.len(), scale.options(), "{scale:?} in {language}");
                assert!(names.iter().all(|name| !name.is_empty()), "{scale:?} in {language}");
            }
        }
    }
}
