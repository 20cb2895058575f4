//! The facilitator of a rehearsal at the desk: puts what came in together, so that themes can be voted on.

use anyhow::{Context as _, bail};
use futures::{SinkExt as _, StreamExt as _};
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;
use visioncast_model::{
    ActivityId, Arrange, CommandId, IdeaId,
    view::{ConsoleKey, ConsoleValue},
    wire::{self, ClientFrame, ServerFrame},
};

use super::{entrance::Socket, facilitator::Facilitator};

/// Into how many themes ideas are put.
const THEMES: usize = 6;

impl Facilitator {
    /// Puts the ideas of `prompt` that the console shows into a few themes, one after the other.
    ///
    /// # Errors
    /// Where the desk cannot be opened, or a step is refused.
    pub(super) async fn group(&mut self, prompt: ActivityId) -> anyhow::Result<()> {
        let view = &self.console().await?.view;
        let ideas: Vec<IdeaId> = view
            .values
            .iter()
            .filter_map(|(key, value)| match (key, value) {
                (ConsoleKey::Idea(id), ConsoleValue::Idea(idea)) if idea.activity == prompt => Some(*id),
                _ => None,
            })
            .collect();
        let mut desk = self.connect(&format!("&desk={prompt}")).await?;
        for number in 0..THEMES.min(ideas.len()) {
            let make = Arrange::Make {
                prompt,
                domain: None,
                name: format!("Theme {}", number + 1),
                ideas: ideas.iter().skip(number).step_by(THEMES).copied().collect(),
            };
            arrange(&mut desk, &make).await?;
        }
        Ok(())
    }
}

/// Takes a step of grouping.
async fn arrange(desk: &mut Socket, arrange: &Arrange) -> anyhow::Result<()> {
    let id = CommandId(Uuid::new_v4());
    let frame = wire::encode(&ClientFrame::Submit {
        id,
        body: wire::to_body(arrange),
    });
    desk.send(Message::Binary(frame.into())).await?;
    loop {
        let Message::Binary(bytes) = desk.next().await.context("the desk closed")?? else {
            continue;
        };
        match wire::decode(&bytes) {
            Ok(ServerFrame::Saved { commands }) if commands.iter().any(|(saved, _)| *saved == id) => return Ok(()),
            Ok(ServerFrame::Refused { id: refused, why }) if refused == id => {
                bail!("the server refused {arrange:?}: {why}")
            }
            Ok(_) => {}
            Err(why) => bail!("the desk sent what cannot be read: {why}"),
        }
    }
}
