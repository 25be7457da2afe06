//! What would make both tests hold: the fewest persons who come, or move to the public area.
//!
//! Who sits in the public area is not present (OVG NRW 23.12.1974 - III A 42/73); giving up the vote
//! at the table is not enough. Nothing here decides who it is: that is the chair's.

use super::{QuorumInput, QuorumResult, total};
use crate::rules::profile::{Composition, RuleProfile};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A way to make both tests hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remedy {
    /// Of the status that must not be in the majority: go to the public area.
    pub leave: u16,
    /// Come besides.
    pub join: u16,
    /// Of those who come, at least so many of the status that has to be in the majority.
    pub members: u16,
}

/// The ways with the fewest persons; none where both tests hold, or where no seat is left for them.
pub fn remedies(profile: &RuleProfile, input: &QuorumInput, result: &QuorumResult) -> Vec<Remedy> {
    let counted = profile.local.as_ref().map(|local| local.counted(input));
    let input = counted.as_deref().unwrap_or(input);
    if result.computed {
        return Vec::new();
    }
    let present = i32::from(result.present);
    // Persons missing for the size test; below zero as many as could be spared.
    let missing = i32::from(result.least()) - present;
    let taken = total(&input.present).saturating_add(input.barred);
    let free = i32::from(input.seats.saturating_sub(taken));
    let (a, b) = profile.quorum.composition.as_ref().map_or((0, 0), |test| sides(test, result));
    // Where the composition does not matter, or there is no such test, anybody may come.
    let tested = profile.quorum.composition.is_some() && (a > b) == result.composition;
    let short = if tested { b - a + 1 } else { 0 };
    let ways = if missing >= short.max(1) {
        let members = if tested { (b - a + missing).div_euclid(2) + 1 } else { 0 };
        [Some((0, missing, members.max(0))), None]
    } else {
        // One who comes counts as much as one who leaves: as few arrivals as the size allows, or all.
        let fewest = (short + missing + 1).div_euclid(2).max(short - b).max(0);
        let most = short.min(free);
        let way = |join| (fewest <= join).then_some((short - join, join, join));
        [way(fewest), way(most).filter(|_| most > fewest)]
    };
    let number = |count: i32| u16::try_from(count).unwrap_or(0);
    ways.into_iter()
        .flatten()
        .filter(|(_, join, _)| *join <= free)
        .map(|(leave, join, members)| Remedy {
            leave: number(leave),
            join: number(join),
            members: number(members),
        })
        .collect()
}

fn sides(test: &Composition, result: &QuorumResult) -> (i32, i32) {
    let of = |status| i32::from(result.counts.get(&status).copied().unwrap_or(0));
    (of(test.a), of(test.b))
}

/// "1 SB in den Zuhörerbereich oder 1 KA mehr"; empty for no way.
pub fn words(profile: &RuleProfile, ways: &[Remedy]) -> String {
    let ways: Vec<String> = ways.iter().map(|way| one(profile, *way)).collect();
    ways.join(" oder ")
}

