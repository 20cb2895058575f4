//! Telling what looks alike among the ideas of a prompt, which words they use, and how strongly those agree who sort them.

use anyhow::{Context as _, Result, ensure};

use super::spread::Spread;
use super::table::{Aim, Table};
use crate::{process, workspace};

pub(crate) fn measure(table: &mut Table) -> Result<()> {
    for example in ["likeness", "sorting"] {
        timed(example, table)?;
    }
    Ok(())
}

fn timed(example: &str, table: &mut Table) -> Result<()> {
    let mut command = workspace::cargo();
    command.args([
        "run",
        "--quiet",
        "--release",
        "--package",
        "visioncast-analysis",
        "--example",
        example,
    ]);
    let said = process::output(&mut command)?;
    ensure!(!said.trim().is_empty(), "the example {example} timed nothing");
    for line in said.lines() {
        let mut fields = line.split('\t');
        let mut field = || fields.next().with_context(|| format!("an odd line: {line}"));
        let (ideas, what, _) = (field()?, field()?, field()?);
        let mut spread = Spread::default();
        for time in fields {
            spread.add(time.parse::<f64>().with_context(|| format!("an odd time: {time}"))?);
        }
        let aim = match (ideas, what) {
            ("2000", "all pairs, from nothing") => Some(Aim::AtMost(200.0)),
            ("2000", "one new idea") => Some(Aim::AtMost(10.0)),
            _ => None,
        };
        table.add(format!("{ideas} ideas: {what}"), "ms", spread, aim);
    }
    Ok(())
}
