//! What a view offers is accepted, and what it does not offer is refused: over random sessions.

use super::source;
use crate::core::agenda_item::{ItemKind, Outcome, Part};
use crate::core::motion::{Motion, MotionKind, Mover, Procedure};
use crate::core::proceeding::{OrderMeasure, Proceeding};
use crate::core::richtext::RichText;
use crate::core::rules::attendance::{AbsenceCause, RecusalBasis};
use crate::core::rules::majority::Count;
use crate::core::rules::profile::{MajorityId, RuleProfile};
use crate::core::rules::quorum::QuorumResult;
use crate::core::session::command::{Announced, Matter, Mode, PresenceSource, Tally};
use crate::core::session::election::{Answer, CandidateVotes, ElectionMethod, RoundTally};
use crate::core::session::state::Absence;
use crate::core::session::{Command, Rejection};
use crate::core::testing::committee::{item as new_item, text};
use crate::core::testing::generate::{ROLLS, step};
use crate::core::testing::{Committee, Rehearsal};
use crate::core::{AgendaItemId, ElectionId, Moment, MotionId, PersonId};
use crate::drafts::OpeningDraft;
use crate::view::agenda::NextStep;
use crate::view::seats::{AttendeeState, PersonAct, SeatView};
use crate::view::source::Source;
use crate::view::vote::Asked;
use crate::view::{
    ElectionStep, FactionVotes, FollowStep, ItemView, MeetingView, MotionsView, Named, RunOffView,
    VoteForm, VoteView, ahead, arrangement, chair, conduct, elections, history, item, log, meeting,
    methods, motions, proceedings, run_off, substitutes,
};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A session that may still be gone on with, and the moment of its next act.
struct Tried<'a> {
    rehearsal: &'a Rehearsal,
    at: Moment,
    view: MeetingView,
}

/// No votes at all.
fn none() -> RoundTally {
    RoundTally {
        candidates: Vec::new(),
        no: 0,
        abstain: 0,
        invalid: 0,
        blank: 0,
        ballots: None,
        tellers: Vec::new(),
    }
}

fn noted(rehearsal: &Rehearsal) -> OpeningDraft {
    let members = rehearsal.state.now.seats.values().filter_map(|seat| seat.member);
    let present = members.map(|one| one.person).collect();
    OpeningDraft { present, ..OpeningDraft::default() }
}

