//! Bias is a matter of one item (law.md 1.3): it lasts through a departure, counts for its item and
//! for no other, and ends with the return to the table or with the item.

use super::{enter, given, given_in, hints};
use crate::rules::ReasonCode;
use crate::rules::profile::{Op, QuorumBase, Relief, ReliefCause, Threshold};
use crate::rules::quorum::LegalState;
use crate::session::{Event, Rejection, Snapshot};
use crate::testing::{Committee, Rehearsal, profiles};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const OPEN: &str = "16:32 open m1-m9 m10-m12";

/// Who would be entitled at the table for an item but for bias, by number of seat.
fn recused(now: &Snapshot, item: Option<&str>) -> Vec<u16> {
    let seats = now.seats_for(item.map(Committee::item));
    let out = seats.iter().filter(|one| one.recused);
    out.map(|one| now.seats[&one.seat].number).collect()
}

fn votes(rehearsal: &Rehearsal) -> Vec<u16> {
    rehearsal.state.now.votes.iter().map(|vote| vote.basis.votes()).collect()
}

#[test]
fn a_departure_does_not_end_a_recusal() {
    for (acts, line, expected) in [
        (&[][..], "17:20 vote 3 all yes", &[11][..]),
        (&["17:10 leave m3"], "17:20 vote 3 all yes", &[11]),
        // Away and back for the same item: still recused.
        (&["17:10 leave m3", "17:15 arrive m3"], "17:20 vote 3 all yes", &[11]),
        (&["17:10 leave m3", "17:11 guest m3", "17:15 arrive m3"], "17:20 vote 3 all yes", &[11]),
        (&["17:10 part nonpublic m3", "17:15 arrive m3"], "17:20 vote 3 all yes", &[11]),
        (&["17:10 return m3"], "17:20 vote 3 all yes", &[12]),
        (&["17:10 leave m3", "17:15 arrive m3", "17:16 return m3"], "17:20 vote 3 all yes", &[12]),
    ] {
        let mut rehearsal = given(&[OPEN, "17:00 call 3", "17:06 recuse m3 3"]);
        for act in acts {
            enter(&mut rehearsal, act).unwrap();
        }
        enter(&mut rehearsal, line).unwrap();
        assert_eq!(votes(&rehearsal), expected, "{acts:?}");
    }
    let away = given(&[OPEN, "17:00 call 3", "17:06 recuse m3 3", "17:10 leave m3"]);
    let again = Rejection::AlreadyRecused { person: Committee::person("m3") };
    let mut back = away;
    enter(&mut back, "17:12 arrive m3").unwrap();
    assert_eq!(enter(&mut back, "17:13 recuse m3 3"), Err(again));
}

/// Declared in error, or the body saw it otherwise (§ 31 Abs. 4 GO NRW): the bias of somebody who is not
/// there ends by an act of its own, and not only with the item.
#[test]
fn the_bias_of_who_is_not_there_can_end() {
    let base = |rehearsal: &Rehearsal| {
        let mut profile = profiles::committee();
        profile.quorum.base = QuorumBase::Reduced;
        let now = &rehearsal.state.now;
        now.basis(&profile, now.current).quorum.base
    };
    for (acts, who) in [
        (&["17:06 recuse m13 3"][..], "m13"),
        (&["17:06 barred m13 3"], "m13"),
        (&["17:06 recuse m3 3", "17:10 leave m3"], "m3"),
    ] {
        let mut rehearsal = given(&[OPEN, "17:00 call 3"]);
        for act in acts {
            enter(&mut rehearsal, act).unwrap();
        }
        assert_eq!(base(&rehearsal), 16, "{acts:?}");
        let decision = enter(&mut rehearsal, &format!("17:20 return {who}")).unwrap();
        let (item, person) = (Committee::item("3"), Committee::person(who));
        let ended = Event::RecusalEnded { person, item, absent: true };
        assert_eq!(decision.events[0].event, ended);
        assert_eq!(decision.hints.last().map(|one| one.code), Some(ReasonCode::RecusalLifted));
        assert_eq!(base(&rehearsal), 17, "{acts:?}");
        // Whoever comes then sits at the table, and a bias can be declared anew.
        enter(&mut rehearsal, &format!("17:21 arrive {who}")).unwrap();
        let seats = rehearsal.state.now.seats_now();
        assert!(seats.iter().all(|one| !one.recused && one.barred.is_none()));
        enter(&mut rehearsal, &format!("17:22 recuse {who} 3")).unwrap();
        let undone = enter(&mut rehearsal, &format!("17:23 return {who}")).unwrap();
        assert_eq!(undone.events[0].event, Event::RecusalEnded { person, item, absent: false });
    }
    // Nobody ends what is not there.
    let none = Rejection::NotRecused { person: Committee::person("m13") };
    assert_eq!(enter(&mut given(&[OPEN, "17:00 call 3"]), "17:20 return m13"), Err(none));
}

