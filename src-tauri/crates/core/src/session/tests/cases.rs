//! The vectors of law.md section 3 on the quorum as sessions, by their numbers: a short script, the
//! moment that is asked for, and what the tests, the law and the sentences then say. Below them
//! what users complained about most.

use super::{enter, given, given_in};
use crate::agenda_item::Outcome;
use crate::membership::Status;
use crate::rules::ReasonCode;
use crate::rules::quorum::{LegalState, QuorumResult, describe};
use crate::session::Basis;
use crate::testing::{Committee, Rehearsal, profiles};
use crate::{Moment, PersonId};
use alloc::string::String;
use alloc::vec::Vec;

struct Case {
    number: &'static str,
    acts: &'static [&'static str],
    at: &'static str,
    /// Members of the assembly and expert citizens who count, size test, composition test.
    expected: (u16, u16, bool, bool),
    legal: LegalState,
    /// What stands among the sentences.
    says: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        number: "Q10",
        acts: &[
            "16:32 open m1-m5 m10-m14",
            "16:40 call 3",
            "17:20 lack",
            "17:20 outcome 3 putback",
        ],
        at: "17:20",
        expected: (5, 5, true, false),
        legal: LegalState::Lacking,
        says: &[
            "rechnerisch nicht beschlussfähig; Beschlussunfähigkeit vom Vorsitz festgestellt",
            "Die Zahl der anwesenden Kreistagsmitglieder (5) übersteigt die Zahl der anwesenden sachkundigen Bürgerinnen und Bürger (5) nicht (§ 41 Abs. 5 KrO NRW).",
        ],
    },
    Case {
        number: "Q11",
        acts: &["16:32 open m1-m5 m10-m12 e1 e2 e3 official o1 o2 guest g1"],
        at: "16:32",
        expected: (5, 3, false, true),
        legal: LegalState::Deemed,
        says: &[
            "Von 17 stimmberechtigten Mitgliedern sind nur 8 anwesend; erforderlich sind mindestens 9",
            "Beratende Mitglieder und weitere Teilnehmende ohne Stimmrecht zählen nicht mit.",
        ],
    },
    Case {
        number: "Q12",
        acts: &[
            "16:32 open m1-m6 m10-m13",
            "16:40 call 3",
            "17:00 recuse m5 3",
            "17:00 barred m6 3",
        ],
        at: "17:00",
        expected: (4, 4, false, false),
        legal: LegalState::Deemed,
        says: &[
            "Wegen Befangenheit sind 2 anwesende Mitglieder ausgeschlossen; sie zählen für diesen Tagesordnungspunkt nicht als anwesend (§ 28 Abs. 2 KrO NRW i. V. m. § 31 GO NRW).",
        ],
    },
    Case {
        number: "Q13",
        acts: &["16:32 open m1-m5 m10-m14", "16:40 call 3", "17:00 recuse m14 3"],
        at: "17:00",
        expected: (5, 4, true, true),
        legal: LegalState::Deemed,
        says: &["Wegen Befangenheit ist 1 anwesendes Mitglied ausgeschlossen"],
    },
    Case {
        number: "Q13, next item",
        acts: &["16:32 open m1-m5 m10-m14", "16:40 call 3", "17:00 recuse m14 3", "17:10 close 3"],
        at: "17:10",
        expected: (5, 5, true, false),
        legal: LegalState::Deemed,
        says: &[],
    },
    Case {
        number: "Q14a",
        acts: &["16:32 open m1-m6 m10-m13", "16:33 quorum", "17:10 leave m6", "17:25 leave m5"],
        at: "17:10",
        expected: (5, 4, true, true),
        legal: LegalState::Confirmed,
        says: &["rechnerisch beschlussfähig; Beschlussfähigkeit vom Vorsitz festgestellt"],
    },
    Case {
        number: "Q14b",
        acts: &["16:32 open m1-m6 m10-m13", "16:33 quorum", "17:10 leave m6", "17:25 leave m5"],
        at: "17:25",
        expected: (4, 4, false, false),
        legal: LegalState::Deemed,
        says: &[
            "rechnerisch nicht beschlussfähig; gilt als beschlussfähig, solange die Beschlussunfähigkeit nicht festgestellt ist (§ 41 Abs. 5 KrO NRW)",
        ],
    },
    Case {
        number: "Q15a",
        acts: &["16:32 open m1-m5 m10-m12", "16:53 arrive m6"],
        at: "16:52",
        expected: (5, 3, false, true),
        legal: LegalState::Deemed,
        says: &["Von 17 stimmberechtigten Mitgliedern sind nur 8 anwesend"],
    },
    Case {
        number: "Q15b",
        acts: &["16:32 open m1-m5 m10-m12", "16:53 arrive m6"],
        at: "16:53",
        expected: (6, 3, true, true),
        legal: LegalState::Deemed,
        says: &["Von 17 stimmberechtigten Mitgliedern sind 9 anwesend"],
    },
    Case {
        number: "Q16",
        acts: &["15:00 seat 5 v5", "16:32 open m1-m4 v5 m10-m13"],
        at: "16:32",
        expected: (5, 4, true, true),
        legal: LegalState::Deemed,
        says: &["Die Zahl der anwesenden Kreistagsmitglieder (5) übersteigt"],
    },
    Case {
        number: "Q17",
        acts: &["15:00 seat 5 l2", "16:32 open m1-m4 l2 m10-m13"],
        at: "16:32",
        expected: (4, 5, true, false),
        legal: LegalState::Deemed,
        says: &["Bürgerinnen und Bürger (5) nicht (§ 41 Abs. 5 KrO NRW)."],
    },
    Case {
        number: "Q18",
        acts: &["15:00 seat 5 v5", "16:32 open m1-m4 v5 m10-m13", "17:00 arrive m5"],
        at: "17:00",
        expected: (5, 4, true, true),
        legal: LegalState::Deemed,
        says: &["Von 17 stimmberechtigten Mitgliedern sind 9 anwesend"],
    },
    Case {
        number: "Q26",
        acts: &["16:32 open m1-m5 m10-m13 remote m4 m5"],
        at: "16:32",
        expected: (5, 4, true, true),
        legal: LegalState::Deemed,
        says: &["Von 17 stimmberechtigten Mitgliedern sind 9 anwesend"],
    },
    Case {
        number: "Q27",
        acts: &["16:32 open m1-m5 m10-m14", "16:40 public m14"],
        at: "16:40",
        expected: (5, 4, true, true),
        legal: LegalState::Deemed,
        says: &["1 Person ist nicht am Tisch", "sie zählt nicht als anwesend."],
    },
    Case {
        number: "Q28, before",
        acts: &["16:32 open m1-m5 m10-m13 remote m4 m5", "17:05 outage m5", "17:08 back m5"],
        at: "17:04",
        expected: (5, 4, true, true),
        legal: LegalState::Deemed,
        says: &[],
    },
    Case {
        number: "Q28",
        acts: &["16:32 open m1-m5 m10-m13 remote m4 m5", "17:05 outage m5", "17:08 back m5"],
        at: "17:07",
        expected: (4, 4, false, false),
        legal: LegalState::Deemed,
        says: &["rechnerisch nicht beschlussfähig", "1 Person ist nicht am Tisch"],
    },
    Case {
        number: "Q28, after",
        acts: &["16:32 open m1-m5 m10-m13 remote m4 m5", "17:05 outage m5", "17:08 back m5"],
        at: "17:08",
        expected: (5, 4, true, true),
        legal: LegalState::Deemed,
        says: &[],
    },
];