impl Tried<'_> {
    fn accepted(&self, command: &Command) {
        if let Err(why) = self.rehearsal.decide(self.at, command) {
            panic!("offered, but refused: {command:?}: {why:?}");
        }
    }

    fn refused(&self, command: &Command) {
        let decided = self.rehearsal.decide(self.at, command);
        assert!(decided.is_err(), "not offered, but accepted: {command:?}");
    }

    fn same(&self, offered: bool, command: &Command) {
        if offered { self.accepted(command) } else { self.refused(command) }
    }

    /// Every act with a person on a seat.
    fn person(&self, seat: &SeatView, person: PersonId, acts: &[PersonAct]) {
        let now = &self.rehearsal.state.now;
        let offered = |act| acts.contains(&act);
        let beside = self.view.attendees.iter().any(|one| one.person == person);
        if !beside {
            self.same(offered(PersonAct::Leave), &Command::RecordDeparture { person });
        }
        self.same(offered(PersonAct::Arrive), &Command::RecordArrival { person, mode: Mode::Room });
        self.connected(person, acts);
        self.away(person, acts);
        // Who was there before and left can be excused, but nobody would.
        if offered(PersonAct::Excuse) {
            self.accepted(&Command::ExcuseMember { person });
        }
        if let Some(current) = now.current.filter(|_| !beside) {
            let declare = Command::DeclareRecusal {
                person,
                item: current,
                by: RecusalBasis::Declared,
                note: None,
            };
            let recused = now.recusal(person, current).is_some();
            if offered(PersonAct::Recuse) || !recused {
                self.same(offered(PersonAct::Recuse), &declare);
            }
            if recused {
                self.listening(person, acts);
            }
            let ends = offered(PersonAct::EndRecusal) || offered(PersonAct::LiftRecusal);
            if recused || ends {
                self.same(ends, &Command::EndRecusal { person });
                let there = now.present(person).is_some();
                assert_eq!(there, offered(PersonAct::EndRecusal), "{}", seat.full_name);
            }
        } else {
            assert!(!offered(PersonAct::Recuse) || beside, "{}", seat.full_name);
        }
    }

    /// Who is biased goes to the public area, once and while there is a public.
    fn listening(&self, person: PersonId, acts: &[PersonAct]) {
        let now = &self.rehearsal.state.now;
        let here = now.present(person).is_some() && self.view.allowed.take_down;
        let listens = |one: &Absence| one.person == person && one.cause == AbsenceCause::PublicArea;
        let may = here && now.part == Part::Public && !now.absences.lasting().any(listens);
        assert_eq!(acts.contains(&PersonAct::SitInPublic), may);
    }

    /// Who is connected comes as who walks in does.
    fn connected(&self, person: PersonId, acts: &[PersonAct]) {
        let offered = |act| acts.contains(&act);
        assert_eq!(offered(PersonAct::Connect), offered(PersonAct::Arrive));
        if offered(PersonAct::Connect) {
            self.accepted(&Command::RecordArrival { person, mode: Mode::Remote });
        }
    }

    /// Being away from the table and coming back; bias for any item that it is not declared for.
    fn away(&self, person: PersonId, acts: &[PersonAct]) {
        let now = &self.rehearsal.state.now;
        let offered = |act| acts.contains(&act);
        if offered(PersonAct::Return) {
            self.accepted(&Command::EndAbsence { person });
        }
        let ways = [
            (PersonAct::StepOut, now.current.map(AbsenceCause::Item)),
            (PersonAct::SitInPublic, Some(AbsenceCause::PublicArea)),
            (PersonAct::Disconnect, Some(AbsenceCause::Outage)),
        ];
        for (act, cause) in ways {
            if offered(act) {
                let cause = cause.unwrap();
                self.accepted(&Command::RecordAbsence { person, cause });
            }
        }
        for one in now.items.iter().filter(|_| offered(PersonAct::RecuseInDetail)) {
            let item = one.item.id;
            let lasts = now.recusals.lasting().any(|r| r.person == person && r.item == item);
            let by = RecusalBasis::Decided;
            self.same(!lasts, &Command::DeclareRecusal { person, item, by, note: None });
        }
    }

    /// What is looked at ahead is refused where it would be, and changes what it would change.
    fn ahead(&self, source: &Source, person: PersonId) {
        let commands = [
            Command::RecordDeparture { person },
            Command::RecordArrival { person, mode: Mode::Room },
            Command::RecordAbsence { person, cause: AbsenceCause::PublicArea },
        ];
        let (profiles, clock) = (&self.rehearsal.profiles, self.rehearsal.now);
        let seen = ahead::view(source, profiles, (self.at, clock), &commands);
        for (command, ahead) in commands.iter().zip(seen.acts) {
            let decided = self.rehearsal.decide(self.at, command);
            assert_eq!(ahead.refused.is_empty(), decided.is_ok(), "{command:?}: {}", ahead.refused);
            let Ok(decision) = decided else { continue };
            let before = source.basis().quorum;
            let after = source.after(&decision.next).unwrap().basis().quorum;
            let tests = |one: &QuorumResult| (one.size, one.composition);
            if tests(&before) != tests(&after) {
                assert!(!ahead.quorum.is_empty(), "{command:?}");
            }
            assert_eq!(ahead.quorate, after.computed, "{command:?}");
        }
    }

    fn seat(&self, source: &Source, seat: &SeatView) {
        if !source.prepared() {
            if let Some(person) = seat.person {
                self.person(seat, person, &seat.acts);
                self.ahead(source, person);
            }
            if let (false, Some(member)) = (seat.member_name.is_empty(), seat.member) {
                let offered = seat.member_acts.contains(&PersonAct::Arrive);
                self.same(offered, &Command::RecordArrival { person: member, mode: Mode::Room });
            }
        }
        let substitute = seat.acts.contains(&PersonAct::Substitute);
        assert!(substitute || seat.stand_in.is_none());
        if let Some(one) = &seat.stand_in {
            let (seat, substitute) = (seat.seat, one.person);
            self.accepted(&Command::SeatSubstitute { seat, substitute, mode: Mode::Room });
        }
        for one in substitutes::view(source, seat.seat).unwrap().candidates {
            let command = Command::SeatSubstitute {
                seat: seat.seat,
                substitute: one.person,
                mode: Mode::Room,
            };
            if !one.free {
                self.refused(&command);
            } else if substitute {
                self.accepted(&command);
            }
            if one.can_excuse && substitute {
                self.accepted(&Command::ExcuseMember { person: one.person });
            }
        }
    }

    fn items(&self, source: &Source) {
        for one in &self.rehearsal.state.now.items {
            let view = item::view(source, one.item.id).unwrap();
            let item = view.item;
            self.election(source, &view);
            self.same(view.can_call, &Command::CallItem { item });
            self.same(view.can_close, &Command::CloseItem { item, settles: Vec::new() });
            if view.can_close {
                let settles = view.open_sub_items.iter().map(|(sub, _)| *sub).collect();
                self.accepted(&Command::CloseItem { item, settles });
            }
            let vote = Command::RecordVote {
                item,
                matter: Matter::Item,
                majority: None,
                repeats: None,
                wording_put: text("Dem Vorschlag wird gefolgt."),
                tally: Tally::Unanimous {},
                announced: Announced::Accepted,
                note: None,
            };
            let entitled = view.vote_form.as_ref().is_some_and(|form| form.entitled > 0);
            self.same(entitled, &vote);
            if let Some(form) = view.vote_form.filter(|_| entitled) {
                self.ways(source, item, &form, &vote);
                self.matters(source, &vote);
            }
            for result in view.results {
                self.repetition(&result, &vote);
                self.worded(&result);
            }
            for choice in view.outcomes {
                let outcome = choice.outcome;
                let to = |to| Command::RecordOutcome { item, outcome, to, wording: None };
                self.accepted(&to(None));
                for (organization, words) in &view.addressees {
                    assert!(words.starts_with("an "), "{words}");
                    self.same(choice.addressed, &to(Some(*organization)));
                }
            }
            self.motions(item, &view.motions);
            assert!(view.can_write);
            if self.rehearsal.decide(self.at, &Command::CallItem { item }).is_ok() {
                self.accepted(&Command::WriteText { item, text: text("Es wird berichtet.") });
            }
        }
    }

    /// The order of business, and the bias of anybody for whom it can be entered.
    fn matters(&self, source: &Source, vote: &Command) {
        let seats = self.view.columns.iter().flat_map(|column| &column.seats);
        let biased = seats.filter(|seat| seat.acts.contains(&PersonAct::RecuseInDetail));
        let recusals = biased.filter_map(|seat| seat.person).map(Matter::Recusal);
        for put in recusals.chain([Matter::Procedure(Procedure::Extend)]) {
            let mut command = vote.clone();
            if let Command::RecordVote { matter, .. } = &mut command {
                *matter = put;
            }
            let Command::RecordVote { item, matter, .. } = &command else { panic!("{command:?}") };
            let form = motions::put(source, *item, matter).form.unwrap();
            if let Matter::Recusal(person) = matter {
                assert!(form.roll.iter().all(|(_, who, _)| who != person), "{command:?}");
            }
            // A single member cannot decide on its own bias.
            if let Err(why) = self.rehearsal.decide(self.at, &command) {
                assert!(matches!(why, Rejection::NobodyEntitled), "{command:?}: {why:?}");
            }
        }
    }

    /// An election goes on as its form, its lot and its answer offer it, and with nothing else.
    fn election(&self, source: &Source, view: &ItemView) {
        let open = |majority| Command::OpenElection {
            item: view.item,
            post: "Beirat".to_owned(),
            candidates: vec![Committee::person("m1")],
            method: ElectionMethod::Ballot,
            majority,
        };
        self.same(view.can_elect, &open(None));
        let offered = elections::opening(source).majorities;
        for one in &source.profile.vote.qualified {
            let offered = view.can_elect && offered.iter().any(|choice| choice.id == one.id);
            self.same(offered, &open(Some(one.id.clone())));
        }
        let Some(under_way) = &view.election else { return };
        let election = under_way.election;
        let answer = Command::AnswerElection { election, answer: Answer::Declined };
        self.same(matches!(under_way.step, ElectionStep::Answer { .. }), &answer);
        let round = |candidates: &[Named]| {
            let votes = |one: &Named| CandidateVotes { person: one.person, votes: 0 };
            let candidates = candidates.iter().map(votes).collect();
            let tally = RoundTally { candidates, ..none() };
            Command::RecordRound { election, tally, note: Some("so ausgezählt".into()) }
        };
        let withdraw = |person| Command::WithdrawCandidacy { election, person };
        let standing = match &under_way.step {
            ElectionStep::Round { form, .. } => form.candidates.as_slice(),
            ElectionStep::Lot { persons, .. } => persons.as_slice(),
            ElectionStep::Answer { .. } => &[],
        };
        for person in self.rehearsal.committee.directory().persons.keys() {
            let stands = standing.iter().any(|one| one.person == *person);
            self.same(stands, &withdraw(*person));
        }
        match &under_way.step {
            ElectionStep::Round { form, run_off } => {
                self.accepted(&round(&form.candidates));
                self.runs_off(source, election, run_off.as_ref());
            }
            ElectionStep::Lot { persons, .. } => {
                for one in persons {
                    self.accepted(&Command::DrawLot { election, winner: one.person });
                }
                self.refused(&round(persons));
            }
            ElectionStep::Answer { .. } => self.refused(&round(&[])),
        }
    }

    /// Who takes part in a run-off is settled where the window offers it: all who can, unless they do, and
    /// what it says ahead of two of them is what is recorded.
    fn runs_off(&self, source: &Source, election: ElectionId, offered: Option<&RunOffView>) {
        let settle = |persons| Command::SettleRunoff { election, persons };
        let Some(offered) = offered else {
            let all = source.now.election(election).unwrap().eligible();
            return self.refused(&settle(all));
        };
        let all: Vec<PersonId> = offered.candidates.iter().map(|one| one.person).collect();
        let two = all.iter().take(2).copied().collect();
        for persons in [all, two] {
            let told = run_off::preview(source, election, &persons).unwrap();
            self.same(told.changes, &settle(persons));
        }
        self.refused(&settle(Vec::new()));
    }

    /// Chair and clerk pass to whom the window names.
    fn lead(&self, source: &Source) {
        let lead = &self.view.lead;
        if let Some(offer) = &lead.offer {
            self.accepted(&Command::ChangeChair { chair: offer.person });
        }
        let succession = conduct::succession(source);
        for one in succession.chairs.iter().filter(|_| lead.can_change) {
            self.accepted(&Command::ChangeChair { chair: one.person });
        }
        for one in succession.clerks {
            self.same(lead.can_change, &Command::ChangeClerk { clerk: one.person });
        }
        if let Some(back) = history::view(source).put_back {
            let (outcome, to, wording) = (Outcome::PutBack, None, None);
            self.accepted(&Command::RecordOutcome { item: back.item, outcome, to, wording });
        }
    }

    /// Every place and every partner that is offered for an item, and no other part where that is not.
    fn arranged(&self, source: &Source) {
        let written: BTreeSet<AgendaItemId> = self.rehearsal.drafts.keys().copied().collect();
        for one in &self.rehearsal.state.now.items {
            let item = one.item.id;
            let view = arrangement::view(source, one, &written);
            let steps = arrangement::steps(source, one);
            let stepped = steps.up.iter().chain(&steps.down);
            for place in stepped.chain(&view.places).chain(&view.other_part) {
                let (after, part) = (place.after, place.part);
                self.accepted(&Command::MoveItem { item, after, part });
            }
            let said = !view.other_part.is_empty() || !view.stays.is_empty();
            assert!(said || !steps.can_move, "{}: nobody says why it stays", view.words);
            if !view.stays.is_empty() {
                let part = match one.item.part {
                    Part::Public => Part::NonPublic,
                    Part::NonPublic => Part::Public,
                };
                self.refused(&Command::MoveItem { item, after: None, part });
            }
            assert_eq!(steps.can_join, !view.partners.is_empty());
            for partner in view.partners {
                self.accepted(&Command::JoinItems { items: vec![item, partner.item] });
            }
        }
    }

    /// Every way to vote that the form offers, with everybody for it.
    fn ways(&self, source: &Source, item: AgendaItemId, form: &VoteForm, vote: &Command) {
        let voted = |change: &dyn Fn(&mut Matter, &mut Option<MajorityId>, &mut Tally)| {
            let mut command = vote.clone();
            let Command::RecordVote { matter, majority, tally, .. } = &mut command else {
                return command;
            };
            change(matter, majority, tally);
            command
        };
        self.accepted(&voted(&|matter, _, _| *matter = Matter::Part("Ziffer 2".to_owned())));
        for choice in &form.majorities {
            let mut command = voted(&|_, majority, _| *majority = Some(choice.id.clone()));
            if let Command::RecordVote { note, .. } = &mut command {
                *note = Some("So verkündet.".into());
            }
            self.accepted(&command);
        }
        let rows: Vec<FactionVotes> = form
            .factions
            .iter()
            .map(|row| FactionVotes { faction: row.faction, yes: None, no: 0, abstain: 0 })
            .collect();
        if !rows.is_empty() {
            let asked = Asked::new((item, &Matter::Item, None), None, None);
            let summed = methods::by_faction(source, &asked, &rows).unwrap();
            assert_eq!(summed.sums, [form.entitled, 0, 0]);
            assert!(!summed.preview.needs_note, "{summed:?}");
            self.accepted(&voted(&|_, _, tally| *tally = summed.tally.clone()));
        }
        let count = Count { yes: form.entitled, ..Count::default() };
        let tellers: Vec<PersonId> = form.tellers.iter().map(|(person, _)| *person).collect();
        // Whoever takes the minutes counts, on the list of those present or not.
        let clerk = self.rehearsal.state.now.clerk;
        assert!(clerk.is_some_and(|clerk| tellers.contains(&clerk)));
        self.accepted(&voted(&|_, _, tally| {
            let (handed_out, returned) = (form.entitled, form.entitled);
            let tellers = tellers.clone();
            *tally = Tally::Secret { handed_out, returned, count, blank: 0, tellers };
        }));
        for asked in 1..=form.members + 1 {
            for (rollcall, secret) in [(asked, 0), (0, asked)] {
                let faction = form.factions.iter().find_map(|row| row.faction);
                let request = Command::RequestVoteMethod { item, rollcall, secret, faction };
                let told = methods::request(source, item, rollcall, secret);
                self.same(told.is_ok(), &request);
                assert_eq!(told.is_ok(), asked <= form.members);
            }
        }
    }

    /// Who leaves, who comes back, and the vote before it.
    fn part(&self) {
        let Some(change) = self.view.part_change.clone() else {
            assert!(!self.view.allowed.change_part);
            return;
        };
        if let Some(vote) = change.vote {
            self.accepted(&Command::RecordVote {
                item: vote.item,
                matter: Matter::Procedure(vote.procedure),
                majority: None,
                repeats: None,
                wording_put: vote.wording,
                tally: Tally::Unanimous {},
                announced: Announced::Accepted,
                note: None,
            });
        }
        let leaving = change.present.iter().map(|one| one.person).collect();
        let mut rehearsal = self.rehearsal.clone();
        let changed = rehearsal.act(self.at, &Command::ChangePart { part: change.part, leaving });
        assert!(changed.is_ok(), "{changed:?}");
        for one in change.returning {
            let (person, capacity, mode) = (one.person, one.capacity, one.mode);
            let back = Command::AdmitAttendee { person, capacity, mode, item: None };
            let done = rehearsal.act(self.at, &back);
            assert!(done.is_ok(), "{back:?}: {done:?}");
        }
    }

    /// Motions are made, withdrawn and voted on one by one and together; what follows is accepted.
    fn motions(&self, item: AgendaItemId, view: &MotionsView) {
        let vote = |matter, tally, announced, wording_put| Command::RecordVote {
            item,
            matter,
            majority: None,
            repeats: None,
            wording_put,
            tally,
            announced,
            note: None,
        };
        let plain = |matter| {
            vote(matter, Tally::Unanimous {}, Announced::Accepted, text("So wird beschlossen."))
        };
        let entitled = self.rehearsal.decide(self.at, &plain(Matter::Item)).is_ok();
        for row in &view.rows {
            let motion = row.motion;
            self.same(row.pending, &Command::WithdrawMotion { motion });
            if row.pending && entitled {
                let wording = row.wording.clone();
                let (tally, announced) = (Tally::Unanimous {}, Announced::Accepted);
                self.accepted(&vote(Matter::Motion(motion), tally, announced, wording));
            }
        }
        let together = view.together.iter().map(|row| view.rows[usize::from(*row)].motion);
        let together: Vec<MotionId> = together.collect();
        assert_ne!(together.len(), 1);
        if !together.is_empty() && entitled {
            self.accepted(&plain(Matter::Motions(together)));
        }
        if let (Some(same), Some(next)) = (&view.repeat, view.next) {
            let (tally, announced) = (same.tally.clone(), same.announced);
            self.accepted(&vote(Matter::Motion(next), tally, announced, text("Wie zuvor.")));
        }
        for follow in &view.follows {
            match &follow.step {
                FollowStep::Act { command } => self.accepted(command),
                FollowStep::ExcludePublic {} => self
                    .accepted(&Command::ChangePart { part: Part::NonPublic, leaving: Vec::new() }),
                FollowStep::AddItem {} => assert!(self.view.allowed.add_item),
            }
        }
        let motion = Motion {
            id: MotionId::from_key("neu"),
            item,
            kind: MotionKind::Procedural(Procedure::Defer),
            movers: vec![Mover::Administration],
            name: view.next_name.clone(),
            text: RichText::default(),
            position: String::new(),
            old_amount: String::new(),
            new_amount: String::new(),
        };
        self.same(view.can_file, &Command::FileMotion { motion });
    }

    /// A vote can be taken once more where that is offered, and nowhere else.
    fn repetition(&self, result: &VoteView, vote: &Command) {
        let Some(entered) = &result.entered else { return assert!(!result.can_repeat) };
        let mut command = vote.clone();
        if let Command::RecordVote { matter, repeats, .. } = &mut command {
            (*matter, *repeats) = (entered.matter.clone(), result.vote);
        }
        if result.can_repeat {
            let decided = self.rehearsal.decide(self.at, &command);
            // A motion may have been withdrawn by a correction, or nobody be there any more.
            let odd = |why: &Rejection| {
                matches!(
                    why,
                    Rejection::UnknownVote { .. }
                        | Rejection::VoteRepeated { .. }
                        | Rejection::RepetitionDiffers { .. }
                )
            };
            assert!(!decided.as_ref().is_err_and(odd), "{decided:?}");
        } else {
            self.refused(&command);
        }
    }

    /// The result of a vote or a round is worded where that is offered.
    fn worded(&self, result: &VoteView) {
        let Some(vote) = result.vote else { return assert!(!result.can_word) };
        let words = "so vom Vorsitz bekannt gegeben".to_owned();
        self.same(result.can_word, &Command::WordResult { vote, words });
    }

    fn allowed(&self) {
        let allowed = self.view.allowed;
        self.same(allowed.close, &Command::CloseMeeting {});
        self.same(allowed.find_quorum, &Command::EstablishQuorum {});
        self.same(allowed.find_quorum, &Command::DeclareLackOfQuorum {});
        let other = match self.view.part {
            Part::Public => Part::NonPublic,
            Part::NonPublic => Part::Public,
        };
        let change = Command::ChangePart { part: other, leaving: Vec::new() };
        self.same(allowed.change_part, &change);
        self.same(allowed.interrupt, &Command::InterruptMeeting {});
        let item = new_item("99", ItemKind::Proposal, Part::Public);
        self.same(allowed.add_item, &Command::AddItem { item, note: None });
        let proceeding = Proceeding::Announcement { text: text("Der Auftrag ist vergeben.") };
        let down = Command::RecordProceeding { item: None, proceeding, note: None };
        self.same(allowed.take_down, &down);
        let source = PresenceSource::Table;
        self.same(allowed.take_down, &Command::CheckPresence { source, counted: 3 });
        let to = Moment::parse("2026-12-20T16:30+01:00").unwrap();
        self.same(allowed.take_down, &Command::AdjournMeeting { to });
        // Once is enough, though the record would take it twice.
        if allowed.confirm_invitation || !allowed.find_quorum {
            self.same(allowed.confirm_invitation, &Command::ConfirmInvitation {});
        }
        let Some(opening) = &self.view.opening else { return };
        if let (true, Some(chair), Some(clerk)) = (allowed.open, opening.chair, opening.clerk) {
            let present = noted(self.rehearsal).present;
            let (officials, guests) = (Vec::new(), Vec::new());
            self.accepted(&Command::OpenMeeting {
                chair,
                clerk,
                present,
                officials,
                guests,
                remote: Vec::new(),
            });
        }
    }

    /// What the list says about calls.
    fn rows(&self) {
        for row in self.view.agenda.parts.iter().flat_map(|part| &part.rows) {
            if row.can_call {
                self.accepted(&Command::CallItem { item: row.item });
            }
        }
    }

    /// The expected act goes through, with what it closes before.
    fn next(&self) {
        let mut rehearsal = self.rehearsal.clone();
        let commands = match self.view.agenda.next.clone() {
            None | Some(NextStep::Open {}) => Vec::new(),
            Some(NextStep::Call { item, closes, .. }) => {
                let close = |one: crate::view::Closing| Command::CloseItem {
                    item: one.item,
                    settles: one.settles,
                };
                let call = Command::CallItem { item };
                closes.into_iter().map(close).chain([call]).collect()
            }
            Some(NextStep::ChangePart { part }) => {
                vec![Command::ChangePart { part, leaving: Vec::new() }]
            }
            Some(NextStep::CloseItem { item, settles, .. }) => {
                vec![Command::CloseItem { item, settles }]
            }
            Some(NextStep::Resume {}) => vec![Command::ResumeMeeting { missing: Vec::new() }],
            Some(NextStep::CloseMeeting {}) => vec![Command::CloseMeeting {}],
        };
        for command in commands {
            let done = rehearsal.act(self.at, &command);
            assert!(done.is_ok(), "expected next, but refused: {command:?}: {:?}", done.err());
        }
    }

    /// Everybody who was there may be missing, and nobody.
    fn recess(&self) {
        let all: Vec<PersonId> = self.view.in_recess.iter().map(|one| one.person).collect();
        if self.rehearsal.state.now.interrupted().is_some() && self.view.allowed.change_part {
            self.accepted(&Command::ResumeMeeting { missing: all });
        } else {
            assert_eq!(all, []);
        }
    }

    /// Taking back is accepted unless something later hangs on it; never where it is not offered.
    fn log(&self, source: &Source) {
        for row in log::view(source).rows {
            let back = Command::Correct { act: row.act, replacement: None };
            if !row.can_withdraw {
                self.refused(&back);
                continue;
            }
            if let Err(why) = self.rehearsal.decide(self.at, &back) {
                // A move is not taken back under what was recorded in the other part.
                let hangs =
                    matches!(why, Rejection::Contradicts { .. } | Rejection::ItemRecorded { .. });
                assert!(hangs, "{}: {why:?}", row.words);
            }
            let replacement = row.command.filter(|_| row.can_correct_time);
            if replacement.is_some() {
                let again = Command::Correct { act: row.act, replacement };
                let decided = self.rehearsal.decide(self.at, &again);
                let odd = |why: &Rejection| {
                    matches!(why, Rejection::NotCorrectable | Rejection::Invariant { .. })
                };
                assert!(!decided.as_ref().is_err_and(odd), "{}: {decided:?}", row.words);
            }
            assert!(!row.words.is_empty());
        }
    }
}