fn one(profile: &RuleProfile, way: Remedy) -> String {
    let test = profile.quorum.composition.as_ref();
    let [member, other] =
        test.map_or([""; 2], |test| [test.a.abbreviation(), test.b.abbreviation()]);
    let leave = format!("{} {other} in den Zuhörerbereich", way.leave);
    let join = match (way.join, way.members) {
        (join, members) if join == members => format!("{join} {member} mehr"),
        (1, _) => String::from("1 stimmberechtigte Person mehr"),
        (join, 0) => format!("{join} stimmberechtigte Personen mehr"),
        (join, members) => {
            format!("{join} stimmberechtigte Personen mehr, davon mindestens {members} {member}")
        }
    };
    match (way.leave, way.join) {
        (0, _) => join,
        (_, 0) => leave,
        _ => format!("{leave} und {join}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Counts, SecondCall, judge};
    use super::*;
    use crate::membership::Status;
    use crate::testing::profiles;

    fn input(seats: u16, members: u16, experts: u16) -> QuorumInput {
        let present = Counts::from([(Status::KA, members), (Status::SB, experts)]);
        QuorumInput { seats, present, ..QuorumInput::default() }
    }

    fn said(profile: &RuleProfile, input: &QuorumInput) -> String {
        words(profile, &remedies(profile, input, &judge(profile, input)))
    }

    /// Seats, members and experts at the table, what is said (checks.md section 1 item 4).
    #[test]
    fn the_remedy_names_the_fewest_persons_for_both_tests() {
        let profile = profiles::committee();
        for (seats, members, experts, expected) in [
            (17, 9, 8, ""),
            // Q06, Q04, Q03, Q08, Q07 of law.md section 3.
            (17, 8, 8, "1 SB in den Zuhörerbereich oder 1 KA mehr"),
            (17, 5, 5, "1 SB in den Zuhörerbereich oder 1 KA mehr"),
            (17, 4, 4, "1 KA mehr"),
            (16, 5, 3, "1 stimmberechtigte Person mehr"),
            (17, 8, 0, "1 stimmberechtigte Person mehr"),
            (17, 5, 3, "1 stimmberechtigte Person mehr"),
            (17, 4, 3, "2 stimmberechtigte Personen mehr, davon mindestens 1 KA"),
            (17, 2, 1, "6 stimmberechtigte Personen mehr, davon mindestens 3 KA"),
            (17, 0, 0, "9 stimmberechtigte Personen mehr, davon mindestens 5 KA"),
            // Nobody can be spared: who comes and who moves have to meet.
            (17, 4, 5, "1 SB in den Zuhörerbereich und 1 KA mehr oder 2 KA mehr"),
            (17, 3, 5, "1 SB in den Zuhörerbereich und 2 KA mehr oder 3 KA mehr"),
            // All seats are taken.
            (16, 8, 8, "1 SB in den Zuhörerbereich"),
            (17, 8, 9, "2 SB in den Zuhörerbereich"),
            (0, 0, 0, ""),
        ] {
            let input = input(seats, members, experts);
            assert_eq!(said(&profile, &input), expected, "{seats} {members} {experts}");
        }
    }

    #[test]
    fn a_second_call_asks_for_the_composition_alone_and_a_council_for_persons() {
        let call = SecondCall { same_item: true, notice: true };
        let again = QuorumInput { second_call: Some(call), ..input(17, 2, 3) };
        let committee = profiles::committee();
        assert_eq!(said(&committee, &again), "2 SB in den Zuhörerbereich oder 2 KA mehr");
        let mut council = committee.clone();
        council.quorum.composition = None;
        assert_eq!(said(&council, &input(17, 4, 3)), "2 stimmberechtigte Personen mehr");
        assert_eq!(said(&council, &input(17, 9, 0)), "");
    }

    /// Every small committee: each way makes both tests hold, and no other one needs fewer persons.
    #[test]
    fn no_way_is_shorter() {
        let profile = profiles::committee();
        for seats in 0..9_u16 {
            for (members, experts, recused) in
                (0..=seats).flat_map(|a| (0..=seats - a).flat_map(move |b| [(a, b, 0), (a, b, 1)]))
            {
                let mut input = input(seats, members, experts);
                if recused == 1 && members > 0 {
                    input.recused.insert(Status::KA, 1);
                }
                let result = judge(&profile, &input);
                let holds = |leave: u16, come: u16, experts_come: u16| {
                    let mut input = input.clone();
                    *input.present.entry(Status::KA).or_default() += come;
                    let experts = input.present.entry(Status::SB).or_default();
                    *experts = *experts + experts_come - leave;
                    judge(&profile, &input).computed
                };
                let free = seats - members - experts;
                let mut shortest = None;
                for leave in 0..=experts {
                    for come in 0..=free {
                        for experts_come in 0..=free - come {
                            if holds(leave, come, experts_come) {
                                let moved = leave + come + experts_come;
                                shortest = Some(shortest.map_or(moved, |one: u16| one.min(moved)));
                            }
                        }
                    }
                }
                let ways = remedies(&profile, &input, &result);
                assert_eq!(ways.is_empty(), result.computed || shortest.is_none(), "{input:?}");
                for way in ways {
                    assert_eq!(Some(way.leave + way.join), shortest, "{way:?} {input:?}");
                    for come in way.members..=way.join {
                        assert!(holds(way.leave, come, way.join - come), "{way:?} {input:?}");
                    }
                    let fewer = way.members.checked_sub(1).filter(|_| way.join > 0);
                    let fewer = fewer.map(|come| holds(way.leave, come, way.join - come));
                    assert!(fewer != Some(true), "{way:?} {input:?}");
                }
            }
        }
    }
}
