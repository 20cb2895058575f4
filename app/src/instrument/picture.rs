use visioncast_model::{DomainId, ItemId, Scale, view::SurveyItem};

use super::{
    asked::{Asked, label},
    finding::{count, on_all, on_item, on_options, support},
    map::{Map, map},
};
use crate::{
    chart::{
        Look, Palette, Part, Reach, Spread, columns, filling, length, middle_of, movement, percent, points, spread,
        stacked,
    },
    language::Live,
};

/// Where a picture stands: that decides how large its letters are beside its bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The projector: bars take half of it, or where there are many rows, a quarter.
    Wall,
    /// A column of the console.
    Desk,
}

impl Place {
    /// How wide a bar is beside so many others, in units of which 24 are the height of a number.
    const fn width(self, rows: usize) -> i32 {
        match self {
            Self::Wall if rows > MANY => 300,
            Self::Wall => 600,
            Self::Desk => 420,
        }
    }
}

/// From so many rows and headings on they stand side by side.
pub(super) const MANY: usize = 12;
/// The most rows that can be read from the last row of a hall.
const ROWS: usize = 20;
/// Up to so many rows come one by one; more would take all day.
const STEPS: usize = 12;

/// What the room answered to a survey, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Picture {
    /// What it says in all.
    pub(crate) finding: String,
    /// What it says step by step.
    pub(crate) steps: Vec<String>,
    pub(crate) legend: Vec<(Option<Look>, String)>,
    pub(crate) shape: Shape,
    /// What the numbers are.
    pub(crate) note: String,
}

/// How it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// Row by row, under headings where there are some.
    Rows(Vec<Group>),
    /// A table of principles and domains.
    Map(Map),
}

impl Default for Shape {
    fn default() -> Self {
        Self::Rows(Vec::new())
    }
}

impl Picture {
    /// Whether each step is one row.
    pub(crate) fn comes_by_row(&self) -> bool {
        matches!(&self.shape, Shape::Rows(groups) if groups.len() == 1)
    }
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    pub(crate) heading: Option<String>,
    pub(crate) rows: Vec<Row>,
}

/// An item or an option with what was answered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) label: String,
    /// Whether people wrote it.
    pub(crate) written: bool,
    /// The domain that it is, with its mark.
    pub(crate) domain: Option<(DomainId, String)>,
    pub(crate) bar: String,
    /// From the first asking to the second.
    pub(crate) shift: Option<String>,
    /// How many answered it; none where that is the same for all.
    pub(crate) n: Option<u32>,
    /// The same in words.
    pub(crate) words: String,
    /// The step at which it comes.
    pub(crate) step: usize,
    /// Whether it reaches the threshold.
    pub(crate) reached: bool,
}

/// The picture of a survey; its items come in the order of the framework.
pub(crate) fn picture(asked: &Asked, items: &[SurveyItem], place: Place, palette: &Palette) -> Picture {
    let again = items.iter().any(|item| !item.before.is_empty());
    if asked.is_map() && asked.scale == Scale::Link {
        return of_map(asked, items, again);
    }
    let compares = matches!(
        asked.scale,
        Scale::Verdict | Scale::Choice { .. } | Scale::Ranking { .. }
    );
    let mut picture = if compares {
        of_options(asked, items, place, palette)
    } else {
        of_items(asked, items, place, palette)
    };
    if again {
        picture.note.push(' ');
        picture.note.push_str(Live::DotsAreBothTimes.text());
    }
    picture
}

fn of_map(asked: &Asked, items: &[SurveyItem], again: bool) -> Picture {
    let map = map(asked, items);
    let mut legend = vec![(None, format!("◂▸ {}", Live::SplitFarApart.text()))];
    if again {
        legend.push((None, format!("▴▾ {}", Live::StrongerOrWeaker.text())));
    }
    Picture {
        finding: map.finding.clone(),
        steps: map.findings.clone(),
        legend,
        shape: Shape::Map(map),
        note: Live::CellNote.owned(),
    }
}

