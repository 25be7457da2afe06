//! The order in which acts are entered: a correction gives what would have been known from the
//! start, acts that have nothing to do with each other may be entered in any order.

use crate::rules::attendance::AbsenceCause;
use crate::rules::quorum::QuorumResult;
use crate::session::command::{Capacity, Mode};
use crate::session::note::Note;
use crate::session::state::Vote;
use crate::session::{Basis, Command, Event, Snapshot};
use crate::testing::generate::{ROLLS, step};
use crate::testing::{Committee, Rehearsal, profiles};
use crate::{Moment, PersonId, VoteId};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// Acts that were accepted, in the order of entry.
type Entered = Vec<(Moment, Command)>;

/// A random session without corrections and confirmations, with the acts that were accepted.
fn played(committee: &Committee, steps: &[[u16; ROLLS]]) -> (Rehearsal, Entered) {
    let mut rehearsal = Rehearsal::new(committee.clone());
    let mut entered = Vec::new();
    for rolls in steps {
        let (at, command) = step(rolls, committee, &rehearsal.state);
        let about = matches!(command, Command::Correct { .. } | Command::ConfirmBasis { .. });
        if !about && rehearsal.act(at, &command).is_ok() {
            entered.push((at, command));
        }
    }
    (rehearsal, entered)
}

/// Acts entered from the start; nothing where one of them is refused.
fn entered_again(committee: &Committee, acts: &Entered) -> Option<Rehearsal> {
    let mut rehearsal = Rehearsal::new(committee.clone());
    for (at, command) in acts {
        rehearsal.act(*at, command).ok()?;
    }
    Some(rehearsal)
}

/// What stands of a session, event by event in the order in which it happened, without what only
/// says how it was entered: which act, and on what it rested then.
fn stands(rehearsal: &Rehearsal) -> Vec<(Moment, Value)> {
    let state = &rehearsal.state;
    let mut all: Vec<_> = state
        .entries
        .iter()
        .filter(|one| state.stands(one) && !one.event.about_the_record())
        .collect();
    all.sort_by_key(|one| (one.occurred_at, one.order, one.revision));
    let bare = |event: &Event| {
        let mut value = serde_json::to_value(event).unwrap();
        for key in ["basis", "result", "vote", "election", "motion", "repeats"] {
            value.as_object_mut().unwrap().remove(key);
        }
        value
    };
    all.into_iter().map(|one| (one.occurred_at, bare(&one.event))).collect()
}

/// Attendance, items and findings as they stand, without the acts that recorded them.
fn known(now: &Snapshot) -> Vec<String> {
    let profile = profiles::committee();
    let items = now.items().map(|one| {
        let outcomes: Vec<_> =
            one.outcomes.iter().map(|one| (one.outcome, one.at, one.to)).collect();
        let called: Vec<Moment> = one.called.iter().copied().collect();
        let ends = (one.closed, one.settled_with, one.votes, &one.joined_with);
        format!("{:?}", (&one.item, called, ends, outcomes, &one.recused))
    });
    let recusals = now.recusals.iter().map(|one| (one.person, one.item, one.from, one.to, one.by));
    let absences = now.absences.iter().map(|one| (one.person, one.cause, one.from, one.to));
    // What a finding is told with, whatever was known when it was entered.
    let findings = now.findings.iter().map(|one| {
        let Basis { entitled, recused, apart, quorum, .. } = one.known_basis(&profile).into_owned();
        let QuorumResult { present, base, size, composition, counts, .. } = quorum;
        let numbers = (present, base, size, composition, counts);
        (one.at, one.finding, entitled, recused, apart, numbers)
    });
    let chairs = now.chairs.iter().chain(&now.clerks).map(|one| (one.person, one.from));
    let parts = now.part_changes.iter().map(|one| (one.at, one.part, &one.left));
    let mut all: Vec<String> = items.collect();
    all.extend([
        format!("{:?}", (now.phase, now.current, now.part, now.opened, now.closed)),
        format!("{:?}", (&now.attendance, &now.seats, &now.excused)),
        format!("{:?}", (recusals.collect::<Vec<_>>(), absences.collect::<Vec<_>>())),
        format!("{:?}", (findings.collect::<Vec<_>>(), parts.collect::<Vec<_>>())),
        format!("{:?}", (chairs.collect::<Vec<_>>(), &now.recesses, now.invitation_confirmed)),
        format!("{:?}", (now.legal_state(&profile), now.basis(&profile, now.current))),
    ]);
    all
}

