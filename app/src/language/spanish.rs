use visioncast_model::{
    CodeError, Fault, FileFlaw, Flaw, FrameworkError, Misplaced, Rejection, Shape, TextError,
    initiative::{Field, Refusal},
};

use super::{Desk, Live, Say, Sheet, Word, table::Texts};

/// Spanish: one phone is spoken to as *tú*, the hall as *ustedes*.
pub(super) const TEXTS: Texts = Texts {
    say,
    live,
    sheet,
    desk,
    word,
    rejection,
    text_error,
    code_error,
    framework_error,
    initiative_refusal,
    file_flaw,
};

const fn say(message: Say) -> &'static str {
    match message {
        // Joining, and who somebody is.
        Say::Rehearsal => "Es un ensayo: nada de lo que se diga aquí cuenta.",
        Say::WhereFrom => "¿De dónde vienes?",
        Say::AnyThatFit => "Las que correspondan, o ninguna.",
        Say::AreYouMember => "¿Perteneces a la asociación?",
        Say::Yes => "Sí",
        Say::No => "No",
        Say::RatherNotSay => "Prefiero no decirlo",
        Say::AboutMe => "Sobre mí",
        Say::ChangesNoWeight => "No cambia el peso de tu voto: ayuda a ver quién estuvo en la sala y quién faltó.",
        Say::Save => "Guardar",
        Say::Noted => "Gracias, queda anotado.",
        // Where a question stands.
        Say::OpenNow => "Abierta ahora",
        Say::Open => "Abierta",
        Say::Closed => "Cerrada",
        Say::Results => "Resultados",
        Say::TimeIsUp => "Se acabó el tiempo",
        Say::LastMinute => "Queda menos de un minuto",
        Say::MinutesLeft => "Queda 1 minuto|Quedan {count} minutos",
        Say::HaveVoted => "Ha votado 1 persona|Han votado {count} personas",
        Say::HaveAnswered => "Ha respondido 1 persona|Han respondido {count} personas",
        Say::OtherQuestions => "Otras preguntas",
        Say::AlsoHere => "También aquí",
        Say::MovedOnTyping => {
            "La sala ya va por otra pregunta. Termina aquí o sigue con el grupo: lo que escribiste se conserva."
        }
        Say::MovedOnClosed => {
            "La sala ya siguió, y esta pregunta está cerrada. Lo que escribiste se queda aquí, por si se abre otra vez."
        }
        Say::MovedOn => "La sala está en otra pregunta.",
        Say::ComeAlong => "Seguir",
        Say::PlaceOf => "{place} de {all}",
        Say::Back => "Atrás",
        Say::Next => "Siguiente",
        // Before, between and after questions.
        Say::NextComes => "Pronto llega la próxima pregunta",
        Say::NextComesText => "Aparecerá aquí sola. Lo que enviaste está a salvo.",
        Say::YouAreIn => "Ya estás dentro",
        Say::FirstComes => "La primera pregunta aparecerá aquí sola.",
        Say::ThankYou => "Gracias",
        Say::PanelHasEnded => {
            "El panel ha terminado. Lo que escribiste queda abajo y entra en el informe sin tu nombre."
        }
        // Writing.
        Say::WhereToBegin => "¿Por dónde empezar?",
        Say::YourAnswer => "Tu respuesta",
        Say::InYourOwnWords => "Con tus propias palabras",
        Say::WriteFirst => "Escribe primero unas palabras.",
        Say::CharactersLeft => "Queda 1 carácter|Quedan {count} caracteres",
        Say::CharactersTooMany => "Sobra 1 carácter|Sobran {count} caracteres",
        Say::About => "Sobre",
        Say::Anything => "cualquier tema",
        Say::MayQuoteThis => "Pueden citar esto",
        Say::Send => "Enviar",
        Say::ClosedTyping => "Esta pregunta está cerrada. Lo que escribiste queda en este teléfono.",
        Say::ClosedThanks => "Esta pregunta está cerrada. Gracias por lo que aportaste.",
        Say::NewFromTheRoom => "Lo más reciente de la sala",
        // What somebody brought.
        Say::WhatYouBrought => "Lo que aportaste",
        Say::MyInput => "Mis aportes",
        Say::AVote => "Un voto tuyo",
        Say::AChange => "Un cambio tuyo",
        Say::KeptHere => "Esperando la red; queda en este teléfono",
        Say::EditAgain => "Volver a editar",
        Say::Discard => "Descartar",
        Say::MayBeQuoted => "El informe puede citarlo.",
        Say::NotQuoted => "No se citará.",
        Say::DontQuote => "No citarlo",
        Say::AllowQuoting => "Permitir que se cite",
        Say::OffDuplicate => "Guardado y fuera de las pantallas: otra idea dice lo mismo",
        Say::StandsWith => "Guardado y fuera de las pantallas: queda junto a «{words}»",
        Say::OffTopic => "Guardado y fuera de las pantallas: responde a otra pregunta",
        Say::OffPersonal => "Guardado y fuera de las pantallas: podría señalar a una persona",
        Say::OffHurtful => "Guardado y fuera de las pantallas: podría herir a alguien",
        Say::OffScreens => "Guardado y fuera de las pantallas",
        Say::WaitsForFacilitator => "Guardado. Quien facilita lo lee antes de mostrarlo",
        Say::WordsErased => "(Estas palabras se borraron.)",
        // Voting.
        Say::YourVote => "Tu voto",
        Say::Agree => "De acuerdo",
        Say::Disagree => "En desacuerdo",
        Say::Pass => "Me abstengo",
        Say::VoteKeys => "Con el teclado: 1, 2 y 3.",
        Say::VotingClosed => "La votación está cerrada. Lo que dijo la sala aparecerá aquí cuando se muestre.",
        Say::LaterVote => "Todavía puedes votar. Se contará como voto posterior.",
        Say::NothingToVote => "Todavía no hay nada que votar. Las ideas aparecerán aquí.",
        Say::SeenAll => "Has visto todo hasta ahora. Las ideas nuevas aparecerán aquí.",
        Say::NobodySees => "Nadie ve quién votó qué.",
        Say::VotedOn => "Has votado sobre {count}.",
        Say::LastAgree => "Último voto: de acuerdo.",
        Say::LastDisagree => "Último voto: en desacuerdo.",
        Say::LastPass => "Último voto: abstención.",
        Say::Change => "Cambiar",
        // Results.
        // Whether all is saved.
        Say::Saved => "Guardado",
        Say::Sending => "Enviando",
        Say::Offline => "Sin red",
        Say::Stopped => "Detenido",
        Say::SavedThanks => "Guardado. Gracias.",
        Say::Reload => "Recargar",
        Say::WaitingNothingLost => "Esperando la red. Puedes continuar; no se pierde nada.",
        Say::WaitingKept => {
            "Esperando la red: 1 respuesta queda en este teléfono.|Esperando la red: {count} respuestas quedan en este teléfono."
        }
        Say::LeaveOpen => "Deja esta página abierta hasta que se guarden.",
        Say::NotInTheRoom => "Este teléfono ya no está en la sala. Recarga la página para entrar de nuevo.",
        Say::Outdated => "Esta página es más antigua que el servidor. Recárgala; lo que escribiste se conserva.",
        Say::ConnectedAgain => "Conectado de nuevo",
        Say::WaitingForNetwork => "Esperando la red",
        // How ballots are kept to one a person.
        Say::BallotOfDevice => "Un voto por dispositivo.",
        Say::BallotOfTicket => "Un voto por entrada.",
        Say::BallotOfName => "Un voto por nombre de la lista.",
    }
}

