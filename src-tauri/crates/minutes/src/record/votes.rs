//! Votes and findings with their frozen numbers, names resolved.

use super::business::elected_by_votes;
use super::names::Names;
use super::text::{self, References};
use super::{
    Apart, Ballot, CalledAgain, CandidateVotes, Composition, Doubt, ElectionBase, FactionCount,
    Incomplete, Matter, Motion, QuorumFinding, QuorumNumbers, Required, Round, Tally, Text, Vote,
    Voter, WithoutVote,
};
use sitzungsbuch_core::membership::SeatKind;
use sitzungsbuch_core::motion;
use sitzungsbuch_core::richtext::{Block, RichText};
use sitzungsbuch_core::rules::attendance::{self, Entitled};
use sitzungsbuch_core::rules::election::ElectionOutcome;
use sitzungsbuch_core::rules::majority::{Count, Majority, VoteOutcome};
use sitzungsbuch_core::rules::profile::{self, BlankBallot, MajorityId, RuleProfile};
use sitzungsbuch_core::rules::quorum::Finding;
use sitzungsbuch_core::session::Basis;
use sitzungsbuch_core::session::command::{self, Choice};
use sitzungsbuch_core::session::election::ElectionResult;
use sitzungsbuch_core::session::{preview, state};
use sitzungsbuch_core::{Moment, SeatId, VoteId};

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
        let basis = vote.known_basis();
        let matter = self.matter(&vote.matter)?;
        let own = self.says_more(&matter, &vote.matter, &closed.wording_put);
        Ok(Vote {
            wording: if own {
                text::convert(&closed.wording_put, references)
            } else {
                Text::default()
            },
            announced: closed.announced,
            words: words(vote, closed),
            own_words: vote.worded.is_some(),
            tally: self.tally(&closed.tally, vote)?,
            entitled: self.voters(&basis.entitled)?,
            recused: self.voters(&basis.recused)?,
            apart: self.apart(&basis.apart)?,
            without_vote: self.without_vote(basis, closed.majority.as_ref())?,
            quorum: self.numbers(basis),
            standing: None,
            doubt: self.doubt(vote)?,
            matter,
            required: closed.majority.as_ref().and_then(|id| self.required(id)),
            repeats: closed.repeats.is_some(),
            replaced: vote.repeated_by.and_then(|by| self.time_of(by)),
        })
    }

    /// Whether what was put says more than the motions that were voted on: what moves an amount says
    /// it itself, and the minutes may tell it in a table.
    fn says_more(&self, matter: &Matter, source: &command::Matter, put: &RichText) -> bool {
        match (matter, source) {
            (Matter::Motion(motion), command::Matter::Motion(id)) if motion.has_amount() => {
                let moved = self.names.now.motion(*id).map(|state| state.motion.wording());
                moved.is_none_or(|moved| moved != *put)
            }
            (Matter::Motions(all), _) => {
                let repeats = |(motion, block): (&Motion, &Block)| {
                    let Block::Paragraph { content, .. } = block else { return false };
                    let (said, Motion { position, old_amount, new_amount, .. }) =
                        (content.characters(), motion);
                    let moved = motion::moved(position, old_amount, new_amount);
                    motion.has_amount()
                        && moved.is_some_and(|moved| said.trim_end().ends_with(moved.as_str()))
                };
                all.len() != put.blocks.len() || !all.iter().zip(&put.blocks).all(repeats)
            }
            _ => true,
        }
    }

    /// A round of an election; the answer belongs to the one that decided.
    pub(super) fn round(
        &self,
        election: &state::ElectionState,
        index: usize,
        vote: &state::Vote,
    ) -> Result<Option<Round>, Incomplete> {
        let Some(round) = election.rounds.get(index) else { return Ok(None) };
        let (tally, result, basis) = (&round.tally, &round.result, vote.known_basis());
        let last = index + 1 == election.rounds.len();
        let before = index.checked_sub(1).and_then(|before| election.rounds.get(before));
        let answer = election.answer.filter(|_| last && elected_by_votes(election));
        let mut candidates = Vec::new();
        for one in &tally.candidates {
            let person = self.names.person(one.person)?;
            candidates.push(CandidateVotes { person, votes: one.votes });
        }
        let found = result.outcome == ElectionOutcome::Runoff && election.settled.is_some();
        let blank_as = self.blank_ballot();
        let mut sums = Count { abstain: tally.abstain, invalid: tally.invalid, ..Count::default() };
        add_blank(&mut sums, tally.blank, blank_as);
        Ok(Some(Round {
            number: u16::try_from(index + 1).unwrap_or(u16::MAX),
            runoff: before.is_some_and(|one| one.result.outcome == ElectionOutcome::Runoff),
            post: election.post.trim().to_owned(),
            candidates,
            no: tally.no,
            abstain: sums.abstain,
            invalid: sums.invalid,
            blank: tally.blank,
            blank_as,
            ballots: tally.ballots.map(|ballots| (ballots.handed_out, ballots.returned)),
            tellers: self.names.persons(&tally.tellers)?,
            outcome: result.outcome,
            persons: self.names.persons(if found { &[] } else { &result.persons })?,
            words: vote.worded.as_deref().map(str::to_owned).unwrap_or_default(),
            votes: result.votes,
            base: result.base,
            base_of: match self.profile.election.base {
                profile::ElectionBase::PresentEntitled => ElectionBase::Entitled,
                profile::ElectionBase::Valid | profile::ElectionBase::ValidWithoutNo => {
                    ElectionBase::Valid
                }
            },
            answer: answer.map(|(_, answer)| answer),
            entitled: self.voters(&basis.entitled)?,
            recused: self.voters(&basis.recused)?,
            apart: self.apart(&basis.apart)?,
            without_vote: self.without_vote(basis, election.majority.as_ref())?,
            quorum: self.numbers(basis),
            standing: None,
            doubt: self.doubt(vote)?,
            contradiction: contradiction(result),
        }))
    }

    /// Who was counted and had no vote.
    fn doubt(&self, vote: &state::Vote) -> Result<Option<Doubt>, Incomplete> {
        let (now, profile) = (self.names.now, self.profile);
        let known = &vote.known_basis().recused;
        let is_recused = |one: &Entitled| known.iter().any(|other| other.person == one.person);
        let (recused, others): (Vec<_>, Vec<_>) =
            vote.mistaken(now).into_iter().partition(is_recused);
        let nobody = recused.is_empty() && others.is_empty();
        let weight = if nobody {
            preview::doubt(now, profile, vote)
        } else {
            preview::weight(now, profile, vote)
        };
        if nobody && weight.is_none() {
            return Ok(None);
        }
        let tally = vote.closed.as_ref().map(|closed| &closed.tally);
        Ok(Some(Doubt {
            recused: self.voters(&recused)?,
            others: self.voters(&others)?,
            named: matches!(tally, Some(command::Tally::RollCall { .. })),
            weight: weight.map(|reason| reason.text).unwrap_or_default(),
        }))
    }

    fn time_of(&self, vote: VoteId) -> Option<Moment> {
        Some(self.names.now.vote(vote)?.closed.as_ref()?.at)
    }

    fn matter(&self, matter: &command::Matter) -> Result<Matter, Incomplete> {
        Ok(match matter {
            command::Matter::Motion(id) => match self.names.now.motion(*id) {
                Some(state) => {
                    Matter::Motion(Box::new(self.names.motion(&state.motion, Text::default())?))
                }
                None => Matter::Item,
            },
            command::Matter::Motions(ids) => {
                let mut motions = Vec::new();
                for state in ids.iter().filter_map(|id| self.names.now.motion(*id)) {
                    motions.push(self.names.motion(&state.motion, Text::default())?);
                }
                Matter::Motions(motions)
            }
            command::Matter::Part(name) => Matter::Part(name.trim().to_owned()),
            command::Matter::Recusal(person) => Matter::Recusal(self.names.person(*person)?),
            command::Matter::Procedure(procedure) => Matter::Procedure(*procedure),
            command::Matter::Item | command::Matter::Round(_) => Matter::Item,
        })
    }

    /// What a qualified majority asks for, of the statutory number of members.
    fn required(&self, id: &MajorityId) -> Option<Required> {
        let majority = self.profile.vote.qualified.iter().find(|one| one.id == *id)?;
        let voting = self.names.now.seats.values().filter(|seat| seat.kind == SeatKind::Voting);
        let seats = u16::try_from(voting.count()).unwrap_or(u16::MAX);
        let members = self.names.now.local_rule.as_ref().and_then(|local| local.members);
        let votes = match majority.majority(members.unwrap_or(seats)) {
            Majority::Simple => return None,
            Majority::Unanimous => None,
            Majority::Qualified { threshold, base } => Some(threshold.required(base)),
        };
        Some(Required { name: majority.name.clone(), votes, statute: majority.statute.clone() })
    }

    /// Who was there and has no vote in this matter.
    fn without_vote(
        &self,
        basis: &Basis,
        id: Option<&MajorityId>,
    ) -> Result<Option<WithoutVote>, Incomplete> {
        let voters = self.voters(basis.without_vote.as_deref().unwrap_or_default())?;
        let named = self.profile.vote.qualified.iter().find(|one| Some(&one.id) == id);
        let statute = named.map_or_else(String::new, |one| one.without_hvb.clone());
        Ok((!voters.is_empty()).then_some(WithoutVote { voters, statute }))
    }

    fn blank_ballot(&self) -> BlankBallot {
        self.profile.vote.blank_ballot
    }

    fn apart(&self, apart: &[attendance::Apart]) -> Result<Vec<Apart>, Incomplete> {
        let mut found = Vec::new();
        for one in apart {
            let seated = self.names.seated(one.who.person, one.who.status)?;
            let cause = self.names.cause(one.cause);
            found.push(Apart { voter: Voter { seat: self.number(one.who.seat), seated }, cause });
        }
        found.sort_by_key(|one| one.voter.seat);
        Ok(found)
    }

    /// A finding of the chair, with the numbers that the record has for its time.
    pub(super) fn finding(
        &self,
        found: &state::QuorumFinding,
        again: Vec<String>,
    ) -> QuorumFinding {
        let numbers = self.numbers(&found.known_basis(self.profile));
        let called_again = (!again.is_empty()).then(|| {
            let rule = &self.profile.quorum.second_call;
            CalledAgain { items: again, least: rule.min, statute: rule.statute.clone() }
        });
        QuorumFinding { quorate: found.finding == Finding::Quorate, numbers, called_again }
    }

    fn numbers(&self, basis: &Basis) -> QuorumNumbers {
        let quorum = &basis.quorum;
        let of = |status| quorum.counts.get(&status).copied().unwrap_or(0);
        let composition = self.profile.quorum.composition.as_ref();
        QuorumNumbers {
            seats: quorum.base,
            present: quorum.present,
            required: quorum.required,
            eased: quorum.eased.clone(),
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

    fn tally(&self, tally: &command::Tally, vote: &state::Vote) -> Result<Tally, Incomplete> {
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
            command::Tally::RollCall { ballots } => self.roll_call(ballots, vote)?,
            command::Tally::Secret { handed_out, returned, count, blank, tellers } => {
                let blank_as = self.blank_ballot();
                let mut count = *count;
                add_blank(&mut count, *blank, blank_as);
                Tally::Secret {
                    handed_out: *handed_out,
                    returned: *returned,
                    count,
                    blank: *blank,
                    blank_as,
                    tellers: self.names.persons(tellers)?,
                }
            }
        })
    }

    /// Whoever sat on the seat then is named, whatever is settled of the basis since.
    fn roll_call(
        &self,
        ballots: &[command::Ballot],
        vote: &state::Vote,
    ) -> Result<Tally, Incomplete> {
        let mut count = Count::default();
        let mut named = Vec::new();
        for ballot in ballots {
            let sum = match ballot.choice {
                Choice::Yes => &mut count.yes,
                Choice::No => &mut count.no,
                Choice::Abstain => &mut count.abstain,
            };
            *sum = sum.saturating_add(1);
            let who = vote.voter_on(ballot.seat, self.names.now);
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

/// The words of a result: the clerk's, or what the numbers give; empty where these contradict each
/// other.
pub(super) fn words(vote: &state::Vote, closed: &state::ClosedVote) -> String {
    let told = vote.worded.is_some() || closed.result.outcome != VoteOutcome::Inconsistent;
    if told { vote.words().to_owned() } else { String::new() }
}

/// What votes and persons of a round contradict each other in.
fn contradiction(result: &ElectionResult) -> String {
    result.contradictions().map(|one| one.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Puts ballots without a mark where they count.
fn add_blank(count: &mut Count, blank: u16, counts_as: BlankBallot) {
    let sum = match counts_as {
        BlankBallot::Abstention => &mut count.abstain,
        BlankBallot::Invalid => &mut count.invalid,
    };
    *sum = sum.saturating_add(blank);
}