/// One act is corrected at the end, and entered rightly from the start; whether a vote was marked.
/// Nothing where the two are no longer the same session: an act that followed means something else,
/// or is refused.
fn corrected_as_from_the_start(
    committee: &Committee,
    (rehearsal, entered): &(Rehearsal, Entered),
    index: usize,
    replacement: &Command,
) -> Option<bool> {
    let mut corrected = rehearsal.clone();
    let (at, _) = entered[index];
    let act = crate::ActId::from_key(&format!("a{}", index + 1));
    let command = Command::Correct { act, replacement: Some(Box::new(replacement.clone())) };
    corrected.act(at, &command).ok()?;
    let mut right = entered.clone();
    right[index] = (at, replacement.clone());
    let right = entered_again(committee, &right)?;
    if stands(&corrected) != stands(&right) {
        return None;
    }
    let (now, fresh) = (&corrected.state.now, &right.state.now);
    assert_eq!(known(now), known(fresh), "{entered:#?}\n{index}: {replacement:?}");
    // Votes keep what they froze, and are marked exactly when the record says otherwise.
    assert_eq!(now.votes.len(), fresh.votes.len());
    for (vote, as_known) in now.votes.iter().zip(&fresh.votes) {
        let frozen = rehearsal.state.now.vote(vote.id).map(|before| &before.basis);
        assert!(frozen.is_none_or(|frozen| *frozen == vote.basis), "frozen");
        ballots_stay(&rehearsal.state.now, vote, now);
        let record: &Basis = as_known.known_basis();
        assert!(vote.known_basis().same_persons(record), "{index}: {replacement:?}");
        assert_eq!(vote.changed.is_some(), !vote.basis.same_persons(record));
    }
    let marked: Vec<VoteId> =
        now.votes.iter().filter(|vote| vote.changed.is_some()).map(|vote| vote.id).collect();
    confirmed(rehearsal, &corrected, &marked);
    Some(!marked.is_empty())
}

/// The clerk settles what is marked: no vote is in question any more, and none changes hands.
fn confirmed(before: &Rehearsal, corrected: &Rehearsal, marked: &[VoteId]) {
    let mut settled = corrected.clone();
    let last = settled.state.entries.iter().map(|one| one.occurred_at).max().unwrap();
    for vote in marked {
        let command = Command::ConfirmBasis { vote: *vote, note: Note::from("nicht entscheidend") };
        settled.act(last, &command).unwrap();
    }
    let now = &settled.state.now;
    for vote in &now.votes {
        assert!(vote.changed.is_none(), "settled");
        ballots_stay(&before.state.now, vote, now);
    }
}

