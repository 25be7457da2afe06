//! The journal: one writer, and reading with the chain checked.
//!
//! It does not read an event body, decide anything or lift old versions. Invariant: a write is one
//! transaction, complete or absent, and durable before [`Vault::append`] returns; a row is never
//! changed, removed or put before another.

use crate::chain::{self, Chain, Hash, Link, Walk};
use crate::error::{Damage, StoreError};
use crate::file::{self, FileRow};
use crate::form::{self, FormRow};
use crate::master::{self, MasterRow};
use crate::opening::{self, OpeningRow};
use crate::overview::{self, OverviewRow};
use crate::sealed::{self, SealedRow};
use crate::text::{self, DraftRow, NoteRow, Text};
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, ffi, params};

/// Everything one act writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Write {
    /// The client's id of the act; the same id is written once.
    pub act: String,
    /// What was asked for, as a digest of the caller: tells a repetition from another request.
    pub digest: [u8; 32],
    /// The clock's time, UTC.
    pub recorded_at: String,
    /// Who acts.
    pub actor: String,
    /// By which way the act came.
    pub source: String,
    /// New versions of master data.
    pub master: Vec<MasterRow>,
    /// A form that is being filled in, or that is done with by this act.
    pub form: Option<FormRow>,
    /// What happens to a meeting.
    pub meeting: Option<MeetingWrite>,
}

/// What one act writes about a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeetingWrite {
    /// The meeting.
    pub meeting: String,
    /// Revision the caller decided upon; 0 for a meeting without events.
    pub expected_revision: u32,
    /// Journal rows, in this order.
    pub events: Vec<NewEvent>,
    /// Notes the events name by digest.
    pub notes: Vec<NoteRow>,
    /// New states of texts. They do not move the revision.
    pub drafts: Vec<DraftRow>,
    /// New state of the draft of its opening. It does not move the revision.
    pub opening: Option<OpeningRow>,
    /// Signed documents. They do not move the revision.
    pub sealed: Vec<SealedRow>,
    /// The file of an attachment, given or removed. It does not move the revision.
    pub file: Option<FileRow>,
    /// The meeting's row of the projection.
    pub overview: Option<OverviewRow>,
}

/// One journal row to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// What happened.
    pub kind: String,
    /// Version of the body's shape.
    pub version: u32,
    /// Time the clerk entered, as the caller wrote it.
    pub occurred_at: String,
    /// JSON of the caller.
    pub body: Text,
}

/// How an act was answered. It wrote the revisions after `before` up to and including `revision`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The meeting, if the act was about one.
    pub meeting: Option<String>,
    /// Revision before the act; 0 without a meeting.
    pub before: u32,
    /// Revision after the act; 0 without a meeting.
    pub revision: u32,
    /// Digest of what was asked for, as the caller gave it.
    pub digest: [u8; 32],
}

/// What [`Vault::append`] has written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// What a repetition of the act would be told.
    pub answered: Answered,
    /// Version of each master row, in the order given.
    pub master_versions: Vec<u32>,
}

/// A journal row as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Order of writing over all meetings.
    pub seq: i64,
    /// Counts from 1 per meeting.
    pub revision: u32,
    /// What happened.
    pub kind: String,
    /// Version of the body's shape; a newer one than known is the caller's question.
    pub version: u32,
    /// The clock's time, UTC.
    pub recorded_at: String,
    /// Time the clerk entered.
    pub occurred_at: String,
    /// The client's id of the act.
    pub act: String,
    /// Who acted.
    pub actor: String,
    /// By which way the act came.
    pub source: String,
    /// JSON of the caller.
    pub body: Text,
    /// SHA-256 of the row and, through it, of all before.
    pub hash: Vec<u8>,
}

/// A meeting's journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stream {
    /// All rows by revision, also those behind a break.
    pub rows: Vec<Row>,
    /// Whether they are what was written. A broken meeting is to be opened read-only.
    pub chain: Chain,
}

impl Stream {
    /// Revision of the last row, 0 without rows: what the next write has to expect.
    pub fn revision(&self) -> u32 {
        self.rows.last().map_or(0, |row| row.revision)
    }
}

/// End of a meeting's journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The meeting.
    pub meeting: String,
    /// Its last revision.
    pub revision: u32,
    /// Hash of that row.
    pub hash: [u8; 32],
}

const HEAD: &str = "SELECT revision, hash FROM journal_head WHERE meeting = ?1";
const ANSWERED: &str = "SELECT meeting, revision_before, revision, digest FROM acts WHERE act = ?1";
const INSERT_ACT: &str = "\
    INSERT INTO acts (act, meeting, revision_before, revision, recorded_at, digest) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const INSERT_EVENT: &str = "\
    INSERT INTO journal (meeting, revision, kind, version, recorded_at, occurred_at, act, actor, \
                         source, body, prev_hash, hash) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