#[test]
fn bias_counts_for_its_item_and_for_no_other() {
    let rehearsal = given(&[OPEN, "17:00 call 2", "17:05 recuse m3 3"]);
    let now = &rehearsal.state.now;
    for (item, expected) in
        [(None, &[][..]), (Some("2"), &[]), (Some("3"), &[3]), (Some("4"), &[]), (Some("n1"), &[])]
    {
        assert_eq!(recused(now, item), expected, "{item:?}");
    }
    assert_eq!(now.seats_now(), now.seats_for(Some(Committee::item("2"))));
    let mut later = rehearsal.clone();
    for line in [
        "17:10 vote 2 all yes",
        "17:11 vote 3 all yes",
        "17:12 close 2",
        "17:13 call 3",
        "17:14 vote 3 all yes",
        "17:15 vote 4 all yes",
    ] {
        enter(&mut later, line).unwrap();
    }
    assert_eq!(votes(&later), [12, 11, 11, 12]);
}

#[test]
fn a_recusal_for_a_later_item_is_an_announcement() {
    let mut rehearsal = given(&[OPEN, "17:00 call 2"]);
    assert_eq!(hints(&mut rehearsal, "17:05 recuse m3 3"), [ReasonCode::RecusalAnnounced]);
    assert_eq!(recused(&rehearsal.state.now, Some("2")), [] as [u16; 0], "stays at the table");
    enter(&mut rehearsal, "17:10 close 2").unwrap();
    assert!(rehearsal.state.now.seats_now().iter().all(|seat| !seat.recused), "nothing is current");
    assert_eq!(hints(&mut rehearsal, "17:11 call 3"), []);
    assert!(rehearsal.state.now.seats_now().iter().any(|seat| seat.recused));
    assert_eq!(hints(&mut rehearsal, "17:12 recuse m4 3"), []);
}

#[test]
fn quorum_line_and_findings_look_at_the_current_item() {
    use ReasonCode::{CompositionFails, QuorumLine, Recused, SizeMissed};
    // Nine of seventeen, and one of them biased for item 3.
    let acts = ["16:32 open m1-m5 m10-m13", "16:33 call 2", "16:34 recuse m5 3", "16:35 quorum"];
    let mut rehearsal = given(&acts);
    let profile = profiles::committee();
    let state = |rehearsal: &Rehearsal| rehearsal.state.now.legal_state(&profile);
    assert_eq!(state(&rehearsal), LegalState::Confirmed);
    assert_eq!(rehearsal.state.now.findings[0].basis.votes(), 9);
    enter(&mut rehearsal, "16:40 close 2").unwrap();
    let decision = enter(&mut rehearsal, "16:41 call 3").unwrap();
    let codes: Vec<_> = decision.hints.iter().map(|hint| hint.code).collect();
    assert_eq!(codes, [QuorumLine, SizeMissed, Recused, CompositionFails]);
    assert_eq!(state(&rehearsal), LegalState::Deemed);
    enter(&mut rehearsal, "16:42 quorum").unwrap();
    assert_eq!(rehearsal.state.now.findings[1].basis.votes(), 8);
    enter(&mut rehearsal, "16:43 close 3").unwrap();
    assert_eq!(state(&rehearsal), LegalState::Confirmed);
}

