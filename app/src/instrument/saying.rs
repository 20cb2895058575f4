use visioncast_model::Language;

use crate::{chart::shortened, language::spoken};

/// The longest words that a sentence quotes, in characters.
const QUOTE: usize = 110;
/// The same where it quotes several.
const SHORT: usize = 40;

/// What screens say of surveys. Shares come as words that begin a sentence; what is quoted comes bare.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Saying {
    // Headings.
    WhatItTakes,
    WhatMakesEffective,
    WhatIsUrgent,
    WhatIsNeeded,
    Erased,
    // Before the reveal.
    HaveAnswered {
        people: u32,
    },
    HaveWritten {
        people: u32,
    },
    ResultIn,
    ReflectionsIn,
    EachFills {
        people: u32,
    },
    CellsFill,
    HiddenUntilShown,
    ClosedResultNext,
    ReflectionsStayHidden,
    ClosedReflectionsNext,
    // Mandates.
    IsMust {
        share: String,
        what: String,
    },
    MustOrMay {
        share: String,
        what: String,
    },
    NotOurs {
        share: String,
        what: String,
    },
    NoMajority {
        what: String,
    },
    NobodyOn {
        what: String,
    },
    Nobody,
    MustsReach {
        which: Vec<String>,
        of: usize,
        percent: u8,
    },
    NoMustReaches {
        percent: u8,
        best: String,
        share: String,
    },
    // Confirming and carrying.
    IsRight {
        share: String,
        what: String,
    },
    IsWrong {
        share: String,
        what: String,
    },
    MostAreRight {
        right: usize,
        of: usize,
        weakest: String,
    },
    Carries {
        share: String,
        what: String,
    },
    CarriesNot {
        share: String,
        what: String,
    },
    Unknown {
        share: String,
        what: String,
    },
    MostCarry {
        carry: usize,
        of: usize,
        weakest: String,
    },
    // Gradient.
    AreFor {
        share: String,
        what: String,
    },
    CanLive {
        share: String,
        what: String,
    },
    AreAgainst {
        share: String,
        what: String,
    },
    // Links.
    RowLinks {
        principle: String,
        domain: String,
        strength: String,
    },
    RowEmpty {
        principle: String,
    },
    Strongest {
        principle: String,
        domain: String,
        strength: String,
        split: usize,
    },
    StrengthOf {
        strength: String,
    },
    Split,
    StrongerNow,
    CellNote,
    Linked {
        share: String,
        what: String,
    },
    // One question.
    Chose {
        share: String,
        what: String,
    },
    ChoseSeveral {
        share: String,
        what: String,
    },
    Level {
        what: String,
        other: String,
        share: String,
    },
    Ranked {
        what: String,
        points: u32,
    },
    Verdict {
        share: String,
        what: String,
    },
    MiddleAnswer {
        point: usize,
        of: usize,
    },
    HighestMiddle {
        what: String,
        point: usize,
        of: usize,
    },
    MiddleWas {
        point: usize,
    },
    // Notes.
    Answered {
        people: u32,
    },
    NumbersArePeople,
    NumbersArePoints {
        most: u8,
    },
    UnsureApart {
        percent: u8,
    },
    SurestFirst,
    ShiftIn,
    AndMore {
        count: usize,
    },
    FirstAsking,
    // Reflections and volunteers.
    InTheRoomsWords,
    NoneToQuote,
    MoreReflections {
        count: u32,
    },
    OnYourPhone,
    SayWhatFor,
    KeptApart,
    // At the desk.
    ClosesIn {
        seconds: i64,
    },
    ClosesAfter {
        seconds: u16,
    },
    FirstAndNow {
        before: u32,
        now: u32,
        moved: String,
    },
    SecondTime,
    RoomIsTold,
    YourNotes,
    AnsweredWhat,
    AskAgain,
    ComesNext,
    OwnPace,
    OnePace,
    ToOwnPace,
    ToOnePace,
    OwnPaceMeans,
    OnePaceMeans,
    LeaveIt,
    OpenEverything,
    CloseOthers,
    DoesAgain,
    DoesPace,
    ByName,
    NewestReflections,
    NewestAdditions,
    EnterAnswers,
    Surveys,
    SheetOrder,
    SheetHint,
    HeardReflections,
}

impl Saying {
    /// In the language that is spoken.
    pub(crate) fn text(&self) -> String {
        match spoken() {
            Language::English => self.english(),
            Language::Spanish => self.spanish(),
        }
    }

