use visioncast_model::{ActivityId, Arrange, CommandId, wire};

use crate::{
    browser::storage,
    packed::{pack, unpack},
};

/// What is kept looks like this; it grows with every change of [`Arrange`].
const FORMAT: &str = "1";

/// Steps that were taken at a desk and not answered yet, kept on the device until they are.
#[derive(Clone, Debug)]
pub(super) struct Outbox {
    key: String,
}

impl Outbox {
    pub(super) fn of(prompt: ActivityId) -> Self {
        Self {
            key: ["visioncast/desk/", FORMAT, "/", &prompt.to_string()].concat(),
        }
    }

    /// What was kept, in order.
    pub(super) fn load(&self) -> Vec<(CommandId, Arrange)> {
        let kept = storage::read(&self.key).and_then(|kept| unpack(&kept));
        kept.and_then(|kept| wire::from_body(&kept).ok()).unwrap_or_default()
    }

    /// Keeps these in place of what was kept; taking in hand is for the moment alone.
    pub(super) fn keep(&self, waiting: &[(CommandId, Arrange)]) {
        let lasting =
            |(_, arrange): &&(CommandId, Arrange)| !matches!(arrange, Arrange::Hold { .. } | Arrange::LetGo { .. });
        let kept: Vec<&(CommandId, Arrange)> = waiting.iter().filter(lasting).collect();
        if kept.is_empty() {
            storage::remove(&self.key);
        } else {
            // Where the device keeps nothing, it is kept as long as the page is open.
            storage::write(&self.key, &pack(&wire::to_body(&kept)));
        }
    }
}
