//! Who counts, asked twice: the folded state beside the naive answer from all acts, at random
//! moments of random sessions. They share no line; where they differ one of them is wrong.

use crate::membership::{SeatKind, Status};
use crate::rules::attendance::SeatNow;
use crate::rules::profile::QuorumBase;
use crate::session::State;
use crate::testing::generate::{ROLLS, step};
use crate::testing::naive::{Acts, Place};
use crate::testing::{Committee, Rehearsal, profiles};
use crate::{AgendaItemId, Moment, SeatId};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

/// Numbers for everybody who needs some: Knuth's linear congruence, its upper bits.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u16 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u16::try_from(self.0 >> 48).unwrap()
    }

    fn below(&mut self, sides: usize) -> usize {
        usize::from(self.next()) % sides.max(1)
    }
}

fn place(seat: &SeatNow) -> Place {
    match (seat.occupant, seat.recused, seat.apart) {
        (None, ..) => Place::Nobody,
        (Some((person, status)), true, _) => Place::Recused(person, status),
        (Some((person, status)), false, Some(cause)) => Place::Apart(person, status, cause),
        (Some((person, status)), false, None) => Place::Counted(person, status),
    }
}

/// One moment: seats, and what a vote at that moment would rest on.
pub(super) fn agree(
    state: &State,
    acts: &Acts,
    at: Moment,
    item: Option<AgendaItemId>,
) -> BTreeMap<SeatId, Place> {
    let now = state.at(at);
    let folded: BTreeMap<SeatId, Place> =
        now.seats_for(item).iter().map(|seat| (seat.seat, place(seat))).collect();
    let naive = acts.seats(item);
    assert_eq!(folded, naive, "{at} for {item:?}\n{}", listed(state));
    let mut profile = profiles::committee();
    profile.voting_statuses.push(Status::HVB);
    let basis = now.basis(&profile, item);
    let voting_statuses = profile.voting_statuses.clone();
    let (counts_here, quorum) = (|status| voting_statuses.contains(&status), &basis.quorum);
    let (seats, counts) = acts.counted(item, counts_here);
    let of = |status: Status| counts.get(&status).copied().unwrap_or(0);
    assert_eq!(quorum.counts.iter().filter(|(_, n)| **n > 0).count(), counts.len());
    assert!(quorum.counts.iter().all(|(status, number)| of(*status) == *number), "{at}");
    let present: usize = counts.values().copied().map(usize::from).sum();
    let size = present * 2 > seats;
    let composition = of(Status::KA) > of(Status::SB);
    assert_eq!((quorum.size, quorum.composition), (size, composition), "{at}\n{}", listed(state));
    // Who is barred is barred wherever he is; where the law asks for that, the base is smaller.
    profile.quorum.base = QuorumBase::Reduced;
    let barred = item.map_or(0, |item| acts.barred(item, counts_here));
    let biased = naive.iter().filter(|(seat, place)| {
        let votes = |status: &Status| profile.voting_statuses.contains(status);
        let on_voting = now.seats[*seat].kind == SeatKind::Voting;
        matches!(place, Place::Recused(_, status) if on_voting && votes(status))
    });
    let (biased, vacant) = (
        biased.count(),
        now.seats.values().filter(|seat| seat.kind == SeatKind::Voting && seat.member.is_none()),
    );
    let base = seats - vacant.count() - biased - barred;
    assert_eq!(usize::from(now.basis(&profile, item).quorum.base), base, "{at}\n{}", listed(state));
    assert_eq!(basis.recused.len(), biased + barred, "{at}\n{}", listed(state));
    // The head of the administration counts for the quorum, and in some votes has none.
    let all = basis.votes();
    let without = basis.without_hvb();
    let voters: BTreeMap<_, _> =
        without.entitled.iter().map(|one| (one.seat, one.person)).collect();
    assert_eq!(voters, acts.voters_without_hvb(item, counts_here), "{at}\n{}", listed(state));
    let excluded = without.without_vote.as_ref().map_or(0, Vec::len);
    assert_eq!(usize::from(all), voters.len() + excluded, "{at}");
    assert_eq!(excluded, usize::from(of(Status::HVB)), "{at}");
    naive
}

/// The acts of a session, for whoever has to look into a difference.
fn listed(state: &State) -> alloc::string::String {
    let lines: Vec<_> = state
        .entries
        .iter()
        .map(|one| format!("{} {} {:?}", one.revision, one.occurred_at.clock(), one.event.kind()))
        .collect();
    lines.join("\n")
}

/// Plays sessions until so many moments were compared; how often each place was seen.
fn compare(moments: usize, mut numbers: Numbers) -> [usize; 4] {
    const PER_SESSION: usize = 100;
    let mut seen = [0; 4];
    for round in 0..moments.div_ceil(PER_SESSION) {
        let committee = match round % 3 {
            0 => Committee::new(17),
            1 => Committee::new(5).vacant(4),
            _ => Committee::new(8).advisers(2).headed(),
        };
        let mut rehearsal = Rehearsal::new(committee);
        for _ in 0..40 + numbers.below(60) {
            let rolls: [u16; ROLLS] = core::array::from_fn(|_| numbers.next());
            let (at, command) = step(&rolls, &rehearsal.committee, &rehearsal.state);
            let _ = rehearsal.act(at, &command);
        }
        let state = &rehearsal.state;
        let items: Vec<AgendaItemId> = state.now.items().map(|one| one.item.id).collect();
        for _ in 0..PER_SESSION {
            // Rather a minute in which something happened than one in which nothing did.
            let at = state.entries.get(numbers.below(state.entries.len())).unwrap().occurred_at;
            let item = items.get(numbers.below(items.len() + 1)).copied();
            let acts = Acts::until(&state.entries, at);
            for place in agree(state, &acts, at, item).into_values() {
                seen[match place {
                    Place::Nobody => 0,
                    Place::Counted(..) => 1,
                    Place::Recused(..) => 2,
                    Place::Apart(..) => 3,
                }] += 1;
            }
        }
    }
    seen
}

#[test]
fn the_folded_state_agrees_with_the_naive_answer() {
    let seen = compare(20_000, Numbers(1));
    assert!(seen.iter().all(|times| *times > 500), "each place is seen often: {seen:?}");
}

#[test]
#[ignore = "a million moments, and 20,000 acts of 200 seats; make soak"]
fn soak_the_folded_state_agrees_with_the_naive_answer() {
    super::scale::play(20_000);
    compare(1_000_000, Numbers(2));
}