const fn live(message: Live) -> &'static str {
    match message {
        // Both.
        Live::TallyInWords => {
            "De acuerdo: {agree}; en desacuerdo: {disagree}; abstenciones: {pass}. En total, 1 voto.|De acuerdo: {agree}; en desacuerdo: {disagree}; abstenciones: {pass}. En total, {count} votos."
        }
        Live::Quoted => "«{words}»",
        Live::TheWordsWereErased => "Las palabras de esta idea se borraron.",
        Live::Against => "en contra",
        Live::Passed => "abstención",
        Live::For => "a favor",
        Live::RehearsalMark => "Ensayo",
        Live::Code => "Código",
        Live::InTheRoom => "en la sala",
        Live::PleaseReload => "Recarga esta página.",
        Live::ThisPanelHasEnded => "Este panel ha terminado",
        // What a result says.
        Live::NothingToShow => "Nadie votó, así que no hay nada que mostrar",
        Live::NobodyVotedOn => "Nadie votó sobre {words}",
        Live::ErasedIdea => "una idea cuyas palabras se borraron",
        Live::ShareAgree => "{share}, de acuerdo: {words}",
        Live::ShareDisagree => "{share}, en desacuerdo: {words}",
        Live::SharePassed => "{share}, abstención: {words}",
        Live::NoMajority => "Sin mayoría en ningún sentido: {words}",
        Live::NoneCarried => {
            "Ninguna idea tiene el apoyo de más de la mitad de quienes la votaron. La más fuerte: {words}"
        }
        Live::ShareNone => "Nadie",
        Live::ShareAll => "1 de 1|Las {count} personas",
        Live::ShareOf => "{part} de {whole}",
        Live::MoreThan => "Más de {share}",
        Live::Almost => "Casi {share}",
        Live::OneInTen => "una de cada diez",
        Live::OneInFive => "una de cada cinco",
        Live::OneInFour => "una de cada cuatro",
        Live::OneInThree => "una de cada tres",
        Live::TwoInFive => "dos de cada cinco",
        Live::Half => "la mitad",
        Live::ThreeInFive => "tres de cada cinco",
        Live::TwoInThree => "dos de cada tres",
        Live::ThreeInFour => "tres de cada cuatro",
        Live::FourInFive => "cuatro de cada cinco",
        Live::NineInTen => "nueve de cada diez",
        // What a survey's result says.
        Live::NobodyAnswered => "Nadie respondió, así que no hay nada que mostrar",
        Live::NobodyAnsweredOn => "Nadie respondió sobre {words}",
        Live::TheTextWasErased => "El texto se borró.",
        Live::IsMust => "{share}: {words} es un deber",
        Live::MustOrMay => "{share}: {words} debe o puede ser lo nuestro",
        Live::IsNotOurs => "{share}: {words} no nos toca",
        Live::MustsReach => {
            "Alcanza el {percent} % fijado antes, como deber, {count} de {of}: {names}|Alcanzan el {percent} % fijado antes, como deber, {count} de {of}: {names}"
        }
        Live::NoMustReaches => "Nada alcanza el {percent} % fijado antes. El deber más claro: {words} ({share})",
        Live::IsRight => "{share}: es correcto: {words}",
        Live::IsNotRight => "{share}: no es así: {words}",
        Live::MostAreRight => "{part} de {of} son correctos para más de la mitad. El más dudoso: {words}",
        Live::Carries => "{share}: sostiene: {words}",
        Live::CarriesNot => "{share}: no sostiene: {words}",
        Live::NotKnown => "{share}: no lo conocen: {words}",
        Live::MostCarry => "{part} de {of} sostienen para más de la mitad. El más débil: {words}",
        Live::AreFor => "{share} a favor: {words}",
        Live::CanLiveWith => "{share} al menos lo aceptan: {words}",
        Live::AreAgainst => "{share} en contra, o por hablarlo más: {words}",
        Live::LinksMostTo => "{words} se une sobre todo a {domain}: {strength} de 3",
        Live::StrongestLink => "La relación más fuerte, {strength} de 3: {words} con {domain}",
        Live::StrongestLinkSplit => {
            "La relación más fuerte, {strength} de 3: {words} con {domain}. En 1 casilla la sala está dividida|La relación más fuerte, {strength} de 3: {words} con {domain}. En {count} casillas la sala está dividida"
        }
        Live::SeeALink => "{share}: relación clara o fuerte: {words}",
        Live::Chose => "{share}: {words}",
        Live::ChoseAmongOthers => "{share}, entre otras: {words}",
        Live::MostDots => "Más puntos: {words}, con 1 punto|Más puntos: {words}, con {count} puntos",
        Live::GotDots => "1 punto para {words}|{count} puntos para {words}",
        Live::GotPoints => "1 punto para {words}|{count} puntos para {words}",
        Live::AreLevel => "{words} y {other} están a la par. {share} por cada una",
        Live::PutsFirst => "En primer lugar: {words}, con 1 punto|En primer lugar: {words}, con {count} puntos",
        Live::ShareSay => "{share}: {verdict}",
        Live::MiddleAnswer => "La respuesta del medio es {point} de {of}",
        Live::HighestMiddle => "Lo más alto, con {point} de {of} en el medio: {words}",
        // Beside the picture of a survey.
        Live::DecimalSign => ",",
        Live::WhatItTakes => "Qué es una asociación",
        Live::WhatMakesEffective => "Qué la hace eficaz",
        Live::WhatIsUrgent => "Qué hace urgente el cambio",
        Live::WhatIsNeeded => "Qué hace falta ahora",
        Live::EachBarFills => {
            "Cada barra se llena con quienes responden, hasta {count} en la sala. Lo que respondieron no se ve hasta que se muestre aquí."
        }
        Live::EachCellFills => {
            "Cada casilla se llena con quienes la responden. Lo que respondieron no se ve hasta que se muestre aquí."
        }
        Live::StrengthOf => "fuerza {strength} de 3",
        Live::SplitFarApart => "dividida: las respuestas están muy alejadas",
        Live::StrongerOrWeaker => "más fuerte o más débil que la primera vez",
        Live::CellNote => {
            "Grande: la fuerza media, de 0 (sin relación) a 3 (fuerte). Pequeño: cuántos lo dijeron. Sin quienes no saben."
        }
        Live::MiddleWas => "la primera vez: {point}",
        Live::FirstTime => "La primera vez",
        Live::PeopleAnswered => "Respondió 1 persona.|Respondieron {count} personas.",
        Live::NumbersArePeople => "Los números son personas; n es cuántas respondieron.",
        Live::NumbersAreDots => "Los números son puntos, de {budget} por persona; n es cuántas personas dieron alguno.",
        Live::NumbersArePoints => "Puntos: {most} por un primer lugar, uno menos por cada lugar siguiente.",
        Live::PlacesGiven => "n es cuántas personas le dieron un lugar.",
        Live::SharesOfTheSure => "Las partes son de quienes están seguros.",
        Live::SharesAndLine => "Las partes son de quienes están seguros. La línea: {percent} %, fijado antes.",
        Live::SurestFirst => "Primero el apoyo más seguro.",
        Live::DotsAreBothTimes => "Puntos: la primera vez y ahora, en puntos porcentuales.",
        Live::MoreInTheReport => "1 más está en el informe.|{count} más están en el informe.",
        // What the options of a scale are called, in its order.
        Live::ByGroup => "Cómo respondió cada grupo",
        Live::ByGroupNote => {
            "La parte de cada grupo que está a favor y cuántas personas respondieron. Una raya: no se muestra, para que ningún número señale a nadie."
        }
        Live::NoGroupNamed => "sin grupo",
        Live::KeptBack => "no se muestra",
        Live::GroupsShare => "Lo apoyan todos los grupos que se muestran: {words}",
        Live::GroupsShareNothing => "Nada tiene detrás a la mayoría de todos los grupos que se muestran",
        Live::GroupsTooFew => "Muy pocas personas dijeron su grupo para compararlos",
        Live::WhereGroupsAgree => "Donde los grupos coinciden",
        Live::WhereGroupsPart => "Donde se separan",
        Live::GroupForAndAgainst => "A favor: {most} en {group}, {least} en {other}",
        Live::AtLeastForIt => "al menos el {percent} % de cada grupo",
        Live::ShowByGroup => "Mostrar por grupos",
        Live::ShowAcross => "Mostrar dónde coinciden",
        Live::FurtherHint => "El proyector avanza un paso. Los grupos demasiado pequeños no se muestran.",
        Live::StepFurther => "mostrar más de {item}",
        Live::VoidAnswers => {
            "1 respuesta no cuenta: su tema no es como lo vio quien votó.|{count} respuestas no cuentan: sus temas no son como los vio quien votó."
        }
        Live::OptionUnsure => "No sé",
        Live::MandateMust => "Debe",
        Live::MandateMay => "Puede",
        Live::MandateNotOurs => "No le toca",
        Live::LinkNone => "Sin relación",
        Live::LinkWeak => "Débil",
        Live::LinkClear => "Clara",
        Live::LinkStrong => "Fuerte",
        Live::VerdictReaffirm => "Reafirmar",
        Live::VerdictRevise => "Revisar",
        Live::VerdictReconceptualise => "Replantear",
        Live::OpinionAgree => "De acuerdo",
        Live::OpinionDisagree => "En desacuerdo",
        Live::OpinionPass => "Paso",
        Live::ConfirmRight => "Correcto",
        Live::ConfirmNotRight => "No es así",
        Live::CarryDoes => "Sostiene",
        Live::CarryDoesNot => "No sostiene",
        Live::CarryNotKnown => "No lo conozco",
        Live::GradientFully => "Totalmente a favor",
        Live::GradientReserved => "A favor, con reservas",
        Live::GradientLiveWith => "Puedo aceptarlo",
        Live::GradientTalkFirst => "Hay que hablarlo más",
        Live::GradientAgainst => "En contra",
        // The projector.
        Live::ScreenTitle => "{title} – pantalla",
        Live::Joining => "Cómo entrar",
        Live::JoinAt => "Entren en",
        Live::ReadOnAt => "Sigan leyendo en",
        Live::ScanOrGoTo => "Escaneen el código o vayan a",
        Live::AndType => "y escriban",
        Live::ScanToJoin => "Código QR: escanear para entrar",
        Live::BeTheFirst => "Pueden ser los primeros",
        Live::PeopleAreIn => "Hay 1 persona en la sala|Hay {count} personas en la sala",
        Live::PeopleWereIn => "Hubo 1 persona en la sala.|Hubo {count} personas en la sala.",
        Live::ThanksToAll => "Gracias",
        Live::WhatYouBroughtGoesOn => {
            "Lo que aportaron entra en el informe. Sus propios aportes quedan en su teléfono, con lo que resultó de ellos."
        }
        Live::YourIdeasAppear => "Sus ideas aparecerán aquí a medida que lleguen.",
        Live::QuestionIsClosed => "Esta pregunta está cerrada.",
        Live::IdeasSoFar => "1 idea hasta ahora.|{count} ideas hasta ahora.",
        Live::IdeasFromPeople => "{ideas} ideas, de {people} personas.",
        Live::OfHaveVoted => "de {people} ha votado|de {people} han votado",
        Live::OfHaveAnswered => "de {people} ha respondido|de {people} han respondido",
        Live::OfHaveWritten => "de {people} ha escrito|de {people} han escrito",
        Live::TheResultIn => "El resultado en",
        Live::YourIdeasIn => "Sus ideas en",
        Live::HiddenUntilShown => {
            "1 idea para votar. Nadie ve el resultado hasta que se muestre aquí.|{count} ideas para votar. Nadie ve el resultado hasta que se muestre aquí."
        }
        Live::ResultComesNext => "La votación está cerrada. Ahora viene el resultado.",
        Live::StayOff => {
            "1 idea hasta ahora. No aparecen en esta pantalla hasta que se muestren.|{count} ideas hasta ahora. No aparecen en esta pantalla hasta que se muestren."
        }
        Live::ComeNext => {
            "Llegó 1 idea. Ahora aparece en pantalla.|Llegaron {count} ideas. Ahora aparecen en pantalla."
        }
        Live::EachCircle => "Cada círculo son {count} personas.",
        Live::PeopleVoted => "Votó 1 persona.|Votaron {count} personas.",
        Live::NumbersAreVotes => {
            "Los números son votos; n es cuántas personas votaron sobre la idea. Primero va el acuerdo más seguro."
        }
        Live::Left => "restantes",
        Live::TimeIsUp => "Se acabó el tiempo",
        Live::FullScreen => "Pantalla completa",
        Live::Reconnecting => "Reconectando. Así estaba hace un momento.",
        Live::ScreenDisconnected => "Esta pantalla ya no está conectada. Ábrela de nuevo desde la consola.",
        Live::HeardEnded => "El panel ha terminado.",
        Live::HeardResultSoon => "El resultado llega en unos segundos.",
        Live::HeardOpen => "Abierta ahora: {question}",
        Live::HeardVoting => "La votación está abierta: {question}",
        Live::HeardClosed => "Cerrada: {question}",
        // Surveys, reflections and volunteers on the projector.
        Live::ReflectionsIn => "Lo que se puede citar, en",
        Live::AnswersHidden => "Nadie ve lo que se responde hasta que se muestre aquí.",
        Live::ClosedResultNext => "Cerrado. Ahora viene el resultado.",
        Live::ReflectionsStayHidden => "Lo que usted escriba no aparece aquí, salvo que diga que se puede citar.",
        Live::ClosedReflectionsNext => "Cerrado. Ahora viene lo que se puede citar.",
        Live::FromTheRoom => "De la sala",
        Live::NoneToQuote => "Ninguna reflexión se puede citar aquí. Todas se leen.",
        Live::ReflectionsCameIn => {
            "Llegó 1 reflexión. Solo se muestra lo que se puede citar.|Llegaron {count} reflexiones. Solo se muestra lo que se puede citar."
        }
        Live::HeardReflections => "Reflexiones que se pueden citar: {question}",
        Live::OnYourPhone => "Abra esto en su teléfono",
        Live::SayWhatFor => "Diga en qué le gustaría ayudar, y cómo encontrarle",
        Live::KeptApart => "Se guarda aparte: nada une su nombre con lo que respondió aquí",
        // The console's head.
        Live::ConsoleTitle => "{title} – consola",
        Live::ThisPanel => "Este panel",
        Live::Projector => "Proyector",
        Live::NewWindow => "(ventana nueva)",
        Live::Agenda => "Agenda",
        Live::IdeasAndPaper => "Ideas y papel",
        Live::TakeAway => "Descargar",
        Live::Report => "Informe",
        Live::Tables => "Tablas (CSV)",
        Live::Everything => "Todo (JSON)",
        Live::PolisFormat => "Formato de Polis",
        Live::ProjectorElsewhere => "Proyector en otro dispositivo",
        Live::AllPanels => "Todos los paneles",
        Live::NeedsScript => {
            "Para dirigir la sala en vivo se necesita JavaScript. La agenda, todas las ideas y las exportaciones funcionan sin él."
        }
        Live::Connecting => "Conectando",
        Live::Connected => "Conectado",
        Live::Saving => "Guardando",
        Live::NoConnection => "Sin conexión, intentando de nuevo",
        Live::SignedOut => "Sesión cerrada",
        Live::ReloadPlease => "Recarga la página",
        Live::SignIn => "Iniciar sesión",
        Live::NotDone => "No se hizo: {what}.",
        Live::CloseNotice => "Cerrar",
        // The console's agenda.
        Live::HowToJoin => "Cómo entrar",
        Live::PutOnScreen => "Poner en pantalla",
        Live::OnScreen => "En pantalla",
        Live::NothingPlanned => "Todavía no hay nada previsto.",
        Live::EditTheAgenda => "Editar la agenda",
        Live::Minutes => "{count} min",
        Live::OpenIt => "Abrir",
        Live::OpenAgain => "Abrir de nuevo",
        Live::OpenBeside => "Abrir junto a las demás",
        Live::CloseIt => "Cerrar",
        Live::ItIsOnScreen => "Está en pantalla.",
        // What is on.
        Live::ShowsHowToJoin => "La pantalla muestra cómo entrar",
        Live::EndedNothingTaken => "Terminado: ya no se recibe nada",
        Live::BeforeTheFirst => "Antes de la primera pregunta",
        Live::Ideas => "idea|ideas",
        Live::IdeasToVoteOn => "idea para votar|ideas para votar",
        Live::ThingsAsked => "pregunta|cosas por valorar",
        Live::Reflections => "reflexión|reflexiones",
        Live::AgendaIsEmpty => "La agenda está vacía.",
        Live::AddTheFirst => "Añadir la primera pregunta",
        Live::WhatWasSaidIsKept => "Lo que dijo la sala se conserva.",
        Live::ReadTheReport => "Leer el informe",
        Live::OpenTheNext => "Abrir la siguiente",
        Live::OpenHint => "Recibe respuestas y la pone en pantalla",
        Live::CloseHint => "No recibe más respuestas; se puede deshacer",
        Live::ShowHint => "Está abierta junto a esta",
        Live::EndThePanel => "Terminar el panel",
        Live::EndHint => "La agenda está completa; pregunta una vez más",
        Live::RevealHint => "A todos, en 5 segundos; hasta entonces se puede detener",
        Live::ShowTheIdeas => "Mostrar las ideas",
        Live::ShowTheResult => "Mostrar el resultado",
        Live::ShowTheReflections => "Mostrar las reflexiones que se pueden citar",
        Live::Show => "Mostrar",
        Live::NothingCanBeSent => "No se puede enviar nada hasta que vuelva la conexión",
        Live::NotSent => "Ahora no hay conexión, así que no se envió. Vuelve a hacerlo en un momento.",
        Live::EveryoneSeesIt => "Todos lo ven en {count} s",
        Live::CallItBack => "Detenerlo",
        Live::CannotCallBack => "Se hizo otro paso después, así que ya no se puede detener.",
        Live::Undo => "Deshacer",
        Live::UndoWhat => "Deshacer: {what}",
        Live::NoStepToUndo => "No hay ningún paso que deshacer.",
        Live::ReopenThePanel => "Reabrir el panel",
        Live::EndThePanelAsk => "Terminar el panel…",
        Live::NoTimeLimit => "Sin límite de tiempo",
        Live::TimeIsUpOpen => "Se acabó el tiempo; sigue abierta",
        Live::TimeLeft => "Quedan {time}",
        Live::Stop => "Detener",
        Live::HeardAnswered => "Han respondido {answered} de {people}.",
        Live::HeardNoConnection => "Sin conexión, intentando de nuevo.",
        Live::HeardSignedOut => "Se cerró tu sesión.",
        // The room.
        Live::Room => "Sala",
        Live::NewestIdeas => "Ideas más recientes",
        Live::EnterAnIdea => "Introducir una idea",
        Live::NothingCameIn => "Todavía no ha llegado nada. Lo que la gente escriba aparecerá aquí.",
        Live::IdeasOnceOpen => "Las ideas aparecerán aquí cuando se abra una pregunta.",
        Live::TheNewest => "Las {count} más recientes.",
        Live::AllIdeas => "Todas las ideas, también las dichas y en papel",
        Live::NotToBeQuoted => "no citar",
        Live::HiddenBeforeImport => "oculta antes de importarse",
        Live::WaitsForYou => "te espera",
        Live::ShowIt => "Mostrar",
        Live::LookFor => "{why}: «{part}»",
        Live::MayBeRude => "puede herir",
        Live::MayBeEmail => "correo electrónico",
        Live::MayBePhone => "número de teléfono",
        Live::MayBeName => "nombre de una persona",
        Live::MayBeLink => "enlace",
        Live::MayBeHandle => "nombre en una red",
        Live::MayBeRepeated => "lo mismo que varias otras",
        Live::MayBeSignature => "mira el nombre que lleva",
        Live::WaitingCount => "1 idea te espera|{count} ideas te esperan",
        Live::WaitingKeys => "V muestra, 1–4 oculta, M une, J pasa a la siguiente, U deshace",
        Live::WaitingMore => "Las que más esperan. Las demás vienen después.",
        Live::SameAs => "Lo mismo que «{words}»",
        Live::SameAsAnother => "Dice lo mismo que …",
        Live::StandsWithThat => "Queda junto a «{words}»",
        Live::WhichStands => {
            "Elige la idea que se queda. La otra sale de las pantallas, y quien la escribió ve junto a cuál queda."
        }
        Live::ThisOneStays => "Esta se queda",
        Live::Erased => "Borrada",
        Live::ShowAgain => "Mostrar otra vez",
        Live::Hide => "Ocultar",
        Live::HideFromScreens => "Ocultarla de todas las pantallas, porque:",
        Live::HideBecause => "Ocultarla, porque:",
        Live::KeepIt => "Conservarla",
        // Entering an idea.
        Live::TheirWords => "La idea, en sus palabras",
        Live::Domain => "Ámbito",
        Live::NoDomain => "Sin ámbito",
        Live::HowItCameIn => "Cómo llegó",
        Live::SpokenAloud => "dicha en voz alta",
        Live::OnPaper => "en papel",
        Live::AgreedToBeQuoted => "Aceptó que se le cite",
        Live::LeaveEmpty => "Déjalo vacío si no preguntaste.",
        Live::TypedIsStillHere => "Lo que escribiste sigue aquí.",
        Live::Later => "Más tarde",
        Live::EnterTheIdea => "Introducir la idea",
        // Surveys, reflections and the pace on the console.
        Live::RoomIsTold => "Lo que lee la sala",
        Live::YourNotes => "Sus notas, solo para quienes facilitan",
        Live::AnsweredWhat => "Cuántos han respondido a qué",
        Live::NewestReflections => "Reflexiones más recientes",
        Live::NewestAdditions => "Añadidos más recientes",
        Live::ByName => "se cita con nombre",
        Live::ClosesIn => "Se acabó el tiempo; se cierra en {seconds} s",
        Live::ClosesAfter => "se cierra solo {seconds} s después",
        Live::AskAgain => "Preguntar otra vez",
        Live::AskAgainHint => "Viene después en la agenda. El resultado muestra cómo se movió la sala.",
        Live::SecondTime => "segunda vez",
        Live::FirstAndNow => "antes {before} %, ahora {now} %: {moved}",
        Live::OwnPace => "Cada quien a su ritmo …",
        Live::OnePace => "De vuelta a un solo ritmo …",
        Live::ToOwnPace => "¿Que cada quien vaya a su ritmo?",
        Live::ToOnePace => "¿Volver a un solo ritmo?",
        Live::OwnPaceMeans => {
            "Todos los puntos de la agenda reciben respuestas a la vez, en su orden. Lo cerrado se abre de nuevo."
        }
        Live::OnePaceMeans => {
            "Se cierra todo menos lo que está en pantalla. Las respuestas se conservan y usted guía punto por punto."
        }
        Live::LeaveIt => "Dejarlo así",
        Live::OpenEverything => "Abrir todo",
        Live::CloseOthers => "Cerrar los demás",
        Live::DoesAgain => "Preguntar otra vez lo que está en pantalla, tras su resultado",
        Live::DoesFurther => "Mostrar un resultado por grupo y luego entre grupos",
        Live::DoesFace => "Mostrar en pantalla las palabras de lo que llegó, o de nuevo las ideas",
        Live::DoesPace => "Cada quien a su ritmo, o de vuelta a uno solo",
        // Ending, and keys.
        Live::EndThisPanel => "¿Terminar este panel?",
        Live::EndThisPanelText => {
            "Los teléfonos ya no reciben respuestas. No se pierde nada, todos pueden seguir leyendo y puedes reabrirlo cuando quieras."
        }
        Live::KeepItRunning => "Que siga abierto",
        Live::Keys => "Teclas",
        Live::KeysWork => "Las teclas funcionan mientras no se escribe",
        Live::KeyNext => "N, Espacio",
        Live::KeyHide => "H, luego 1–4",
        Live::DoesNext => "El siguiente paso razonable",
        Live::DoesUndo => "Deshacer el último paso o detener un resultado",
        Live::DoesReveal => "Mostrar el resultado de lo que está en pantalla",
        Live::DoesClose => "Cerrar lo que está en pantalla",
        Live::DoesMinute => "Un minuto más",
        Live::DoesMove => "Moverse por la agenda o las ideas",
        Live::DoesChange => "Cambiar entre agenda e ideas",
        Live::DoesOpen => "Abrir el punto elegido",
        Live::DoesOpenBeside => "Abrirlo junto a lo que está abierto",
        Live::DoesPutOnScreen => "Poner en pantalla el punto elegido",
        Live::DoesWelcome => "Poner en pantalla cómo entrar",
        Live::DoesHide => "Ocultar la idea elegida, o la más reciente, y por qué",
        Live::DoesShowWaiting => "Mostrar la idea que espera",
        Live::DoesHideWaiting => "Ocultar la idea que espera, y por qué",
        Live::DoesMerge => "Dejar la idea que espera, o la elegida, junto a otra que dice lo mismo",
        Live::DoesMoveOn => "Pasar a la siguiente idea que espera",
        Live::DoesEnter => "Introducir una idea dicha o escrita en papel",
        Live::DoesKeys => "Esta lista",
        // What things are called.
        Live::AnItem => "un punto",
        Live::KindIdeas => "Ideas",
        Live::KindVote => "Votación",
        Live::KindSurvey => "Encuesta",
        Live::KindReflection => "Reflexión",
        Live::KindVolunteers => "Voluntariado",
        Live::StandsDue => "Resultado inminente",
        Live::StandsOpenShown => "Abierta, mostrada",
        Live::StandsOpen => "Abierta",
        Live::StandsShown => "Mostrada",
        Live::StandsClosed => "Cerrada",
        Live::StandsPlanned => "Prevista",
        Live::SaidAlready => "Ya se dijo",
        Live::OffTopic => "Fuera de tema",
        Live::NamesAPerson => "Nombra a una persona",
        Live::Hurtful => "Hiriente",
        Live::ModeratedBefore => "Moderada antes de importarse",
        Live::Spoken => "dicha",
        Live::Imported => "importada",
        // Steps, as one calls them where they are undone or were not done.
        Live::StepRename => "cambiar el título del panel",
        Live::StepFramework => "tomar otro marco",
        Live::StepAdd => "añadir {item}",
        Live::StepAddSeveral => "añadir puntos",
        Live::StepRepeat => "preguntar {item} otra vez",
        Live::StepPace => "cambiar el ritmo",
        Live::StepEdit => "editar {item}",
        Live::StepMove => "mover {item}",
        Live::StepRemove => "quitar {item}",
        Live::StepOpen => "abrir {item}",
        Live::StepClose => "cerrar {item}",
        Live::StepFocus => "cambiar el proyector",
        Live::StepReveal => "mostrar a todos {item}",
        Live::StepTimer => "ajustar el tiempo",
        Live::StepHide => "ocultar una idea",
        Live::StepMerge => "unir dos ideas",
        Live::StepShow => "volver a mostrar una idea",
        Live::StepEnterIdea => "introducir una idea",
        Live::StepEnterSheet => "introducir una hoja",
        Live::StepEnd => "terminar el panel",
        Live::StepReopen => "reabrir el panel",
        Live::StepUndo => "deshacer el último paso",
        Live::StepEraseWords => "borrar palabras",
        Live::StepErasePerson => "borrar a una persona",
        Live::StepEraseReasons => "borrar razones",
        Live::StepFreezeReport => "fijar el informe",
        Live::StepEraseReviews => "borrar lo que escribió la junta",
        Live::Ballots => "Votos",
        Live::Links => "Enlaces",
        Live::StepIntegrity => "elegir cómo recibe cada persona su voto",
        Live::StepModeration => "elegir qué ideas esperan",
        Live::StepTickets => "crear entradas",
        Live::StepLast => "el último paso",
        // Who comes in, and by what; the room for whoever reads along.
        Live::WhatTheRoomDoes => "Lo que hace la sala",
        Live::BeginsSoon => "Empieza en un momento.",
        Live::PanelLinkIsOver => {
            "Este enlace ya no vale: se anuló o terminó su plazo. Lo que respondiste en la sala se conserva."
        }
        Live::OpenAndAnswered => "Abierta. Han respondido {answered} de {people}.",
        Live::ClosedAndAnswered => "Cerrada. Respondieron {answered} de {people}.",
        Live::OpenAndVoted => "Abierta. Han votado {answered} de {people}.",
        Live::ClosedAndVoted => "Cerrada. Votaron {answered} de {people}.",
        Live::IdeasComeLater => "Las ideas se muestran cuando estén todas.",
        Live::ResultsComeLater => "Los resultados se muestran cuando quien facilita los revele.",
        Live::YouReadAlong => "Estás leyendo. Para responder y votar necesitas una entrada.",
        Live::IHaveATicket => "Tengo una entrada",
        Live::BroughtIn => "Ya está. Todas las pantallas lo muestran en un momento.",
        Live::TypedStaysBelow => "Lo que escribiste se conserva abajo.",
        Live::AnswerLikeEverybody => "Responde como todos",
        Live::ToMyQuestions => "A mis preguntas",
        Live::TakeMySeat => "Tomar mi lugar en este dispositivo",
        Live::OneOnAllDevices => "Un solo voto, en cuantos dispositivos abras tu enlace.",
        Live::BringInAnIdea => "Aportar una idea",
        Live::BringInHint => "Lo que alguien dice en voz alta o te da en papel, con sus palabras.",
        Live::BringInOnceOpen => {
            "Cuando haya una pregunta abierta podrás aportar lo que alguien diga en voz alta o escriba en papel."
        }
        Live::AskedWhat => "Pregunta",
        Live::BringItIn => "Aportarla",
        Live::PageIsFor => "Esta página es para {label}, hasta el {until}.",
        // Themes.
        Live::KindGrouping => "Temas",
        Live::Themes => "Temas",
        Live::UnnamedTheme => "Tema sin nombre",
        Live::ThemesAppear => "Los temas aparecen aquí a medida que se juntan ideas.",
        Live::GroupTheIdeas => "Agrupar las ideas",
        Live::IdeasInThemes => "{grouped} de {ideas} ideas están en temas.",
        Live::Pause => "Pausar",
        Live::GoOn => "Seguir",
        Live::Paused => "En pausa: las ideas nuevas esperan",
        Live::HandfulsSoFar => "1 persona ordenó un puñado.|{count} personas ordenaron un puñado.",
        Live::SortersHardly => "Por ahora la gente apenas coincide en qué va junto.",
        Live::SortersPartly => "Por ahora la gente coincide en parte en qué va junto.",
        Live::SortersMostly => "Por ahora la gente coincide en su mayoría en qué va junto.",
        Live::SortersClosely => "Por ahora la gente coincide mucho en qué va junto.",
        Live::ShowWords => "Mostrar las palabras en pantalla",
        Live::ShowIdeas => "Mostrar las ideas en pantalla",
        Live::StepFace => "mostrar ideas o palabras",
        Live::WordsOfTheRoom => "Palabras que usaron varias personas",
        Live::WordsOfTheRoomAbout => "Palabras que usaron al menos {least} personas, más grandes cuantas más fueron.",
        Live::TermBy => "de 1 persona|de {count} personas",
        Live::NoWordsYet => "Aquí aparece una palabra cuando {least} personas la han usado.",
    }
}