fn quorum(rehearsal: &Rehearsal, clock: &str) -> QuorumResult {
    let snapshot = rehearsal.state.at(Committee::at(clock));
    Basis::of(&profiles::committee(), &snapshot.seats_now()).quorum
}

#[test]
fn every_vector_is_judged_in_a_session_as_by_hand() {
    let profile = profiles::committee();
    for case in CASES {
        let rehearsal = given_in(Committee::new(17).advisers(3), case.acts);
        let result = quorum(&rehearsal, case.at);
        let of = |status| result.counts.get(&status).copied().unwrap_or(0);
        let found = (of(Status::KA), of(Status::SB), result.size, result.composition);
        assert_eq!(found, case.expected, "{}", case.number);
        assert_eq!((result.base, result.required), (17, 9), "{}", case.number);
        let legal = rehearsal.state.at(Committee::at(case.at)).legal_state(&profile);
        assert_eq!(legal, case.legal, "{}", case.number);
        let mut texts: Vec<String> = result.reasons.into_iter().map(|one| one.text).collect();
        texts.push(describe(&profile, legal, result.computed));
        for words in case.says {
            let said = texts.iter().any(|text| text.contains(words));
            assert!(said, "{}: {words} in {texts:?}", case.number);
        }
    }
}

#[test]
fn q10_the_item_is_put_back_on_the_finding() {
    let mut rehearsal = given(&["16:32 open m1-m5 m10-m14", "16:40 call 3"]);
    let codes = super::hints(&mut rehearsal.clone(), "17:19 outcome 3 putback");
    assert_eq!(codes, [ReasonCode::PutBackWithoutFinding]);
    enter(&mut rehearsal, "17:20 lack").unwrap();
    assert_eq!(super::hints(&mut rehearsal, "17:20 outcome 3 putback"), []);
    let now = &rehearsal.state.now;
    assert_eq!(now.findings[0].at, Committee::at("17:20"));
    let outcome = &now.item(Committee::item("3")).unwrap().outcomes[0];
    assert_eq!((outcome.outcome, outcome.at), (Outcome::PutBack, Committee::at("17:20")));
}