#[test]
fn an_item_and_what_stands_below_it_belong_together() {
    for (biased_for, item, expected) in [
        ("4", "4", 11),
        ("4", "4.1", 11),
        ("4.1", "4.1", 11),
        ("4.1", "4", 11),
        ("4.1", "4.2", 12),
        ("4", "5", 12),
        ("4", "3", 12),
    ] {
        let recuse = alloc::format!("17:05 recuse m3 {biased_for}");
        let mut rehearsal = given(&[OPEN, "17:00 call 4", &recuse]);
        enter(&mut rehearsal, &alloc::format!("17:10 vote {item} all yes")).unwrap();
        assert_eq!(votes(&rehearsal), [expected], "{biased_for} {item}");
    }
}

#[test]
fn bias_ends_with_its_item() {
    let mut rehearsal = given(&[OPEN, "17:00 call 3", "17:06 recuse m3 3", "17:07 recuse m4 5"]);
    let codes = hints(&mut rehearsal, "17:20 close 3");
    assert!(codes.contains(&ReasonCode::RecusalLasts), "{codes:?}");
    let ends: Vec<_> = rehearsal.state.now.recusals.iter().map(|one| one.to).collect();
    assert_eq!(ends, [Some(Committee::at("17:20")), None], "that of item 5 lasts");
    let over = Rejection::NotRecused { person: Committee::person("m3") };
    assert_eq!(enter(&mut rehearsal, "17:21 return m3"), Err(over));
    // Called again, or voted on after its end: the clerk is asked.
    let asked = ReasonCode::RecusalBefore;
    assert!(hints(&mut rehearsal.clone(), "17:22 vote 3 all yes").contains(&asked));
    assert_eq!(hints(&mut rehearsal, "17:22 call 3"), [asked]);
    enter(&mut rehearsal, "17:23 recuse m3 3").unwrap();
    assert_eq!(recused(&rehearsal.state.now, Some("3")), [3]);
}

#[test]
fn bias_for_an_item_lasts_while_something_below_it_is_open() {
    let mut rehearsal = given(&[OPEN, "17:00 call 4", "17:01 recuse m3 4", "17:02 close 4"]);
    assert!(rehearsal.state.now.seats_now().iter().all(|seat| !seat.recused));
    enter(&mut rehearsal, "17:03 call 4.1").unwrap();
    enter(&mut rehearsal, "17:04 vote 4.1 all yes").unwrap();
    assert_eq!(votes(&rehearsal), [11]);
    enter(&mut rehearsal, "17:05 close 4.1").unwrap();
    assert_eq!(rehearsal.state.now.recusals[0].to, None, "4.2 is open");
    enter(&mut rehearsal, "17:06 call 4.2").unwrap();
    enter(&mut rehearsal, "17:07 close 4.2").unwrap();
    assert_eq!(rehearsal.state.now.recusals[0].to, Some(Committee::at("17:07")));
    let mut settled = given(&[OPEN, "17:00 call 4", "17:01 recuse m3 4.1"]);
    enter(&mut settled, "17:02 close 4 4.1").unwrap();
    assert_eq!(settled.state.now.recusals[0].to, Some(Committee::at("17:02")));
}

#[test]
fn the_return_ends_what_counts_for_the_current_item() {
    let acts =
        [OPEN, "17:00 call 2", "17:01 recuse m3 4", "17:02 recuse m3 3", "17:03 recuse m3 4.1"];
    for (more, expected) in [
        (&["17:09 call 3"][..], &["17:10 RecusalEnded m3"][..]),
        (&["17:09 call 4"], &["17:10 RecusalEnded m3", "17:10 RecusalEnded m3"]),
        (&[], &["17:10 RecusalEnded m3"]),
    ] {
        let mut rehearsal = given(&acts);
        for line in more {
            enter(&mut rehearsal, line).unwrap();
        }
        let decision = enter(&mut rehearsal, "17:10 return m3").unwrap();
        assert_eq!(super::briefly(&decision), expected, "{more:?}");
        assert_eq!(
            recused(&rehearsal.state.now, more.first().map(|line| &line[11..])),
            [] as [u16; 0]
        );
        let lasting = rehearsal.state.now.recusals.iter().filter(|one| one.to.is_none()).count();
        assert_eq!(lasting, 3 - expected.len());
    }
}