const fn sheet(message: Sheet) -> &'static str {
    match message {
        // Everywhere.
        Sheet::HowToRead => {
            "Primero, lo que tiene más apoyo. El desacuerdo está a la izquierda de la línea y rayado; el acuerdo, a la derecha."
        }
        Sheet::WhatTheRoomSaid => "Lo que dijo la sala",
        Sheet::NobodyVoted => "Nadie había votado cuando se mostró.",
        Sheet::Languages => "Idioma",
        // Coming in.
        Sheet::JoinAPanel => "Entrar en un panel",
        Sheet::TheCode => "El código de la pantalla",
        Sheet::ComeIn => "Entrar",
        Sheet::NoAccountNoApp => "Sin cuenta, sin aplicación, sin nombre.",
        Sheet::FacilitatorsSignIn => "Acceso para quienes facilitan",
        Sheet::Join => "Entrar",
        Sheet::EndedComeInAndRead => "Este panel ha terminado. Todavía puedes entrar y leer.",
        Sheet::HowAnswersAreKept => {
            "Tus respuestas se guardan sin tu nombre, y la sala puede ver lo que escribes. El informe solo te cita donde lo permites."
        }
        Sheet::NoPanelHasThisCode => "Ningún panel tiene este código. Vuelve a mirar la pantalla.",
        // What went wrong.
        Sheet::EnterACode => "Escribir un código",
        Sheet::JustAMoment => "Un momento",
        Sheet::StartingAgain => "El panel se está iniciando de nuevo. Recarga esta página en unos segundos.",
        Sheet::CannotBeReached => {
            "Ahora no se puede llegar al panel. Lo que enviaste antes se conserva. Recarga esta página en unos segundos."
        }
        Sheet::VeryBusy => "Hay mucha actividad",
        Sheet::VeryBusyText => {
            "Desde tu red llegaron muchos códigos equivocados. Espera unos segundos e inténtalo de nuevo."
        }
        Sheet::NothingHere => "Aquí no hay nada",
        Sheet::NothingHereText => {
            "Esta dirección no lleva a ninguna parte. Si venías a entrar en un panel, escribe el código de la pantalla."
        }
        Sheet::NotFromAnotherSite => "No desde otro sitio",
        Sheet::NotFromAnotherSiteText => {
            "Esto se envió desde otro sitio, así que no se aceptó. Abre la página del propio panel e inténtalo allí."
        }
        Sheet::CouldNotBeRead => "No se pudo leer",
        Sheet::CouldNotBeReadText => {
            "Lo que se envió es demasiado largo o está incompleto, así que no cambió nada. Vuelve atrás, recarga la página e inténtalo de nuevo."
        }
        Sheet::NoProjectorHere => "Aquí no hay proyector",
        Sheet::NoProjectorHereText => {
            "No se conoce esta dirección de proyector. Ábrela de nuevo desde la consola del panel."
        }
        Sheet::CouldNotBeMade => "No se pudo crear",
        Sheet::CouldNotBeMadeText => {
            "No se pudo crear el archivo. No se pierde nada: todo se conserva en el panel. Inténtalo de nuevo."
        }
        Sheet::LinkIsOver => "Este enlace ya no sirve",
        Sheet::InvitationIsOver => "Esta invitación ya no sirve",
        Sheet::InvitationIsOverText => "Esta invitación ya se usó o ha caducado. Pide una nueva.",
        // Accounts.
        Sheet::Editions => "Ediciones y decisiones",
        Sheet::EditionsHint => {
            "Una edición es el informe tal como estaba cuando lo fijaste. La junta lee la más nueva por su enlace; lo que venga después está en la siguiente."
        }
        Sheet::NoEditionYet => {
            "Todavía no se ha fijado nada, así que un enlace para la junta dice que el informe no está listo."
        }
        Sheet::FreezeEdition => "Fijar la edición {number}",
        Sheet::FreezeHint => {
            "Conserva el informe tal como está ahora. Lo que se diga después está en la siguiente edición. Las palabras que se borran, o que ya no se pueden citar, salen de todas las ediciones."
        }
        Sheet::FreezeRunning => "El panel sigue en marcha: esta edición dirá que es un borrador.",
        Sheet::NothingNewToFreeze => "Nada ha cambiado desde que se fijó la edición {number}.",
        Sheet::EditionNumbered => "Edición {number}",
        Sheet::FrozenOn => "fijada el {day}",
        Sheet::EditionIsFrozen => {
            "La edición {number} está fijada. Quien tenga un enlace para la junta la lee desde ahora."
        }
        Sheet::ReadTheEdition => "Leerla",
        Sheet::GiveTheBoardALink => "Dar un enlace a la junta",
        Sheet::WhatTheBoardSaid => "Lo que dijo la junta",
        Sheet::BoardSaidNothing => "La junta no ha dicho nada todavía.",
        Sheet::DecidedEarlier => "Decidido en el último evento",
        Sheet::RulingAdopted => "Adoptada",
        Sheet::RulingDeferred => "Aplazada",
        Sheet::RulingRejected => "Rechazada",
        Sheet::RulingOpen => "Abierta",
        Sheet::OwnerIs => "Responsable: {owner}",
        Sheet::HorizonIs => "Plazo: {horizon}",
        Sheet::SomebodyOfTheBoard => "Alguien de la junta",
        Sheet::SaidOnEdition => "{who}, {day}, sobre la edición {number}",
        Sheet::SaidBefore => "Lo que se dijo antes: {count}",
        Sheet::BoardWordsErased => "Lo que se escribió aquí se borró.",
        Sheet::EraseBoardWords => "Borrar lo que se escribió aquí",
        Sheet::EraseBoardHint => {
            "El nombre, responsable, plazo y comentario desaparecen para siempre; la decisión queda."
        }
        Sheet::BoardWordsGone => "Las palabras están borradas.",
        Sheet::AroundTheReport => "Este informe",
        Sheet::ReportNothingFrozen => {
            "El informe tal como está ahora. Todavía no se ha fijado nada, así que la junta no puede leerlo."
        }
        Sheet::ReportNewer => {
            "El informe tal como está ahora. Ha cambiado desde la edición {number}, que es la que lee la junta."
        }
        Sheet::ReportSame => "El informe tal como está ahora. La junta lee lo mismo, como edición {number}.",
        Sheet::EditionFrozenOn => "Edición {number}, fijada el {day}.",
        Sheet::NewerEdition => "Hay una más nueva: la edición {number}.",
        Sheet::EditionsWord => "Ediciones",
        Sheet::EditionNow => "Ahora",
        Sheet::FormatPdf => "PDF",
        Sheet::FormatWord => "Word",
        Sheet::FormatPage => "Página web",
        Sheet::FormatMarkdown => "Markdown",
        Sheet::FormatExcel => "Excel",
        Sheet::FormatTables => "Tablas (CSV)",
        Sheet::FormatJson => "JSON",
        Sheet::DecideOnIt => "Decidir sobre lo que recomienda",
        Sheet::WhatIsNew => "Novedades",
        Sheet::ChangedSince => "Qué cambió desde la edición {number}",
        Sheet::BackToTheReport => "Volver al informe",
        Sheet::ReviewTitle => "Qué pasa con ello",
        Sheet::ReviewHint => {
            "Adopta, aplaza o rechaza lo que la sala te presenta, nombra quién se encarga y para cuándo, o deja un comentario. Puede hacerlo quien tenga este enlace. Vale la última palabra; las anteriores quedan debajo."
        }
        Sheet::ReviewIsRead => {
            "Quien dirige el panel lo lee todo; decisión, responsable y plazo figuran en el próximo informe, y los ve quien aportó la idea."
        }
        Sheet::NothingBeforeTheBoard => "Esta edición no presenta nada a la junta.",
        Sheet::WhoSpeaks => "Quién habla (si quieres)",
        Sheet::WhoSeesToIt => "Quién se encarga",
        Sheet::ByWhen => "Para cuándo",
        Sheet::CommentWord => "Comentario",
        Sheet::SayWhatBecomesOf => "Decidir o comentar",
        Sheet::StepsOfChange => "Los pasos del cambio",
        Sheet::BeforeTheBoard => "Ante la junta",
        Sheet::ReportNotReady => "El informe no está listo todavía",
        Sheet::ReportNotReadyText => {
            "Quienes dirigen el panel todavía no han fijado una edición para la junta. Este enlace la abre en cuanto lo hagan: guárdalo y vuelve."
        }
        Sheet::NothingElseChanged => "No cambió nada de lo que figura en el informe.",
        Sheet::RecommendationsNew => "{count} recomendación es nueva|{count} recomendaciones son nuevas",
        Sheet::RecommendationsGone => "{count} recomendación ya no está|{count} recomendaciones ya no están",
        Sheet::RecommendationsChanged => "{count} recomendación cambió|{count} recomendaciones cambiaron",
        Sheet::ThemesNew => "{count} tema es nuevo|{count} temas son nuevos",
        Sheet::ThemesGone => "{count} tema ya no está|{count} temas ya no están",
        Sheet::ThemesChanged => "{count} tema cambió|{count} temas cambiaron",
        Sheet::WasAndIs => "{before}, ahora {after}",
        Sheet::TotalPeople => "Personas que se unieron",
        Sheet::TotalThemes => "Temas",
        Sheet::TotalResults => "Votaciones y encuestas con resultado",
        Sheet::BeingMade => "El informe se está haciendo",
        Sheet::BeingMadeText => {
            "Tarda unos segundos; con un panel grande, hasta un minuto. Esta página vuelve a mirar sola, y salir de ella no detiene nada."
        }
        Sheet::LookAgain => "Mirar otra vez",
        Sheet::ReportIsReady => "El informe está listo",
        Sheet::ReportIsReadyText => "Está aquí un rato; después se hace de nuevo cuando lo pidas.",
        Sheet::DownloadIt => "Descargarlo",
        Sheet::BoardAdoptedIt => "La junta la adoptó.",
        Sheet::BoardDeferredIt => "La junta la aplazó.",
        Sheet::BoardRejectedIt => "La junta decidió en contra.",
        Sheet::BoardOf => "{title}: {what}",
        Sheet::OwnerSeesToIt => "Se encarga: {owner}.",
        Sheet::HorizonOfIt => "Para cuándo: {horizon}.",
        Sheet::DecidedByBoards => "Lo que decidieron las juntas",
        Sheet::TakeDecisionsInto => "Llevar estas decisiones a",
        Sheet::TakeThemOver => "Llevarlas",
        Sheet::DecisionsAreKnown => "Lo decidido ya se conoce allí: lo ven quienes lo dirigen, y su informe lo cuenta.",
        Sheet::NothingDecidedThere => "Allí no se decidió nada que no se conozca ya.",
        Sheet::SignIn => "Iniciar sesión",
        Sheet::SignOut => "Cerrar sesión",
        Sheet::ForFacilitators => "Para quienes facilitan. Para participar no necesitas cuenta:",
        Sheet::TypeTheCode => "escribe el código",
        Sheet::Name => "Nombre",
        Sheet::Password => "Contraseña",
        Sheet::NoAccountYet => "¿Aún sin cuenta? Pide una invitación a alguien que facilite.",
        Sheet::MakeAnAccount => "Crear una cuenta",
        Sheet::MakeYourAccount => "Crea tu cuenta",
        Sheet::YouWereInvited => "Te invitaron a preparar y dirigir paneles aquí.",
        Sheet::NameHint => "Con él inicias sesión. Nadie en la sala lo ve.",
        Sheet::PasswordHint => "Al menos {count} caracteres. Tres o cuatro palabras son fáciles de recordar.",
        Sheet::MakeTheAccount => "Crear la cuenta",
        Sheet::ThereIsOne => "¿Ya tienes una?",
        Sheet::PasswordProblem => {
            "Elige una contraseña de {least} a {most} caracteres. Unas cuantas palabras seguidas son fáciles de recordar."
        }
        Sheet::NameProblem => "Escribe un nombre de hasta {most} caracteres: {why}.",
        Sheet::CodeProblem => "Esto no es del todo un código: {why}.",
        Sheet::NameTaken => "Este nombre ya está en uso. Elige otro o inicia sesión.",
        Sheet::NameAndPasswordDiffer => "El nombre y la contraseña no coinciden. Inténtalo de nuevo.",
        Sheet::NotNow => "Ahora no funcionó. Inténtalo de nuevo en un momento.",
        // Panels.
        Sheet::Panels => "Paneles",
        Sheet::NoPanelYet => {
            "Todavía no hay ningún panel. Empieza uno con una plantilla de abajo: todo en ella se puede cambiar."
        }
        Sheet::MakeAnInvitation => "Crear una invitación",
        Sheet::People => "1 persona|{count} personas",
        Sheet::IdeasCount => "1 idea|{count} ideas",
        Sheet::Ended => "Terminado",
        Sheet::Running => "En curso",
        Sheet::BeginAPanel => "Empezar un panel",
        Sheet::Title => "Título",
        Sheet::TitleHint => "Lo que se lee en la primera página y en la pantalla.",
        Sheet::Template => "Plantilla",
        Sheet::ThisIsARehearsal => "Es un ensayo",
        Sheet::ThisIsARehearsalHint => "Puede venir gente simulada. Se marca en todas partes y nunca es un resultado.",
        Sheet::Begin => "Empezar",
        Sheet::ChooseATemplate => "Elige una plantilla.",
        Sheet::NoCodeFree => "Ahora no hay ningún código libre. Inténtalo de nuevo.",
        // The agenda.
        Sheet::Console => "Consola",
        Sheet::NothingPlannedAdd => "Todavía no hay nada previsto. Añade abajo el primer punto.",
        Sheet::Items => "1 punto|{count} puntos",
        Sheet::MinutesInAll => "1 minuto|{count} minutos",
        Sheet::InThisOrder => "Van en este orden; la consola ofrece el siguiente.",
        Sheet::MoveUp => "Subir",
        Sheet::MoveDown => "Bajar",
        Sheet::Remove => "Quitar",
        Sheet::Edit => "Editar",
        Sheet::Save => "Guardar",
        Sheet::IdeasAsTheyArrive => "Ideas, mostradas según llegan",
        Sheet::IdeasInSilence => "Ideas, escritas primero en silencio",
        Sheet::VoteOnTheIdeasOf => "Votación sobre las ideas de {title}",
        Sheet::ShortForTheAgenda => "Breve, para la agenda.",
        Sheet::Question => "Pregunta",
        Sheet::AsTheRoomReadsIt => "Como la lee la sala.",
        Sheet::Minutes => "Minutos",
        Sheet::NoLimit => "0 no pone límite.",
        Sheet::QuestionsThatHelp => "Preguntas que ayudan",
        Sheet::QuestionsThatHelpHint => "Una en cada línea, para quien no sabe por dónde empezar.",
        Sheet::OthersIdeasCome => "Las ideas de los demás aparecen en pantalla",
        Sheet::AsTheyArrive => "según llegan",
        Sheet::WhenYouShowThem => "cuando las muestres: primero se escribe en silencio",
        Sheet::DomainsToChoose => "Ámbitos entre los que elegir",
        Sheet::AllWhereNone => "Todos, si no se marca ninguno.",
        Sheet::AddToTheAgenda => "Añadir a la agenda",
        Sheet::RunSheet => "Guion",
        Sheet::BeginsAfter => "Empieza después de 1 minuto|Empieza después de {count} minutos",
        Sheet::NoTimeSet => "sin tiempo fijado",
        Sheet::SecondAsking => "se pregunta de nuevo",
        Sheet::SurveyOnTheIdeasOf => "Hasta dónde acompaña la sala las ideas de {title}",
        Sheet::More => "Más",
        Sheet::RepeatForEachDomain => "Repetir por cada ámbito",
        Sheet::AskAgain => "Preguntar de nuevo tras conversar",
        Sheet::VoteOnThese => "Votar estas ideas",
        Sheet::GradientOnThese => "Preguntar hasta dónde acompaña la sala",
        Sheet::Instructions => "Indicaciones para la sala",
        Sheet::InstructionsHint => "Junto a la pregunta, para todos.",
        Sheet::Notes => "Notas para ti",
        Sheet::NotesHint => "Para quien dirige; la sala nunca las ve.",
        Sheet::ClosesByItself => "Se cierra sola, en segundos",
        Sheet::ClosesByItselfHint => "Cuando se acaba su tiempo. Vacío: solo cuando la cierras.",
        Sheet::AspectsAsked => "Se pregunta de cada idea",
        Sheet::AspectsAskedHint => "Una vez que está; toda respuesta es opcional.",
        Sheet::AspectNature => "Idea o estrategia",
        Sheet::AspectHorizon => "Ahora o futuro",
        Sheet::AspectGrounds => "Evidencia, experiencia u opinión",
        Sheet::AspectNeighbour => "Quién lo hace ya",
        Sheet::AspectLineage => "Continuar la idea de alguien",
        Sheet::AspectHelp => "«Yo ayudaría en esto»",
        Sheet::AsksAbout => "Pregunta sobre",
        Sheet::AsksQuestion => "solo la pregunta",
        Sheet::AsksDomains => "ámbitos",
        Sheet::AsksMap => "cada principio en cada ámbito",
        Sheet::AsksWants => "lo que quiere cada grupo",
        Sheet::AsksVision => "la visión de hoy",
        Sheet::AsksMission => "la misión de hoy",
        Sheet::AsksScope => "el alcance de hoy",
        Sheet::AsksOffers => "lo que ya existe",
        Sheet::AsksAssumptions => "supuestos y rasgos",
        Sheet::AsksUrgency => "motores y competencias",
        Sheet::AsksOwn => "afirmaciones tuyas",
        Sheet::AsksIdeas => "lo escrito en {title}",
        Sheet::AsksThemes => "los temas de {title}",
        Sheet::SurveyOnTheThemesOf => "Votación sobre los temas de {title}",
        Sheet::DomainsAskedAbout => "Ámbitos sobre los que se pregunta",
        Sheet::Statements => "Afirmaciones",
        Sheet::OneOnEachLine => "Una en cada línea.",
        Sheet::AnsweredOn => "Se responde con",
        Sheet::ScaleRating => "una valoración, de menos a más",
        Sheet::ScaleChoice => "una elección de una lista",
        Sheet::ScaleRanking => "un orden de una lista",
        Sheet::ScaleDots => "puntos de un total para toda la lista",
        Sheet::ScalePlaces => "lo mejor de la lista, en orden",
        Sheet::DotsForEach => "Puntos para cada persona",
        Sheet::DotsOnOne => "Puntos para una sola cosa, como máximo",
        Sheet::PlacesToGive => "Lugares que se dan",
        Sheet::Points => "Puntos, de 2 a 10",
        Sheet::LowEnd => "Qué significa el más bajo",
        Sheet::HighEnd => "Qué significa el más alto",
        Sheet::Options => "Opciones",
        Sheet::OptionsHint => "Una en cada línea, de 2 a 12.",
        Sheet::SeveralMayBeTaken => "Se pueden elegir varias",
        Sheet::HowManyRanked => "Cuántas se ordenan como máximo",
        Sheet::HowManyEach => "Cuántas recibe cada persona a la vez",
        Sheet::HowManyEachHint => "0: todas.",
        Sheet::Threshold => "Umbral en porcentaje",
        Sheet::ThresholdHint => "Desde qué proporción cuenta como dicho; 0: ninguno.",
        Sheet::ReasonAsked => "Se pregunta junto a cada respuesta",
        Sheet::ReasonAskedHint => "Para una línea con palabras propias. Vacío: no se pregunta nada.",
        Sheet::AdditionsAsked => "Se pregunta al final",
        Sheet::AdditionsAskedHint => "Para lo que falta en la lista, u otras palabras. Vacío: no se pregunta nada.",
        Sheet::WordingIn => "El texto en otra lengua: {language}",
        Sheet::WordingInHint => "Lo que queda vacío se muestra como arriba.",
        Sheet::LineByLine => "Línea por línea, en el orden de arriba.",
        Sheet::OptionsLineByLine => {
            "Línea por línea, en el orden de arriba; de una valoración, el más bajo y el más alto."
        }
        Sheet::SavedMeanwhile => "Lo que hay ahora, donde difiere de lo tuyo",
        Sheet::OddNumber => "{field}: pon un número de {least} a {most}. Todo lo que escribiste sigue aquí.",
        Sheet::OddText => "{field}: {why}. Todo lo que escribiste sigue aquí.",
        Sheet::PreparedHint => {
            "Preparado con pregunta, indicaciones y texto en cada lengua. Un clic lo pone al final; después cambia lo que quieras."
        }
        Sheet::GroupIdeas => "Con palabras propias",
        Sheet::GroupThemes => "Temas, y votaciones sobre ellos",
        Sheet::GroupDomains => "Ámbito por ámbito",
        Sheet::GroupPeople => "Para quién es y quién lo hace",
        Sheet::GroupDirection => "Hacia dónde y por qué ahora",
        Sheet::GroupGeneral => "Para todo lo demás",
        Sheet::Add => "Añadir",
        Sheet::AddNamed => "Añadir «{name}»",
        Sheet::OnWhatWasWritten => "Sobre lo escrito en",
        Sheet::NeedsAQuestion => "Necesita en la agenda una pregunta en la que se escriba.",
        Sheet::FrameworkHasNone => "Tu marco todavía no tiene nada de esto.",
        Sheet::Pace => "Ritmo",
        Sheet::PaceLed => "Tú diriges: una cosa tras otra, para toda la sala.",
        Sheet::PaceOwn => "Cada quien va a su ritmo.",
        Sheet::PaceHint => {
            "A su ritmo, cada quien encuentra abierta toda la agenda, en su orden. Volver a dirigir cierra todo menos lo que está en el proyector; las respuestas quedan."
        }
        Sheet::LetOwnPace => "Abrir todo, cada quien a su ritmo",
        Sheet::OpenWhatIsPlanned => "Abrir lo que sigue previsto",
        Sheet::LeadTheRoom => "Dirigir la sala",
        Sheet::WipeAndStart => "Borrar el ensayo y empezar de verdad",
        Sheet::WipeGoes => {
            "Lo que trajo el ensayo desaparece para siempre: respuestas, ideas, votos y quién estuvo. Los enlaces para la junta también terminan."
        }
        Sheet::WipeStays => {
            "Lo que preparaste queda: el código y sus QR impresos, el título, la agenda, el marco. A los teléfonos se les pide entrar de nuevo."
        }
        Sheet::WipeSure => "Sé que el ensayo no se puede recuperar",
        Sheet::WipeUnsure => "No se borró nada. Marca la casilla para decir que va en serio.",
        Sheet::NoRehearsal => {
            "No se borró nada: este panel no es un ensayo. Lo de un panel real se borra idea por idea, o persona por persona."
        }
        Sheet::SeatIsGone => {
            "Lo que este teléfono dijo aquí antes se borró, como se hace tras un ensayo. Puedes entrar de nuevo."
        }
        Sheet::BeginsAt => "Empieza a las",
        Sheet::ShowTheTimes => "Mostrar las horas",
        Sheet::PrintHint => "Imprímelo desde tu navegador: cabe en A4 y en Carta.",
        Sheet::EndOfThePanel => "Fin",
        Sheet::WhoWrites => "La sala escribe. Tú la abres, lees dos o tres en voz alta y la cierras.",
        Sheet::WhoWritesInSilence => {
            "La sala escribe en silencio. Tú la abres, guardas el silencio y luego muestras las ideas."
        }
        Sheet::WhoVotes => {
            "La sala vota. Tú la abres, esperas a la mayoría, muestras el resultado y dejas hablar a ambos lados."
        }
        Sheet::WhoAnswers => {
            "La sala responde en sus teléfonos. Tú la abres, esperas a la mayoría y muestras el resultado."
        }
        Sheet::WhoReflects => "Cada quien escribe para sí. Tú la abres y guardas el silencio.",
        Sheet::WhoHelps => "Quien quiere se apunta. Tú la abres y dices que ningún nombre se une a un voto.",
        Sheet::RenameThePanel => "Cambiar el título del panel",
        Sheet::TitleOfThePanel => "Título del panel",
        Sheet::Rename => "Cambiar",
        // All ideas.
        Sheet::Ideas => "Ideas",
        Sheet::NoQuestionYet => "La agenda todavía no tiene ninguna pregunta.",
        Sheet::AddOne => "Añade una",
        Sheet::Questions => "Preguntas",
        Sheet::WhatCameIn => "Lo que llegó",
        Sheet::NothingYet => "Todavía nada. Aquí aparecen las ideas de los teléfonos y las que introduzcas arriba.",
        Sheet::DoneSoon => "Hecho. Todas las pantallas lo muestran en un momento.",
        Sheet::TypedIsKeptBelow => "Lo que escribiste se conserva abajo.",
        Sheet::HiddenWhy => "oculta: {why}",
        Sheet::WaitingIdeas => "Te esperan: {count}",
        Sheet::WaitingHint => "Nadie más ve estas ideas hasta que las muestres. Sus autores saben que las lees antes.",
        Sheet::Moderating => "Leer antes de mostrar",
        Sheet::HoldLegend => "¿Qué ideas esperan hasta que las hayas leído?",
        Sheet::HoldOff => "Ninguna: todas se muestran enseguida",
        Sheet::HoldFlagged => {
            "Aquellas en las que se encontró algo: una palabra que puede herir, datos personales, lo mismo otra vez"
        }
        Sheet::HoldAll => "Todas",
        Sheet::OwnWords => "Otras palabras que buscar",
        Sheet::OwnWordsHint => "Una palabra por línea. El inglés y el español se revisan siempre.",
        Sheet::PassingWords => "Palabras que aquí están bien",
        Sheet::ReleaseWaiting => "Mostrar ahora lo que espera",
        Sheet::SaveModeration => "Guardar",
        Sheet::SameAsNumber => "Dice lo mismo que el número",
        Sheet::NoSuchNumber => "No se unió nada: esta pregunta no tiene una idea con ese número.",
        Sheet::ModerationLog => "Qué hizo la moderación",
        Sheet::ModerationLogHint => {
            "Todo lo que se retuvo, mostró, ocultó, unió o borró, lo más reciente primero. Las horas son UTC. Quienes asisten no ven esta página; qué se retiene y por qué lo leen en la publicada:"
        }
        Sheet::NothingModerated => "Todavía no se retuvo, ocultó ni borró nada.",
        Sheet::LogPages => "Páginas del registro",
        Sheet::LogHeld => "Retenida",
        Sheet::LogWaitsAgain => "Espera otra vez",
        Sheet::LogHidden => "Oculta: {why}",
        Sheet::LogMerged => "Unida con el número {place}",
        Sheet::LogShown => "Mostrada",
        Sheet::LogErased => "Palabras borradas",
        Sheet::LogForgotten => "Se olvidó a una persona, con todo lo que escribió",
        Sheet::LogReasonsErased => "Se borraron las razones junto a las respuestas",
        Sheet::LogSetOff => "Desde ahora nada espera",
        Sheet::LogSetFlagged => "Desde ahora espera aquello en lo que se encontró algo",
        Sheet::LogSetAll => "Desde ahora espera todo",
        Sheet::LogWords => "Palabras añadidas: {also}. Palabras que pasan: {except}.",
        Sheet::LogUndone => "un paso deshecho",
        Sheet::LogByRule => "por la regla",
        Sheet::LogByAuthor => "por quien la escribió",
        Sheet::LogByRequest => "por el programa, a petición",
        Sheet::LogByPanelist => "por un panelista",
        Sheet::LogByFacilitator => "por quien facilita",
        Sheet::LogBy => "por {who}",
        Sheet::LogIdea => "Número {place}",
        Sheet::Policy => "Cómo se modera este panel",
        Sheet::PolicyLink => "Cómo se modera",
        Sheet::PolicyHeld => "Qué espera",
        Sheet::PolicyOff => {
            "Todo se muestra enseguida. El programa solo marca para quienes facilitan dónde encuentra algo de esto:"
        }
        Sheet::PolicyFlagged => {
            "Una idea espera hasta que quien facilita la haya leído, si el programa encuentra en ella algo de esto. Todo lo demás se muestra enseguida."
        }
        Sheet::PolicyAll => {
            "Todo espera hasta que quien facilita lo haya leído. El programa marca dónde encuentra algo de esto:"
        }
        Sheet::PolicyRude => "una palabra de una lista de palabras que pueden herir, en inglés o español",
        Sheet::PolicyAlso => {
            "1 palabra que este panel añadió a esa lista|{count} palabras que este panel añadió a esa lista"
        }
        Sheet::PolicyExcept => "1 palabra de esa lista pasa aquí.|{count} palabras de esa lista pasan aquí.",
        Sheet::PolicyPersonal => {
            "lo que señala a una persona: un correo electrónico, un teléfono, un enlace, un nombre en una red, un nombre con un título como Dra."
        }
        Sheet::PolicyRepeated => "lo mismo que otras tres antes",
        Sheet::PolicyApplies => {
            "Lo mismo vale para añadidos, otras formulaciones y reflexiones. Las razones junto a las respuestas no salen en ninguna pantalla. El nombre que alguien de la sala da a un tema no espera nunca: mientras aquí se retenga algo, un nombre con algo de esto se rechaza y se puede decir con otras palabras. Lo que escriben quienes facilitan y los panelistas se marca y no espera."
        }
        Sheet::PolicyWho => "Quién lo lee",
        Sheet::PolicyWhoText => {
            "Antes de mostrarse, quienes facilitan este panel, y nadie más. El programa no decide nada."
        }
        Sheet::PolicyReasons => {
            "Lo muestran, o lo dejan fuera de las pantallas por una de estas razones: ya se dijo lo mismo, responde a otra pregunta, nombra o señala a alguien, podría herir a alguien. Lo que dice lo mismo que otra idea queda junto a ella; los votos siguen con cada una. Quien lo escribió ve en su propio teléfono que espera, y qué fue de ello."
        }
        Sheet::PolicyKept => "Nada se elimina",
        Sheet::PolicyKeptText => {
            "Lo que está fuera de las pantallas sigue en el registro del panel, con sus votos, y se puede mostrar otra vez. Cada paso queda en un registro con su razón, y se puede deshacer."
        }
        Sheet::PolicyErase => "Cómo se borran palabras",
        Sheet::PolicyEraseText => {
            "En «Qué fue de mi aporte» borras tú una idea tuya, o todo lo que escribiste: enseguida y para siempre. Si las palabras de otra persona hablan de ti, díselo a quien facilita: puede borrarlas."
        }
        Sheet::FromEveryScreen => "De todas las pantallas, porque:",
        Sheet::PagesOfIdeas => "Páginas de ideas",
        Sheet::Newer => "Más recientes",
        Sheet::Older => "Anteriores",
        Sheet::PageOf => "Página {page} de {all}",
        Sheet::EnterPaperIdea => "Introducir una idea dicha o escrita en papel",
        Sheet::EnterSheetOf => "Introducir los votos de alguien desde una hoja",
        Sheet::Vote => "Votación",
        Sheet::OneSheetIsOne => {
            "Una hoja es una persona. Escribe D, E o A en cada línea y luego Tab; deja vacío lo que dejó vacío."
        }
        Sheet::ChoiceAgree => "de acuerdo",
        Sheet::ChoiceDisagree => "en desacuerdo",
        Sheet::ChoicePass => "abstención",
        Sheet::EnterTheSheet => "Introducir la hoja",
        // One person's answers to a survey, from paper.
        Sheet::EnterAnswersOf => "Introducir las respuestas de alguien a una encuesta",
        Sheet::Surveys => "Encuestas",
        Sheet::SurveySheetHint => "Una hoja es una persona. Deje vacío lo que dejaron vacío.",
        Sheet::RankingSheetHint => {
            "Una hoja es una persona. Elija el primer lugar, luego el segundo; deje vacío lo que dejaron vacío."
        }
        // Erasing.
        Sheet::Erase => "Borrar",
        Sheet::EraseForEver => "Borrar para siempre",
        Sheet::EraseTheWords => "Las palabras de esta idea",
        Sheet::EraseTheAuthor => {
            "Todo lo que escribió quien la aportó y lo que dijo de sí; su teléfono sale de la sala"
        }
        Sheet::EraseText => {
            "Las palabras desaparecen desde ahora de todas las pantallas, del informe y de las exportaciones. Los votos, números y ámbitos se quedan y cuentan. Lo que se exportó, imprimió o copió antes aún contiene las palabras."
        }
        Sheet::IKnow => "Sé que esto no se puede deshacer",
        Sheet::EraseUnsure => "No se borró nada. Marca que sabes que no se puede deshacer.",
        Sheet::OwnLinkIsOver => "Este enlace ya no vale",
        Sheet::OwnLinkIsOverText => {
            "Se anuló, se borró lo que mostraba o su plazo terminó. En el teléfono que estuvo allí puedes crear otro."
        }
        Sheet::Erased => "Borrado",
        Sheet::ErasedText => {
            "Todo lo que escribiste se ha borrado y este teléfono ya no es conocido. Tus votos siguen contando, sin ser de nadie."
        }
        Sheet::NotYoursToLead => "No te corresponde dirigirlo",
        Sheet::NotYoursToLeadText => {
            "Pertenece a una iniciativa que no diriges, o no existe. Quien la dirige puede añadirte."
        }
        Sheet::YourPanels => "Tus paneles",
        Sheet::YourTicket => "Tu entrada",
        Sheet::Door => "Puerta",
        Sheet::CardsToPrint => "Tarjetas para imprimir",
        Sheet::LinkRevoked => "Quien dirige el panel lo anuló. Pide otro si todavía lo necesitas.",
        Sheet::Back => "Volver",
        Sheet::NoSeatYet => "Todavía sin lugar",
        Sheet::TicketInUse => "Esta entrada ya está en uso",
        Sheet::TicketInUseText => {
            "Otro dispositivo entró con ella, y una entrada es un voto. Si era tu propio teléfono, sigue allí. Si la perdiste, pide otra en la puerta. Para leer no hace falta."
        }
        Sheet::TicketVoid => "Esta entrada ya no vale",
        Sheet::TicketVoidText => {
            "Se cambió por otra. Usa esa o pregunta en la puerta. Para leer no hace falta entrada."
        }
        Sheet::ReadAlong => "Leer sin votar",
        Sheet::HelpToCarryIt => "Ayuda a llevarlo adelante",
        Sheet::BackToThePanel => "Volver al panel",
        Sheet::YouBroughtNothing => {
            "Aquí no aportaste nada con tus propias palabras. Tus votos cuentan igual; nadie puede ver de quién son."
        }
        Sheet::HelpApart => "Deja una forma de contactarte, aparte de todo lo que dijiste aquí.",
        Sheet::BecomeAVolunteer => "Ofrecerme como voluntario",
        Sheet::EraseWhatIsMine => "Borrar lo mío",
        Sheet::EraseAllIWrote => "Borrar todo lo que escribí",
        Sheet::EraseAllText => {
            "Tus palabras, y lo que dijiste de ti, desaparecen para siempre de cada encuentro de esta página y de donde se llevaran tus palabras. Tus votos se quedan y cuentan; nada dirá que eran tuyos. Lo que antes se exportó, imprimió o copió aún contiene tus palabras. Si te ofreciste como voluntario, esa lista no te conoce desde aquí: sal de ella con tu contacto y tu código."
        }
        Sheet::OwnQr => "Tu enlace como código QR",
        Sheet::OwnLinkOnce => "Tu enlace. Solo se muestra ahora.",
        Sheet::CopyIt => "Copiar",
        Sheet::Copied => "Copiado",
        Sheet::OwnLinkText => {
            "Escanéalo con otro dispositivo o guárdalo. Quien lo tenga ve esta página y puede cambiarla como tú."
        }
        Sheet::OnThisPhoneAlone => "Esta página está solo en este teléfono.",
        Sheet::OwnLinksElsewhere => {
            "Un enlace tuyo muestra esta página en otro sitio.|{count} enlaces tuyos muestran esta página en otros sitios."
        }
        Sheet::OnAnotherDevice => "En otro dispositivo",
        Sheet::OwnLinkOffer => {
            "Un enlace propio la abre en cualquier parte, sin cuenta. Une los encuentros en los que estuvo este teléfono, y nada más."
        }
        Sheet::MakeALink => "Crear un enlace",
        Sheet::VoidMyLinks => "Anular todos mis enlaces",
        Sheet::TheRoomOn => "La sala, sobre «{title}»:",
        Sheet::CarriedIntoSaid => "Llevado a «{title}», donde la sala dijo:",
        Sheet::CarriedInto => "Llevado a «{title}».",
        Sheet::TheseWordsErased => "Estas palabras se borraron.",
        Sheet::EraseTheseWords => "Borrar estas palabras",
        Sheet::EraseTheseText => {
            "Desaparecen de todas las pantallas, del informe y de las exportaciones a partir de ahora, también de adonde se llevaron. Los votos sobre la idea se quedan. Lo que se exportó, imprimió o copió antes todavía las contiene."
        }
        Sheet::ResultToCome => "El resultado de la sala sobre ello está por venir.",
        Sheet::NoVoteShown => "No se mostró ninguna votación sobre ello.",
        Sheet::IsNotQuoted => "El informe no lo cita.",
        Sheet::DoNotQuoteIt => "No citarlo",
        Sheet::LetItBeQuoted => "Permitir que se cite",
        Sheet::OffTopicWhy => "Quien facilita lo quitó de las pantallas, porque responde a otra pregunta.",
        Sheet::OffAtSource => "Se quitó en el lugar de donde vino.",
        Sheet::WordsKeptDays => {
            "Lo que escribiste se guarda {days} días después del último encuentro de esta iniciativa."
        }
        Sheet::WordsKept => "Lo que escribiste se guarda hasta que tú o quien facilita lo borre.",
        Sheet::LinksAreVoid => "Todos tus enlaces están anulados.",
        Sheet::NotAllErased => "No se pudo borrar todo ahora mismo. Inténtalo de nuevo.",
        Sheet::TickThatSure => "Marca que sabes que no se puede deshacer.",
        Sheet::OnTheList => "Estás en la lista y se te contactará por la vía que diste.",
        Sheet::RemovalCodeText => {
            "Con este código y tu contacto puedes salir de la lista. Solo se muestra ahora; una captura de esta pantalla lo guarda."
        }
        Sheet::NoNeedToReload => "Recargar esta página pediría apuntarte otra vez. No hace falta.",
        Sheet::OffTheList => "Ya no estás en la lista",
        Sheet::OffTheListText => {
            "Lo que dejaste allí ha desaparecido. Lo que se sacó antes de la lista lo tiene quien lo sacó."
        }
        Sheet::VolunteersWanted => {
            "{host} busca personas que conviertan en trabajo lo que se dijo aquí. Lo que dejes se guarda aparte: nada lo une a lo que escribiste o votaste, ni siquiera la hora."
        }
        Sheet::ContactLabel => "Correo electrónico o número de teléfono",
        Sheet::NameIfYouLike => "Nombre, si quieres",
        Sheet::WhereYouWouldHelp => "Dónde ayudarías, si lo sabes",
        Sheet::WithWhat => "Con qué",
        Sheet::SignUp => "Apuntarme",
        Sheet::LeaveTheListAgain => "Salir de la lista",
        Sheet::ContactGiven => "El contacto que diste",
        Sheet::CodeShown => "El código que se te mostró",
        Sheet::LeaveTheList => "Salir de la lista",
        Sheet::VolunteerConsent => {
            "{host} puede guardar este contacto y usarlo para escribirme sobre cómo ayudar con su visión, y para nada más."
        }
        Sheet::ContactKeptDays => {
            "Se guarda {days} días después del último encuentro de esta iniciativa; luego desaparece."
        }
        Sheet::ContactKept => "Se guarda hasta que salgas de la lista, con un código que recibes ahora.",
        Sheet::NameNotTaken => "El nombre no se puede aceptar: {why}.",
        Sheet::TickThatYouAgree => {
            "Marca que estás de acuerdo. Sin ello no se puede guardar nada tuyo, y no se guardó nada."
        }
        Sheet::ListIsClosed => "Esta lista está cerrada: pasó el plazo por el que se guarda. No se guardó nada tuyo.",
        Sheet::ListIsFull => "Esta lista está llena. Díselo a alguien de la asociación.",
        Sheet::OnTheListAlready => "Ya estás en la lista, con el código que se te mostró.",
        Sheet::LeaveMismatch => {
            "El contacto y el código no coinciden con ninguna entrada de la lista. Revisa ambos o pide a la asociación que te quite."
        }
        Sheet::ContactEmpty => "Indica un correo electrónico o un número de teléfono para poder contactarte.",
        Sheet::ContactNoAddress => "Esto no es del todo un correo electrónico. Es como nombre@example.org.",
        Sheet::ContactNoNumber => {
            "Esto no es del todo un número de teléfono. Tiene de 7 a 15 cifras, como +1 505 555 0100."
        }
        Sheet::ContactNeither => "Esto no es ni un correo electrónico ni un número de teléfono.",
        Sheet::MayQuoteIt => "El informe puede citarlo.",
        Sheet::TakenOffDuplicate => "Quien facilita lo quitó de las pantallas, porque ya se había dicho lo mismo.",
        Sheet::StandsWithWhy => {
            "Quien facilita lo quitó de las pantallas, porque otra idea dice lo mismo. Queda junto a «{words}»."
        }
        Sheet::TakenOffPersonal => "Quien facilita lo quitó de las pantallas, porque nombra o señala a alguien.",
        Sheet::TakenOffHurtful => "Quien facilita lo quitó de las pantallas, porque podría herir a alguien.",
        Sheet::WaitsForReader => "Está guardado. Quien facilita lo lee antes de mostrarlo.",
        Sheet::ThankYouForHelping => "Gracias",
        Sheet::Board => "Tablero",
        Sheet::Wins => "Logros",
        Sheet::WhoRunsIt => "Personas",
        Sheet::NoPanelHere => "Todavía no hay ningún panel.",
        Sheet::InitiativeName => "Iniciativa",
        Sheet::OrANewInitiative => "O una nueva, llamada",
        Sheet::ItsInitiative => "Su iniciativa se llama",
        Sheet::InitiativeHint => "Una iniciativa reúne varios paneles, su tablero y a quienes pueden dirigirlos.",
        Sheet::Events => "Encuentros",
        Sheet::CarryOver => "Llevar",
        Sheet::Comparison => "Comparación",
        Sheet::Keeping => "Conservación",
        Sheet::ThisInitiative => "Esta iniciativa",
        Sheet::WorkOnTheBoard => "El trabajo en el tablero",
        Sheet::StepsAreACycle => {
            "Los pasos de Kotter son un ciclo, no una escalera: el trabajo puede pasar a cualquier paso, y volver."
        }
        Sheet::AddWork => "Añadir una tarea",
        Sheet::StepLabel => "Paso",
        Sheet::AddIt => "Añadir",
        Sheet::LeftTheBoard => "Lo que salió del tablero",
        Sheet::NothingInStep => "Aquí no hay nada.",
        Sheet::MoveTo => "Mover «{title}» a",
        Sheet::MoveIt => "Mover",
        Sheet::History => "Historia",
        Sheet::EditIt => "Editar",
        Sheet::SaveIt => "Guardar",
        Sheet::OffTheBoard => "Quitarla del tablero",
        Sheet::WhatIsDone => "Qué se hace",
        Sheet::WorkOwner => "Responsable",
        Sheet::UntilWhen => "Hasta cuándo",
        Sheet::UntilWhenHint => "Con tus palabras: «antes de la conferencia de primavera».",
        Sheet::WorkNote => "Nota",
        Sheet::CarryStatements => "Llevar afirmaciones",
        Sheet::CarryText => {
            "La misma afirmación, palabra por palabra, se vota otra vez en un encuentro posterior. Así se pueden comparar las dos rondas."
        }
        Sheet::CarryNeedsTwo => {
            "Hacen falta dos paneles en esta iniciativa: uno con afirmaciones y otro al que llevarlas."
        }
        Sheet::ShowStatements => "Mostrar sus afirmaciones",
        Sheet::EarlierEvent => "Encuentro anterior",
        Sheet::LaterEvent => "Encuentro posterior",
        Sheet::ChooseTwo => "Elige dos encuentros distintos.",
        Sheet::NoQuestionThere => {
            "El encuentro posterior no tiene en su agenda ninguna pregunta con palabras propias. Añade una y vuelve."
        }
        Sheet::NoStatementsThere => "El encuentro anterior no tiene afirmaciones que se puedan ver.",
        Sheet::AsAnswersTo => "Como respuestas a",
        Sheet::WhichStatements => "Qué afirmaciones",
        Sheet::MostSupported => "Las más apoyadas:",
        Sheet::HowManyMost => "Cuántas de las más apoyadas",
        Sheet::AllOfThem => "La única|Las {count}",
        Sheet::TickedBelow => "Las marcadas abajo",
        Sheet::CarryHint => {
            "Cada afirmación llega una vez, con lo que su autor decidió sobre ser citado. Nada dice al encuentro posterior quién la escribió."
        }
        Sheet::ThereAlready => "Ya está allí.",
        Sheet::TwoCompared => "Dos encuentros comparados",
        Sheet::OneReportOverAll => "Un informe de todos los encuentros",
        Sheet::OneReportOverAllText => {
            "Quien vino con el mismo enlace personal cuenta una vez, y una afirmación que pasó a otro encuentro es una sola. Los ensayos no entran."
        }
        Sheet::CompareNeedsTwo => "Hacen falta dos paneles de esta iniciativa que votaron las mismas afirmaciones.",
        Sheet::NothingInCommon => {
            "Estos dos encuentros no tienen ninguna afirmación que ambos votaran y cuyos resultados se mostraran."
        }
        Sheet::ThenVoteAndShow => ", vótalas y muestra el resultado.",
        Sheet::Compare => "Comparar",
        Sheet::TwelveShown => "El dibujo muestra las doce que más cambiaron.",
        Sheet::MostChanged => "Lo que más cambió, {change}: «{words}»",
        Sheet::FewerThanFive => "menos de 5 personas",
        Sheet::WhoVoted => {
            "En «{from}» votaron {first}; en «{to}», {second}. Nada dice quién vino a ambos: un cambio puede ser otro público tanto como otras ideas. Cada cual eligió venir, así que ninguno habla por todos."
        }
        Sheet::FewerVotes => "menos de 5 votos",
        Sheet::RoundInWords => "{agree} de acuerdo, {disagree} en desacuerdo, {pass} se abstienen",
        Sheet::TooFewToSay => "muy pocos para decirlo",
        Sheet::SlopeCaption => {
            "Parte de acuerdo entre quienes tomaron partido; números como en la tabla de abajo. Una línea continua no bajó, una discontinua bajó."
        }
        Sheet::AllStatements => "Todas las afirmaciones",
        Sheet::RowNumber => "Número",
        Sheet::StatementLabel => "Afirmación",
        Sheet::ChangeLabel => "Cambio",
        Sheet::CountsAsShown => {
            "Recuentos tal como se mostraron a la sala. No se dicen menos de 5 votos, ni la parte de menos de 5 que tomaron partido."
        }
        Sheet::NoEventYet => "Todavía no hay ningún encuentro. Empieza un panel y elige para él esta iniciativa.",
        Sheet::CarriedFrom => "1 afirmación llevada desde {from}|{count} afirmaciones llevadas desde {from}",
        Sheet::CompareTwo => "Comparar dos encuentros",
        Sheet::BoardEmpty => "Todavía no hay nada en el tablero.",
        Sheet::LatestWins => "Últimos logros",
        Sheet::NoWinYet => "Todavía no hay ninguno apuntado.",
        Sheet::RenameInitiative => "Dar otro nombre a la iniciativa",
        Sheet::InitiativeCalled => "Nombre",
        Sheet::RenameIt => "Cambiar el nombre",
        Sheet::KeptContacts => "Contactos de voluntarios",
        Sheet::KeptContactsText => "La lista desaparece, entera.",
        Sheet::KeptWords => "Lo que la gente escribió",
        Sheet::KeptWordsText => "Las palabras desaparecen para siempre; votos, números y ámbitos se quedan y cuentan.",
        Sheet::KeptSeats => "Qué teléfono es de quién",
        Sheet::KeptSeatsText => "Los enlaces propios y los teléfonos ya no muestran a nadie sus aportaciones.",
        Sheet::AsThingsStand => "Tal como están las cosas, el {day}.",
        Sheet::WhatIsKept => "Qué se guarda y cuánto tiempo",
        Sheet::KeepingText => {
            "Días después del último encuentro de esta iniciativa: la última vez que alguien entró, aportó algo o vio un resultado. Donde no hay número, se guarda hasta que alguien lo borre."
        }
        Sheet::TakeTheWhole => "Todo, para llevar",
        Sheet::ArchiveText => {
            "Un archivo abierto con el marco, cada panel con su registro, sus palabras y sus entradas, el tablero y los logros. No contiene contraseñas, sesiones, teléfonos ni enlaces propios. Guarda cada voto con el identificador de su persona: cuídalo como papeletas. Quien lleve un servidor lo restaura con esta orden:"
        }
        Sheet::WithContacts => "Con los contactos de voluntarios y los nombres de las listas",
        Sheet::WithContactsHint => "Solo si pueden ir adonde vaya el archivo.",
        Sheet::TakeTheArchive => "Llevarme el archivo",
        Sheet::StillRunning => {
            "Aún en marcha: {panels}. Quien se apunta allí se dice cuando el panel ha terminado, para que nadie pueda relacionarse con lo que acaba de votar."
        }
        Sheet::VolunteersCount => {
            "1 voluntario en los encuentros que han terminado. Cada vez que se saca la lista queda anotado en Personas.|{count} voluntarios en los encuentros que han terminado. Cada vez que se saca la lista queda anotado en Personas."
        }
        Sheet::VolunteersTitle => "Voluntarios",
        Sheet::TakeTheList => "Llevarme la lista (CSV)",
        Sheet::WhoMayRunIt => "Quién puede dirigirla",
        Sheet::TheseAlone => "Solo estas personas pueden ver y dirigir sus paneles, su tablero y sus logros.",
        Sheet::InvitationOnce => {
            "La invitación: comparte este enlace. Sirve una vez, dentro de tres días, y solo se muestra ahora."
        }
        Sheet::AddSomebody => "Añadir a alguien",
        Sheet::AccountName => "Quien tenga una cuenta aquí: su nombre",
        Sheet::WhoeverHasNone => "Quien no la tenga la crea con un enlace que sirve una vez.",
        Sheet::WhatWasDone => "Lo que se hizo",
        Sheet::RoleOwner => "Responsable: decide quién más puede dirigirla y ve los contactos de voluntarios",
        Sheet::RoleSees => "Facilita y ve los contactos de voluntarios",
        Sheet::RoleFacilitator => "Facilita",
        Sheet::HideContacts => "Dejar de mostrar los contactos de voluntarios",
        Sheet::ShowContacts => "Mostrar los contactos de voluntarios",
        Sheet::HandOverTo => "Entregar la iniciativa a {name}",
        Sheet::RemoveMember => "Quitar a {name}",
        Sheet::ThisIsYou => "Tú",
        Sheet::ChangeMember => "Cambiar",
        Sheet::LeaveInitiative => "Salir",
        Sheet::ShortTermWins => "Logros a corto plazo",
        Sheet::WhatWasWon => "Qué se logró",
        Sheet::WinDay => "Día",
        Sheet::NoStep => "Ninguno en particular",
        Sheet::WriteItDown => "Apuntarlo",
        Sheet::NoWinsYet => "Todavía no hay ninguno apuntado. El primero puede ser pequeño.",
        Sheet::RemoveIt => "Quitar",
        Sheet::NoChange => "sin cambio",
        Sheet::UpPoints => "1 punto más|{count} puntos más",
        Sheet::DownPoints => "1 punto menos|{count} puntos menos",
        Sheet::MyInput => "Qué fue de mi aporte",
        Sheet::EraseNoAuthor => "No se borró nada: no se sabe quién escribió esta idea. Puedes borrar sus palabras.",
        // What becomes of a form of an initiative.
        Sheet::Saved => "Guardado.",
        Sheet::AllWereThere => "Ya estaban todas.",
        Sheet::NowThere => "Ahora está allí 1 afirmación.|Ahora están allí {count} afirmaciones.",
        Sheet::ChooseTwoEvents => "Elige dos encuentros de esta iniciativa.",
        Sheet::ChooseLaterQuestion => "Elige una pregunta del encuentro posterior.",
        Sheet::ChooseAPrompt => "Elige una pregunta del panel posterior a la que respondan las afirmaciones.",
        Sheet::ChooseAStatement => "Elige al menos una afirmación.",
        Sheet::IntoAnotherPanel => "Una afirmación va de un panel a otro.",
        Sheet::NobodyHasAccount => {
            "Aquí nadie tiene una cuenta llamada «{name}». Crea mejor una invitación: su enlace crea la cuenta."
        }
        Sheet::VotesNotShown => {
            "«{title}» tiene votos que todavía no se muestran, y un archivo los contiene todos. Termínalo o muéstralos antes."
        }
        Sheet::RunsWithVolunteers => {
            "«{title}» sigue en marcha, así que aún no se dice quién se apuntó. Termínalo antes o llévate el archivo sin contactos."
        }
        Sheet::ChooseAnInitiative => "Elige una de tus iniciativas.",
        // What was done in an initiative.
        Sheet::TheOperator => "La administración",
        Sheet::SomebodyElse => "alguien",
        Sheet::SomePanel => "un panel",
        Sheet::NotedBegun => "La iniciativa empezó como «{name}».",
        Sheet::NotedRenamed => "{who} la llamó «{name}».",
        Sheet::NotedFramework => "{who} eligió el marco, versión {version}.",
        Sheet::NotedAdded => "Se añadió a {name}.",
        Sheet::NotedLeft => "{who} salió.",
        Sheet::NotedRemoved => "{who} quitó a {name}.",
        Sheet::NotedHandedOver => "{name} es ahora responsable.",
        Sheet::NotedContactsShown => "{who} permitió que {name} vea los contactos de voluntarios.",
        Sheet::NotedContactsHidden => "{who} ya no permite que {name} vea los contactos de voluntarios.",
        Sheet::NotedKeeping => "{who} cambió cuánto tiempo se guarda lo que se guarda.",
        Sheet::NotedCarried => {
            "{who} llevó 1 afirmación de «{from}» a «{to}».|{who} llevó {count} afirmaciones de «{from}» a «{to}»."
        }
        Sheet::NotedVolunteers => {
            "{who} se llevó la lista con 1 voluntario.|{who} se llevó la lista con {count} voluntarios."
        }
        Sheet::NotedArchive => "{who} se llevó el archivo.",
        Sheet::NotedArchiveContacts => "{who} se llevó el archivo con los contactos de voluntarios.",
        Sheet::NotedErased => {
            "Alguien hizo borrar todo lo que había escrito, en 1 encuentro.|Alguien hizo borrar todo lo que había escrito, en {count} encuentros."
        }
        Sheet::NotedContactsGone => {
            "Terminó el plazo de 1 contacto de voluntarios, que ya no está.|Terminó el plazo de {count} contactos de voluntarios, que ya no están."
        }
        Sheet::NotedWordsGone => {
            "Terminó el plazo de 1 texto, que ya no está.|Terminó el plazo de {count} textos, que ya no están."
        }
        Sheet::NotedSeatsGone => {
            "Terminó el plazo de 1 teléfono, que ya no está.|Terminó el plazo de {count} teléfonos, que ya no están."
        }
        Sheet::WorkPut => "{day}: {who} lo puso en «{step}».",
        Sheet::WorkMoved => "{day}: {who} lo movió de «{from}» a «{to}».",
        Sheet::WorkReworded => "{day}: {who} cambió sus palabras.",
        Sheet::WorkDropped => "{day}: {who} lo quitó del tablero.",
        // The steps of change, where a framework names none.
        Sheet::StepUrgency => "Sentido de urgencia",
        Sheet::StepCoalition => "Coalición que guía",
        Sheet::StepVision => "Visión estratégica",
        Sheet::StepArmy => "Ejército de voluntarios",
        Sheet::StepBarriers => "Quitar barreras",
        Sheet::StepWins => "Logros a corto plazo",
        Sheet::StepAcceleration => "Mantener el impulso",
        Sheet::StepInstitute => "Arraigar el cambio",
        // Who comes in, and by what.
        Sheet::TicketFromTheDoor => {
            "En la puerta se comprueba tu nombre y recibes una entrada. Escanea su código con la cámara o escríbela aquí."
        }
        Sheet::TicketFromACard => {
            "Cada persona de la sala recibe una tarjeta. Escanea su código con la cámara o escribe aquí lo que pone debajo."
        }
        Sheet::TicketIsOneBallot => "Una entrada es un voto. Nadie anota quién tiene cuál.",
        Sheet::ReadAlongWithout => "Leer sin entrada",
        Sheet::TicketProblem => "Esto no parece una entrada: {why}.",
        Sheet::NoSuchTicket => "No existe esa entrada para este panel. Compárala con tu tarjeta, signo por signo.",
        Sheet::LinkUnknown => "Este enlace no se conoce",
        Sheet::LinkUnknownText => {
            "Quizá falta una parte. Ábrelo de nuevo tal como te lo enviaron o pide otro a quien facilita el panel."
        }
        Sheet::LinkExpired => "Su plazo terminó el {day}. Pide otro a quien facilita el panel.",
        Sheet::AnswersAreKept => "Lo que respondiste en la sala se conserva.",
        Sheet::LinksHint => {
            "Quien tiene un enlace no necesita cuenta. Da cada uno a una sola persona, para poder anularlo por separado."
        }
        Sheet::LinkMade => "El enlace para «{label}»: entrégalo ahora, se muestra solo esta vez.",
        Sheet::Panelists => "Panelistas",
        Sheet::PanelistsHint => {
            "Responden como todos, siguen la sala en una página propia y aportan ideas dichas en voz alta o escritas en papel. Un enlace es un voto, en cuantos dispositivos se abra."
        }
        Sheet::NoPanelistYet => "Ningún panelista tiene enlace todavía.",
        Sheet::WhoIsItFor => "¿Para quién es?",
        Sheet::TheBoard => "La junta",
        Sheet::TheBoardHint => {
            "Lee la edición más nueva del informe que fijaste, y dice qué pasa con lo que recomienda."
        }
        Sheet::NoBoardLinkYet => "La junta no tiene enlace todavía.",
        Sheet::WhoOrWhatFor => "¿Para quién o para qué es?",
        Sheet::ItOpensFor => "Vale durante",
        Sheet::TwoDays => "2 días",
        Sheet::TwoWeeks => "2 semanas",
        Sheet::NinetyDays => "90 días",
        Sheet::AYear => "un año",
        Sheet::LinkUntil => "hasta el {day}",
        Sheet::LinkExpiredOn => "terminó el {day}",
        Sheet::LinkIsRevoked => "anulado",
        Sheet::Revoke => "Anular",
        Sheet::RevokeFor => "Anular el enlace para {label}",
        Sheet::LinkWithoutLabel => "No se creó ningún enlace. Di para quién es: {why}.",
        Sheet::HowBallots => "Cómo se recibe el voto",
        Sheet::WayOpen => "Abierto",
        Sheet::WayOpenHint => {
            "Vota quien tiene el código, un voto por dispositivo. Para la mayoría de las salas. Las ráfagas de entradas que parecen de una sola persona se señalan con los resultados."
        }
        Sheet::WayTicket => "Entradas",
        Sheet::WayTicketHint => {
            "Imprimes tarjetas y las repartes; cada una es un voto. Para cuando un resultado será discutido."
        }
        Sheet::WayRoll => "Lista",
        Sheet::WayRollHint => {
            "Los nombres se comprueban en la puerta y cada uno recibe una entrada que nada une al nombre. Para cuando solo algunas personas pueden votar."
        }
        Sheet::PrintedOnResults => "Consta en cada resultado.",
        Sheet::SomebodyIsIn => "Ya entró alguien, así que no se puede cambiar.",
        Sheet::CameByLink => "1 panelista entró por un enlace.|{count} panelistas entraron por enlaces.",
        Sheet::ChooseAnotherWay => "Elegir otra forma",
        Sheet::Choose => "Elegir",
        Sheet::TicketsMade => "hechas",
        Sheet::TicketsUsed => "usadas",
        Sheet::TicketsReplacing => "en lugar de otras perdidas",
        Sheet::TicketsVoid => "anuladas",
        Sheet::TicketsWhich => "Cuáles se usaron, nadie puede verlo.",
        Sheet::HowManyCards => "Cuántas tarjetas",
        Sheet::Paper => "Papel",
        Sheet::UsLetter => "Carta (US)",
        Sheet::MakeCards => "Hacer tarjetas para imprimir",
        Sheet::MakeCardsHint => {
            "Se muestran una vez, en orden aleatorio y sin números: imprímelas enseguida. En A4 caben 21 por página, en Carta 18."
        }
        Sheet::OpenTheDoor => "Abrir la puerta",
        Sheet::OpenTheDoorHint => {
            "En el teléfono o portátil de quien está en la puerta: entrega entradas mostrándolas."
        }
        Sheet::TheRoll => "La lista",
        Sheet::NamesOnRoll => "nombres",
        Sheet::NamesChecked => "comprobados",
        Sheet::AddNames => "Añadir nombres",
        Sheet::NamesOneALine => "Nombres, uno por línea",
        Sheet::NamesHint => "Hasta 5.000. Los nombres que ya están en la lista quedan como están.",
        Sheet::AddToTheRoll => "Añadir a la lista",
        Sheet::DeleteTheRoll => "Borrar la lista",
        Sheet::AllNamesGo => "Todos los nombres se borran para siempre",
        Sheet::AllNamesGoHint => "Hazlo cuando termine el panel. Los votos quedan: nada los une a los nombres.",
        Sheet::DeleteUnsure => "No se borró nada. Marca que sabes que es para siempre.",
        Sheet::BurstsOfJoins => "Ráfagas de entradas",
        Sheet::BurstsHint => {
            "Varias entradas muy seguidas cuyos votos se parecen más de lo que permite el azar pueden ser una sola persona, o amigos que llegaron juntos. No se quita nada: el informe muestra los resultados con y sin ellas."
        }
        Sheet::BurstsLater => "Se buscan cuando se revela una votación.",
        Sheet::NoBursts => "Ninguna en lo revelado hasta ahora.",
        Sheet::Burst => {
            "{title}: {people} personas entraron en {seconds} segundos el {day}, {time} UTC. De {all} votos quedan {left} sin ráfagas; el informe muestra los resultados de ambas formas."
        }
        Sheet::NoNames => "No hay ningún nombre en la lista. Pega un nombre por línea.",
        Sheet::NameOfList => "El nombre {number} de la lista no se puede aceptar: {why}. No se añadió ninguno.",
        Sheet::NamesTwice => {
            "No se añadió ningún nombre, porque estos están dos veces en la lista: {names}. Quita uno; o, si son dos personas, añade lo que las distingue."
        }
        Sheet::AndMore => "{names} y {more} más",
        Sheet::TooManyNames => {
            "No se añadió ningún nombre: serían {number} y una lista admite {most}. Si pueden votar tantas personas, imprime entradas."
        }
        Sheet::NamesAdded => "1 nombre añadido a la lista.|{count} nombres añadidos a la lista.",
        Sheet::NamesKnown => "1 ya estaba en ella.|{count} ya estaban en ella.",
        Sheet::CardsMadeAlready => {
            "Estas tarjetas ya se hicieron y se muestran solo una vez. Haz otras si no pudiste imprimirlas."
        }
        Sheet::Cards => "1 tarjeta|{count} tarjetas",
        Sheet::CardsHint => {
            "Imprime esta página ahora, a tamaño completo: las tarjetas se muestran solo esta vez. Corta por las líneas, mézclalas y reparte una a cada persona. Las que sobren no molestan mientras nadie las use."
        }
        Sheet::BackToBallots => "Volver a los votos",
        Sheet::ScanOrGo => "Escanéala o ve a",
        Sheet::AndTypeIt => "y escribe",
        Sheet::CardIsOneBallot => "Un voto. No la compartas.",
        Sheet::ScanTheTicket => "Una entrada: escanéala",
        Sheet::ShowATicket => "Mostrar una entrada para escanear",
        Sheet::Search => "Buscar",
        Sheet::CheckedOfAll => "{checked} de {all} comprobados",
        Sheet::RollIsEmpty => "La lista está vacía. Añade nombres en la página de votos.",
        Sheet::NobodyCalledSo => "Nadie en la lista se llama así. Prueba con una parte del nombre.",
        Sheet::TypeMore => "{more} más: escribe más del nombre.",
        Sheet::CheckAndShow => "Comprobar y mostrar entrada",
        Sheet::CheckAndGive => "Comprobar y dar tarjeta",
        Sheet::TakeBack => "Deshacer",
        Sheet::LetThemScan => "Que la escaneen o la escriban en",
        Sheet::ShownOnlyNow => "Se muestra solo ahora y deja entrar a un dispositivo.",
        Sheet::NextPerson => "Siguiente persona",
        Sheet::Done => "Listo",
        Sheet::SomebodyLost => "Alguien perdió el teléfono o la tarjeta",
        Sheet::OldTicket => "Su entrada anterior, si aún tiene la tarjeta",
        Sheet::OldTicketHint => {
            "Si nadie la usó aún, queda anulada. Si se usó, sus votos quedan, porque nadie sabe cuáles son; los resultados dicen cuántas entradas se dieron por segunda vez."
        }
        Sheet::ShowAnother => "Mostrar otra entrada",
        Sheet::CheckedAlready => "{name} ya fue comprobado, quizá en otra puerta. No se dio una segunda entrada.",
        Sheet::CheckedGiveCard => "{name} está comprobado. Dale una tarjeta del montón.",
        Sheet::NotChecked => "{name} no está comprobado. Recupera la entrada o tarjeta, salvo que nadie la tuviera.",
        Sheet::OldUnreadable => "No se puede leer la entrada anterior. Compárala con la tarjeta o deja el campo vacío.",
        Sheet::OldUnknown => "La entrada anterior no es de este panel. Compárala con la tarjeta o deja el campo vacío.",
        Sheet::OldVoid => "La entrada anterior está anulada: ya se dio otra por ella.",
        // The framework.
        Sheet::Prepare => "Preparar",
        Sheet::Frameworks => "Marcos",
        Sheet::Framework => "Marco",
        Sheet::FrameworksLead => {
            "Un marco es lo que una asociación trae a sus paneles: ámbitos, principios, grupos y todo lo demás por lo que pregunta. Cada parte se puede editar, y cada versión se guarda."
        }
        Sheet::NoFrameworkYet => {
            "Todavía no tienes ninguno propio. Haz abajo una copia de uno incluido y podrás editarla."
        }
        Sheet::BuiltIn => "Incluidos",
        Sheet::AnotherFramework => "Empezar otro marco",
        Sheet::FrameworkFromFile => "Traer uno desde un archivo",
        Sheet::BringItIn => "Traerlo",
        Sheet::FromNothing => "Empezar desde cero",
        Sheet::NameOfAssociation => "Nombre de la asociación",
        Sheet::VersionNumber => "Versión {version}",
        Sheet::CopyToEdit => "Hacer una copia para editarla",
        Sheet::CopyNamedToEdit => "Hacer una copia para editarla: «{name}»",
        Sheet::Download => "Descargar",
        Sheet::FrameworkFile => "Archivo de un marco",
        Sheet::FrameworkFileHint => {
            "Tal como se descargó aquí o con «visioncast framework export», cambiado a mano o no."
        }
        Sheet::FileFaults => {
            "Una cosa de este archivo está mal. No se cambió nada: corrige el archivo y elígelo de nuevo.|{count} cosas de este archivo están mal. No se cambió nada: corrige el archivo y elígelo de nuevo."
        }
        Sheet::CountDomains => "1 ámbito|{count} ámbitos",
        Sheet::CountPrinciples => "1 principio|{count} principios",
        Sheet::CountConstituencies => "1 grupo|{count} grupos",
        Sheet::ChangedByOn => "cambió el {day}: {who}",
        Sheet::TheCommandLine => "la línea de órdenes",
        Sheet::FrameworkNameProblem => "Este nombre no se puede aceptar: {why}.",
        Sheet::FrameworkNameTaken => "Ya hay un marco llamado «{name}». Edita ese, o dale antes otro nombre.",
        Sheet::NoFileChosen => "No se eligió ningún archivo. Elige uno.",
        Sheet::FileNotWhole => "El archivo no llegó entero o es demasiado grande. Inténtalo de nuevo.",
        Sheet::FileOvertaken => {
            "Alguien cambió el marco entretanto, así que el archivo no ocupó su lugar. Mira lo que dice ahora y, si todavía quieres, elige el archivo otra vez."
        }
        Sheet::NameAndVersion => "{name}, versión {version}",
        Sheet::NameVersionHash => "{name} · versión {version} · {hash}",
        Sheet::InitiativesOwn => "El de la iniciativa",
        Sheet::AnotherBecomesItsOwn => {
            "Otro pasa a ser el de la iniciativa desde ahora. Cada panel tiene su propia copia, que los cambios posteriores no tocan."
        }
        Sheet::FrameworkIsFixed => {
            "Ya vino gente, así que el panel conserva el marco con el que empezó: respondieron sobre sus ámbitos y grupos."
        }
        Sheet::FrameworkIsCopy => {
            "El panel tiene su propia copia: lo que después se cambie en el marco no cambia el panel."
        }
        Sheet::FrameworkMayChange => {
            "Todavía no ha venido nadie, así que el panel puede tomar otro. Las preguntas ofrecen entonces aquello en lo que se convirtieron sus ámbitos."
        }
        Sheet::UseNewerFramework => "Usar el marco más nuevo",
        Sheet::UseThisFramework => "Usar este marco",
        Sheet::NewerFrameworkIsHere => "Hay uno más nuevo",
        Sheet::AllFrameworks => "Todos los marcos",
        Sheet::FrameworkLead => {
            "Escribe donde están las palabras y guarda: una vez basta para todo lo que cambiaste en esta página. Los paneles tienen su propia copia, así que nada de aquí cambia un panel al que ya vino gente."
        }
        Sheet::PartsOfFramework => "Partes del marco",
        Sheet::TheAssociation => "La asociación",
        Sheet::AssociationNameHint => "Como la conoce la gente; aparece en los teléfonos y en los informes.",
        Sheet::Home => "Sede",
        Sheet::HomeHint => "Dónde está su casa.",
        Sheet::TextsOfToday => "Visión, misión y alcance, tal como están hoy",
        Sheet::Vision => "Visión",
        Sheet::Mission => "Misión",
        Sheet::Scope => "Alcance",
        Sheet::NoneRecorded => "Todavía no hay nada registrado.",
        Sheet::NoneRecordedAdd => "Todavía no hay nada registrado. Añade abajo lo primero.",
        Sheet::UndoNamed => "Deshacer: {what}",
        Sheet::VersionAndHash => "Versión {version} · {hash}",
        Sheet::EntriesRefused => {
            "Una entrada de abajo no se aceptó. Lo que escribiste sigue ahí.|{count} entradas de abajo no se aceptaron. Lo que escribiste sigue ahí."
        }
        Sheet::ByNowItReads => "Ahora dice:",
        Sheet::SavedWhat => "Guardado: {what}.",
        Sheet::RestSaved => "Lo demás se guardó.",
        Sheet::MergeWithoutTarget => "Elige el ámbito al que se une este, en «Más».",
        Sheet::EntryOvertaken => {
            "Alguien más cambió esto entretanto, así que lo tuyo todavía no está guardado. Está arriba: guarda otra vez para usarlo, o escribe lo que ambos quieren decir."
        }
        Sheet::DeedOvertaken => {
            "Alguien más cambió esto entretanto ({who}), así que no se hizo. Mira lo que dice ahora y, si todavía quieres, hazlo otra vez."
        }
        Sheet::YouHadWritten => "{why} Habías escrito: «{text}»",
        Sheet::ListDomains => "Ámbitos",
        Sheet::ListPrinciples => "Principios rectores",
        Sheet::ListAssumptions => "Supuestos",
        Sheet::ListTraits => "Rasgos",
        Sheet::ListConstituencies => "Grupos",
        Sheet::ListOffers => "Ofertas",
        Sheet::ListNeighbours => "Organizaciones vecinas",
        Sheet::ListSteps => "Pasos del cambio",
        Sheet::ListDrivers => "Motores del cambio",
        Sheet::ListCompetencies => "Competencias",
        Sheet::DomainsLead => {
            "Aquello por lo que preguntan los paneles, área por área. Un ámbito conserva su marca y su número vaya donde vaya y se llame como se llame; uno unido o retirado queda registrado abajo. Los paneles a los que ya vino gente conservan los ámbitos con los que empezaron: ninguna respuesta queda huérfana."
        }
        Sheet::PrinciplesLead => {
            "Lo que guía a la asociación, palabra por palabra. Un principio conserva su número esté donde esté, para que se puedan comparar las respuestas sobre él."
        }
        Sheet::AssumptionsLead => "Lo que entiendes por asociación.",
        Sheet::TraitsLead => "Lo que hace eficaz a una asociación.",
        Sheet::ConstituenciesLead => {
            "A quién sirve la asociación, y qué cree que quiere cada grupo. Donde no hay nada registrado, los paneles empiezan desde cero."
        }
        Sheet::OffersLead => "Lo que la asociación ya ofrece.",
        Sheet::NeighboursLead => "Aquellas cuyo trabajo complementa y nunca reemplaza.",
        Sheet::StepsLead => "Los pasos del cambio, en su orden. Algunos se pueden dejar para rondas posteriores.",
        Sheet::DriversLead => "Lo que hace urgente el cambio.",
        Sheet::CompetenciesLead => "Lo que la gente necesita ahora y antes no necesitaba.",
        Sheet::AddADomain => "Añadir un ámbito",
        Sheet::AddAPrinciple => "Añadir un principio",
        Sheet::AddAnAssumption => "Añadir un supuesto",
        Sheet::AddATrait => "Añadir un rasgo",
        Sheet::AddAConstituency => "Añadir un grupo",
        Sheet::AddAnOffer => "Añadir una oferta",
        Sheet::AddANeighbour => "Añadir una organización vecina",
        Sheet::AddAStep => "Añadir un paso",
        Sheet::AddADriver => "Añadir un motor del cambio",
        Sheet::AddACompetency => "Añadir una competencia",
        Sheet::DomainNumber => "Ámbito {number}",
        Sheet::PrincipleNumber => "Principio {number}",
        Sheet::AssumptionNumber => "Supuesto {number}",
        Sheet::TraitNumber => "Rasgo {number}",
        Sheet::ConstituencyNumber => "Grupo {number}",
        Sheet::OfferNumber => "Oferta {number}",
        Sheet::NeighbourNumber => "Organización vecina {number}",
        Sheet::StepNumber => "Paso {number}",
        Sheet::DriverNumber => "Motor del cambio {number}",
        Sheet::CompetencyNumber => "Competencia {number}",
        Sheet::TakeOutNamed => "Quitar «{name}»",
        Sheet::MoveNamedUp => "Subir «{name}»",
        Sheet::MoveNamedDown => "Bajar «{name}»",
        Sheet::MoreForNamed => "Más para «{name}»",
        Sheet::MergeNamedInto => "Unir «{name}» a",
        Sheet::ChooseADomain => "Elige un ámbito",
        Sheet::Merge => "Unir",
        Sheet::Retire => "Retirar",
        Sheet::StaysOnRecord => "En ambos casos queda registrado y se puede recuperar.",
        Sheet::LeftForLater => "Se deja para rondas posteriores",
        Sheet::WantNumber => "Deseo {number} de {name}",
        Sheet::AddAWant => "Añadir un deseo",
        Sheet::AddAWantOf => "Añadir un deseo de {name}",
        Sheet::NoWants => "Todavía no hay deseos registrados.",
        Sheet::Wants => "quiere",
        Sheet::FatesOf => "Qué fue del ámbito original|Qué fue de los {number} originales",
        Sheet::SmallNumbers => "dos tres cuatro cinco seis siete ocho nueve diez once doce",
        Sheet::FatesHint => {
            "Todos los ámbitos que hubo alguna vez, para que lo que se dijo de cada uno siempre se pueda encontrar."
        }
        Sheet::FateFirst => "Al principio",
        Sheet::FateToday => "Hoy",
        Sheet::BringBack => "Recuperar",
        Sheet::BringNamedBack => "Recuperar «{name}»",
        Sheet::FateUnchanged => "sin cambios",
        Sheet::FateCalled => "«{name}»",
        Sheet::FatePartOf => "parte de «{name}»",
        Sheet::FateRetired => "retirado",
        Sheet::FateCalledAtEnd => ", al final llamado «{name}»",
        Sheet::FateAddedLater => "añadido después",
        Sheet::Versions => "Versiones",
        Sheet::ChangeVersion => "Versión",
        Sheet::ChangeWhat => "Qué",
        Sheet::ChangeWho => "Quién",
        Sheet::ChangeWhen => "Cuándo",
        Sheet::AsAFile => "Como archivo",
        Sheet::AsAFileHint => {
            "Todo en un archivo, para guardarlo, pasarlo o editarlo a mano. Su huella dice si dos son iguales:"
        }
        Sheet::PutAFile => "Poner un archivo en su lugar",
        Sheet::PutAFileHint => {
            "Será la próxima versión, y se puede deshacer. Los ámbitos que no están en el archivo se retiran y quedan registrados."
        }
        Sheet::PutItInPlace => "Ponerlo en su lugar",
        Sheet::RemoveFramework => "Quitar este marco",
        Sheet::RemoveFrameworkHint => {
            "Desaparece con todas sus versiones. Los paneles conservan sus copias. Descárgalo antes si quizá lo quieras de nuevo."
        }
        // What a version of the framework did.
        Sheet::DidCopy => "copió lo incluido",
        Sheet::DidBegin => "lo empezó",
        Sheet::DidTakeFile => "tomó un archivo",
        Sheet::DidTakeFileByHand => "tomó un archivo cambiado a mano",
        Sheet::DidRename => "cambió el nombre de la asociación",
        Sheet::DidWriteHome => "escribió su sede",
        Sheet::DidWriteVision => "escribió la visión",
        Sheet::DidWriteMission => "escribió la misión",
        Sheet::DidWriteScope => "escribió el alcance",
        Sheet::DidAdd => "añadió {what} a la lista de {list}",
        Sheet::DidReword => "cambió {what} por {text}",
        Sheet::DidMove => "movió {what}",
        Sheet::DidRetire => "retiró {what}",
        Sheet::DidTakeOut => "quitó {what} de la lista de {list}",
        Sheet::DidMerge => "unió {what} a {into}",
        Sheet::DidBringBack => "recuperó {what}",
        Sheet::DidPostpone => "dejó {what} para después",
        Sheet::DidTakeUp => "retomó {what}",
        Sheet::DidAddWant => "añadió {what} a los deseos de {whose}",
        Sheet::DidTakeOutWant => "quitó {what} de los deseos de {whose}",
        Sheet::DidUndo => "deshizo: {what}",
        Sheet::DidAgain => "hizo de nuevo: {what}",
        Sheet::Quoted => "«{text}»",
        Sheet::QuotedBegin => "«{text}…»",
        // Themes.
        Sheet::GroupThese => "Agrupar estas en temas",
        Sheet::ThemesOfTheIdeasOf => "Temas de las ideas de {title}",
        Sheet::WhoGroupsThePanel => "Tú y los panelistas agrupan; la sala mira.",
        Sheet::WhoGroupsEverybody => "Todos agrupan, unas pocas ideas a la vez.",
        Sheet::WhoGroupsAlone => "Cada quien ordena un puñado por su cuenta; tú confirmas lo que resulta.",
        Sheet::WhoGroups => "Quién agrupa",
        Sheet::FacilitatorsAndPanelists => "Quienes facilitan y panelistas",
        Sheet::EverybodyInTheRoom => "Todos en la sala",
        Sheet::EverybodyAlone => "Cada quien por su cuenta, un puñado: tú confirmas lo que resulta",
        Sheet::HandfulOf => "Ideas para cada persona cada vez",
        Sheet::HandfulHint => "Cuando cada quien ordena por su cuenta: de 4 a 24. Doce se abarcan en un teléfono.",
        Sheet::InAThemeAlone => "Está en el tema {theme}.",
        Sheet::InATheme => "Está en el tema {theme}, con otra idea.|Está en el tema {theme}, con otras {count} ideas.",
        // Lo que se parece.
        Sheet::WhatLooksAlike => "Lo que se parece",
        Sheet::WhatLooksAlikeAbout => {
            "Propuestas solo por las palabras: lo que dos ideas comparten está marcado. Nada se junta si no lo dices, y puedes deshacerlo."
        }
        Sheet::NothingLooksAlike => "Ahora mismo nada se parece. Las ideas nuevas se comparan según llegan.",
        Sheet::TheSameWords => "Las mismas palabras",
        Sheet::LooksAlike => "Quizá lo mismo",
        Sheet::PerhapsIntoATheme => "Quizá en un tema",
        Sheet::TimesThere => "una vez|{count} veces",
        Sheet::PutTogether => "Juntar",
        Sheet::PutIntoThatTheme => "Poner en {theme}",
        Sheet::FirstStandsForBoth => "Es lo mismo: dejar la primera en pantalla",
        Sheet::HideAllButOne => "Ocultar todas menos la primera por repetidas",
        Sheet::NotTheSame => "No es lo mismo",
        Sheet::NotIntoThat => "Ahí no",
        Sheet::InThatTheme => "en {theme}",
        Sheet::NearTo => "Cerca de lo que hay en él:",
        Sheet::AsItIsCalled => "Su nombre dice lo mismo.",
        Sheet::MoreLookAlike => "Queda 1 propuesta más para después.|Quedan {count} propuestas más para después.",
    }
}

