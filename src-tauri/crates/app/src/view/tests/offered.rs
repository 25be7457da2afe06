//! What a view offers is accepted, and what it does not offer is refused: over random sessions.

use super::source;
use crate::core::agenda_item::{ItemKind, Part};
use crate::core::rules::attendance::RecusalBasis;
use crate::core::rules::majority::Count;
use crate::core::rules::profile::MajorityId;
use crate::core::session::command::{Announced, Matter, Mode, Tally};
use crate::core::session::{Command, Rejection};
use crate::core::testing::committee::{item as new_item, text};
use crate::core::testing::generate::{ROLLS, step};
use crate::core::testing::{Committee, Rehearsal};
use crate::core::{AgendaItemId, Moment, PersonId};
use crate::drafts::OpeningDraft;
use crate::view::agenda::NextStep;
use crate::view::seats::{AttendeeState, PersonAct, SeatView};
use crate::view::source::Source;
use crate::view::vote::Asked;
use crate::view::{
    FactionVotes, MeetingView, VoteForm, VoteView, item, log, meeting, methods, substitutes,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// A session that may still be gone on with, and the moment of its next act.
struct Tried<'a> {
    rehearsal: &'a Rehearsal,
    at: Moment,
    view: MeetingView,
}

fn noted(rehearsal: &Rehearsal) -> OpeningDraft {
    let members = rehearsal.state.now.seats.values().filter_map(|seat| seat.member);
    OpeningDraft { present: members.map(|one| one.person).collect(), chair: None, clerk: None }
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
        if offered(PersonAct::Return) {
            self.accepted(&Command::EndAbsence { person });
        }
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
            if recused || offered(PersonAct::EndRecusal) {
                self.same(offered(PersonAct::EndRecusal), &Command::EndRecusal { person });
            }
        } else {
            assert!(!offered(PersonAct::Recuse) || beside, "{}", seat.full_name);
        }
    }

    fn seat(&self, source: &Source, seat: &SeatView) {
        if !source.prepared() {
            if let Some(person) = seat.person {
                self.person(seat, person, &seat.acts);
            }
            if let (false, Some(member)) = (seat.member_name.is_empty(), seat.member) {
                let offered = seat.member_acts.contains(&PersonAct::Arrive);
                self.same(offered, &Command::RecordArrival { person: member, mode: Mode::Room });
            }
        }
        let substitute = seat.acts.contains(&PersonAct::Substitute);
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
        }
    }

    fn items(&self, source: &Source) {
        for one in &self.rehearsal.state.now.items {
            let view = item::view(source, one.item.id).unwrap();
            let item = view.item;
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
            }
            for result in view.results {
                self.repetition(&result, &vote);
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
            assert!(view.can_write);
            if self.rehearsal.decide(self.at, &Command::CallItem { item }).is_ok() {
                self.accepted(&Command::WriteText { item, text: text("Es wird berichtet.") });
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
        assert!(!tellers.is_empty());
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
        let item = new_item("99", ItemKind::Proposal, Part::Public);
        self.same(allowed.add_item, &Command::AddItem { item, note: None });
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
        if one.acts.contains(&PersonAct::Return) {
            tried.accepted(&Command::EndAbsence { person });
        }
        if one.acts.contains(&PersonAct::Leave) {
            tried.accepted(&Command::RecordDeparture { person });
        } else if one.acts.contains(&PersonAct::Arrive) {
            tried.accepted(&Command::AdmitAttendee {
                person,
                capacity,
                mode: Mode::Room,
                item: None,
            });
        } else if one.state == AttendeeState::Left {
            tried.refused(&Command::AdmitAttendee {
                person,
                capacity,
                mode: Mode::Room,
                item: None,
            });
        }
    }
    tried.items(&source);
    tried.allowed();
    tried.next();
    tried.log(&source);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_offered_is_accepted(steps in vec(any::<[u16; ROLLS]>(), 0..60)) {
        let committee = Committee::new(9).vacant(4);
        let mut rehearsal = Rehearsal::new(committee.clone());
        for rolls in &steps {
            let (at, command) = step(rolls, &committee, &rehearsal.state);
            let _ = rehearsal.act(at, &command);
        }
        try_all(&rehearsal);
    }
}