#[test]
fn a_late_close_may_come_before_the_return_that_was_entered() {
    let mut rehearsal = given(&[OPEN, "17:00 call 3", "17:06 recuse m3 3", "17:17 return m3"]);
    enter(&mut rehearsal, "17:15 close 3").unwrap();
    assert_eq!(rehearsal.state.now.recusals[0].to, Some(Committee::at("17:15")));
    // What was voted on in between is marked.
    let mut voted = given(&[OPEN, "17:00 call 3", "17:06 recuse m3 3", "17:10 vote 3 all yes"]);
    let decision = enter(&mut voted, "17:08 return m3").unwrap();
    assert_eq!(super::briefly(&decision)[1], "17:10 BasisChanged 11 to 12");
}

#[test]
fn a_second_call_serves_for_the_items_that_were_put_back() {
    for (notice, current, size) in
        [(true, "3", true), (true, "4.1", true), (true, "2", false), (false, "3", false)]
    {
        let committee = Committee::new(17);
        let mut plan = committee.plan();
        let items = ["3", "4"].map(Committee::item).into();
        plan.second_call = Some(crate::meeting::SecondCallPlan { notice, items });
        let mut rehearsal = Rehearsal::unprepared(committee);
        let prepare = crate::session::Command::PrepareMeeting { plan };
        rehearsal.act(Committee::at("09:00"), &prepare).unwrap();
        enter(&mut rehearsal, "16:32 open m1-m2 m10").unwrap();
        enter(&mut rehearsal, &alloc::format!("16:40 call {current}")).unwrap();
        enter(&mut rehearsal, &alloc::format!("16:41 vote {current} all yes")).unwrap();
        let vote = &rehearsal.state.now.votes[0];
        assert_eq!(vote.basis.quorum.size, size, "{notice} {current}");
        // A late entry marks the vote with the same law.
        enter(&mut rehearsal, "16:35 arrive m3").unwrap();
        let changed = rehearsal.state.now.votes[0].changed.clone().unwrap();
        assert_eq!(changed.quorum.size, size, "{notice} {current}");
    }
    let mut plan = Committee::new(17).plan();
    let item = Committee::item("9");
    plan.second_call = Some(crate::meeting::SecondCallPlan { notice: true, items: [item].into() });
    let prepare = crate::session::Command::PrepareMeeting { plan };
    let refused = Rehearsal::unprepared(Committee::new(17)).act(Committee::at("09:00"), &prepare);
    assert_eq!(refused, Err(Rejection::UnknownItem { item }));
}

#[test]
fn the_hints_on_bias_are_whole_sentences() {
    let said = |acts: &[&str], line: &str| -> String {
        let mut rehearsal = given_in(Committee::new(17), acts);
        enter(&mut rehearsal, line).unwrap().hints.pop().unwrap().text
    };
    assert_eq!(
        said(&[OPEN, "17:00 call 2"], "17:05 recuse m3 3"),
        "TOP 3 ist nicht aufgerufen. Die Befangenheit gilt ab dem Aufruf; bis dahin bleibt die Person am Tisch und zählt mit."
    );
    assert_eq!(
        said(&[OPEN, "17:00 call 3", "17:05 recuse m3 3", "17:06 close 3"], "17:07 call 3"),
        "Bei der bisherigen Behandlung von TOP 3 war 1 anwesende Person wegen Befangenheit ausgeschlossen. Gilt das weiterhin, tragen Sie die Befangenheit bitte erneut ein."
    );
    assert_eq!(
        said(&[OPEN, "17:00 call 3", "17:05 recuse m3 3", "17:05 recuse m4 3"], "17:06 close 3"),
        "Zu diesem Tagesordnungspunkt waren 2 Personen noch als ausgeschlossen eingetragen; mit seinem Abschluss zählen sie wieder mit. Ist eine von ihnen nicht an den Tisch zurückgekehrt, tragen Sie bitte ein, dass sie gegangen ist."
    );
}