const fn desk(message: Desk) -> &'static str {
    match message {
        Desk::GroupingNotOpen => "Podrás agrupar cuando quien facilita lo abra. Hasta entonces ves cómo está.",
        Desk::NothingToGroup => "Todavía no llegó nada que agrupar.",
        Desk::InNoTheme => "En ningún tema",
        Desk::EverythingHasAPlace => "Cada idea tiene su lugar.",
        Desk::NothingInIt => "Todavía no hay nada dentro.",
        Desk::WhatIsTicked => "Lo que marques va …",
        Desk::IntoANewTheme => "a un tema nuevo, llamado",
        Desk::MakeTheme => "Crear el tema",
        Desk::OrMoveTo => "o a",
        Desk::NoTheme => "ningún tema",
        Desk::MoveThere => "Mover allí",
        Desk::ChangeTheme => "Cambiar",
        Desk::ThemeName => "Nombre",
        Desk::ThemeMeaning => "Qué significa",
        Desk::PutAllOfItInto => "Poner todo en",
        Desk::ThemeEarlier => "Antes",
        Desk::ThemeLater => "Después",
        Desk::Park => "Apartar",
        Desk::Parked => "apartado",
        Desk::Lock => "Bloquear",
        Desk::Unlock => "Desbloquear",
        Desk::Locked => "bloqueado",
        Desk::TakeThemeOff => "Quitar y conservar sus ideas",
        Desk::LastStepsOfGrouping => "Lo último que se hizo",
        Desk::TakenBack => "deshecho",
        Desk::StepMade => "Se creó {theme}",
        Desk::StepWorded => "Se redactó {theme}",
        Desk::StepMoved => "Se movió 1 idea|Se movieron {count} ideas",
        Desk::StepMerged => "Se unió {theme} a otro",
        Desk::StepReordered => "Se cambió de lugar {theme}",
        Desk::StepParked => "Se apartó {theme}, o volvió",
        Desk::StepLocked => "Se bloqueó o desbloqueó {theme}",
        Desk::StepRemoved => "Se quitó {theme}",
        Desk::StepTookBack => "Se deshizo un paso",
        Desk::Merge => "Unir",
        Desk::TakeBack => "Deshacer",
        Desk::BringBack => "Traer de vuelta",
        Desk::Save => "Guardar",
        Desk::Chosen => "1 idea elegida|{count} ideas elegidas",
        Desk::MoveTo => "Mover a …",
        Desk::NewTheme => "Tema nuevo",
        Desk::LetGo => "Soltar",
        Desk::Grip => "Arrastrar para mover",
        Desk::Find => "Buscar palabras",
        Desk::NothingFound => "Ninguna idea tiene estas palabras.",
        Desk::HeldBy => "{who} la tiene en la mano",
        Desk::AFacilitator => "Quien facilita",
        Desk::APanelist => "Un panelista",
        Desk::Somebody => "Alguien de la sala",
        Desk::TheProgram => "El programa",
        Desk::You => "Tú",
        Desk::StepBy => "{step} · {who}",
        Desk::OnItsWay => "1 cambio está en camino|{count} cambios están en camino",
        Desk::NoConnection => "Sin conexión. Lo que hagas aquí se guarda y se envía en cuanto vuelva.",
        Desk::NoPlaceHere => "Esta página ya no está abierta para ti. Recárgala para ver por qué.",
        Desk::ReloadIt => "Esta página no está al día. Recárgala, por favor.",
        Desk::NotDone => "No se hizo: {why}",
        Desk::Dismiss => "Entendido",
        Desk::NowCalled => "Otra persona lo llama ahora «{name}». Si guardas, queda el tuyo.",
        Desk::NowUnnamed => "Otra persona quitó el nombre. Si guardas, queda el tuyo.",
        Desk::TakeMineBack => "Deshacer mi último paso",
        Desk::KeysOfTheDesk => {
            "Teclas: las flechas van de idea en idea, Espacio elige, M mueve a un tema, N crea uno, Alt con una flecha cambia el orden, Ctrl Z deshace."
        }
        Desk::MovedTo => "1 idea va a {theme}.|{count} ideas van a {theme}.",
        Desk::Hidden => "oculta",
        Desk::StepByStep => "Cómo surgieron los temas",
        Desk::BeforeTheFirst => "Antes del primer paso: todavía no hay temas.",
        Desk::ToTheBeginning => "Al principio",
        Desk::OneBack => "Un paso atrás",
        Desk::OneOn => "Un paso adelante",
        Desk::ToTheEnd => "Al final",
        Desk::Play => "Reproducir",
        Desk::Stop => "Parar",
        Desk::StepOf => "Paso {at} de {all}",
        Desk::Show => "Mostrar",
        Desk::BackToTheDesk => "Volver a los temas",
        Desk::NothingDoneYet => "Todavía nadie agrupó nada.",
        Desk::Proposals => "Lo que resulta de los montones de todos",
        Desk::HandfulsSorted => "Se ordenó 1 puñado.|Se ordenaron {count} puñados.",
        Desk::AccordUnknown => "Muy pocos han ordenado las mismas ideas para decir cuánto coincide la gente.",
        Desk::AccordHardly => "Entre todos apenas coinciden en qué va junto: no más que por azar, o un poco.",
        Desk::AccordPartly => "Entre todos coinciden en parte en qué va junto.",
        Desk::AccordMostly => "Entre todos coinciden en su mayoría en qué va junto.",
        Desk::AccordClosely => "Entre todos coinciden mucho en qué va junto.",
        Desk::FirmGroup => "La gente pone estas casi siempre juntas.",
        Desk::FairGroup => "La gente pone estas juntas más veces que separadas.",
        Desk::LooseGroup => "La gente pone estas juntas de vez en cuando: mira dos veces.",
        Desk::KeptApartFrom => "Con cualquier otra idea estuvieron en el mismo montón {together} de {seen} veces.",
        Desk::ProposedInto => "La mayoría de lo que va con estas ya está en {theme}.",
        Desk::PutIntoIt => "Ponerlas ahí",
        Desk::Follows => "Esta página vuelve a mirar sola mientras la gente ordena. Lo que hagas será lo que viste.",
        Desk::HoldStill => "Detenerla, para cambiar nombres e ideas",
        Desk::FollowAgain => "Seguir de nuevo mientras la gente ordena",
        Desk::ChangeItFirst => "Cambiarlo antes",
        Desk::SomeWereMade => {
            "Se hizo 1 tema. En otros algo cambió entretanto: se muestran como están ahora.|Se hicieron {count} temas. En otros algo cambió entretanto: se muestran como están ahora."
        }
        Desk::NobodySorted => "Nadie ordenó nada todavía. Ábrelo, y aquí aparece lo que resulta de los montones.",
        Desk::NothingProposed => "Nada va junto con bastante frecuencia todavía, o todo tiene su lugar.",
        Desk::KeptTogether => {
            "De {seen} veces que dos de estas estuvieron ante la misma persona, fueron al mismo montón {together}."
        }
        Desk::ProposedName => "«{name}», como lo llama 1 de ellas|«{name}», como lo llaman {count} de ellas",
        Desk::MakeItATheme => "Convertirlo en tema",
        Desk::NotThisOne => "Este no",
        Desk::MakeAllThemes => "Convertirlos todos en temas",
        Desk::UntickWhatNot => "Desmarca lo que no corresponde.",
        Desk::Firmly => "{share} por ciento",
        Desk::InNoProposal => {
            "1 idea más no está en un montón de muchos.|{count} ideas más no están en un montón de muchos."
        }
        Desk::LookAgain => "Mirar de nuevo",
    }
}