#[test]
fn q28_the_clerk_is_told_to_wait_and_a_vote_is_recorded_all_the_same() {
    use ReasonCode::{ApartNotCounted, CompositionFails, OutageLasts, QuorumLine, SizeMissed};
    let mut rehearsal = given(&["16:32 open m1-m5 m10-m13 remote m4 m5", "16:40 call 3"]);
    let decision = enter(&mut rehearsal, "17:05 outage m5").unwrap();
    let codes: Vec<_> = decision.hints.iter().map(|one| one.code).collect();
    assert_eq!(codes, [QuorumLine, SizeMissed, ApartNotCounted, CompositionFails, OutageLasts]);
    assert_eq!(
        decision.hints.last().unwrap().text,
        "Solange Bild oder Ton gestört ist, gilt die Person nicht als anwesend; mit einer Abstimmung sollte abgewartet werden."
    );
    enter(&mut rehearsal, "17:06 vote 3 all yes").unwrap();
    let basis = &rehearsal.state.now.votes[0].basis;
    assert_eq!((basis.votes(), basis.apart.len(), basis.recused.len()), (8, 1, 0));
    assert_eq!(basis.apart[0].who.person, Committee::person("m5"));
}

/// Who counts and votes on a seat at a moment.
fn voters(rehearsal: &Rehearsal, clock: &str) -> Vec<PersonId> {
    let snapshot = rehearsal.state.at(Committee::at(clock));
    let basis = snapshot.basis(&profiles::committee(), snapshot.current);
    basis.entitled.into_iter().map(|one| one.person).collect()
}

