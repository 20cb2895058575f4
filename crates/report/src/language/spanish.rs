use super::Phrase;

/// Spanish.
pub(super) const fn text(phrase: Phrase) -> &'static str {
    match phrase {
        // Between numbers and names.
        Phrase::And => "y",
        Phrase::Nobody => "nadie",
        Phrase::FewerThanFive => "menos de 5",
        // What stands above all.
        Phrase::Rehearsal => "Un ensayo: respondieron personas simuladas. Nada de esto es un resultado.",
        Phrase::Draft => "Un borrador: el panel sigue en marcha. Hasta aquí ha llegado.",
        Phrase::FrozenEarly => "Esta edición se fijó con el panel todavía en marcha.",
        Phrase::TakenBack => {
            "Desde que se fijó esta edición se borraron palabras, o ya no se pueden citar: aquí falta {count} texto que \
             estaba en ella.|Desde que se fijó esta edición se borraron palabras, o ya no se pueden citar: aquí faltan \
             {count} textos que estaban en ella."
        }
        // Titles of chapters.
        Phrase::SummaryTitle => "En breve",
        Phrase::GatheringTitle => "Cómo se recogieron las aportaciones",
        Phrase::MapTitle => "Principios y ámbitos",
        Phrase::WantsTitle => "Qué quiere cada grupo",
        Phrase::DirectionTitle => "Visión, misión y alcance",
        Phrase::AnswersTitle => "Qué más respondió la sala",
        Phrase::AgreementTitle => "Dónde coincide la sala y dónde se divide",
        Phrase::StepsTitle => "Próximos pasos",
        Phrase::AppendixTitle => "Todas las ideas",
        Phrase::LimitsTitle => "Lo que estos números no pueden decir",
        Phrase::WithoutDomain => "Sin ámbito",
        // The first page.
        Phrase::RoomBrought => {
            "{count} persona participó y aportó {ideas}, reunidas en {themes}.|{count} personas participaron \
             y aportaron {ideas}, reunidas en {themes}."
        }
        Phrase::RoomBroughtLoose => {
            "{count} persona participó y aportó {ideas}.|{count} personas participaron y aportaron {ideas}."
        }
        Phrase::IdeasCount => "{count} idea|{count} ideas",
        Phrase::ThemesCount => "{count} tema|{count} temas",
        Phrase::SurestIdea => {
            "Con el apoyo más seguro: «{words}» (idea {idea}): {agree} de {sides} que tomaron partido están \
             de acuerdo."
        }
        Phrase::SurestUnquoted => {
            "Con el apoyo más seguro: la idea {idea}, que su autor o autora no quiso que se citara: {agree} de {sides} que tomaron partido están de acuerdo."
        }
        Phrase::MustDomains => "La asociación debe actuar, dice el {threshold} o más: {domains}.",
        Phrase::MayDomains => "La asociación puede actuar, dice el {threshold} o más: {domains}.",
        Phrase::NotOursDomains => "No le toca a la asociación, dice el {threshold} o más: {domains}.",
        Phrase::OpenDomains => "Ningún veredicto alcanzó el {threshold}: {domains}.",
        Phrase::StrongestLink => {
            "El vínculo más fuerte: el principio {principle} con {domain}, {strength} de 3, según {n}."
        }
        Phrase::MostDivided => {
            "Lo que más divide a la sala: «{words}» (idea {idea}): {agree} de acuerdo, {disagree} en \
             desacuerdo."
        }
        Phrase::MostDividedUnquoted => {
            "Lo que más divide a la sala: la idea {idea}, que su autor o autora no quiso que se citara: {agree} de acuerdo, {disagree} en desacuerdo."
        }
        Phrase::HowToRead => {
            "Un número entre corchetes lleva a lo que sostiene la frase: ideas, recuentos y condiciones. \
             Cada quien vino por su voluntad, así que ningún número tiene margen de error."
        }
        // How it was gathered.
        Phrase::AskedBy => "Pregunta {host}.",
        Phrase::WhoAnswered => "Participó {count} persona, miembro o no.|Participaron {count} personas, miembros o no.",
        Phrase::NobodyAnswered => "Nadie ha respondido todavía.",
        Phrase::OnDay => "Las respuestas llegaron el {day}.",
        Phrase::BetweenDays => "Las respuestas llegaron del {first} al {last}.",
        Phrase::HeldElsewhere => "Se hizo con otra herramienta y se tomó de sus archivos.",
        Phrase::BallotADevice => "Un voto por dispositivo; podía entrar quien tuviera el código.",
        Phrase::BallotATicket => "Un voto por entrada.",
        Phrase::BallotAName => "Un voto por nombre de la lista, con entrada.",
        Phrase::Tickets => "Se hicieron {made} entradas y se usaron {used}; cuáles, nadie puede saberlo.",
        Phrase::Blind => "Los votos son a ciegas: nadie vio un total antes de que se mostrara a todos.",
        Phrase::RandomOrder => "Las ideas se reparten al azar, primero las que pocas personas han visto.",
        Phrase::LastBallot => {
            "Cuenta el último voto de cada persona sobre una idea; los votos posteriores a mostrar el \
             resultado no están en ningún total."
        }
        Phrase::WordForWord => "Las palabras están como se escribieron.",
        Phrase::NoWeighting => "No hay ponderación: cada persona cuenta una vez, miembro o no.",
        Phrase::NoMargin => "Cada quien vino por su voluntad: no hay margen de error.",
        Phrase::DisclosureIntro => {
            "Lo que sigue va en el orden de la lista de AAPOR de lo que una encuesta debe declarar."
        }
        Phrase::HowAnswered => {
            "Se respondió por escrito, cada quien en su teléfono u ordenador y sin que otros lo vieran, en inglés \
             o en español; lo dicho en voz alta o en papel lo escribió quien facilitaba."
        }
        Phrase::Population => {
            "Se preguntó a quienes estaban o tenían el código. No hay una lista de todas las personas a quienes \
             conciernen las preguntas, y nadie se eligió de ella al azar."
        }
        Phrase::Recruited => {
            "Les invitó quien convocó, y entraron y respondieron por su voluntad; se podía dejar cualquier \
             pregunta."
        }
        Phrase::AskedBelow => "Cada pregunta está más abajo, palabra por palabra.",
        Phrase::PutTogether => {
            "Las ideas las agruparon personas en temas; lo que propuso una máquina lo confirmó o cambió una persona."
        }
        Phrase::BroughtIdeas => {
            "{count} persona aportó al menos una idea.|{count} personas aportaron al menos una idea."
        }
        Phrase::VotedOnce => {
            "{count} persona juzgó al menos una cosa: una idea, un tema o una pregunta.|{count} personas juzgaron \
             al menos una cosa: una idea, un tema o una pregunta."
        }
        Phrase::Missing => "De estos grupos quizá hubo pocas personas o ninguna, o su número delataría otro: {groups}.",
        Phrase::EarlierStands => {
            "Algunos recuentos cambiaron en menos de 5 desde una edición anterior: están aquí como se dieron en \
             ella."
        }
        Phrase::ParticipationCaption => "Cuántas personas juzgaron cuánto",
        Phrase::ParticipationNote => {
            "n es cuántas respuestas tiene una idea, un tema o una pregunta: el mínimo, la mediana y el máximo."
        }
        Phrase::CompletenessTitle => "Hasta qué punto están completos los temas",
        Phrase::SaturatedAfter => {
            "Tras {until} de {all} personas apenas surgió un tema nuevo: las últimas {run} aportaron \
             {share} de los temas que tenían las primeras {base}."
        }
        Phrase::NotSaturated => {
            "Aún surgían temas nuevos: las últimas {run} de {all} personas aportaron {share} de los temas que \
             tenían las primeras {base}."
        }
        Phrase::TooFewToSaturate => {
            "Muy pocas personas aportaron ideas que estén en un tema para decir si otras aportarían temas nuevos."
        }
        Phrase::CoverageIs => {
            "De {ideas} ideas en {themes} temas, {once} están solas en el suyo: la próxima idea de personas como \
             estas caería en un tema conocido con una probabilidad de alrededor de {share}."
        }
        Phrase::AtLeastThemes => "En total hay al menos unos {count} temas, también los que nadie ha nombrado aún.",
        Phrase::SortersAgree => {
            "En «{title}», cada quien agrupó por su cuenta: {handfuls} puñados de ideas. En lo que dos de ellos \
             comparten coinciden con un índice de Rand ajustado de {index} de media (0 es azar, 1 lo mismo); el α \
             de Krippendorff de juntas o separadas es {alpha}: {verdict}."
        }
        Phrase::AlphaReported => "fiable",
        Phrase::AlphaTentative => "provisional",
        Phrase::AlphaUnreliable => "demasiado poco para apoyarse en ello",
        Phrase::AlphaUnknown => "muy poco en común para decirlo",
        Phrase::Handfuls => "puñados",
        Phrase::Spoken => {
            "{count} idea se dijo en voz alta y la escribió quien facilitaba.|{count} ideas se dijeron en \
             voz alta y las escribió quien facilitaba."
        }
        Phrase::OnPaper => {
            "{count} idea se escribió en papel y la pasó quien facilitaba.|{count} ideas se escribieron en \
             papel y las pasó quien facilitaba."
        }
        Phrase::Imported => {
            "{count} idea se tomó de los archivos de otra herramienta.|{count} ideas se tomaron de los \
             archivos de otra herramienta."
        }
        Phrase::BallotsTyped => {
            "{count} persona votó en voz alta o en papel.|{count} personas votaron en voz alta o en papel."
        }
        Phrase::NothingHidden => "No se ocultó ninguna idea.",
        Phrase::Hidden => {
            "Se ocultó {count} idea, que no está en este informe: {reasons}.|Se ocultaron {count} ideas, que \
             no están en este informe: {reasons}."
        }
        Phrase::HiddenDuplicate => "{count} por decir lo mismo que otra",
        Phrase::HiddenOffTopic => "{count} por responder a otra pregunta",
        Phrase::HiddenPersonal => "{count} por nombrar o señalar a alguien",
        Phrase::HiddenHurtful => "{count} por herir a alguien",
        Phrase::HiddenAtSource => "{count} por moderación antes de importar",
        Phrase::HiddenWaiting => "{count} sin leer todavía por quien facilita",
        Phrase::RecountAgrees => {
            "Para este informe se contó de nuevo cada voto desde el registro: los totales son los que se \
             anotaron al mostrarlos."
        }
        Phrase::RecountDiffers => {
            "Se contó de nuevo cada voto desde el registro y los totales no son los anotados. No usen estos \
             resultados hasta saber por qué."
        }
        Phrase::ByConstituency => "Quién estuvo en la sala, por grupo",
        Phrase::ByAffiliation => "Quién estuvo en la sala, por pertenencia",
        Phrase::NoneNamed => "Ninguno indicado",
        Phrase::Member => "Miembro",
        Phrase::NotMember => "No es miembro",
        Phrase::RatherNotSay => "Prefiere no decirlo",
        Phrase::NoAnswer => "Sin respuesta",
        Phrase::SeveralGroups => "Quien indicó varios grupos cuenta en cada uno, y una vez en el total.",
        Phrase::KeptBackWhy => {
            "Un recuento menor de 5, también cero, podría señalar a alguien y se reserva; también otros de \
             los que podría deducirse."
        }
        Phrase::QuestionsCaption => "Todo lo que se preguntó, palabra por palabra y en su orden (horas en UTC)",
        Phrase::KindPrompt => "pregunta",
        Phrase::KindVote => "votación",
        Phrase::KindSurvey => "encuesta",
        Phrase::KindReflection => "reflexión",
        Phrase::KindOther => "otro",
        // Heads of columns.
        Phrase::People => "Personas",
        Phrase::Constituency => "Grupo",
        Phrase::Affiliation => "Pertenencia",
        Phrase::Place => "N.º",
        Phrase::WhatKind => "Tipo",
        Phrase::Question => "Pregunta",
        Phrase::Opened => "Apertura",
        Phrase::ClosedAt => "Cierre",
        Phrase::Revealed => "Mostrado",
        Phrase::Answered => "n",
        Phrase::Idea => "Idea",
        Phrase::Ideas => "Ideas",
        Phrase::Theme => "Tema",
        Phrase::ThemeName => "Nombre",
        Phrase::About => "De qué trata",
        Phrase::Domain => "Ámbito",
        Phrase::Principle => "Principio",
        Phrase::WordsOf => "Palabras",
        Phrase::SignedBy => "De",
        Phrase::Agree => "de acuerdo",
        Phrase::Disagree => "en desacuerdo",
        Phrase::Pass => "pasan",
        Phrase::ShareAgree => "Parte de acuerdo",
        Phrase::RangeLow => "Rango desde",
        Phrase::RangeHigh => "Rango hasta",
        Phrase::Strength => "Fuerza (0–3)",
        Phrase::Split => "División (0–1)",
        Phrase::Judged => "Se juzgó",
        Phrase::Ballots => "Respuestas",
        Phrase::Fewest => "n, mínimo",
        Phrase::Middle => "n, mediana",
        Phrase::Most => "n, máximo",
        Phrase::ShownTo => "Mostrado a, mediana",
        Phrase::Want => "Deseo",
        Phrase::AskedAbout => "Sobre qué",
        Phrase::What => "Qué",
        Phrase::Why => "Por qué",
        Phrase::Owner => "Responsable",
        Phrase::HorizonTitle => "Horizonte",
        Phrase::Step => "Paso",
        // Domains and themes.
        Phrase::NoIdeasHere => "Nadie aportó una idea aquí.",
        Phrase::IdeasHere => "Llegó {count} idea, en {themes}.|Llegaron {count} ideas, en {themes}.",
        Phrase::IdeasAlone => "Llegó {count} idea.|Llegaron {count} ideas.",
        Phrase::LooseIdeas => "Ideas sin tema",
        Phrase::ThemeNamed => "{name}",
        Phrase::ThemeUnnamed => "Tema {number}",
        Phrase::ThemeIdeas => "Se apoya en {count} idea.|Se apoya en {count} ideas.",
        Phrase::ThemeVote => "En «{title}»: {answers} (n = {n}).",
        Phrase::ThemeDots => "En «{title}»: {points} puntos de {givers} de {n} personas.",
        Phrase::ThemePlaces => "En «{title}»: {points} puntos; {givers} de {n} personas le dieron un lugar.",
        Phrase::EditionVoted => {
            "La votación fue sobre la edición {edition} de los temas; un voto cuenta para el texto y las ideas \
             que vio quien votó."
        }
        Phrase::VoidBallots => "{count} voto no cuenta: {reasons}.|{count} votos no cuentan: {reasons}.",
        Phrase::VoidChanged => "{count} porque el tema se cambió después",
        Phrase::VoidMerged => "{count} porque el tema se unió a otro",
        Phrase::VoidTakenOff => "{count} porque el tema se quitó",
        Phrase::VoidSetAside => "{count} porque el tema se apartó",
        Phrase::VoidEmptied => "{count} porque no quedó ninguna idea en él",
        Phrase::VoidHidden => "{count} porque sus ideas se ocultaron",
        Phrase::Points => "Puntos",
        Phrase::ThemeFirst => "Primero entre los temas de «{title}»: «{name}»: {support}.",
        Phrase::SupportOfSides => "{agree} de {sides} que tomaron partido están a favor",
        Phrase::SupportOfPoints => "{points} puntos",
        Phrase::IdeaVote => {
            "Idea {idea}: {agree} de acuerdo, {disagree} en desacuerdo, {pass} pasan; el {share} de quienes \
             tomaron partido está de acuerdo (n = {n})."
        }
        Phrase::BackedBy => "Entre quienes están de acuerdo: {groups}.",
        Phrase::Dissent => {
            "Disenso en la idea {idea}: {disagree} en desacuerdo, {agree} de acuerdo, {pass} pasan; el \
             {share} de quienes tomaron partido está de acuerdo (n = {n})."
        }
        Phrase::MoreInAppendix => "{count} más está en el apéndice.|{count} más están en el apéndice.",
        Phrase::NotQuoted => {
            "{count} idea se dio sin permiso para citarla.|{count} ideas se dieron sin permiso para citarlas."
        }
        Phrase::Erased => "Se borraron las palabras de {count} idea.|Se borraron las palabras de {count} ideas.",
        Phrase::VerdictMust => {
            "Debe: {must} dicen debe, {may} puede, {not_ours} no nos toca, {unsure} no lo saben (n = {n}; \
             decide el {threshold} de quienes lo tienen claro)."
        }
        Phrase::VerdictMay => {
            "Puede: {must} dicen debe, {may} puede, {not_ours} no nos toca, {unsure} no lo saben (n = {n}; \
             decide el {threshold} de quienes lo tienen claro)."
        }
        Phrase::VerdictNotOurs => {
            "No le toca a la asociación: {must} dicen debe, {may} puede, {not_ours} no nos toca, {unsure} no \
             lo saben (n = {n}; decide el {threshold} de quienes lo tienen claro)."
        }
        Phrase::VerdictOpen => {
            "Abierto: {must} dicen debe, {may} puede, {not_ours} no nos toca, {unsure} no lo saben (n = {n}; \
             decide el {threshold} de quienes lo tienen claro)."
        }
        // The map and the wants.
        Phrase::MapIntro => {
            "Con qué fuerza se vincula cada principio con cada ámbito: de 0, ningún vínculo, a 3, uno \
             fuerte, en promedio."
        }
        Phrase::MapNotAsked => {
            "No se preguntó, o no se mostró, cómo se vinculan los principios con los ámbitos: toda casilla \
             sigue abierta."
        }
        Phrase::MapCaption => "Fuerza de cada vínculo, de 0 a 3",
        Phrase::WantsIntro => "Lo que la asociación cree que quiere cada grupo, y qué dice la gente de eso.",
        Phrase::WantsNotAsked => "No se preguntó, o no se mostró.",
        Phrase::WantsCaption => "Deseos percibidos, y cuántas personas dicen que son acertados",
        // Vision, mission, scope.
        Phrase::Vision => "Visión",
        Phrase::Mission => "Misión",
        Phrase::ScopeName => "Alcance",
        Phrase::TodaysWords => "Hoy: «{words}»",
        Phrase::NotAsked => {
            "No se le preguntó a la sala por estas palabras, o no se le mostró lo que respondió. Lo que dijo ante una pregunta abierta está entre sus ideas."
        }
        Phrase::SaidOfToday => "Sobre la {what} de hoy, lo más elegido: {verdict} ({most} de {n}).",
        Phrase::Rewordings => "Con otras palabras:",
        Phrase::BestWording => {
            "Lo que con más seguridad reuniría a la sala: «{words}»: {carry} de {n} están a favor o pueden \
             vivir con ello."
        }
        // Surveys.
        Phrase::ThresholdSet => "Antes de votar se fijó que decide el {threshold}.",
        Phrase::PointsNote => "Puntos: el primer lugar cuenta más, cada siguiente menos.",
        Phrase::NobodyAnsweredThis => "Nadie respondió.",
        Phrase::SurveyCaption => "Respuestas a «{title}»",
        Phrase::WithoutConsent => "Palabras sin permiso para citarlas, o borradas",
        Phrase::IdeaNumber => "Idea {number}",
        Phrase::Must => "debe",
        Phrase::May => "puede",
        Phrase::NotOurs => "no nos toca",
        Phrase::Unsure => "no lo sé",
        Phrase::NoLink => "ningún vínculo",
        Phrase::WeakLink => "débil",
        Phrase::ClearLink => "claro",
        Phrase::StrongLink => "fuerte",
        Phrase::Reaffirm => "reafirmar",
        Phrase::Revise => "revisar",
        Phrase::Reconceptualise => "reconcebir",
        Phrase::Right => "acertado",
        Phrase::Wrong => "no acertado",
        Phrase::Carries => "sostiene",
        Phrase::DoesNotCarry => "no sostiene",
        Phrase::Unknown => "no lo conozco",
        Phrase::FullyFor => "totalmente a favor",
        Phrase::WithReservations => "a favor, con reservas",
        Phrase::CanLiveWithIt => "puedo vivir con ello",
        Phrase::MoreTalk => "antes hablarlo más",
        Phrase::Against => "en contra",
        // Votes.
        Phrase::NoVoteShown => "No se mostró ninguna votación sobre ideas, así que este informe no dice nada de ellas.",
        Phrase::PeopleVoted => {
            "Votó {count} persona antes de mostrarse un total. No todos votaron todas las ideas, así que n \
             varía.|Votaron {count} personas antes de mostrarse un total. No todos votaron todas las ideas, \
             así que n varía."
        }
        Phrase::LaterNotCounted => {
            "{count} voto llegó después y no se cuenta aquí.|{count} votos llegaron después y no se cuentan \
             aquí."
        }
        Phrase::Bursts => {
            "{count} votante entró en una ráfaga que vota más parecido de lo que permite el azar; quizá no \
             sean tantas personas.|{count} votantes entraron en ráfagas que votan más parecido de lo que \
             permite el azar; quizá no sean tantas personas."
        }
        Phrase::NobodyVoted => "Nadie votó una idea que siga a la vista.",
        Phrase::VoteCaption => "Qué dice la sala de las ideas de «{title}»",
        Phrase::BarSays => {
            "{agree} de acuerdo, {disagree} en desacuerdo, {pass} pasan, n = {n}; rango de {low} a {high}"
        }
        Phrase::Divides => {
            "La idea {idea} divide a la sala: {agree} de acuerdo, {disagree} en desacuerdo, {pass} pasan; el \
             {share} de quienes tomaron partido está de acuerdo (n = {n})."
        }
        Phrase::NothingDivides => "Ninguna idea divide a la sala con seguridad.",
        Phrase::Bridges => {
            "La idea {idea} une a grupos: en cada uno de {groups}, más de la mitad de quienes votaron sobre ella \
             está de acuerdo."
        }
        Phrase::Parts => {
            "Los grupos se separan en la idea {idea}: de {most}, más de la mitad de quienes votaron sobre ella está de acuerdo; de {least}, la mitad como mucho."
        }
        Phrase::NothingBridges => {
            "De ninguna idea puede decirse que una a los grupos, hasta donde sus recuentos pueden darse."
        }
        Phrase::SharesSlate => {
            "Para la junta, por partes iguales: ideas {ideas}; personas que aprueban algo, y ninguna de estas: {left_out}."
        }
        Phrase::SharesCompleted => {
            "Las partes alcanzaron para {paid} de estas {seats}; las demás son las más aprobadas del resto."
        }
        Phrase::PlainSlate => {
            "Las más aprobadas: ideas {ideas}; personas que aprueban algo, y ninguna de estas: {left_out}."
        }
        Phrase::LeftOutWant => {
            "Quienes se quedan sin ninguna en las más aprobadas están de acuerdo sobre todo con las ideas \
             {ideas}."
        }
        Phrase::NoGroupsFew => "No se detectan grupos de opinión: menos de 50 personas votaron ideas suficientes.",
        Phrase::NoGroupsChance => {
            "No se detectan grupos de opinión: las personas solo difieren en su facilidad para decir que sí."
        }
        Phrase::GroupsFound => {
            "Las personas forman {count} grupo de opinión: {sizes} personas.|Las personas forman {count} \
             grupos de opinión: {sizes} personas."
        }
        Phrase::GroupAgrees => "El grupo de opinión {group} se distingue por estar de acuerdo con la idea {idea}.",
        Phrase::GroupDisagrees => {
            "El grupo de opinión {group} se distingue por estar en desacuerdo con la idea {idea}."
        }
        Phrase::AllGroupsLean => {
            "En cada grupo de opinión, más de la mitad de quienes votaron sobre la idea {idea} está de acuerdo \
             con ella."
        }
        Phrase::ChangeTitle => "De «{before}» a «{after}»",
        Phrase::ChangeIntro => {
            "De quienes votaron en ambas: cambios de opinión, no otro público. No se dice nada de aquello sobre \
             lo que votaron dos veces menos de cinco personas."
        }
        Phrase::ChangedIdea => {
            "Idea {idea}: de {n} que votaron ambas veces, primero {before} estaban de acuerdo y luego {after}; \
             {won} llegaron a estarlo, {lost} ya no lo están."
        }
        Phrase::ChangedTheme => {
            "«{name}»: de {n} que votaron ambas veces, primero {before} estaban a favor y luego {after}; {won} \
             llegaron a estarlo, {lost} ya no lo están."
        }
        Phrase::NothingChanged => {
            "No puede decirse nada de un cambio: muy pocas personas votaron dos veces sobre lo mismo, o todas \
             dijeron lo mismo."
        }
        Phrase::ChangesCaption => "Qué dijeron quienes votaron en ambas",
        Phrase::BothTimes => "Votaron en ambas",
        Phrase::AgreedBefore => "De acuerdo primero",
        Phrase::AgreedAfter => "De acuerdo luego",
        Phrase::CameToAgree => "Llegaron a estarlo",
        Phrase::NoLongerAgree => "Ya no lo están",
        Phrase::SaidTheSame => "Dijeron lo mismo",
        Phrase::OrderNote => {
            "En el orden de cuán seguro es el acuerdo: por el extremo inferior del intervalo de Wilson al 95 \
             % de los de acuerdo entre quienes tomaron partido. Donde los rangos se solapan mucho, el orden \
             de dos ideas significa poco."
        }
        Phrase::VotesCaption => "Qué se dijo de cada idea",
        Phrase::BackingCaption => "Quién está de acuerdo, por grupo",
        // Next steps.
        Phrase::StepsIntro => {
            "Lo que la sala pone ante la junta. A la junta le toca decidir y nombrar responsables y plazos; mientras no \
             nombre uno, el horizonte es el que dio quien escribió la idea."
        }
        Phrase::NothingRecommended => "Nada se juzgó con seguridad suficiente para ponerlo ante la junta.",
        Phrase::BetterUnquoted => {
            "{count} idea tiene un apoyo igual de seguro y no está en esta tabla, porque su autor o autora no quiso que se citara: {ideas}.|{count} ideas tienen un apoyo igual de seguro y no están en esta tabla, porque sus autores no quisieron que se citaran: {ideas}."
        }
        Phrase::WordsTakenBack => "La idea {idea}, cuyas palabras se retiraron",
        Phrase::RecommendedCaption => "Ante la junta",
        Phrase::StepsCaption => "Los pasos del cambio",
        Phrase::LaterRound => "una ronda posterior",
        Phrase::ThisRound => "esta ronda",
        Phrase::ToBeNamed => "por nombrar",
        Phrase::Decision => "Decisión",
        Phrase::Undecided => "abierta",
        Phrase::Adopted => "adoptada",
        Phrase::Deferred => "aplazada",
        Phrase::Rejected => "rechazada",
        Phrase::DecidedBefore => "Decidido en el último evento",
        Phrase::EarlierPanel => "Evento",
        Phrase::WhyMust => "{must} de {n} dicen debe",
        Phrase::WhyAgree => "{agree} de {sides} de acuerdo (idea {idea})",
        Phrase::WhyAgreeHelp => "{agree} de {sides} de acuerdo (idea {idea}); {helpers} ayudarían",
        Phrase::HorizonNow => "ahora",
        Phrase::HorizonFuture => "futuro",
        // The appendix.
        Phrase::AppendixIntro => {
            "Palabra por palabra, donde su autor aceptó ser citado; también las que pocos apoyan o nadie \
             votó. El número es el nombre de la idea en este informe y no dice nada de su rango."
        }
        Phrase::NoIdeas => "No se mostraron ideas.",
        Phrase::Unvoted => "nadie la votó",
        Phrase::VotedLater => "los votos llegaron después de mostrarse el resultado y no se cuentan",
        Phrase::Minority => "minoría: {agree} de acuerdo, {disagree} en desacuerdo, {pass} pasan",
        Phrase::FewOrNone => {
            "De {ideas} ideas, {unvoted} no tienen ningún voto que cuente y {minority} tienen más en contra que a favor; las que se pueden citar están aquí."
        }
        Phrase::TallyNote => "{agree} de acuerdo, {disagree} en desacuerdo, {pass} pasan",
        Phrase::IdeasCaption => "Todas las ideas que se mostraron",
        Phrase::ThemesCaption => "Todos los temas",
        // Limits.
        Phrase::LimitSelf => {
            "Cada quien vino y respondió por su voluntad. Hablan por sí, no por todos a quienes atañe la \
             pregunta; los rangos junto a los votos solo sirven para ordenar ideas."
        }
        Phrase::LimitFew => {
            "Una idea que llegó tarde, o se repartió a pocos, tiene pocos votos. Pocos votos no son un \
             juicio sobre ella."
        }
        Phrase::LimitAlike => "Varias ideas pueden decir casi lo mismo: entonces el apoyo se reparte entre ellas.",
        Phrase::LimitDomain => {
            "El ámbito de una idea es el que eligió su autor; el de un tema, el que se le dio o el de la \
             mayoría de sus ideas."
        }
        Phrase::LimitAgreement => "El acuerdo dice que alguien está a favor, no cuánto le importa.",
        Phrase::LimitGroups => {
            "Los grupos de opinión se buscan tras una barrera contra el azar; que no se halle ninguno no dice que \
             no los haya."
        }
        Phrase::LimitChanges => {
            "Lo que cambió entre dos votaciones cambió tras una conversación, entre otras cosas: nada dice que \
             fuera por ella."
        }
        Phrase::LimitKeptBack => {
            "Se reservan los recuentos de un grupo que podrían señalar a alguien; donde casi todos están de \
             acuerdo, del total se sigue que todo un grupo lo está."
        }
        Phrase::LimitDirection => {
            "De lo escrito se omiten los signos que invierten la dirección del texto; lo demás está como se \
             escribió."
        }
        Phrase::LimitImported => {
            "Lo tomado de otra herramienta se recogió con sus reglas: allí pudieron ver totales o ser \
             preguntados de otro modo."
        }
        // Where sentences come from.
        Phrase::SourcesTitle => "De dónde sale cada frase",
        Phrase::SourceRoom => "Quiénes participaron",
        Phrase::SourceLog => "El registro del panel",
        Phrase::SourceMap => "El mapa de principios y ámbitos",
        Phrase::SourceQuestion => "La pregunta «{title}»",
        Phrase::SourceVote => "La votación «{title}»",
        Phrase::SourceBallots => "Los votos sobre la idea {idea} en «{title}»",
        Phrase::SourceItem => "«{item}» en «{title}»",
        Phrase::SourceSteps => "Los pasos del marco",
        Phrase::PeopleOnMap => "respuestas sobre el mapa",
        Phrase::StepsNamed => "pasos",
        Phrase::GroupedByPeople => "Estas ideas las reunieron personas, no una máquina.",
        Phrase::AskedAs => "Se preguntó: «{question}»",
        Phrase::AskedOn => "El {day}.",
        Phrase::RevealedOn => "Mostrado a la sala el {day}.",
        Phrase::PeopleAnswered => "personas respondieron",
        Phrase::PeopleJoined => "personas participaron",
        Phrase::Events => "eventos",
        Phrase::Voters => "votantes",
        Phrase::LaterBallots => "votos posteriores",
        // Over the events of an initiative.
        Phrase::EventsTitle => "Sus encuentros",
        Phrase::RoundsTitle => "De una ronda a la siguiente",
        Phrase::StatementsTitle => "Lo que dicen todas las rondas juntas",
        Phrase::InitiativePeople => {
            "{events} encuentros tuvieron {seats} asientos. {twice} los ocupó alguien de quien se sabe, por su \
             propio enlace, que ya había estado: contando una vez a cada quien, son {people} personas."
        }
        Phrase::InitiativeIdeas => {
            "Aportaron {ideas} ideas; {carried} más se llevaron de un encuentro anterior y no son nuevas."
        }
        Phrase::OnlyByLink => {
            "Quien vino a varios encuentros sin su propio enlace cuenta en cada uno: nada dice que fuera la misma \
             persona."
        }
        Phrase::NoGroupsHere => {
            "Los recuentos de los grupos están solo en el informe de cada encuentro: sumados, podrían señalar a \
             alguien."
        }
        Phrase::EventsCaption => "Los encuentros de la iniciativa",
        Phrase::EventTitle => "Encuentro",
        Phrase::JoinedTitle => "Entraron",
        Phrase::NewHere => "Por primera vez",
        Phrase::IdeasNew => "Ideas nuevas",
        Phrase::IdeasCarried => "Llevadas de antes",
        Phrase::SnapshotTitle => "Instantánea",
        Phrase::RoundIntro => {
            "Las mismas afirmaciones en ambos, como estaban las salas cuando se mostraron. Son dos salas: una \
             diferencia de partes no es un cambio de opinión, salvo entre quienes se sabe que votaron en ambos."
        }
        Phrase::RoundShare => {
            "«{words}»: primero estaba de acuerdo {before} de quienes tomaron partido, luego {after}: {points} \
             puntos."
        }
        Phrase::RoundBoth => {
            "De {n} de quienes se sabe que votaron en ambos, {won} llegaron a estar de acuerdo y {lost} ya no lo \
             están."
        }
        Phrase::NothingShared => {
            "Ningún encuentro tiene en común con otro una afirmación que ambos votaran y cuyos resultados mostraran."
        }
        Phrase::RoundCaption => "Las mismas afirmaciones en dos rondas",
        Phrase::FirstAgree => "De acuerdo, primero",
        Phrase::FirstN => "n, primero",
        Phrase::ThenAgree => "De acuerdo, luego",
        Phrase::ThenN => "n, luego",
        Phrase::PointsUp => "Cambio de la parte",
        Phrase::StatementsCaption => {
            "Cada afirmación votada; de cada persona cuenta una vez su último voto en todos los encuentros"
        }
        Phrase::RoundsCount => "Rondas",
        Phrase::SourceEvent => "El encuentro «{title}»",
        Phrase::SourceInitiative => "Los encuentros de la iniciativa juntos",
        Phrase::SnapshotWas => "Su instantánea es {hash}.",
        Phrase::SeatsCount => "asientos",
        // Around the text.
        Phrase::Contents => "Contenido",
        Phrase::KindOfReport => "Informe de visión",
        Phrase::EditionIs => {
            "Hecho del registro del panel hasta su evento {events}, de {until}. Su instantánea es \
             {hash}: el archivo con esta huella da de nuevo este informe, byte a byte."
        }
        Phrase::EditionWord => "Edición",
        Phrase::EditionNumber => "Edición {number}.",
        Phrase::NotFrozen => "No fijado como edición.",
        Phrase::NotFrozenWord => "Sin fijar",
        Phrase::FrameworkWas => "El marco sobre el que se preguntó: {host}, {framework}.",
        Phrase::KeptBack => "reservado",
        Phrase::CountsTitle => "Recuentos",
        Phrase::IdeasTitle => "Ideas",
        Phrase::Figure => "Figura",
        Phrase::TableWord => "Tabla",
        Phrase::MoreRows => "Las primeras {shown} de {all} filas: el libro de cálculo las tiene todas.",
        Phrase::Conditions => "Condiciones",
        Phrase::Chapter => "Capítulo",
        Phrase::SentenceHead => "Frase",
        Phrase::SourceHead => "Fuente",
    }
}