const fn word(message: Word) -> &'static str {
    match message {
        // Answering.
        Word::Place => "{place} de {all}",
        Word::Next => "Siguiente",
        Word::Save => "Guardar",
        Word::SaveReason => "Guardar el motivo",
        Word::Send => "Enviar",
        Word::Quote => "Pueden citarlo",
        Word::QuoteHint => "Si no lo marcas, solo lo parafraseamos.",
        Word::Withdraw => "No citarlo",
        Word::Allow => "Permitir citarlo",
        Word::Quoted => "El informe puede citarlo.",
        Word::NotQuoted => "Se parafrasea, no se cita.",
        Word::YourAnswer => "Tu respuesta:",
        Word::YourAnswers => "Lo que respondiste",
        Word::ThanksAll => "Gracias, eso era todo. Todavía puedes cambiar una respuesta.",
        Word::ThanksMore => "Gracias. Puedes parar aquí o seguir con algunas más.",
        Word::Closed => "Esta pregunta está cerrada. Gracias.",
        Word::ClosedTyping => "Esta pregunta está cerrada. Lo que escribiste queda en este teléfono.",
        Word::ClosedOnes => "Esta pregunta está cerrada. Respondiste:",
        Word::Later => "Todavía puedes responder. Cuenta como respuesta posterior.",
        Word::NothingYet => "Todavía no hay nada que responder. Aparecerá aquí.",
        Word::NothingToAsk => "Aquí no hay nada que responder. Gracias.",
        // Kinds of items, and what is asked of them.
        Word::Today => "Hoy",
        Word::NotWritten => "Todavía no hay nada escrito.",
        Word::Principle => "Principio",
        Word::HowLinked => "¿Qué tan relacionados están?",
        Word::Assumption => "Qué hace falta para ser una asociación",
        Word::Trait => "Qué hace eficaz a una asociación",
        Word::Driver => "Qué hace urgente el cambio",
        Word::Competency => "Qué necesita la gente ahora",
        Word::Rank => "Lugar {place}",
        Word::RankHint => "Toca primero lo mejor y luego lo siguiente.",
        Word::SeveralHint => "Elige todas las que quieras.",
        // Reflections, and what a list lacks.
        Word::Ordinals => "1.º 2.º 3.º 4.º 5.º 6.º 7.º 8.º 9.º 10.º 11.º 12.º",
        Word::YourPlace => "Tu {place}",
        Word::NoPlace => "Sin lugar",
        Word::PlaceHint => "Da cada lugar una vez. Un lugar ocupado se mueve.",
        Word::DotsLeft => "Puntos que te quedan, de {budget}:",
        Word::OneMore => "Un punto más",
        Word::OneFewer => "Un punto menos",
        Word::HoldsIdeas => "1 idea en él|{count} ideas en él",
        Word::AndMore => "y 1 más|y {count} más",
        Word::AskedAgain => "Esto cambió desde que respondiste. Responde de nuevo.",
        Word::VoidOnes => "De tus respuestas ya no cuenta:",
        Word::VoidChanged => "Cambió desde que respondiste, así que se te pregunta de nuevo.",
        Word::VoidMerged => "Pasó a «{theme}».",
        Word::VoidTakenOff => "Se quitó.",
        Word::VoidSetAside => "Se apartó.",
        Word::VoidEmptied => "No queda ninguna idea en él.",
        Word::VoidHidden => "Sus ideas se quitaron de las pantallas.",
        Word::About => "Sobre",
        Word::NothingRecorded => "Todavía no hay nada registrado para este grupo.",
        Word::YourWords => "Con tus propias palabras",
        Word::WhereToBegin => "¿Por dónde empezar?",
        Word::Consent => "¿Podemos citarte?",
        Word::Never => "No, nunca",
        Word::WithoutName => "Sí, sin mi nombre",
        Word::WithName => "Sí, con mi nombre",
        Word::Name => "Tu nombre, como debe aparecer",
        Word::ReflectionNote => {
            "Se lee con cuidado y se guarda aparte de las ideas. No aparece en ninguna pantalla si tú no lo permites."
        }
        // Volunteers.
        Word::VolunteersText => {
            "¿Quieres echar una mano? Lo que dejes allí se guarda aparte de todo lo que respondiste aquí."
        }
        Word::Volunteer => "Sí, quiero ayudar",
        // More about an idea.
        Word::MoreAbout => "Un poco más sobre",
        Word::BuildsOn => "Parte de:",
        Word::Nature => "¿Qué es?",
        Word::Insight => "Una observación",
        Word::Strategy => "Una estrategia",
        Word::Horizon => "¿Cuándo?",
        Word::Now => "Ahora",
        Word::Future => "En el futuro",
        Word::Grounds => "¿En qué se basa?",
        Word::Evidence => "Evidencia",
        Word::Experience => "Experiencia",
        Word::Opinion => "Opinión",
        Word::Source => "Una fuente, si la tienes",
        Word::Neighbour => "¿Ya lo hace alguien?",
        Word::Nobody => "Nadie que yo sepa",
        Word::Help => "Yo ayudaría con ella",
        Word::HelpOther => "Yo ayudaría con esto",
        Word::Helping => "Ayudarías con ella.",
        Word::NoHelp => "Mejor no",
        Word::Others => "Ideas de otras personas",
        Word::Build => "Continuar esta idea",
        Word::BuildLabel => "¿Qué añadirías?",
        // What the room said.
        Word::Results => "Lo que dijo la sala",
        Word::NobodyAnswered => "Nadie había respondido cuando se mostró.",
        Word::Dots => "Puntos: {count}",
        Word::Answers => "Respuestas: {count}",
        Word::Choices => "Elecciones: {count}",
        Word::Points => "Puntos: {count}",
        Word::Yours => "tú",
        Word::MapHint => {
            "Qué tan relacionado está cada principio con cada ámbito, de 0 (sin relación) a 3 (fuerte), con el número de respuestas debajo. Desliza hacia un lado para ver todos los ámbitos."
        }
        Word::MapYours => "Con borde: las tuyas.",
        // Themes.
        Word::ThePanelGroups => "El panel junta ahora sus ideas. Mira la pantalla.",
        Word::EveryIdeaHasAPlace => "Cada idea tiene su lugar. Gracias.",
        Word::ThemesSoFar => "Temas hasta ahora",
        Word::WhereDoesItGo => "¿Dónde va?",
        Word::OrNewTheme => "O empieza un tema nuevo",
        Word::NewTheme => "Empieza un tema para ella",
        Word::PutItThere => "Ponerla ahí",
        Word::AllAtOneDesk => "Ver y ordenar todas las ideas a la vez",
        Word::SortHint => "Pon en el mismo montón lo que va junto.",
        Word::PileNamed => "Montón {letter}",
        Word::WithNothing => "Con nada",
        Word::NameThePiles => "¿Cómo llamarías a tus montones? No hace falta.",
        Word::SendPiles => "Enviar mis montones",
        Word::PilesCount => "Gracias. Tus montones cuentan.",
        Word::TakenOffUnsorted => {
            "1 idea que recibiste se quitó entretanto de las pantallas. Las demás quedan como las pusiste.|{count} ideas que recibiste se quitaron entretanto de las pantallas. Las demás quedan como las pusiste."
        }
        Word::PerhapsHere => "¿Quizá en {theme}?",
        Word::AsTheThemeIsCalled => "Ese tema se llama de modo parecido.",
        Word::BecauseOf => "Ahí hay una parecida:",
        Word::PutBothTogether => "Ponerlas juntas",
        Word::LooksLikeThis => "Se parece a esta:",
        Word::MoreToSort => "Aquí hay más, si quieres.",
        Word::NothingToSort => "Ahora mismo no hay nada que ordenar para ti.",
    }
}

