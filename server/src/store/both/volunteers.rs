//! The volunteers, apart from all else. Compiled once for each engine, which is what `super` is.

use async_trait::async_trait;
use rand::seq::SliceRandom as _;
use sqlx::{query, query_as};
use visioncast_model::{InitiativeId, PanelId};

use super::{Connection, Engine};
use crate::store::{
    StoreError, TokenHash, Volunteer, VolunteerStore,
    row::{id_bytes, read_id},
};

/// `id`, `initiative`, `panel`, `contact`, `name`, `domains`, `steps`, `consent`, `removal`.
type VolunteerRow = (
    Vec<u8>,
    Vec<u8>,
    Vec<u8>,
    String,
    String,
    String,
    String,
    String,
    Vec<u8>,
);

fn volunteer(row: VolunteerRow) -> Result<Volunteer, sqlx::Error> {
    let (id, initiative, panel, contact, name, domains, steps, consent, removal) = row;
    Ok(Volunteer {
        id: read_id(&id)?,
        initiative: InitiativeId(read_id(&initiative)?),
        panel: PanelId(read_id(&panel)?),
        contact,
        name,
        domains: numbers(&domains),
        steps: numbers(&steps),
        consent,
        removal: removal
            .try_into()
            .map_err(|_| sqlx::Error::Decode("a hash has 32 bytes".into()))?,
    })
}

fn numbers(list: &str) -> Vec<u16> {
    list.split(' ').filter_map(|number| number.parse().ok()).collect()
}

fn list(numbers: &[u16]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u16::to_string).collect();
    numbers.join(" ")
}

async fn read(connection: &mut Connection, initiative: InitiativeId) -> Result<Vec<Volunteer>, sqlx::Error> {
    let rows: Vec<VolunteerRow> = query_as(
        "SELECT id, initiative, panel, contact, name, domains, steps, consent, removal FROM volunteers
         WHERE initiative = $1 ORDER BY id",
    )
    .bind(id_bytes(initiative.0))
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(volunteer).collect()
}

/// Until the transaction ends, nobody else changes the list.
async fn lock(connection: &mut Connection, initiative: InitiativeId) -> Result<(), sqlx::Error> {
    query("UPDATE initiatives SET head = head WHERE id = $1")
        .bind(id_bytes(initiative.0))
        .execute(connection)
        .await?;
    Ok(())
}

/// Writes the list anew in random order: neither places in a file nor the numbers of transactions tell who came when.
pub(super) async fn rewrite(
    connection: &mut Connection,
    initiative: InitiativeId,
    mut all: Vec<Volunteer>,
) -> Result<(), sqlx::Error> {
    all.shuffle(&mut rand::rng());
    query("DELETE FROM volunteers WHERE initiative = $1")
        .bind(id_bytes(initiative.0))
        .execute(&mut *connection)
        .await?;
    for volunteer in all {
        query(
            "INSERT INTO volunteers (id, initiative, panel, contact, name, domains, steps, consent, removal)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(id_bytes(volunteer.id))
        .bind(id_bytes(volunteer.initiative.0))
        .bind(id_bytes(volunteer.panel.0))
        .bind(&volunteer.contact)
        .bind(&volunteer.name)
        .bind(list(&volunteer.domains))
        .bind(list(&volunteer.steps))
        .bind(&volunteer.consent)
        .bind(volunteer.removal.to_vec())
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

#[async_trait]
impl VolunteerStore for Engine {
    async fn keep_volunteer(&self, volunteer: &Volunteer) -> Result<bool, StoreError> {
        let initiative = volunteer.initiative;
        let mut transaction = self.begin().await?;
        let work = async {
            lock(&mut transaction, initiative).await?;
            let mut all = read(&mut transaction, initiative).await?;
            if all.iter().any(|known| known.id == volunteer.id) {
                return Ok(false);
            }
            all.push(volunteer.clone());
            rewrite(&mut transaction, initiative, all).await?;
            Ok(true)
        };
        let kept = work.await.map_err(|error| self.failure(error))?;
        transaction.commit().await.map_err(|error| self.failure(error))?;
        self.clear_traces().await;
        Ok(kept)
    }

    async fn volunteers(&self, initiative: InitiativeId) -> Result<Vec<Volunteer>, StoreError> {
        let mut connection = self.reader().acquire().await.map_err(|error| self.failure(error))?;
        read(&mut connection, initiative)
            .await
            .map_err(|error| self.failure(error))
    }

    async fn remove_volunteer(
        &self,
        initiative: InitiativeId,
        contact: &str,
        removal: TokenHash,
    ) -> Result<u64, StoreError> {
        let removed = query("DELETE FROM volunteers WHERE initiative = $1 AND contact = $2 AND removal = $3")
            .bind(id_bytes(initiative.0))
            .bind(contact)
            .bind(removal.to_vec())
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        self.clear_traces().await;
        Ok(removed.rows_affected())
    }

    async fn drop_volunteers(&self, initiative: InitiativeId) -> Result<u64, StoreError> {
        let removed = query("DELETE FROM volunteers WHERE initiative = $1")
            .bind(id_bytes(initiative.0))
            .execute(self.writer())
            .await
            .map_err(|error| self.failure(error))?;
        self.clear_traces().await;
        Ok(removed.rows_affected())
    }
}
