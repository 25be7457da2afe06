//! An adviser who sits in for a member, and the bias of somebody who is not there: what the record has
//! and what the minutes say.

use super::random::record_of;
use crate::compose::complete;
use crate::record::What;
use sitzungsbuch_core::PersonId;
use sitzungsbuch_core::membership::SeatKind;
use sitzungsbuch_core::rules::attendance::RecusalBasis;
use sitzungsbuch_core::session::Command;
use sitzungsbuch_core::session::command::Mode;
use sitzungsbuch_core::testing::committee::Committee;
use sitzungsbuch_core::testing::rehearsal::Rehearsal;

fn who(key: &str) -> PersonId {
    Committee::person(key)
}

fn session(acts: &[(&str, Command)]) -> Rehearsal {
    let mut session = Rehearsal::new(Committee::new(9).advisers(2));
    let opening = Command::OpenMeeting {
        chair: who("m1"),
        clerk: who("k1"),
        present: ["m1", "m2", "m3", "m4", "m6", "e1", "e2"].map(who).into(),
        officials: Vec::new(),
        guests: Vec::new(),
        remote: Vec::new(),
    };
    session.act(Committee::at("16:30"), &opening).unwrap();
    let item = Committee::item("3");
    session.act(Committee::at("16:31"), &Command::CallItem { item }).unwrap();
    for (clock, command) in acts {
        session.act(Committee::at(clock), command).unwrap();
    }
    session
}

#[test]
fn an_adviser_who_sat_in_is_listed_as_both_each_with_its_times() {
    let sits = Command::SeatSubstitute {
        seat: Committee::seat(5),
        substitute: who("e2"),
        mode: Mode::Room,
    };
    let comes = Command::RecordArrival { person: who("m5"), mode: Mode::Room };
    let record = record_of(&session(&[("16:40", sits), ("17:00", comes)]));
    let seated = &record.public.attendance.seated;
    let represents: Vec<_> = seated.iter().filter(|one| !one.represents.is_empty()).collect();
    let [adviser] = represents.as_slice() else { panic!("one represents: {represents:?}") };
    let own: Vec<_> =
        seated.iter().filter(|one| one.seated.person == adviser.seated.person).collect();
    let times = |kind| {
        let one = own.iter().find(|one| one.kind == kind).unwrap();
        let clock =
            |at: Option<sitzungsbuch_core::Moment>| at.map(sitzungsbuch_core::Moment::clock);
        one.presence.iter().map(|one| (clock(one.from), clock(one.to))).collect::<Vec<_>>()
    };
    let at = |clock: &str| Some(clock.to_owned());
    assert_eq!(own.len(), 2);
    assert_eq!(times(SeatKind::Voting), [(at("16:40"), at("17:00"))]);
    assert_eq!(times(SeatKind::Advisory), [(None, at("16:40")), (at("17:00"), None)]);
    let came = |relieves: bool| {
        let acts = record.public.acts.iter();
        acts.filter(move |act| match &act.what {
            What::Arrival { again, relieves: whose, .. } => {
                assert!(!again, "the adviser was there all along");
                whose.is_some() == relieves
            }
            _ => false,
        })
        .count()
    };
    assert_eq!((came(false), came(true)), (1, 1));
}

#[test]
fn the_end_of_the_bias_of_somebody_who_is_not_there_is_no_return_to_the_table() {
    let (person, item, by) = (who("m7"), Committee::item("3"), RecusalBasis::Declared);
    let biased = Command::DeclareRecusal { person, item, by, note: None };
    let session = session(&[("16:40", biased), ("16:50", Command::EndRecusal { person })]);
    let text = format!("{:?}", complete(&record_of(&session)));
    assert!(text.contains("nicht mehr von Beratung und Abstimmung ausgeschlossen"), "{text}");
    assert!(!text.contains("wieder am Beratungstisch"), "{text}");
}