fn rejection(why: Rejection) -> String {
    let sentence = match why {
        Rejection::NotAllowed => "Esto no te corresponde. Inicia sesión o pregunta a quien facilita el panel.",
        Rejection::NotJoined => "Primero entra en el panel con el código de la pantalla.",
        Rejection::Full { capacity } => {
            return format!(
                "Los {capacity} lugares están ocupados. Avisa a quien facilita el panel, que puede hacer sitio."
            );
        }
        Rejection::Ended => "El panel ha terminado, así que esto no se contó.",
        Rejection::NotEnded => "El panel ya está en curso.",
        Rejection::NoPanel => "No existe ese panel.",
        Rejection::UnknownActivity => "Esta pregunta ya no está en la agenda.",
        Rejection::NotOpenYet => "Esta pregunta todavía no está abierta.",
        Rejection::TooLate => {
            "Esta pregunta se cerró antes de que llegara tu respuesta. Queda en tu teléfono y se enviará si la pregunta se abre de nuevo."
        }
        Rejection::Misplaced(why) => misplaced(why),
        Rejection::Text(why) => return format!("Esto no se puede aceptar: {}.", text_error(why)),
        Rejection::UnknownDomain => "Esta pregunta no ofrece ese ámbito. Elige otro.",
        Rejection::UnknownConstituency => "Ese grupo no está en la lista. Elige otro.",
        Rejection::UnknownIdea => "Aquí no existe esa idea.",
        Rejection::ThemeChanged => {
            "Este tema cambió desde que lo viste, así que esto no se contó. Míralo otra vez y responde de nuevo."
        }
        Rejection::DotsSpent { left } => {
            return format!("Puntos que te quedan: {left}. Quita primero algunos en otra parte o pon menos aquí.");
        }
        Rejection::UnknownRecommendation => "El informe ya no recomienda esto. Recarga la página.",
        Rejection::UnknownTheme => "Aquí no existe ese tema.",
        Rejection::NotGrouping => "Ahora mismo no te toca agrupar. No se cambió nada.",
        Rejection::UnknownNeighbour => "Esa organización no está en la lista. Elige otra.",
        Rejection::OddForm => "No se pudo leer este formulario. Recarga la página e inténtalo de nuevo.",
        Rejection::OddAnswer => "Esta pregunta pide otro tipo de respuesta. Elige una de las que ofrece.",
        Rejection::UnknownPerson => "En este panel no existe esa persona.",
        Rejection::HiddenIdea => "Esta idea se quitó de las pantallas, así que no hay nada que votar.",
        Rejection::NotDealt => "Esta idea no te tocó. Vota sobre las que se te muestran.",
        Rejection::OwnIdea => "Esta idea es tuya: la votan los demás.",
        Rejection::NotYourIdea => "Esta idea no es tuya.",
        Rejection::EnoughIdeas { limit } => {
            return format!("Has aportado {limit} ideas a esta pregunta, que son las que se reciben de cada persona.");
        }
        Rejection::IdReused => "Esto ya se envió con otras palabras. Recarga la página.",
        Rejection::UndoTooLate => "Mientras tanto se hizo otra cosa, así que ya no se puede deshacer.",
        Rejection::UndoImpossible => "La sala ya lo ha visto, así que no se puede deshacer.",
        Rejection::TooFast => "Fue mucho de una vez. Se enviará de nuevo en un momento.",
        Rejection::Unavailable => "Ahora no se pudo guardar. No se pierde nada: se enviará de nuevo.",
        Rejection::Unreadable => "Esta página está desactualizada. Recárgala.",
    };
    sentence.to_owned()
}