    fn english(&self) -> String {
        let quote = |what: &str| format!("“{}”", shortened(what, QUOTE));
        match self {
            Self::WhatItTakes => "What an association is".into(),
            Self::WhatMakesEffective => "What makes it effective".into(),
            Self::WhatIsUrgent => "What makes change urgent".into(),
            Self::WhatIsNeeded => "What people need now".into(),
            Self::Erased => "The words were erased.".into(),
            Self::HaveAnswered { people } => format!("of {people} have answered"),
            Self::HaveWritten { people } => format!("of {people} have written"),
            Self::ResultIn => "The result in".into(),
            Self::ReflectionsIn => "What may be quoted in".into(),
            Self::EachFills { people: 1 } => "Each bar fills with everyone who answers, up to the 1 person in the room. What they answered is hidden until it is shown here.".into(),
            Self::EachFills { people } => format!("Each bar fills with everyone who answers, up to the {people} in the room. What they answered is hidden until it is shown here."),
            Self::CellsFill => "Each cell fills with everyone who answers it. What they answered is hidden until it is shown here.".into(),
            Self::HiddenUntilShown => "What people answer is hidden from everyone until it is shown here.".into(),
            Self::ClosedResultNext => "Closed. The result comes next.".into(),
            Self::ReflectionsStayHidden => "What you write stays off this screen, unless you say that it may be quoted.".into(),
            Self::ClosedReflectionsNext => "Closed. What may be quoted comes next.".into(),
            Self::IsMust { share, what } => format!("{share} say: {} is a must", quote(what)),
            Self::MustOrMay { share, what } => format!("{share} say: {} must or may be ours", quote(what)),
            Self::NotOurs { share, what } => format!("{share} say: {} is not ours to do", quote(what)),
            Self::NoMajority { what } => format!("No majority either way: {}", quote(what)),
            Self::NobodyOn { what } => format!("Nobody answered on {}", quote(what)),
            Self::Nobody => "Nobody answered, so there is nothing to show".into(),
            Self::MustsReach { which, of, percent } => {
                let names: Vec<String> = which.iter().map(|name| shortened(name, SHORT)).collect();
                let verb = if which.len() == 1 { "is" } else { "are" };
                format!("{} of {of} {verb} a must by the {percent} % set before: {}", which.len(), names.join(", "))
            }
            Self::NoMustReaches { percent, best, share } => {
                format!("Nothing reaches the {percent} % set before. The strongest must: {}. {share} say so", quote(best))
            }
            Self::IsRight { share, what } => format!("{share} say it is right: {}", quote(what)),
            Self::IsWrong { share, what } => format!("{share} say it is not right: {}", quote(what)),
            Self::MostAreRight { right, of, weakest } => {
                format!("{right} of {of} are right to more than half of those asked. The most doubted: {}", quote(weakest))
            }
            Self::Carries { share, what } => format!("{share} say it carries: {}", quote(what)),
            Self::CarriesNot { share, what } => format!("{share} say it does not carry: {}", quote(what)),
            Self::Unknown { share, what } => format!("{share} do not know it: {}", quote(what)),
            Self::MostCarry { carry, of, weakest } => {
                format!("{carry} of {of} carry, say more than half of those asked. The weakest: {}", quote(weakest))
            }
            Self::AreFor { share, what } => format!("{share} are for it: {}", quote(what)),
            Self::CanLive { share, what } => format!("{share} can at least live with it: {}", quote(what)),
            Self::AreAgainst { share, what } => format!("{share} are against it, or want more talk: {}", quote(what)),
            Self::RowLinks { principle, domain, strength } => {
                format!("{} links most to {}: {strength} of 3", quote(principle), domain)
            }
            Self::RowEmpty { principle } => format!("Nobody answered on {}", quote(principle)),
            Self::Strongest { principle, domain, strength, split: 0 } => {
                format!("The strongest link, {strength} of 3: {} with {domain}", quote(principle))
            }
            Self::Strongest { principle, domain, strength, split } => format!(
                "The strongest link, {strength} of 3: {} with {domain}. On {split} {} the room is split",
                quote(principle),
                if *split == 1 { "cell" } else { "cells" }
            ),
            Self::StrengthOf { strength } => format!("strength {strength} of 3"),
            Self::Split => "split: the answers lie far apart".into(),
            Self::StrongerNow => "stronger or weaker than the first time".into(),
            Self::CellNote => "Large: how strong, from 0 (no link) to 3 (strong), on average. Small: how many said so. The unsure are left out.".into(),
            Self::Linked { share, what } => format!("{share} see a clear or strong link: {}", quote(what)),
            Self::Chose { share, what } => format!("{share} chose {}", quote(what)),
            Self::ChoseSeveral { share, what } => format!("{share} took {}, among others", quote(what)),
            Self::Level { what, other, share } => format!("{} and {} are level. {share} chose each", quote(what), quote(other)),
            Self::Ranked { what, points } => format!("The room puts first: {}, with {points} points", quote(what)),
            Self::Verdict { share, what } => format!("{share} say: {}", what.to_lowercase()),
            Self::MiddleAnswer { point, of } => format!("The middle answer is {point} of {of}"),
            Self::HighestMiddle { what, point, of } => format!("Highest, with {point} of {of} in the middle: {}", quote(what)),
            Self::MiddleWas { point } => format!("first time: {point}"),
            Self::Answered { people: 1 } => "1 person answered.".into(),
            Self::Answered { people } => format!("{people} people answered."),
            Self::NumbersArePeople => "Numbers are people; n is how many answered.".into(),
            Self::NumbersArePoints { most } => format!("Points: {most} for a first place, one less for each further one."),
            Self::UnsureApart { percent: 0 } => "Shares are of those who are sure.".into(),
            Self::UnsureApart { percent } => format!("Shares are of those who are sure. The line: {percent} %, set before."),
            Self::SurestFirst => "The surest support comes first.".into(),
            Self::ShiftIn => "Dots: the first time, and now, in percentage points.".into(),
            Self::AndMore { count } => format!("{count} more are in the report."),
            Self::FirstAsking => "First time".into(),
            Self::InTheRoomsWords => "From the room".into(),
            Self::NoneToQuote => "Nobody's reflection may be quoted here. All of them are read.".into(),
            Self::MoreReflections { count: 1 } => "1 reflection came in. Only what may be quoted is shown.".into(),
            Self::MoreReflections { count } => format!("{count} reflections came in. Only what may be quoted is shown."),
            Self::OnYourPhone => "Open this on your phone".into(),
            Self::SayWhatFor => "Say what you would like to help with, and how to reach you".into(),
            Self::KeptApart => "It is kept apart: nothing joins your name to what you answered here".into(),
            Self::ClosesIn { seconds } => format!("Time is up; it closes by itself in {seconds} s"),
            Self::ClosesAfter { seconds } => format!("closes by itself {seconds} s after"),
            Self::FirstAndNow { before, now, moved } => format!("first {before} %, now {now} %: {moved}"),
            Self::SecondTime => "second time".into(),
            Self::RoomIsTold => "The room is told".into(),
            Self::YourNotes => "Your notes, for facilitators alone".into(),
            Self::AnsweredWhat => "How many have answered what".into(),
            Self::AskAgain => "Ask again".into(),
            Self::ComesNext => "Comes next on the agenda. The result shows how the room has moved.".into(),
            Self::OwnPace => "Everybody at their own pace …".into(),
            Self::OnePace => "Back to one pace …".into(),
            Self::ToOwnPace => "Let everybody go at their own pace?".into(),
            Self::ToOnePace => "Go back to one pace?".into(),
            Self::OwnPaceMeans => "Every item of the agenda takes answers at once, in its order. What was closed opens again.".into(),
            Self::OnePaceMeans => "Everything but what is on screen is closed. All answers are kept, and you lead item by item.".into(),
            Self::LeaveIt => "Leave it as it is".into(),
            Self::OpenEverything => "Open everything".into(),
            Self::CloseOthers => "Close the others".into(),
            Self::DoesAgain => "Ask what is on screen again, after its result".into(),
            Self::DoesPace => "Everybody at their own pace, or back to one".into(),
            Self::ByName => "to be quoted by name".into(),
            Self::NewestReflections => "Newest reflections".into(),
            Self::NewestAdditions => "Newest additions".into(),
            Self::EnterAnswers => "Enter somebody’s answers to a survey".into(),
            Self::Surveys => "Surveys".into(),
            Self::SheetOrder => "One sheet is one person. Choose the first place, then the second; leave empty what they left empty.".into(),
            Self::SheetHint => "One sheet is one person. Leave empty what they left empty.".into(),
            Self::HeardReflections => "Reflections that may be quoted".into(),
        }
    }