const MOVE_HEAD: &str = "\
    INSERT INTO journal_head (meeting, revision, hash) VALUES (?1, ?2, ?3) \
    ON CONFLICT (meeting) DO UPDATE SET revision = excluded.revision, hash = excluded.hash";
const ROWS: &str = "\
    SELECT seq, revision, kind, version, recorded_at, occurred_at, act, actor, source, body, \
           prev_hash, hash \
    FROM journal WHERE meeting = ?1 ORDER BY revision";

impl Vault {
    /// Writes one act: the only writer of facts. One transaction, durable before it returns.
    ///
    /// A repeated act is [`StoreError::DuplicateAct`] with its first answer, also if its revision
    /// is stale by now. Any error wrote nothing. Whether the act may happen is the caller's
    /// question; the chain before the head is not checked again here.
    pub fn append(&mut self, write: &Write) -> Result<Appended, StoreError> {
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let appended = append_within(&transaction, write)?;
        transaction.commit()?;
        Ok(appended)
    }

    /// What an act was answered, if it was.
    pub fn answered(&self, act: &str) -> Result<Option<Answered>, StoreError> {
        answered(&self.conn, act)
    }

    /// A meeting's journal with its chain checked; no rows if there is no such meeting.
    pub fn load(&self, meeting: &str) -> Result<Stream, StoreError> {
        let mut rows = Vec::new();
        let chain = walk(&self.conn, meeting, |row| rows.push(row))?;
        Ok(Stream { rows, chain })
    }

    /// The end of every meeting's journal, by meeting.
    pub fn heads(&self) -> Result<Vec<Head>, StoreError> {
        let mut all = self
            .conn
            .prepare_cached("SELECT meeting, revision, hash FROM journal_head ORDER BY meeting")?;
        let heads = all.query_map([], |row| {
            Ok(Head { meeting: row.get(0)?, revision: row.get(1)?, hash: row.get(2)? })
        })?;
        Ok(heads.collect::<Result<_, _>>()?)
    }

    /// Checks the chain of every meeting, also of one whose rows or whose head is gone.
    pub fn verify(&self) -> Result<Vec<(String, Chain)>, StoreError> {
        let mut all = self.conn.prepare(
            "SELECT meeting FROM journal UNION SELECT meeting FROM journal_head ORDER BY meeting",
        )?;
        let meetings = all.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        let check = |meeting: String| {
            let chain = walk(&self.conn, &meeting, drop)?;
            Ok((meeting, chain))
        };
        meetings.into_iter().map(check).collect()
    }
}

fn append_within(conn: &Connection, write: &Write) -> Result<Appended, StoreError> {
    let (before, hash) = match &write.meeting {
        Some(meeting) => expect_head(conn, &write.act, meeting)?,
        None => (0, chain::START),
    };
    let events = write.meeting.as_ref().map_or(&[][..], |meeting| &meeting.events);
    let revision = u32::try_from(events.len()).ok().and_then(|count| before.checked_add(count));
    let answered = Answered {
        meeting: write.meeting.as_ref().map(|meeting| meeting.meeting.clone()),
        before,
        revision: revision.ok_or(Damage::Journal)?,
        digest: write.digest,
    };
    record_act(conn, write, &answered)?;
    let insert = |entry| master::insert(conn, write, entry);
    let master_versions = write.master.iter().map(insert).collect::<Result<_, _>>()?;
    if let Some(row) = &write.form {
        form::put(conn, &write.recorded_at, row)?;
    }
    if let Some(meeting) = &write.meeting {
        append_meeting(conn, write, meeting, hash)?;
    }
    Ok(Appended { answered, master_versions })
}

