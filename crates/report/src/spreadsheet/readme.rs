use visioncast_model::Panel;

use crate::{Disclosure, File, framework, integrity};

const EXPLANATION: &str = "\
ideas.csv         one row per idea, with what was said to it in each judgement; hidden ideas and
                  ideas that nobody voted on are in it too
themes.csv        one row per theme that ideas were put into; the column theme of ideas.csv has its number
sorts.csv         one row per idea that somebody put into a pile by themselves: what has the same handful
                  and pile was put together
ballots.csv       one row per ballot that counts: the last one of each person on each idea; in_burst says
                  whether its voter joined in a burst whose ballots are more alike than chance allows
surveys.csv       one row per option of everything that a survey asked about: how many took it; in a
                  ranking its points
answers.csv       one row per last answer to a survey; of a theme with the edition that its voter saw. Where void
                  says something the answer does not count: the theme changed, was merged, set aside or taken off,
                  or its ideas were
editions.csv      one row per theme of each edition that a vote on themes was about, as its voters saw it
reasons.csv       what people wrote beside their answers; nothing joins it to a person
moderation.csv    what was held, shown, hidden, merged and erased, idea by idea, in order for each of them, with the
                  reason and as what somebody acted; rows without an idea are about the whole panel
participants.csv  how many people of which group came
agenda.csv        what was asked; its first column is the number that the other tables use

The numbers of ideas and people are random and made for this export alone; the rows are in random
order. Nothing in these tables joins the author of an idea, a group or a name to somebody's ballots.
They are meant for the facilitators: before anything of them is published, mind what the words
themselves say of people, and whether they may be quoted (column may_be_quoted).

A count under 5 is kept back, and so are others from which it could be worked out.

An apostrophe before = + - @, a tab or a line break at the beginning of a cell is not part of what
was written: it keeps spreadsheets from taking words for a formula. Take one away to read on.

The files are CSV (RFC 4180) in UTF-8, with a byte order mark so that Excel sees that they are. In
Python, read them with encoding=\"utf-8-sig\".
";

/// What somebody needs to know who opens the tables.
pub(super) fn file(panel: &Panel, disclosure: Disclosure) -> File {
    let mut text = format!("{}\n\n", panel.title());
    let framework = panel.framework();
    text.push_str(&format!(
        "Framework: {}, {}\n\n",
        framework.name,
        framework::edition(framework)
    ));
    if panel.is_rehearsal() {
        text.push_str("This was a rehearsal: simulated people answered. It is not a result.\n\n");
    }
    text.push_str(&format!(
        "How ballots were kept to one a person: {}\n\n",
        integrity::in_words(panel.integrity())
    ));
    text.push_str(EXPLANATION);
    let withheld: Vec<String> = disclosure
        .withheld(panel)
        .filter_map(|activity| {
            let place = panel.place(activity.id)? + 1;
            Some(format!("  {place}  {}\n", activity.plan.title))
        })
        .collect();
    if !withheld.is_empty() {
        text.push_str(
            "\nThe answers to these are not revealed yet, so they are left out. Export again after \
             the reveal.\n",
        );
        text.push_str(&withheld.concat());
    }
    File {
        name: "README.txt".to_owned(),
        bytes: text.into_bytes(),
    }
}
