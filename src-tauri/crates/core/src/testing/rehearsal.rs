//! A session in memory: decides and folds as the engine does, without a store.
//!
//! Acts have the keys `a1`, `a2` and so on in the order in which they were recorded; the
//! preparation is `a0`. A refused command uses up no key.

use super::committee::Committee;
use crate::digest::{Digest, Salt};
use crate::directory::Directory;
use crate::rules::profile::RuleProfile;
use crate::session::evolve::Recorded;
use crate::session::{Command, Context, Decision, DraftRef, Rejection, State, decide};
use crate::{ActId, AgendaItemId, Moment, Timestamp};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

/// A session with everything it is decided with.
#[derive(Debug, Clone)]
pub struct Rehearsal {
    /// Who meets.
    pub committee: Committee,
    /// Master data.
    pub directory: Directory,
    /// Rule profiles.
    pub profiles: Vec<RuleProfile>,
    /// Newest drafts.
    pub drafts: BTreeMap<AgendaItemId, DraftRef>,
    /// The state after all acts.
    pub state: State,
    /// The clock.
    pub now: Timestamp,
    /// Number of acts.
    pub acts: u32,
}

impl Rehearsal {
    /// A session that nobody has prepared yet; the clock stands long after its day.
    pub fn unprepared(committee: Committee) -> Self {
        let directory = committee.directory();
        Self {
            committee,
            directory,
            profiles: Committee::profiles(),
            drafts: BTreeMap::new(),
            state: State::new(Committee::meeting()),
            now: Timestamp::parse("2026-12-24T12:00:00Z").expect("a time"),
            acts: 0,
        }
    }

    /// A prepared session.
    pub fn new(committee: Committee) -> Self {
        let plan = committee.plan();
        let mut rehearsal = Self::unprepared(committee);
        let at = Moment::parse("2026-11-02T09:00+01:00").expect("a time");
        rehearsal.act(at, &Command::PrepareMeeting { plan }).expect("the plan is fit");
        rehearsal
    }

    /// The id of the act that is recorded next.
    pub fn next_act(&self) -> ActId {
        ActId::from_key(&format!("a{}", self.acts))
    }

    /// What the next command is decided with.
    pub fn context(&self, at: Moment) -> Context<'_> {
        Context {
            act: self.next_act(),
            at,
            now: self.now,
            salt: Salt([7; 16]),
            directory: &self.directory,
            profiles: &self.profiles,
            drafts: &self.drafts,
            written: None,
        }
    }

    /// Judges a command without recording it.
    pub fn decide(&self, at: Moment, command: &Command) -> Result<Decision, Rejection> {
        let written = self.written(command);
        decide(&self.state, command, &Context { written, ..self.context(at) })
    }

    /// Records an act.
    pub fn act(&mut self, at: Moment, command: &Command) -> Result<Decision, Rejection> {
        let decision = self.decide(at, command)?;
        if let (Command::WriteText { item, .. }, Some(draft)) = (command, self.written(command)) {
            self.drafts.insert(*item, draft);
        }
        self.state = decision.next.clone();
        self.acts += 1;
        Ok(decision)
    }

    /// The draft that a command writes.
    fn written(&self, command: &Command) -> Option<DraftRef> {
        let Command::WriteText { item, text } = command else { return None };
        let version = self.drafts.get(item).map_or(1, |draft| draft.version + 1);
        let digest = Digest::salted(Salt([9; 16]), &format!("{version} {text:?}"));
        Some(DraftRef { version, digest })
    }

    /// The record as the journal gives it back.
    pub fn recorded(&self) -> impl Iterator<Item = Recorded> {
        self.state.entries.iter().map(|entry| Recorded {
            revision: entry.revision,
            act: entry.act,
            recorded_at: entry.recorded_at,
            occurred_at: entry.occurred_at,
            event: entry.event.clone(),
        })
    }
}