/// How the options of a scale look, in its order.
fn looks(scale: &Scale) -> &'static [Look] {
    match scale {
        Scale::Mandate => &[Look::Solid, Look::Hatched, Look::Outlined, Look::Quiet],
        Scale::Link => &[Look::Outlined, Look::Tinted, Look::Hatched, Look::Solid, Look::Quiet],
        Scale::Confirm | Scale::Carry | Scale::Opinion => &[Look::Solid, Look::Against, Look::Quiet],
        Scale::Gradient => &[
            Look::Solid,
            Look::Tinted,
            Look::Quiet,
            Look::AgainstTinted,
            Look::Against,
        ],
        Scale::Verdict
        | Scale::Rating { .. }
        | Scale::Choice { .. }
        | Scale::Ranking { .. }
        | Scale::Dots { .. }
        | Scale::Places { .. } => &[],
    }
}

/// The options in the order in which they stand in a bar.
fn order(scale: &Scale) -> &'static [usize] {
    match scale {
        Scale::Mandate => &[0, 1, 2, 3],
        Scale::Link => &[3, 2, 1, 0, 4],
        Scale::Confirm | Scale::Carry | Scale::Opinion => &[1, 2, 0],
        Scale::Gradient => &[4, 3, 2, 1, 0],
        Scale::Verdict
        | Scale::Rating { .. }
        | Scale::Choice { .. }
        | Scale::Ranking { .. }
        | Scale::Dots { .. }
        | Scale::Places { .. } => &[],
    }
}

/// Both sides of a scale around its middle.
fn both_sides(scale: &Scale, counts: &[u32]) -> Option<Spread> {
    let part = |option: usize| Part {
        count: count(counts, option),
        look: looks(scale)[option],
    };
    Some(match scale {
        Scale::Confirm | Scale::Carry | Scale::Opinion => Spread {
            against: vec![part(1)],
            middle: Some(part(2)),
            agreeing: vec![part(0)],
        },
        Scale::Gradient => Spread {
            against: vec![part(3), part(4)],
            middle: Some(part(2)),
            agreeing: vec![part(1), part(0)],
        },
        _ => return None,
    })
}

/// Items under their headings, in the order in which these come first.
fn under_headings<'a>(asked: &Asked, items: &'a [SurveyItem]) -> Vec<(Option<String>, Vec<&'a SurveyItem>)> {
    let mut groups: Vec<(Option<String>, Vec<&SurveyItem>)> = Vec::new();
    for item in items {
        let heading = asked.heading(item.item);
        match groups.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, items)) => items.push(item),
            None => groups.push((heading, vec![item])),
        }
    }
    groups
}

/// How many of so many people have answered each item, before anything else may be shown.
pub(super) fn fillings(asked: &Asked, items: &[SurveyItem], people: u32, palette: &Palette) -> Vec<Group> {
    let row = |item: &SurveyItem| {
        let (label, domain) = label(asked, item);
        Row {
            label,
            written: false,
            domain,
            bar: filling(item.answered, people, palette),
            shift: None,
            n: Some(item.answered),
            words: item.answered.to_string(),
            step: 0,
            reached: false,
        }
    };
    let groups = under_headings(asked, items).into_iter();
    let groups = groups.map(|(heading, items)| Group {
        heading,
        rows: items.into_iter().map(row).collect(),
    });
    groups.collect()
}