/// Bias prevents a member: whoever is appointed may sit in while it lasts. The member leaves with it, is
/// biased still, and ends the substitution by coming back. Nobody else gives a seat away.
#[test]
fn who_is_biased_may_be_represented() {
    let acts = [OPEN, "16:40 call 3", "16:41 recuse m3 3"];
    let mut rehearsal = given(&acts);
    let decision = enter(&mut rehearsal, "16:42 seat 3 v3").unwrap();
    assert_eq!(
        super::briefly(&decision),
        ["16:42 MemberDeparted m3 on 3", "16:42 SubstituteSeated v3 on 3"]
    );
    let codes: Vec<ReasonCode> = decision.hints.iter().map(|hint| hint.code).collect();
    assert!(codes.contains(&ReasonCode::BiasedRepresented), "{codes:?}");
    enter(&mut rehearsal, "17:00 vote 3 all yes").unwrap();
    assert_eq!(votes(&rehearsal), [12]);
    for line in ["17:05 close 3", "17:06 arrive m3", "17:07 call 4", "17:10 vote 4 all yes"] {
        enter(&mut rehearsal, line).unwrap_or_else(|why| panic!("{line}: {why:?}"));
    }
    assert_eq!(votes(&rehearsal), [12, 12]);
    assert!(rehearsal.state.now.present(Committee::person("v3")).is_none());
    // Back for the same item: biased as before.
    let mut early = given(&[&acts[..], &["16:42 seat 3 v3", "16:50 arrive m3"]].concat());
    enter(&mut early, "17:00 vote 3 all yes").unwrap();
    assert_eq!(votes(&early), [11]);
    let by = |key| Rejection::SeatAlreadyOccupied {
        seat: Committee::seat(3),
        by: Committee::person(key),
    };
    for (more, line, key) in [
        // For another item, before its call, and after somebody else took the seat.
        (&["16:45 call 4"][..], "16:50 seat 3 v3", "m3"),
        (&["16:42 seat 3 v3", "16:43 recuse v3 3"], "16:50 seat 3 v4", "v3"),
    ] {
        let mut rehearsal = given(&[&acts[..], more].concat());
        assert_eq!(enter(&mut rehearsal, line), Err(by(key)), "{line}");
    }
}

/// X04, X05, X08: who is barred is barred wherever he is, so what he changes in the quorum does not
/// end when he leaves the room, and does not need him to have come.
#[test]
fn members_who_are_barred_and_not_there_count_as_barred() {
    let relief = |cause, den| Relief {
        cause,
        threshold: (den > 0).then_some(Threshold { op: Op::AtLeast, num: 1, den }),
        min: 0,
        condition: String::new(),
        fallback: String::new(),
        statute: String::from("§ 0"),
    };
    let most = || [relief(ReliefCause::MostRecused, 0)].into();
    let missed = || [relief(ReliefCause::Recused, 3)].into();
    let (fixed, reduced) = (QuorumBase::FixedSeats, QuorumBase::Reduced);
    for (seats, base, reliefs, present, barred, expected) in [
        // Schleswig-Holstein: 8 of 15.
        (19, reduced, Vec::new(), 8, 9..13, (15, true)),
        (19, reduced, Vec::new(), 7, 9..13, (15, false)),
        // Lower Saxony: 4 of 10 suffice, because 6 are barred.
        (10, fixed, most(), 4, 5..11, (10, true)),
        (10, fixed, most(), 5, 6..11, (10, false)),
        // Rhineland-Palatinate: a third suffices.
        (24, fixed, missed(), 10, 11..19, (24, true)),
        (24, fixed, missed(), 7, 11..19, (24, false)),
    ] {
        for how in ["stay", "leave", "are never there"] {
            let mut rehearsal = Rehearsal::new(Committee::new(seats));
            let rule = &mut rehearsal.profiles[0].quorum;
            (rule.base, rule.relief, rule.composition) = (base, reliefs.clone(), None);
            let last = if how == "are never there" { present } else { barred.end - 1 };
            let mut lines = Vec::from([format!("16:32 open m1-m{last}"), "16:40 call 3".into()]);
            if how != "are never there" {
                lines.extend((present + 1..barred.start).map(|who| format!("16:41 leave m{who}")));
            }
            lines.extend(barred.clone().map(|who| format!("16:45 recuse m{who} 3")));
            if how == "leave" {
                lines.extend(barred.clone().map(|who| format!("16:46 leave m{who}")));
            }
            lines.push("17:00 vote 3 all yes".into());
            for line in &lines {
                enter(&mut rehearsal, line).unwrap();
            }
            let basis = &rehearsal.state.now.votes[0].basis;
            let found = (basis.quorum.base, basis.quorum.size);
            assert_eq!(found, expected, "{seats}, {present}: they {how}");
            assert_eq!(basis.votes(), present, "{seats}: they {how}");
            assert_eq!(basis.recused.len(), barred.len(), "who took no part, and why: they {how}");
            let told = basis.quorum.reasons.iter().filter(|one| one.code == ReasonCode::Recused);
            assert_eq!(told.count(), 1, "they {how}");
        }
    }
}

