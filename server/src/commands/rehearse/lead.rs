//! Leading a whole agenda, as its facilitator does.

use std::{sync::Arc, time::Duration};

use anyhow::Context as _;
use tokio::time::{Instant, timeout, timeout_at};
use visioncast_model::{
    Activity, Arrivals, Grouping, ItemId, Kind, Reveal, Sorters, Step,
    view::{ConsoleKey, ConsoleValue, Progress},
};

use super::{
    facilitator::{Facilitator, Gone, REVEAL},
    sheet::Asked,
    volunteers,
};
use crate::commands::say;

/// How long an item is open at least.
const SHORTEST: Duration = Duration::from_secs(1);

/// An item of the agenda that was led.
pub(super) struct Led {
    pub(super) title: String,
    /// How many volunteered, where that is asked: it is kept apart from the panel, which knows of none.
    pub(super) volunteers: Option<usize>,
    pub(super) progress: Progress,
}

/// Whether there is something to show once the room has answered.
const fn has_result(kind: &Kind) -> bool {
    match kind {
        Kind::Prompt(prompt) => matches!(prompt.arrivals, Arrivals::AtReveal),
        Kind::Judgement(_) | Kind::Survey(_) | Kind::Reflection(_) => true,
        Kind::Volunteers | Kind::Grouping(_) => false,
    }
}

impl Facilitator {
    /// How long the agenda is planned for, in minutes.
    pub(super) async fn minutes(&mut self) -> anyhow::Result<u32> {
        let agenda = self.agenda().await?.0;
        Ok(agenda.iter().map(|(item, _)| u32::from(item.plan.minutes)).sum())
    }

    /// Leads the whole agenda: opens each item for its share of `time`, then shows what the room said.
    ///
    /// # Errors
    /// Where a step is refused, or the console is gone for too long.
    pub(super) async fn lead(&mut self, time: Duration) -> anyhow::Result<Vec<Led>> {
        let agenda = self.agenda().await?.0;
        let weight = |item: &Activity| u32::from(item.plan.minutes.max(1));
        let total: u32 = agenda.iter().map(|(item, _)| weight(item)).sum();
        let mut led = Vec::with_capacity(agenda.len());
        for (item, _) in &agenda {
            say(&format!("{} of {}: {}", led.len() + 1, agenda.len(), item.plan.title));
            let activity = item.id;
            self.step(&Step::Open {
                activity,
                alongside: false,
            })
            .await?;
            let share = time.mul_f64(f64::from(weight(item)) / f64::from(total.max(1)));
            let until = Instant::now() + share.max(SHORTEST);
            let items = self.items(item, until).await?;
            self.hall.asked.send_replace(Some(Arc::new(Asked {
                activity,
                kind: item.plan.kind.clone(),
                items,
            })));
            let volunteers = matches!(item.plan.kind, Kind::Volunteers).then(|| volunteers::sign_up(&self.hall, until));
            let alone = |grouping: &&Grouping| grouping.by == Sorters::Alone;
            let grouping = match &item.plan.kind {
                Kind::Grouping(grouping) => Some(grouping),
                _ => None,
            };
            if let Some(grouping) = grouping.filter(|grouping| !alone(grouping)) {
                self.group(grouping.prompt).await?;
            }
            self.watch(until).await?;
            // What everybody's piles add up to is looked at once they have sorted.
            if let Some(grouping) = grouping.filter(alone) {
                self.group(grouping.prompt).await?;
            }
            let volunteers = match volunteers {
                Some(signing) => Some(signing.await??),
                None => None,
            };
            if has_result(&item.plan.kind) && item.reveal == Reveal::Hidden {
                self.step(&Step::Reveal { activity }).await?;
                timeout(REVEAL, self.wait_for_reveal(activity))
                    .await
                    .context("failed to see the reveal in time")??;
            }
            // That is done at a desk: it tells nothing of the room.
            if grouping.is_some_and(|grouping| grouping.by != Sorters::Alone) {
                continue;
            }
            let view = &self.console().await?.view;
            let progress = match view.values.get(&ConsoleKey::Progress(activity)) {
                Some(ConsoleValue::Progress(progress)) => *progress,
                _ => Progress::default(),
            };
            led.push(Led {
                title: item.plan.title.clone(),
                volunteers,
                progress,
            });
        }
        self.close();
        Ok(led)
    }

    /// What a survey asks about, or which ideas are sorted, as soon as the console shows it.
    async fn items(&mut self, item: &Activity, until: Instant) -> anyhow::Result<Vec<ItemId>> {
        let sorted = item.sorted_prompt();
        if !matches!(item.plan.kind, Kind::Survey(_)) && sorted.is_none() {
            return Ok(Vec::new());
        }
        loop {
            let view = &self.console().await?.view;
            let focus = match view.values.get(&ConsoleKey::Panel) {
                Some(ConsoleValue::Panel(panel)) => panel.focus,
                _ => None,
            };
            let items: Vec<ItemId> = view
                .values
                .iter()
                .filter_map(|(key, value)| match (key, value) {
                    (_, ConsoleValue::Item(item)) => Some(item.item),
                    (ConsoleKey::Idea(id), ConsoleValue::Idea(idea)) => {
                        (idea.hidden.is_none() && Some(idea.activity) == sorted).then_some(ItemId::Idea(*id))
                    }
                    _ => None,
                })
                .collect();
            if focus == Some(item.id) && !items.is_empty() || Instant::now() >= until {
                return Ok(items);
            }
            self.hear(until).await?;
        }
    }

    /// Watches the console until then.
    async fn watch(&mut self, until: Instant) -> anyhow::Result<()> {
        while Instant::now() < until {
            self.hear(until).await?;
        }
        Ok(())
    }

    /// Takes in what the console is told next, if anything before `until`.
    async fn hear(&mut self, until: Instant) -> anyhow::Result<()> {
        let console = self.console().await?;
        if let Ok(Err(Gone)) = timeout_at(until, console.next()).await {
            self.console = None;
        }
        Ok(())
    }
}