const fn misplaced(why: Misplaced) -> &'static str {
    match why {
        Misplaced::AlreadyOpen => "Ya está abierta.",
        Misplaced::NotOpen => "No está abierta.",
        Misplaced::AlreadyRevealed => "Ya se ha mostrado.",
        Misplaced::NothingToReveal => "Todavía no ha respondido nadie: ábrela primero.",
        Misplaced::NotDue => "No hay nada pendiente de mostrarse.",
        Misplaced::HasBeenOpen => "Estuvo abierta, así que se queda en la agenda. Ciérrala en su lugar.",
        Misplaced::Needed => "Otro punto vota sobre sus ideas. Quita ese primero.",
        Misplaced::KindIsFixed => "Su tipo no puede cambiar. Añade otro punto en su lugar.",
        Misplaced::Exists => "Ya está ahí.",
        Misplaced::AgendaFull => "La agenda está llena.",
        Misplaced::NoPrompt => "Elige una pregunta de la agenda cuyas ideas se van a votar.",
        Misplaced::AlreadyHidden => "Ya está oculta.",
        Misplaced::NotHidden => "No está oculta.",
        Misplaced::TimerTooLong => "El tiempo puede durar tres horas como máximo.",
        Misplaced::OddList => "Una lista necesita al menos una afirmación y como máximo 40.",
        Misplaced::OddScale => {
            "Ofrece entre 2 y 12 opciones (una escala: de 2 a 10 puntos) y no pidas ordenar más de las que hay."
        }
        Misplaced::WouldLoseAnswers => {
            "Ya hay quien respondió: el texto puede cambiar, pero las opciones y la lista solo pueden crecer."
        }
        Misplaced::EditedMeanwhile => {
            "Mientras tanto alguien más cambió este punto. Lo tuyo se conserva abajo: compara y guarda de nuevo."
        }
        Misplaced::HasBegun => "Ya vino gente, así que este panel conserva el marco con el que empezó.",
        Misplaced::SomebodyJoined => "Alguien ya ha entrado, así que la forma de recibir el voto se queda como está.",
        Misplaced::OddTickets => {
            "Las entradas se crean de 1 a 2000 por vez, para un panel al que se entra con entrada."
        }
        Misplaced::NoThemes => "Todavía no hay temas que votar. Primero agrupa algunas ideas que la sala pueda ver.",
        Misplaced::TooManyToShare => {
            "Los puntos y los lugares se dan entre 60 cosas como máximo. Antes une algunos temas o aparta otros."
        }
        Misplaced::OddDots => {
            "Da de 1 a 100 puntos, de los que como máximo 12 van a una cosa, o de 1 a 12 lugares, y pregunta sobre una lista que se vea de una vez."
        }
        Misplaced::NothingFurther => "Aquí no hay nada más que mostrar.",
        Misplaced::ProposalChanged => {
            "Entretanto algunas de estas ideas pasaron a un tema o se quitaron de las pantallas, así que no se hizo nada con ellas. Mira lo que se propone ahora."
        }
        Misplaced::OddHandful => "Da a cada persona entre 4 y 24 ideas para ordenar cada vez.",
        Misplaced::NoWords => "Solo las ideas de una pregunta se pueden mostrar como palabras.",
        Misplaced::NotMerged => {
            "Una idea queda junto a otra de la misma pregunta que esté en las pantallas. Elige una así."
        }
        Misplaced::NameFlagged => {
            "Este nombre tiene una palabra que puede herir, o señala a una persona. Elige otras palabras, por favor."
        }
        Misplaced::NothingToReport => "Nadie ha dicho nada todavía, así que no hay nada que fijar.",
        Misplaced::NothingNew => "Nada ha cambiado desde que se fijó la última edición: la junta ya la tiene.",
        Misplaced::EnoughEditions => "Hay 50 ediciones de este informe, que son las que admite.",
        Misplaced::NotFrozen => "Esta edición del informe no se fijó. Recarga la página.",
        Misplaced::NothingSaid => {
            "No cambió nada. Adóptala, aplázala o recházala, nombra a alguien o un plazo, o escribe un comentario."
        }
        Misplaced::ReviewedMeanwhile => {
            "Otra persona de la junta dijo algo sobre esto mientras tanto. Lo tuyo se conserva abajo: compara y guarda otra vez."
        }
        Misplaced::EnoughSaid => {
            "La junta ha dicho 1.000 cosas sobre este informe, que son las que admite. Pregunta a quien modera."
        }
        Misplaced::StillUnseen => {
            "La sala todavía no ha visto las ideas de esa pregunta. Muéstralas primero y luego abre esto."
        }
        Misplaced::OnceOnly => "Solo las votaciones y las encuestas se pueden preguntar otra vez.",
        Misplaced::ThemeGone => "Mientras tanto se quitó este tema. Elige otro.",
        Misplaced::ThemeLocked => {
            "Este tema está bloqueado. Desbloquéalo primero o pregunta a quien facilita el panel."
        }
        Misplaced::WordedMeanwhile => {
            "Mientras tanto alguien más redactó este tema. Lo tuyo se conserva abajo: compara y guarda de nuevo."
        }
        Misplaced::EnoughThemes => "Aquí hay 500 temas, que son los que caben. Une algunos primero.",
        Misplaced::TooManyMoved => "Mueve como máximo 1000 ideas a la vez.",
        Misplaced::TooManyWords => "Un panel admite como máximo 200 palabras propias. Quita algunas primero.",
        Misplaced::HeldByAnother => "Otra persona está moviendo esto ahora mismo. Inténtalo de nuevo en un momento.",
        Misplaced::OddSheet => "Una hoja necesita una elección para al menos una idea, y ninguna idea dos veces.",
    }
}