#[test]
fn replaced_members_do_not_keep_counting() {
    let who = Committee::person;
    let mut rehearsal = given(&["16:32 open m1-m9 m10-m12", "17:00 leave m5", "17:01 seat 5 v5"]);
    let count = |rehearsal: &Rehearsal, clock| {
        let voters = voters(rehearsal, clock);
        (voters.len(), voters.contains(&who("m5")), voters.contains(&who("v5")))
    };
    assert_eq!(count(&rehearsal, "16:59"), (12, true, false));
    assert_eq!(count(&rehearsal, "17:00"), (11, false, false));
    assert_eq!(count(&rehearsal, "17:01"), (12, false, true));
    // In the public area the substitute does not count, and the seat is not free.
    enter(&mut rehearsal, "17:05 public v5").unwrap();
    assert_eq!(count(&rehearsal, "17:05"), (11, false, false));
    let taken = enter(&mut rehearsal, "17:06 seat 5 l1").unwrap_err();
    let (seat, by) = (Committee::seat(5), who("v5"));
    assert_eq!(taken, crate::session::Rejection::SeatAlreadyOccupied { seat, by });
    // The member comes: the substitute is out, and with that back from nowhere.
    enter(&mut rehearsal, "17:10 arrive m5").unwrap();
    assert_eq!(count(&rehearsal, "17:10"), (12, true, false));
    assert_eq!(rehearsal.state.now.absence(who("v5")), None);
    assert!(rehearsal.state.now.present(who("v5")).is_none());
}

#[test]
fn absent_people_do_not_vote() {
    let away = [
        "17:00 leave m5",
        "17:00 outage m5",
        "17:00 public m5",
        "17:00 out m5 3",
        "17:00 recuse m5 3",
        "17:00 part nonpublic m5",
    ];
    for line in away {
        let mut rehearsal = given(&["16:32 open m1-m9 m10-m12 remote m5", "16:40 call 3", line]);
        assert!(!voters(&rehearsal, "17:00").contains(&Committee::person("m5")), "{line}");
        let refused = enter(&mut rehearsal, "17:01 vote 3 names 4:y 5:y yes");
        let seat = Committee::seat(5);
        assert_eq!(refused, Err(crate::session::Rejection::SeatNotEntitled { seat }), "{line}");
        enter(&mut rehearsal, "17:01 vote 3 all yes").unwrap();
        let basis = &rehearsal.state.now.votes[0].basis;
        let counted = basis.entitled.iter().any(|one| one.person == Committee::person("m5"));
        assert_eq!((basis.votes(), basis.quorum.present, counted), (11, 11, false), "{line}");
    }
}

#[test]
fn the_history_of_presence_is_kept() {
    let who = Committee::person;
    let mut rehearsal = given(&[
        "16:32 open m1-m9 m10-m12",
        "16:40 call 3",
        "16:41 recuse m3 3",
        "16:50 return m3",
        "17:00 leave m3",
        "17:10 arrive m3",
        "17:12 public m3",
        "17:15 back m3",
        "17:20 out m3 3",
        "17:25 close 3",
        "17:30 leave m3",
        "17:40 connect m3",
        "17:41 outage m3",
        "17:45 leave m3",
    ]);
    let now = &rehearsal.state.now;
    let clock = |at: Option<Moment>| at.map(Moment::clock);
    let spans = |from: Moment, to| (from.clock(), clock(to));
    let span = |from: &str, to: &str| (String::from(from), Some(String::from(to)));
    let there: Vec<_> =
        now.attendance[&who("m3")].iter().map(|one| spans(one.from, one.to)).collect();
    assert_eq!(there, [span("16:32", "17:00"), span("17:10", "17:30"), span("17:40", "17:45")]);
    let away: Vec<_> = now.absences.iter().map(|one| spans(one.from, one.to)).collect();
    assert_eq!(away, [span("17:12", "17:15"), span("17:20", "17:25"), span("17:41", "17:45")]);
    let biased: Vec<_> = now.recusals.iter().map(|one| spans(one.from, one.to)).collect();
    assert_eq!(biased, [span("16:41", "16:50")]);
    // A correction changes an edge and loses none.
    enter(&mut rehearsal, "17:35 correct a11 : leave m3").unwrap();
    let second = rehearsal.state.now.attendance[&who("m3")].get(1).unwrap();
    assert_eq!(spans(second.from, second.to), span("17:10", "17:35"));
}
