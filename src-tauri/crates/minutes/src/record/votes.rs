//! Votes and findings with their frozen numbers, names resolved.

use super::names::Names;
use super::text::{self, References};
use super::{
    Ballot, Composition, FactionCount, Incomplete, QuorumFinding, QuorumNumbers, Tally, Vote, Voter,
};
use sitzungsbuch_core::SeatId;
use sitzungsbuch_core::rules::attendance::Entitled;
use sitzungsbuch_core::rules::majority::{Count, VoteOutcome};
use sitzungsbuch_core::rules::profile::RuleProfile;
use sitzungsbuch_core::rules::quorum::Finding;
use sitzungsbuch_core::session::Basis;
use sitzungsbuch_core::session::command::{self, Choice};
use sitzungsbuch_core::session::state;

/// Resolves votes.
pub(super) struct Votes<'a> {
    pub(super) names: Names<'a>,
    pub(super) profile: &'a RuleProfile,
}

impl Votes<'_> {
    /// A vote that was closed.
    pub(super) fn vote(
        &self,
        vote: &state::Vote,
        closed: &state::ClosedVote,
        references: &impl References,
    ) -> Result<Vote, Incomplete> {
        let basis = vote.settled_basis();
        let consistent = closed.result.outcome != VoteOutcome::Inconsistent;
        Ok(Vote {
            wording: text::convert(&closed.wording_put, references),
            announced: closed.announced,
            words: if consistent { closed.result.wording.clone() } else { String::new() },
            tally: self.tally(&closed.tally, basis)?,
            entitled: self.voters(&basis.entitled)?,
            recused: self.voters(&basis.recused)?,
            quorum: self.numbers(basis),
        })
    }

    /// A finding of the chair.
    pub(super) fn finding(&self, finding: Finding, basis: &Basis) -> QuorumFinding {
        QuorumFinding { quorate: finding == Finding::Quorate, numbers: self.numbers(basis) }
    }

    fn numbers(&self, basis: &Basis) -> QuorumNumbers {
        let quorum = &basis.quorum;
        let of = |status| quorum.counts.get(&status).copied().unwrap_or(0);
        let composition = self.profile.quorum.composition.as_ref();
        QuorumNumbers {
            seats: quorum.base,
            present: quorum.present,
            required: quorum.required,
            size: quorum.size,
            composition: composition
                .map(|test| Composition { members: of(test.a), experts: of(test.b) }),
        }
    }

    fn number(&self, seat: SeatId) -> u16 {
        self.names.now.seats.get(&seat).map_or(0, |state| state.number)
    }

    fn voters(&self, entitled: &[Entitled]) -> Result<Vec<Voter>, Incomplete> {
        let mut voters = Vec::new();
        for one in entitled {
            let seated = self.names.seated(one.person, one.status)?;
            voters.push(Voter { seat: self.number(one.seat), seated });
        }
        voters.sort_by_key(|voter| voter.seat);
        Ok(voters)
    }

    fn tally(&self, tally: &command::Tally, basis: &Basis) -> Result<Tally, Incomplete> {
        Ok(match tally {
            command::Tally::Unanimous {} => Tally::Unanimous {},
            command::Tally::Announced { yes, no, abstain } => {
                Tally::Announced { yes: *yes, no: *no, abstain: *abstain }
            }
            command::Tally::Counted { count, by_faction } => {
                let mut named = Vec::new();
                for one in by_faction {
                    let faction = self.names.organization_name(one.faction)?;
                    named.push(FactionCount { faction, count: one.count });
                }
                Tally::Counted { count: *count, by_faction: named }
            }
            command::Tally::RollCall { ballots } => self.roll_call(ballots, basis)?,
            command::Tally::Secret { count, .. } => {
                Tally::Counted { count: *count, by_faction: Vec::new() }
            }
        })
    }

    fn roll_call(&self, ballots: &[command::Ballot], basis: &Basis) -> Result<Tally, Incomplete> {
        let mut count = Count::default();
        let mut named = Vec::new();
        for ballot in ballots {
            let sum = match ballot.choice {
                Choice::Yes => &mut count.yes,
                Choice::No => &mut count.no,
                Choice::Abstain => &mut count.abstain,
            };
            *sum = sum.saturating_add(1);
            // A vote for a seat that was not entitled stands with its regular member, if any.
            let entitled = basis.entitled.iter().find(|one| one.seat == ballot.seat);
            let member = self.names.now.seats.get(&ballot.seat).and_then(|seat| seat.member);
            let who = entitled
                .map(|one| (one.person, one.status))
                .or(member.map(|member| (member.person, member.status)));
            let seated = who.map(|(person, status)| self.names.seated(person, status));
            named.push(Ballot {
                seat: self.number(ballot.seat),
                seated: seated.transpose()?,
                choice: ballot.choice,
            });
        }
        Ok(Tally::RollCall { count, ballots: named })
    }
}