#[test]
fn the_seat_of_a_barred_member_counts_with_whoever_sits_on_it() {
    let mut rehearsal = Rehearsal::new(Committee::new(17));
    rehearsal.profiles[0].quorum.base = QuorumBase::Reduced;
    let acts = ["16:32 open m1-m9 m10-m12", "16:40 call 3", "16:41 recuse m5 3", "16:42 leave m5"];
    for line in acts {
        enter(&mut rehearsal, line).unwrap();
    }
    let basis = |rehearsal: &Rehearsal| {
        let basis = rehearsal.state.now.basis(&rehearsal.profiles[0], Some(Committee::item("3")));
        (basis.quorum.base, basis.votes(), basis.recused.len())
    };
    assert_eq!(basis(&rehearsal), (16, 11, 1));
    enter(&mut rehearsal, "16:43 seat 5 v5").unwrap();
    assert_eq!(basis(&rehearsal), (17, 12, 0));
}

/// § 31 Abs. 4 GO NRW: the body decides on a bias, and the person concerned is not asked.
#[test]
fn nobody_votes_on_the_own_bias() {
    let acts = [OPEN, "17:00 call 3"];
    let not_entitled = Rejection::SeatNotEntitled { seat: Committee::seat(3) };
    let too_many = Rejection::TooManyVotes { votes: 12, entitled: 11 };
    for (line, refused) in [
        ("17:05 vote 3 biased m3 names 3:n 4:y 5:y yes", Some(not_entitled)),
        ("17:05 vote 3 biased m3 6/6/0 no", Some(too_many)),
        ("17:05 vote 3 biased m3 6/5/0 yes", None),
        // On somebody else's, and on anybody who has no vote here, everybody does.
        ("17:05 vote 3 biased m13 6/6/0 no", None),
        ("17:05 vote 3 biased g1 6/6/0 no", None),
    ] {
        assert_eq!(enter(&mut given(&acts), line).err(), refused, "{line}");
    }
    let mut rehearsal = given(&acts);
    enter(&mut rehearsal, "17:05 vote 3 biased m3 all yes").unwrap();
    let recused: Vec<_> =
        rehearsal.state.now.votes[0].basis.recused.iter().map(|one| one.person).collect();
    assert_eq!(recused, [Committee::person("m3")]);
    assert_eq!(rehearsal.state.now.votes[0].basis.quorum.present, 11);
    // A late entry compares with the same persons.
    let mut other = rehearsal.clone();
    let decision = enter(&mut other, "16:50 guest g1").unwrap();
    assert_eq!(super::briefly(&decision), ["16:50 AttendeeArrived g1"]);
    let decision = enter(&mut rehearsal, "16:50 arrive m13").unwrap();
    assert_eq!(super::briefly(&decision)[1], "17:05 BasisChanged 11 to 12");
}