fn of_items(asked: &Asked, items: &[SurveyItem], place: Place, palette: &Palette) -> Picture {
    let scale = &asked.scale;
    let written = |item: &SurveyItem| matches!(item.item, ItemId::Idea(_));
    // Few may have been asked about each of what people wrote.
    let surely = items.iter().any(written);
    let mut groups = under_headings(asked, items);
    let order_of = |counts: &[u32]| match scale.is_shared() {
        true => f64::from(scale.points(counts)),
        false => support(scale, counts).order(surely),
    };
    for (_, items) in &mut groups {
        items.sort_by(|one, other| {
            let order = |item: &SurveyItem| order_of(&item.counts);
            order(other)
                .total_cmp(&order(one))
                .then(other.answered.cmp(&one.answered))
        });
    }
    let left_out = items.len().saturating_sub(ROWS);
    let mut room = ROWS;
    for (_, items) in &mut groups {
        items.truncate(room);
        room -= items.len();
    }
    groups.retain(|(_, items)| !items.is_empty());

    let shown: usize = groups.iter().map(|(_, items)| items.len()).sum();
    let spreads: Vec<Spread> = items
        .iter()
        .filter_map(|item| both_sides(scale, &item.counts))
        .collect();
    let reach = Reach::of(&spreads);
    let most = items.iter().map(|item| scale.points(&item.counts)).max().unwrap_or(0);
    let by_group = groups.len() > 1;
    let width = place.width(shown + if by_group { groups.len() } else { 0 });
    let mut steps = Vec::new();
    let mut drawn = Vec::new();
    for (heading, items) in &groups {
        let mut rows = Vec::new();
        for item in items {
            let step = steps.len();
            if !by_group && (2..=STEPS).contains(&shown) {
                steps.push(on_item(asked, &label(asked, item).0, &item.counts));
            }
            rows.push(row(asked, item, (reach, shown == 1, width, most), step, palette));
        }
        if let (Some(heading), Some(best)) = (heading.as_ref().filter(|_| by_group), items.first()) {
            let finding = on_item(asked, &label(asked, best).0, &best.counts);
            steps.push(format!("{heading} · {finding}"));
        }
        drawn.push(Group {
            heading: heading.clone(),
            rows,
        });
    }
    let mut best: Vec<(String, &[u32])> = groups
        .iter()
        .flat_map(|(_, items)| items)
        .map(|item| (label(asked, item).0, item.counts.as_slice()))
        .collect();
    best.sort_by(|(_, one), (_, other)| order_of(other).total_cmp(&order_of(one)));
    let names = asked.options();
    let mut legend: Vec<_> = order(scale)
        .iter()
        .map(|option| (Some(looks(scale)[*option]), names[*option].clone()))
        .collect();
    if let Scale::Rating { points, low, high } = scale {
        legend = [(1, low), (*points, high)]
            .into_iter()
            .filter(|(_, end)| !end.is_empty())
            .map(|(point, end)| (None, format!("{point} = {end}")))
            .collect();
    }
    let mut notes = match scale {
        Scale::Dots { budget, .. } => vec![Live::NumbersAreDots.with(&[("budget", budget)])],
        Scale::Places { most } => vec![
            Live::NumbersArePoints.with(&[("most", most)]),
            Live::PlacesGiven.owned(),
        ],
        _ => vec![Live::NumbersArePeople.owned()],
    };
    if matches!(scale, Scale::Mandate | Scale::Link) {
        notes.push(match asked.threshold {
            0 => Live::SharesOfTheSure.owned(),
            percent => Live::SharesAndLine.with(&[("percent", percent)]),
        });
    }
    if surely {
        notes.push(Live::SurestFirst.owned());
    }
    if left_out > 0 {
        notes.push(Live::MoreInTheReport.count(left_out as u32));
    }
    Picture {
        finding: on_all(asked, &best),
        steps,
        legend,
        shape: Shape::Rows(drawn),
        note: notes.join(" "),
    }
}