fn try_all(rehearsal: &Rehearsal) {
    let start = Committee::at("16:30");
    let last = rehearsal.state.entries.iter().map(|entry| entry.occurred_at).max();
    let at = last.map_or(start, |last| last.max(start));
    let noted = noted(rehearsal);
    let source = source(rehearsal, Some(&noted));
    let view = meeting::view(&source);
    let tried = Tried { rehearsal, at, view };
    for seat in tried.view.columns.iter().flat_map(|column| &column.seats) {
        tried.seat(&source, seat);
    }
    for one in &tried.view.attendees {
        let (person, capacity) = (one.person, one.capacity);
        tried.away(person, &one.acts);
        if one.acts.contains(&PersonAct::Leave) {
            tried.accepted(&Command::RecordDeparture { person });
        } else if one.acts.contains(&PersonAct::Arrive) {
            for mode in [Mode::Room, Mode::Remote] {
                tried.accepted(&Command::AdmitAttendee { person, capacity, mode, item: None });
            }
            let item = rehearsal.state.now.current;
            if one.acts.contains(&PersonAct::ArriveForItem) {
                let mode = Mode::Room;
                assert!(item.is_some());
                tried.accepted(&Command::AdmitAttendee { person, capacity, mode, item });
            }
        } else if one.state == AttendeeState::Left {
            tried.refused(&Command::AdmitAttendee {
                person,
                capacity,
                mode: Mode::Room,
                item: None,
            });
        }
    }
    tried.recess();
    if let Some(button) = chair::view(&source, &BTreeMap::default()).finding {
        tried.accepted(&super::by_button(rehearsal, button.found));
    }
    tried.items(&source);
    for one in proceedings::view(&source).there.iter().filter(|_| tried.view.allowed.take_down) {
        for measure in [OrderMeasure::ToOrder, OrderMeasure::Expulsion] {
            let proceeding = Proceeding::Order { person: one.person, measure };
            tried.accepted(&Command::RecordProceeding { item: None, proceeding, note: None });
        }
    }
    tried.lead(&source);
    tried.arranged(&source);
    tried.part();
    tried.allowed();
    tried.rows();
    tried.next();
    tried.log(&source);
}

fn assembly() -> RuleProfile {
    let profiles = crate::profiles::all().unwrap();
    profiles.into_iter().find(|one| one.id.0 == "nw-kro-kreistag").unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_offered_is_accepted(steps in vec(any::<[u16; ROLLS]>(), 0..60)) {
        let committee = Committee::new(9).vacant(4);
        let mut rehearsal = Rehearsal::new(committee.clone());
        // A committee has none of the majorities that the assembly has; some are for elections.
        rehearsal.profiles[0].vote.qualified = assembly().vote.qualified.clone();
        for rolls in &steps {
            let (at, command) = step(rolls, &committee, &rehearsal.state);
            let _ = rehearsal.act(at, &command);
        }
        try_all(&rehearsal);
    }
}