fn text_error(why: TextError) -> String {
    match why {
        TextError::Empty => "está vacío".to_owned(),
        TextError::TooLong { limit, actual } => format!("tiene {actual} caracteres y caben {limit}"),
        TextError::ControlCharacter => "contiene un carácter de control".to_owned(),
    }
}

fn code_error(why: CodeError) -> String {
    match why {
        CodeError::Length { wanted, actual } => {
            format!("debería tener {wanted} letras y cifras, y tiene {actual}")
        }
        CodeError::Symbol(sign) => format!("ningún código contiene «{sign}»"),
    }
}

fn framework_error(why: &FrameworkError) -> String {
    let flaw = match why {
        FrameworkError::Fault(Fault { flaw, .. }) => flaw,
        FrameworkError::Gone => return "Ya no está: alguien lo quitó.".to_owned(),
        FrameworkError::Itself => return "Un ámbito no se puede unir a sí mismo. Elige otro.".to_owned(),
        FrameworkError::There => return "Este ámbito ya está.".to_owned(),
        FrameworkError::Exhausted => {
            return "Esta lista no admite más entradas. Empieza un marco nuevo.".to_owned();
        }
    };
    match flaw {
        Flaw::Text(TextError::Empty) => {
            "Aquí no hay nada escrito. Escribe unas palabras o quita la entrada.".to_owned()
        }
        Flaw::Text(TextError::TooLong { limit, actual }) => {
            format!("Tiene {actual} caracteres y caben {limit}. Acórtalo.")
        }
        Flaw::Text(TextError::ControlCharacter) => {
            "Contiene un salto de línea o un signo que no se puede mostrar. Quítalo.".to_owned()
        }
        Flaw::SameWords { text, .. } => format!("«{text}» ya está. Elige otras palabras."),
        Flaw::TooMany { limit, .. } => format!("Aquí caben {limit}, y ya hay tantas. Quita antes una."),
        other => format!("Esto no se puede hacer: {}.", framework_flaw(other)),
    }
}

fn initiative_refusal(why: &Refusal) -> String {
    let sentence = match why {
        Refusal::NotMember => "No diriges esta iniciativa. Quien es responsable puede añadirte.",
        Refusal::NotOwner => "Esto solo puede hacerlo quien es responsable de la iniciativa.",
        Refusal::Misplaced => "No existe esa iniciativa, o ya está.",
        Refusal::Text { field, why } => {
            let label = sheet(match field {
                Field::Name => Sheet::Name,
                Field::Work => Sheet::WhatIsDone,
                Field::Owner => Sheet::WorkOwner,
                Field::Horizon => Sheet::UntilWhen,
                Field::Note => Sheet::WorkNote,
                Field::Win => Sheet::WhatWasWon,
            });
            return format!("{label}: esto no se puede aceptar, {}.", text_error(*why));
        }
        Refusal::MemberAlready(name) => return format!("{name} ya puede dirigir esta iniciativa."),
        Refusal::UnknownMember => "En esta iniciativa no hay nadie con ese nombre.",
        Refusal::OwnerStays => "A quien es responsable no se le puede quitar. Entrega antes la iniciativa.",
        Refusal::UnknownWork => "Este trabajo ya no está en el tablero.",
        Refusal::UnknownStep => "Elige uno de los pasos.",
        Refusal::UnknownWin => "Este logro ya no está en la lista.",
        Refusal::Day(day) => {
            return format!("«{day}» no es una fecha. Escríbela como año-mes-día, por ejemplo 2026-05-14.");
        }
        Refusal::Days { most } => return format!("Elige entre 1 y {most} días, o deja el campo vacío."),
    };
    sentence.to_owned()
}

fn file_flaw(flaw: &FileFlaw) -> String {
    let sentence = match flaw {
        FileFlaw::TooLarge { kilobytes, most } => {
            return format!("el archivo tiene {kilobytes} KB y caben {most}: ¿es el archivo de un marco?");
        }
        FileFlaw::NoJson { line, column, .. } => {
            return format!(
                "línea {line}, columna {column}: esto no es JSON. Corrígelo ahí o descarga otra vez el archivo"
            );
        }
        FileFlaw::OtherFormat { format } => {
            return format!("esto no es el archivo de un marco, cuyo formato es «{format}»");
        }
        FileFlaw::OtherVersion { version } => {
            return format!(
                "esta versión del programa lee archivos de la versión {version}: usa una más nueva o corrige esto"
            );
        }
        FileFlaw::OddHash { begin } => {
            return format!("un hash es «{begin}» y 64 cifras: quítalo, se hace de nuevo");
        }
        FileFlaw::NoHash(told) => return format!("esto no tiene hash: {told}"),
        FileFlaw::NoObject(found) => return format!("esto es {}, no un objeto: escribe {{ … }}", shape(*found)),
        FileFlaw::NoList(found) => return format!("esto es {}, no una lista: escribe [ … ]", shape(*found)),
        FileFlaw::NoText(found) => return format!("esto es {}, no un texto: escribe \"…\"", shape(*found)),
        FileFlaw::NoNumber(found) => {
            return format!("esto es {}, no un número: escríbelo sin comillas", shape(*found));
        }
        FileFlaw::NoFlag(found) => return format!("esto es {}: escribe true o false, sin comillas", shape(*found)),
        FileFlaw::UnknownField { known } => return format!("este campo no existe: quítalo. Se conocen {known}"),
        FileFlaw::Twice => "esto está dos veces: quita una de ellas",
        FileFlaw::Missing => "esto falta: escríbelo, vacío donde no haya nada que decir",
        FileFlaw::OddNumber { most } => return format!("este número no cabe: escribe uno entero de 1 a {most}"),
        FileFlaw::OddVersion => "una versión es un número entero desde 1: corrígelo o quítalo",
        FileFlaw::UnknownList { name, known } => {
            return format!("no existe la lista «{name}»: escribe una de estas: {known}");
        }
        FileFlaw::UnknownChange { known } => {
            return format!("esto no es un cambio de un ámbito: escribe uno de estos: {known}");
        }
        FileFlaw::Framework(flaw) => return framework_flaw(flaw),
    };
    sentence.to_owned()
}

const fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Null => "null",
        Shape::Flag => "true o false",
        Shape::Number => "un número",
        Shape::Text => "un texto",
        Shape::List => "una lista",
        Shape::Object => "un objeto",
    }
}

fn framework_flaw(flaw: &Flaw) -> String {
    match flaw {
        Flaw::Text(why) => {
            let advice = match why {
                TextError::Empty => ": escribe unas palabras o quita la entrada",
                TextError::TooLong { .. } => ": acórtalo",
                TextError::ControlCharacter => " o un salto de línea: quítalo",
            };
            text_error(*why) + advice
        }
        Flaw::TooMany { limit, actual } => {
            format!("{actual} son demasiadas entradas, caben {limit}: quita algunas o júntalas")
        }
        Flaw::Zero => "los números empiezan en 1".to_owned(),
        Flaw::SameNumber { id, by } => format!("el número {id} ya lo tiene {by}: dale otro a esta entrada"),
        Flaw::SameWords { text, by } => format!("«{text}» ya está en {by}: cambia las palabras de una de las dos"),
        Flaw::Reused { id, text } => {
            format!("el número {id} era el de «{text}», que se quitó, y nunca se da otra vez: dale otro a esta entrada")
        }
        Flaw::NoDomain(domain) => {
            format!("no hay ni hubo un ámbito {domain}: corrige el número o quita este cambio")
        }
        Flaw::Circle { domain, into } => format!(
            "el ámbito {domain} se une a {into}, que se une otra vez a {domain}: un círculo. Quita una de estas uniones"
        ),
        Flaw::Ended(domain) => {
            format!("el ámbito {domain} ya no estaba entonces: corrige el número o el orden de los cambios")
        }
        Flaw::There(domain) => format!("el ámbito {domain} ya estaba entonces: quita este cambio"),
        Flaw::Undead(domain) => {
            format!("la historia dice que el ámbito {domain} terminó: quítalo de aquí o añade un cambio `restored`")
        }
        Flaw::WrongList => "los ámbitos se recuerdan en la historia: escribe allí un cambio `retired`".to_owned(),
    }
}
