//! What a view offers is accepted, and what it does not offer is refused: over random sessions.

use super::source;
use crate::core::agenda_item::{ItemKind, Part};
use crate::core::rules::attendance::RecusalBasis;
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
use crate::view::{MeetingView, arrangement, item, log, meeting, substitutes};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

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
            self.same(view.vote_form.is_some_and(|form| form.entitled > 0), &vote);
            for choice in view.outcomes {
                let (outcome, wording) = (choice.outcome, None);
                self.accepted(&Command::RecordOutcome { item, outcome, to: None, wording });
            }
            assert!(view.can_write);
            if self.rehearsal.decide(self.at, &Command::CallItem { item }).is_ok() {
                self.accepted(&Command::WriteText { item, text: text("Es wird berichtet.") });
            }
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
            let (person, capacity) = (one.person, one.capacity);
            let (mode, item) = (Mode::Room, None);
            let back = Command::AdmitAttendee { person, capacity, mode, item };
            let done = rehearsal.act(self.at, &back);
            assert!(done.is_ok(), "{back:?}: {done:?}");
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
        self.same(allowed.interrupt, &Command::InterruptMeeting {});
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
    tried.arranged(&source);
    tried.part();
    tried.allowed();
    tried.rows();
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
