//! All phones lose their sockets at once and come back at once.

use anyhow::{Result, ensure};

use super::Options;
use super::rehearsal;
use super::server::Demo;
use super::spread::Spread;
use super::table::{Aim, Table};

const ATTENDEES: &str = "1000";
/// They go on voting, before and after.
const RATE: &str = "500";

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    let mut recovery = Spread::default();
    let mut half = Spread::default();
    let mut lost = Spread::default();
    for _ in 0..options.runs {
        let demo = Demo::start()?;
        let load = [
            "--attendees",
            ATTENDEES,
            "--rate",
            RATE,
            "--seconds",
            "12",
            "--cut-after",
            "4",
        ];
        let run = rehearsal::run(&demo, &load)?;
        let recovered = run.need("recovered")?;
        ensure!(
            recovered.to_string() == ATTENDEES,
            "only {recovered} of {ATTENDEES} came back"
        );
        recovery.add(run.need("recovery_max_ms")? / 1_000.0);
        half.add(run.need("recovery_p50_ms")? / 1_000.0);
        lost.add(run.need("sent")? - run.need("acknowledged")? - run.need("rejected")?);
    }
    table.add(
        format!("{ATTENDEES} reconnects at once: half are current after"),
        "s",
        half,
        None,
    );
    let name = format!("{ATTENDEES} reconnects at once: all are current after");
    table.add(name, "s", recovery, Some(Aim::AtMost(2.0)));
    table.add("votes lost", "votes", lost, Some(Aim::AtMost(0.0)));
    Ok(())
}
