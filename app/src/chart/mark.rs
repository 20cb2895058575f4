use visioncast_model::DomainId;

/// How many hues there are for domains; beyond, they begin again, and the mark tells them apart.
const HUES: u16 = 10;

/// Two letters that stand for a domain, beside its colour: the initials of its first two words, or the
/// beginning of its only one.
#[must_use]
pub fn domain_mark(name: &str) -> String {
    let mut words = name.split(|sign: char| !sign.is_alphanumeric()).filter(|word| {
        !word.is_empty()
            && !matches!(
                *word,
                "and" | "of" | "the" | "y" | "e" | "de" | "la" | "el" | "los" | "las"
            )
    });
    let first = words.next().unwrap_or("?");
    match words.next() {
        Some(second) => {
            let initials = [first, second].into_iter().filter_map(|word| word.chars().next());
            initials.flat_map(char::to_uppercase).collect()
        }
        None => {
            let mut signs = first.chars();
            signs
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .chain(signs.next())
                .collect()
        }
    }
}

/// The class that gives a domain its hue.
#[must_use]
pub fn domain_hue(domain: DomainId) -> String {
    format!("hue-{}", domain.0.saturating_sub(1) % HUES + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_domains_of_the_template_have_marks_of_their_own() {
        let names = [
            "resources",
            "setting standards",
            "people",
            "connection & community",
            "awards & recognition",
            "conferences & symposiums",
            "collaborations",
            "technology & innovation",
            "data",
            "professional development",
        ];
        let marks: Vec<String> = names.iter().map(|name| domain_mark(name)).collect();
        assert_eq!(marks, ["Re", "SS", "Pe", "CC", "AR", "CS", "Co", "TI", "Da", "PD"]);
        assert_eq!(domain_mark("Éducation"), "Éd");
        assert_eq!(domain_mark(""), "?");
    }

    #[test]
    fn hues_begin_again() {
        assert_eq!(domain_hue(DomainId(1)), "hue-1");
        assert_eq!(domain_hue(DomainId(10)), "hue-10");
        assert_eq!(domain_hue(DomainId(11)), "hue-1");
        assert_eq!(domain_hue(DomainId(0)), "hue-1");
    }
}
