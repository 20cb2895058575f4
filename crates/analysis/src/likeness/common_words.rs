//! The words that say nothing of what a text is about, and the language that they tell.

use std::cmp::Ordering;

use visioncast_model::Language;

/// Words of grammar, and of every other wish.
const ENGLISH: &str = "a about after again all also am an and any are arent as at be because been before being below \
    between both but by can cant could did didnt do does doesnt doing done dont down during each either else ever every \
    everyone few for from further get gets give given go goes got had has have having he her here hers him his hope how \
    however i id if ill im in into is isnt it its itself ive just let lets like lot lots made make makes many may maybe me \
    might mine more most much must my need needed needs neither never new no none nor not now of off on once one only or \
    other others ought our ours out over own per please quite rather really same see shall she should shouldnt so some \
    such than that thats the their theirs them then there these they theyre thing things think this those though through \
    to too toward towards under until up upon us very via want wants was way we well were weve what when where whether \
    which while who whom whose why will with within without wont would wouldnt yes yet you your yours";

/// The same.
const SPANISH: &str = "a ademas ahi al algo algun alguna algunas alguno algunos alli ante antes aqui asi aun aunque bien cada \
    como con contra creo cual cuales cualquier cuando cuanto cuya cuyo da dar de debe deben deberia deberiamos deberian \
    debemos deber del desde donde dos durante e el ella ellas ello ellos en entonces entre era eran eres es esa esas ese eso \
    esos esta estaba estamos estan estar estas este esto estos estoy fue fueron gustaria ha haber habra hace hacen hacer \
    hacia haga hagan hagamos han hasta hay haya he hemos la las le les lo los mas me mejor mi mis misma mismas mismo mismos \
    mucha muchas mucho muchos muy nada ni ningun ninguna ninguno no nos nosotras nosotros nuestra nuestras nuestro nuestros \
    nunca o os otra otras otro otros para pero poca poco pocos poder podemos podria podriamos por porque pueda puede pueden \
    pues que queremos quien quienes quiero se sea seamos sean segun ser seria si sido siempre sin sobre sois solo somos son \
    soy su sus suya suyo tal tambien tampoco tan tanta tanto te tendria tenemos tener tengo ti tiene tienen toda todas \
    todavia todo todos tras tu tus u un una unas uno unos usted ustedes va vamos van vez y ya yo";

/// What many wishes are made of, whatever they are about: alone it ties nothing together.
const ENGLISH_WEAK: &str = "able area areas better best build building city community continue continues create creating develop \
    developed developing development different encourage ensure focus future good great help improve improved improving \
    increase keep level offer offering option options opportunity opportunities people place places provide provides \
    support supporting time town work year years";

/// The same.
const SPANISH_WEAK: &str = "anos ano apoyar apoyo ayuda ayudar buen buena bueno ciudad comunidad crear crecer desarrollar desarrollo \
    diferente futuro gente gran grande lugar lugares mantener mejorar mejores nivel nueva nuevas nuevo nuevos ofrecer opcion \
    opciones oportunidad oportunidades parte persona personas seguir tiempo trabajar trabajo";

/// Words that turn what is said into its opposite.
const TURNING: &str = "against arent cant didnt doesnt dont instead isnt less neither never no nobody none nor not shouldnt stop without \
    wont wouldnt contra jamas menos nadie ningun ninguna ninguno nunca sin tampoco";

/// Letters that English does without.
const OF_SPANISH: &str = "ñáéíóú¿¡";

/// What words add, by what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// It is about something.
    Full,
    /// It is in many wishes.
    Weak,
    /// It is grammar.
    None,
}

/// The lists of a language, sorted, so that a word is found at once.
pub(super) struct CommonWords {
    english: Vec<&'static str>,
    spanish: Vec<&'static str>,
    english_weak: Vec<&'static str>,
    spanish_weak: Vec<&'static str>,
    turning: Vec<&'static str>,
}

fn sorted(words: &'static str) -> Vec<&'static str> {
    let mut words: Vec<&str> = words.split_whitespace().collect();
    words.sort_unstable();
    words
}

fn has(words: &[&str], word: &str) -> bool {
    words.binary_search(&word).is_ok()
}

impl Default for CommonWords {
    fn default() -> Self {
        Self {
            english: sorted(ENGLISH),
            spanish: sorted(SPANISH),
            english_weak: sorted(ENGLISH_WEAK),
            spanish_weak: sorted(SPANISH_WEAK),
            turning: sorted(TURNING),
        }
    }
}

impl CommonWords {
    /// The language of a text, of those whose words are known here: the one more of whose words of grammar are among its
    /// `words`; where that tells nothing, English for words in its letters.
    pub(super) fn language<'a>(&self, text: &str, words: impl Iterator<Item = &'a str> + Clone) -> Option<Language> {
        let among = |list: &[&str]| words.clone().filter(|word| has(list, word)).count();
        let letters = text.to_lowercase().chars().any(|letter| OF_SPANISH.contains(letter));
        let english = among(&self.english);
        let spanish = among(&self.spanish) + usize::from(letters);
        match english.cmp(&spanish) {
            Ordering::Greater => Some(Language::English),
            Ordering::Less => Some(Language::Spanish),
            Ordering::Equal => words.clone().all(str::is_ascii).then_some(Language::English),
        }
    }

    /// What a word adds in a text of that language.
    pub(super) fn weight(&self, word: &str, language: Option<Language>) -> Weight {
        let (grammar, weak) = match language {
            Some(Language::English) => (&self.english, &self.english_weak),
            Some(Language::Spanish) => (&self.spanish, &self.spanish_weak),
            None => return Weight::Full,
        };
        if has(grammar, word) {
            Weight::None
        } else if has(weak, word) {
            Weight::Weak
        } else {
            Weight::Full
        }
    }

    /// Whether a word turns what is said into its opposite.
    pub(super) fn turns(&self, word: &str) -> bool {
        has(&self.turning, word)
    }
}