fn row(
    asked: &Asked,
    item: &SurveyItem,
    (reach, alone, width, most): (Reach, bool, i32, u32),
    step: usize,
    palette: &Palette,
) -> Row {
    let Asked { scale, threshold, .. } = asked;
    let counts = &item.counts;
    let (label, domain) = label(asked, item);
    let looks = looks(scale);
    let part = |option: usize| Part {
        count: count(counts, option),
        look: looks[option],
    };
    let bar = match scale {
        Scale::Mandate => stacked(&[part(0), part(1), part(2)], Some(part(3)), *threshold, width, palette),
        Scale::Link => stacked(
            &[part(3), part(2), part(1), part(0)],
            Some(part(4)),
            *threshold,
            width,
            palette,
        ),
        Scale::Rating { points, .. } => {
            let all: Vec<u32> = (0..usize::from(*points)).map(|point| count(counts, point)).collect();
            columns(&all, middle_of(&all), if alone { 260 } else { 92 }, palette)
        }
        Scale::Dots { .. } | Scale::Places { .. } => length(scale.points(counts), most, Look::Solid, width, palette),
        _ => both_sides(scale, counts).map_or_else(String::new, |both| spread(&both, reach, width, palette)),
    };
    // Who gave any, where 0 is an answer too.
    let given = if scale.is_shared() {
        counts.iter().skip(1).sum()
    } else {
        item.answered
    };
    let now = support(scale, counts);
    let before = (!item.before.is_empty()).then(|| support(scale, &item.before));
    let before = before.filter(|before| before.whole > 0);
    let mut words = match scale.is_shared() {
        true => format!("{}; n {given}.", scale.points(counts)),
        false => in_words(&asked.options(), counts, item.answered),
    };
    let shift = before.map(|before| match scale {
        Scale::Rating { .. } => {
            let point = middle_of(&item.before).map_or(0, |place| place + 1);
            Live::MiddleWas.with(&[("point", point)])
        }
        _ => movement(before.percent(), now.percent(), palette),
    });
    if let Some(before) = before {
        words.push_str(&format!(
            " {}: {} %. {}",
            Live::FirstTime.text(),
            before.percent(),
            points(before.percent(), now.percent())
        ));
    }
    Row {
        label,
        written: matches!(item.item, ItemId::Idea(_) | ItemId::Theme(_)),
        domain,
        bar,
        shift,
        n: Some(given),
        words,
        step,
        reached: *scale == Scale::Mandate && *threshold > 0 && now.reaches(*threshold),
    }
}

/// Every option with its count, and how many answered.
fn in_words(options: &[String], counts: &[u32], answered: u32) -> String {
    let counted: Vec<String> = options
        .iter()
        .enumerate()
        .map(|(place, option)| format!("{option}: {}", count(counts, place)))
        .collect();
    format!("{}; n {answered}.", counted.join(", "))
}

