use visioncast_model::Panel;

use crate::{attendance::Attendance, table::Table};

/// How many people of which group came, small counts kept back.
pub(super) fn table(panel: &Panel) -> Table {
    let attendance = Attendance::of(panel);
    let mut table = Table::spreadsheet(&["of", "group", "people"]);
    table.row(["everybody".to_owned(), String::new(), attendance.joined.to_string()]);
    for (of, groups) in [
        ("constituency (several may be named)", &attendance.constituencies),
        ("affiliation", &attendance.affiliations),
    ] {
        for group in groups {
            let people = group
                .people
                .map_or_else(|| "kept back".to_owned(), |people| people.to_string());
            table.row([of.to_owned(), group.name.clone(), people]);
        }
    }
    table
}