/// The meeting's revision and hash, if the revision is the expected one.
fn expect_head(
    conn: &Connection,
    act: &str,
    write: &MeetingWrite,
) -> Result<(u32, Hash), StoreError> {
    let head = conn
        .prepare_cached(HEAD)?
        .query_row([&write.meeting], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (found, hash) = head.unwrap_or((0, chain::START));
    if found == write.expected_revision {
        return Ok((found, hash));
    }
    // A repeated tap comes with the revision of its first time.
    Err(match answered(conn, act)? {
        Some(answered) => StoreError::DuplicateAct { answered },
        None => StoreError::Conflict { expected: write.expected_revision, found },
    })
}

fn record_act(conn: &Connection, write: &Write, answer: &Answered) -> Result<(), StoreError> {
    let Answered { meeting, before, revision, digest } = answer;
    let inserted = conn.prepare_cached(INSERT_ACT)?.execute(params![
        write.act,
        meeting,
        before,
        revision,
        write.recorded_at,
        digest
    ]);
    match inserted {
        Ok(_) => Ok(()),
        Err(error) => Err(match answered(conn, &write.act)? {
            Some(answered) => StoreError::DuplicateAct { answered },
            None => error.into(),
        }),
    }
}

fn append_meeting(
    conn: &Connection,
    write: &Write,
    meeting: &MeetingWrite,
    mut hash: Hash,
) -> Result<(), StoreError> {
    let mut revision = meeting.expected_revision;
    for event in &meeting.events {
        revision += 1;
        hash = insert_event(conn, write, &meeting.meeting, revision, event, &hash)?;
    }
    if !meeting.events.is_empty() {
        let values = params![meeting.meeting, revision, hash];
        conn.prepare_cached(MOVE_HEAD)?.execute(values)?;
    }
    for note in &meeting.notes {
        text::insert_note(conn, note)?;
    }
    if let Some(row) = &meeting.overview {
        overview::upsert(conn, row)?;
    }
    for draft in &meeting.drafts {
        text::insert_draft(conn, &meeting.meeting, &write.recorded_at, draft)?;
    }
    if let Some(row) = &meeting.opening {
        opening::insert(conn, &meeting.meeting, &write.recorded_at, row)?;
    }
    for row in &meeting.sealed {
        sealed::insert(conn, write, &meeting.meeting, row)?;
    }
    if let Some(row) = &meeting.file {
        file::put(conn, write, &meeting.meeting, row)?;
    }
    Ok(())
}

fn insert_event(
    conn: &Connection,
    write: &Write,
    meeting: &str,
    revision: u32,
    event: &NewEvent,
    previous: &Hash,
) -> Result<Hash, StoreError> {
    let Write { act, recorded_at, actor, source, .. } = write;
    let NewEvent { kind, version, occurred_at, body } = event;
    let link = Link {
        meeting,
        revision,
        kind,
        version: *version,
        recorded_at,
        occurred_at,
        act,
        actor,
        source,
        body: body.as_str(),
    };
    let hash = link.hash(previous);
    let inserted = conn.prepare_cached(INSERT_EVENT)?.execute(params![
        meeting,
        revision,
        kind,
        version,
        recorded_at,
        occurred_at,
        act,
        actor,
        source,
        body,
        previous,
        hash
    ]);
    match inserted {
        Ok(_) => Ok(hash),
        // The head said that this revision is next and the journal disagrees.
        Err(rusqlite::Error::SqliteFailure(cause, _))
            if cause.extended_code == ffi::SQLITE_CONSTRAINT_TRIGGER =>
        {
            Err(Damage::Journal.into())
        }
        Err(error) => Err(error.into()),
    }
}

fn answered(conn: &Connection, act: &str) -> Result<Option<Answered>, StoreError> {
    let mut select = conn.prepare_cached(ANSWERED)?;
    let answered = select.query_row([act], |row| {
        let (meeting, before) = (row.get(0)?, row.get(1)?);
        Ok(Answered { meeting, before, revision: row.get(2)?, digest: row.get(3)? })
    });
    Ok(answered.optional()?)
}

/// Checks a meeting's chain and hands out its rows by revision.
fn walk(conn: &Connection, meeting: &str, mut take: impl FnMut(Row)) -> Result<Chain, StoreError> {
    let mut walk = Walk::new();
    let mut select = conn.prepare_cached(ROWS)?;
    let mut found = select.query([meeting])?;
    while let Some(stored) = found.next()? {
        let row = read_row(stored)?;
        let prev_hash: Vec<u8> = stored.get(10)?;
        let link = Link {
            meeting,
            revision: row.revision,
            kind: &row.kind,
            version: row.version,
            recorded_at: &row.recorded_at,
            occurred_at: &row.occurred_at,
            act: &row.act,
            actor: &row.actor,
            source: &row.source,
            body: row.body.as_str(),
        };
        walk.step(&link, row.seq, &prev_hash, &row.hash);
        take(row);
    }
    let head: Option<(u32, Vec<u8>)> = conn
        .prepare_cached(HEAD)?
        .query_row([meeting], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(walk.finish(head.as_ref().map(|(revision, hash)| (*revision, hash.as_slice()))))
}

fn read_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        seq: row.get(0)?,
        revision: row.get(1)?,
        kind: row.get(2)?,
        version: row.get(3)?,
        recorded_at: row.get(4)?,
        occurred_at: row.get(5)?,
        act: row.get(6)?,
        actor: row.get(7)?,
        source: row.get(8)?,
        body: row.get(9)?,
        hash: row.get(11)?,
    })
}

#[cfg(test)]
mod tests;