/// Options beside each other; where several things are asked about, each has its own.
fn of_options(asked: &Asked, items: &[SurveyItem], place: Place, palette: &Palette) -> Picture {
    let options = asked.options();
    let several = items.len() > 1;
    let shown = items.len().min(ROWS / options.len().max(1)).max(1);
    let most = items
        .iter()
        .flat_map(|item| item.counts.iter().copied())
        .max()
        .unwrap_or(0);
    let width = place.width(shown * options.len());
    let mut steps = Vec::new();
    let mut groups = Vec::new();
    for item in items.iter().take(shown) {
        let step = steps.len();
        let (heading, _) = label(asked, item);
        if several {
            let finding = on_options(asked, item.answered, &item.counts);
            steps.push(format!("{heading} · {finding}"));
        }
        let sum = |counts: &[u32]| match asked.scale {
            // Points have no person to be a share of.
            Scale::Ranking { .. } => counts.iter().sum(),
            _ => item.answered,
        };
        let before: u32 = item.before.iter().sum();
        let mut order: Vec<usize> = (0..options.len()).collect();
        if asked.scale != Scale::Verdict {
            order.sort_by_key(|option| std::cmp::Reverse(count(&item.counts, *option)));
        }
        let rows = order.into_iter().map(|option| {
            let now = count(&item.counts, option);
            let look = match (&asked.scale, option) {
                (Scale::Verdict, 1) => Look::Hatched,
                (Scale::Verdict, 2) => Look::Against,
                _ => Look::Solid,
            };
            let shift = (before > 0).then(|| {
                let first = percent(count(&item.before, option), before);
                (first, percent(now, sum(&item.counts)))
            });
            let mut words = format!("{}: {now}; n {}.", options[option], item.answered);
            if let Some((first, now)) = shift {
                words.push_str(&format!(
                    " {}: {first} %. {}",
                    Live::FirstTime.text(),
                    points(first, now)
                ));
            }
            Row {
                label: options[option].clone(),
                written: false,
                domain: None,
                bar: length(now, most, look, width, palette),
                shift: shift.map(|(first, now)| movement(first, now, palette)),
                n: None,
                words,
                step,
                reached: false,
            }
        });
        groups.push(Group {
            heading: several.then_some(heading),
            rows: rows.collect(),
        });
    }
    let answered = items.iter().map(|item| item.answered).max().unwrap_or(0);
    let mut notes = vec![Live::PeopleAnswered.count(answered)];
    if let Scale::Ranking { most, .. } = asked.scale {
        notes.push(Live::NumbersArePoints.with(&[("most", most)]));
    }
    if items.len() > shown {
        notes.push(Live::MoreInTheReport.count((items.len() - shown) as u32));
    }
    let finding = match items.first() {
        Some(item) => on_options(asked, item.answered, &item.counts),
        None => Live::NobodyAnswered.owned(),
    };
    Picture {
        finding: steps.first().cloned().unwrap_or(finding),
        steps,
        legend: Vec::new(),
        shape: Shape::Rows(groups),
        note: notes.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use visioncast_model::{ConstituencyId, Domain, Items, Language};

    use super::*;
    use crate::language::speaking;

    fn picture(asked: &Asked, items: &[SurveyItem], palette: &Palette) -> Picture {
        speaking(Language::English, || super::picture(asked, items, Place::Wall, palette))
    }

    fn asked(items: Items, scale: Scale) -> Asked {
        let domain = |id, name: &str| Domain {
            id: DomainId(id),
            name: name.to_owned(),
        };
        Asked {
            items,
            scale,
            threshold: 75,
            domains: vec![domain(1, "resources"), domain(2, "data")],
            principles: Vec::new(),
            constituencies: vec![
                (ConstituencyId(1), "Researchers".to_owned()),
                (ConstituencyId(2), "Sponsors".to_owned()),
            ],
        }
    }

    fn item(item: ItemId, counts: &[u32]) -> SurveyItem {
        SurveyItem {
            item,
            text: format!("{item}"),
            answered: counts.iter().sum(),
            counts: counts.to_vec(),
            before: Vec::new(),
        }
    }

    fn rows(picture: &Picture) -> Vec<&Row> {
        match &picture.shape {
            Shape::Rows(groups) => groups.iter().flat_map(|group| &group.rows).collect(),
            Shape::Map(_) => Vec::new(),
        }
    }

    #[test]
    fn musts_stand_by_their_share_and_know_the_threshold() {
        let asked = asked(Items::Domains(Vec::new()), Scale::Mandate);
        let items = [
            item(ItemId::Domain(DomainId(1)), &[5, 5, 0, 0]),
            item(ItemId::Domain(DomainId(2)), &[9, 1, 0, 30]),
        ];
        let picture = picture(&asked, &items, &Palette::PRINT);
        let rows = rows(&picture);
        assert_eq!([&rows[0].label, &rows[1].label], ["data", "resources"]);
        assert_eq!([rows[0].reached, rows[1].reached], [true, false]);
        assert_eq!(rows[0].words, "Must: 9, May: 1, Not ours: 0, Unsure: 30; n 40.");
        assert_eq!([rows[0].step, rows[1].step], [0, 1]);
        assert_eq!(picture.steps.len(), 2);
    }

    #[test]
    fn wants_come_constituency_by_constituency() {
        let asked = asked(Items::Wants, Scale::Confirm);
        let items = [
            item(ItemId::Want(ConstituencyId(1), 0), &[1, 9, 0]),
            item(ItemId::Want(ConstituencyId(1), 1), &[9, 1, 0]),
            item(ItemId::Want(ConstituencyId(2), 0), &[]),
        ];
        let picture = picture(&asked, &items, &Palette::PRINT);
        assert_eq!(
            picture.steps,
            [
                "Researchers · Nine in ten say it is right: “want-1-1”",
                "Sponsors · Nobody answered on “want-2-0”",
            ]
        );
        assert_eq!(rows(&picture).iter().map(|row| row.step).collect::<Vec<_>>(), [0, 0, 1]);
        assert_eq!(
            picture.finding,
            "1 of 3 are right to more than half of those asked. The most doubted: “want-1-0”"
        );
    }

    #[test]
    fn a_second_asking_shows_the_shift() {
        let asked = asked(Items::Domains(Vec::new()), Scale::Mandate);
        let mut again = item(ItemId::Domain(DomainId(1)), &[6, 4, 0, 0]);
        again.before = vec![2, 3, 0, 5];
        let picture = picture(&asked, &[again], &Palette::PRINT);
        let row = rows(&picture)[0];
        assert!(row.shift.as_deref().is_some_and(|shift| shift.contains(">+20</text>")));
        assert!(row.words.ends_with("First time: 40 %. +20"), "{}", row.words);
    }

    #[test]
    fn every_scale_is_drawn_whether_nobody_or_many_answered() {
        let options = ["a", "b", "c"].map(str::to_owned).to_vec();
        let ends = (String::new(), "much".to_owned());
        for scale in [
            Scale::Mandate,
            Scale::Link,
            Scale::Verdict,
            Scale::Confirm,
            Scale::Carry,
            Scale::Gradient,
            Scale::Rating {
                points: 5,
                low: ends.0,
                high: ends.1,
            },
            Scale::Choice {
                options: options.clone(),
                several: true,
            },
            Scale::Ranking { options, most: 2 },
            Scale::Opinion,
            Scale::Dots { budget: 5, cap: 3 },
            Scale::Places { most: 3 },
        ] {
            for counts in [
                vec![],
                vec![0; scale.options()],
                vec![1; scale.options()],
                vec![300; scale.options()],
            ] {
                let asked = asked(Items::Question, scale.clone());
                let picture = picture(&asked, &[item(ItemId::Question, &counts)], &Palette::PRINT);
                assert!(
                    !picture.finding.is_empty() && !rows(&picture).is_empty(),
                    "{scale:?} {counts:?}"
                );
                assert!(
                    rows(&picture).iter().all(|row| row.bar.starts_with("<svg")),
                    "{scale:?}"
                );
            }
        }
    }

    #[test]
    fn dots_stand_by_how_many_there_are() {
        let asked = asked(Items::Own(Vec::new()), Scale::Dots { budget: 5, cap: 3 });
        let items = [item(ItemId::Own(0), &[1, 9, 0, 0]), item(ItemId::Own(1), &[6, 0, 2, 2])];
        let picture = picture(&asked, &items, &Palette::PRINT);
        let rows = rows(&picture);
        assert_eq!([&rows[0].label, &rows[1].label], ["own-1", "own-0"]);
        assert_eq!([rows[0].n, rows[1].n], [Some(4), Some(9)]);
        assert_eq!(picture.finding, "Most dots: “own-1”, with 10 dots");
    }

    #[test]
    fn a_long_list_shows_what_can_be_read_and_says_so() {
        let asked = asked(Items::Own(Vec::new()), Scale::Confirm);
        let items: Vec<_> = (0..40).map(|place| item(ItemId::Own(place), &[1, 0, 0])).collect();
        let picture = picture(&asked, &items, &Palette::PRINT);
        assert_eq!(rows(&picture).len(), ROWS);
        assert!(picture.note.ends_with("20 more are in the report."));
    }
}