    fn spanish(&self) -> String {
        let quote = |what: &str| format!("«{}»", shortened(what, QUOTE));
        match self {
            Self::WhatItTakes => "Qué es una asociación".into(),
            Self::WhatMakesEffective => "Qué la hace eficaz".into(),
            Self::WhatIsUrgent => "Qué hace urgente el cambio".into(),
            Self::WhatIsNeeded => "Qué hace falta ahora".into(),
            Self::Erased => "El texto se borró.".into(),
            Self::HaveAnswered { people } => format!("de {people} han respondido"),
            Self::HaveWritten { people } => format!("de {people} han escrito"),
            Self::ResultIn => "El resultado en".into(),
            Self::ReflectionsIn => "Lo que se puede citar, en".into(),
            Self::EachFills { people } => format!("Cada barra se llena con quienes responden, hasta {people} en la sala. Lo que respondieron no se ve hasta que se muestre aquí."),
            Self::CellsFill => "Cada casilla se llena con quienes la responden. Lo que respondieron no se ve hasta que se muestre aquí.".into(),
            Self::HiddenUntilShown => "Nadie ve lo que se responde hasta que se muestre aquí.".into(),
            Self::ClosedResultNext => "Cerrado. Ahora viene el resultado.".into(),
            Self::ReflectionsStayHidden => "Lo que usted escriba no aparece aquí, salvo que diga que se puede citar.".into(),
            Self::ClosedReflectionsNext => "Cerrado. Ahora viene lo que se puede citar.".into(),
            Self::IsMust { share, what } => format!("{share}: {} es un deber", quote(what)),
            Self::MustOrMay { share, what } => format!("{share}: {} debe o puede ser lo nuestro", quote(what)),
            Self::NotOurs { share, what } => format!("{share}: {} no nos toca", quote(what)),
            Self::NoMajority { what } => format!("Sin mayoría: {}", quote(what)),
            Self::NobodyOn { what } => format!("Nadie respondió sobre {}", quote(what)),
            Self::Nobody => "Nadie respondió, así que no hay nada que mostrar".into(),
            Self::MustsReach { which, of, percent } => {
                let names: Vec<String> = which.iter().map(|name| shortened(name, SHORT)).collect();
                format!("Alcanzan el {percent} % fijado antes, como deber, {} de {of}: {}", which.len(), names.join(", "))
            }
            Self::NoMustReaches { percent, best, share } => {
                format!("Nada alcanza el {percent} % fijado antes. El deber más claro: {} ({share})", quote(best))
            }
            Self::IsRight { share, what } => format!("{share}: es correcto: {}", quote(what)),
            Self::IsWrong { share, what } => format!("{share}: no es así: {}", quote(what)),
            Self::MostAreRight { right, of, weakest } => {
                format!("{right} de {of} son correctos para más de la mitad. El más dudoso: {}", quote(weakest))
            }
            Self::Carries { share, what } => format!("{share}: sostiene: {}", quote(what)),
            Self::CarriesNot { share, what } => format!("{share}: no sostiene: {}", quote(what)),
            Self::Unknown { share, what } => format!("{share}: no lo conocen: {}", quote(what)),
            Self::MostCarry { carry, of, weakest } => {
                format!("{carry} de {of} sostienen para más de la mitad. El más débil: {}", quote(weakest))
            }
            Self::AreFor { share, what } => format!("{share} a favor: {}", quote(what)),
            Self::CanLive { share, what } => format!("{share} al menos lo aceptan: {}", quote(what)),
            Self::AreAgainst { share, what } => format!("{share} en contra, o por hablarlo más: {}", quote(what)),
            Self::RowLinks { principle, domain, strength } => {
                format!("{} se une sobre todo a {domain}: {strength} de 3", quote(principle))
            }
            Self::RowEmpty { principle } => format!("Nadie respondió sobre {}", quote(principle)),
            Self::Strongest { principle, domain, strength, split: 0 } => {
                format!("La relación más fuerte, {strength} de 3: {} con {domain}", quote(principle))
            }
            Self::Strongest { principle, domain, strength, split } => format!(
                "La relación más fuerte, {strength} de 3: {} con {domain}. En {split} {} la sala está dividida",
                quote(principle),
                if *split == 1 { "casilla" } else { "casillas" }
            ),
            Self::StrengthOf { strength } => format!("fuerza {strength} de 3"),
            Self::Split => "dividida: las respuestas están muy alejadas".into(),
            Self::StrongerNow => "más fuerte o más débil que la primera vez".into(),
            Self::CellNote => "Grande: la fuerza media, de 0 (sin relación) a 3 (fuerte). Pequeño: cuántos lo dijeron. Sin quienes no saben.".into(),
            Self::Linked { share, what } => format!("{share}: relación clara o fuerte: {}", quote(what)),
            Self::Chose { share, what } => format!("{share}: {}", quote(what)),
            Self::ChoseSeveral { share, what } => format!("{share}, entre otras: {}", quote(what)),
            Self::Level { what, other, share } => format!("{} y {} están a la par. {share} por cada una", quote(what), quote(other)),
            Self::Ranked { what, points } => format!("En primer lugar: {}, con {points} puntos", quote(what)),
            Self::Verdict { share, what } => format!("{share}: {}", what.to_lowercase()),
            Self::MiddleAnswer { point, of } => format!("La respuesta del medio es {point} de {of}"),
            Self::HighestMiddle { what, point, of } => format!("Lo más alto, con {point} de {of} en el medio: {}", quote(what)),
            Self::MiddleWas { point } => format!("la primera vez: {point}"),
            Self::Answered { people: 1 } => "Respondió 1 persona.".into(),
            Self::Answered { people } => format!("Respondieron {people} personas."),
            Self::NumbersArePeople => "Los números son personas; n es cuántas respondieron.".into(),
            Self::NumbersArePoints { most } => format!("Puntos: {most} por un primer lugar, uno menos por cada lugar siguiente."),
            Self::UnsureApart { percent: 0 } => "Las partes son de quienes están seguros.".into(),
            Self::UnsureApart { percent } => format!("Las partes son de quienes están seguros. La línea: {percent} %, fijado antes."),
            Self::SurestFirst => "Primero el apoyo más seguro.".into(),
            Self::ShiftIn => "Puntos: la primera vez y ahora, en puntos porcentuales.".into(),
            Self::AndMore { count } => format!("{count} más están en el informe."),
            Self::FirstAsking => "La primera vez".into(),
            Self::InTheRoomsWords => "De la sala".into(),
            Self::NoneToQuote => "Ninguna reflexión se puede citar aquí. Todas se leen.".into(),
            Self::MoreReflections { count: 1 } => "Llegó 1 reflexión. Solo se muestra lo que se puede citar.".into(),
            Self::MoreReflections { count } => format!("Llegaron {count} reflexiones. Solo se muestra lo que se puede citar."),
            Self::OnYourPhone => "Abra esto en su teléfono".into(),
            Self::SayWhatFor => "Diga en qué le gustaría ayudar, y cómo encontrarle".into(),
            Self::KeptApart => "Se guarda aparte: nada une su nombre con lo que respondió aquí".into(),
            Self::ClosesIn { seconds } => format!("Se acabó el tiempo; se cierra en {seconds} s"),
            Self::ClosesAfter { seconds } => format!("se cierra solo {seconds} s después"),
            Self::FirstAndNow { before, now, moved } => format!("antes {before} %, ahora {now} %: {moved}"),
            Self::SecondTime => "segunda vez".into(),
            Self::RoomIsTold => "Lo que lee la sala".into(),
            Self::YourNotes => "Sus notas, solo para quienes facilitan".into(),
            Self::AnsweredWhat => "Cuántos han respondido a qué".into(),
            Self::AskAgain => "Preguntar otra vez".into(),
            Self::ComesNext => "Viene después en la agenda. El resultado muestra cómo se movió la sala.".into(),
            Self::OwnPace => "Cada quien a su ritmo …".into(),
            Self::OnePace => "De vuelta a un solo ritmo …".into(),
            Self::ToOwnPace => "¿Que cada quien vaya a su ritmo?".into(),
            Self::ToOnePace => "¿Volver a un solo ritmo?".into(),
            Self::OwnPaceMeans => "Todos los puntos de la agenda reciben respuestas a la vez, en su orden. Lo cerrado se abre de nuevo.".into(),
            Self::OnePaceMeans => "Se cierra todo menos lo que está en pantalla. Las respuestas se conservan y usted guía punto por punto.".into(),
            Self::LeaveIt => "Dejarlo así".into(),
            Self::OpenEverything => "Abrir todo".into(),
            Self::CloseOthers => "Cerrar los demás".into(),
            Self::DoesAgain => "Preguntar otra vez lo que está en pantalla, tras su resultado".into(),
            Self::DoesPace => "Cada quien a su ritmo, o de vuelta a uno solo".into(),
            Self::ByName => "se cita con nombre".into(),
            Self::NewestReflections => "Reflexiones más recientes".into(),
            Self::NewestAdditions => "Añadidos más recientes".into(),
            Self::EnterAnswers => "Introducir las respuestas de alguien a una encuesta".into(),
            Self::Surveys => "Encuestas".into(),
            Self::SheetOrder => "Una hoja es una persona. Elija el primer lugar, luego el segundo; deje vacío lo que dejaron vacío.".into(),
            Self::SheetHint => "Una hoja es una persona. Deje vacío lo que dejaron vacío.".into(),
            Self::HeardReflections => "Reflexiones que se pueden citar".into(),
        }
    }
}