/// Whoever sat on a seat when a vote was recorded has the ballot of that seat for ever.
fn ballots_stay(before: &Snapshot, vote: &Vote, now: &Snapshot) {
    let Some(was) = before.vote(vote.id) else { return };
    for one in vote.seats.iter().chain(was.seats.iter()) {
        let person = |found: Option<(PersonId, _)>| found.map(|(person, _)| person);
        let voter = person(vote.voter_on(one.seat, now));
        let sat = was.basis.on(one.seat).map(|one| one.person);
        assert!(sat.is_none() || voter == sat, "{voter:?} votes for {sat:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_correction_gives_what_would_have_been_known_from_the_start(
        large in any::<bool>(),
        steps in vec(any::<[u16; ROLLS]>(), 20..50),
        tries in vec((any::<Index>(), any::<[u16; ROLLS]>()), 12),
    ) {
        let committee = if large { Committee::new(17) } else { Committee::new(5) };
        let session = played(&committee, &steps);
        for (index, rolls) in tries.iter().filter(|_| !session.1.is_empty()) {
            let (_, replacement) = step(rolls, &committee, &session.0.state);
            let index = index.index(session.1.len());
            corrected_as_from_the_start(&committee, &session, index, &replacement);
        }
    }

    #[test]
    fn acts_of_different_persons_may_be_entered_in_any_order(
        kinds in vec(0_usize..4, 12),
        order in Just((0..12).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let acts: Entered = kinds.iter().enumerate().map(|(n, kind)| independent(n, *kind)).collect();
        let shuffled: Entered = order.iter().map(|index| acts[*index].clone()).collect();
        let [first, second] = [acts, shuffled].map(|acts| {
            let mut rehearsal = super::given(&["15:00 seat 12 v12", "16:32 open m1-m9 v12"]);
            for (at, command) in acts {
                rehearsal.act(at, &command).unwrap();
            }
            rehearsal
        });
        prop_assert_eq!(known(&first.state.now), known(&second.state.now));
        for entry in &first.state.entries {
            let at = entry.occurred_at;
            prop_assert_eq!(known(&first.state.at(at)), known(&second.state.at(at)), "{}", at);
        }
    }
}

/// An act of a person and a minute of its own.
fn independent(number: usize, kind: usize) -> (Moment, Command) {
    let at = Committee::at(&format!("17:{:02}", number * 3));
    let seat = u16::try_from(number).unwrap() + 1;
    let person = Committee::numbered('m', seat);
    let there = seat <= 9;
    let command = match kind {
        0 if there => Command::RecordDeparture { person },
        1 if there => Command::RecordAbsence { person, cause: AbsenceCause::PublicArea },
        2 if there => Command::DeclareRecusal {
            person,
            item: Committee::item("3"),
            by: crate::rules::attendance::RecusalBasis::Declared,
            note: None,
        },
        // The represented member comes, and others do.
        _ if !there => Command::RecordArrival { person, mode: Mode::Room },
        _ => Command::AdmitAttendee {
            person: Committee::numbered('v', seat),
            capacity: Capacity::Guest,
            mode: Mode::Room,
            item: None,
        },
    };
    (at, command)
}

/// Properties over corrections that are all refused would be true of anything.
#[test]
fn random_corrections_are_compared() {
    let mut number: u64 = 7;
    let mut rolls = || -> [u16; ROLLS] {
        core::array::from_fn(|_| {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            u16::try_from(number >> 48).unwrap()
        })
    };
    let committee = Committee::new(5);
    let (mut marked, mut unmarked) = (0, 0);
    for _ in 0..30 {
        let steps: Vec<_> = (0..40).map(|_| rolls()).collect();
        let session = played(&committee, &steps);
        for index in 0..session.1.len() {
            let (_, replacement) = step(&rolls(), &committee, &session.0.state);
            match corrected_as_from_the_start(&committee, &session, index, &replacement) {
                Some(true) => marked += 1,
                Some(false) => unmarked += 1,
                None => {}
            }
        }
    }
    assert!(
        marked > 10 && unmarked > 10,
        "{marked} with a vote that is marked, {unmarked} without"
    );
}

/// One seat, one vote: with the represented member at the table nobody stands in.
fn nobody_stands_in_for(now: &Snapshot, member: PersonId) {
    let Some(seat) = now.seat_of_member(member).and_then(|seat| now.seats.get(&seat)) else {
        return;
    };
    assert!(seat.substitution().is_none(), "a substitution outlives the arrival");
    for one in &seat.substitutions {
        let sits = now.seats.values().any(|seat| {
            seat.occupant.is_some_and(|(who, _)| who == one.substitute)
                && seat.member.is_some_and(|own| own.person == member)
        });
        assert!(!sits, "the substitute still sits there");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_arrival_of_the_represented_ends_the_substitution(
        steps in vec(any::<[u16; ROLLS]>(), 10..70),
    ) {
        let committee = Committee::new(5);
        let mut rehearsal = Rehearsal::new(committee.clone());
        for rolls in &steps {
            let (at, command) = step(rolls, &committee, &rehearsal.state);
            let arrives = match command {
                Command::RecordArrival { person, .. } => Some(person),
                _ => None,
            };
            if rehearsal.act(at, &command).is_ok()
                && let Some(member) = arrives
                && rehearsal.state.now.seat_of_member(member).is_some()
            {
                // What was entered for the same minute before may have come after it.
                let now = rehearsal.state.at(at);
                prop_assert!(now.present(member).is_some());
                nobody_stands_in_for(&now, member);
            }
        }
    }
}
