//! Guests who are sent out with the change of part: the minutes that tell of it need no times in their
//! list; the file of the non-public part and the list of attendance do not tell of it, and have them.

use super::acts::{opening, session};
use super::script::Played;
use super::{SCRIPTS, played};
use crate::compose::{attendance_list, complete, names, non_public, public};
use crate::document::{AttendanceRow, Block, Document};
use crate::record::{OtherRole, Person, Record, What};
use serde_json::json;

/// What the list of a document says of somebody beside the seats.
fn listed(document: &Document, person: &Person) -> AttendanceRow {
    let lists = document.blocks.iter().filter_map(|block| match block {
        Block::Attendance(list) => list.others.as_ref(),
        _ => None,
    });
    let mut rows = lists.flat_map(|table| &table.groups).flat_map(|group| &group.rows);
    rows.find(|row| row.name == names::full(person)).unwrap().clone()
}

/// Guests who left with a change of part and did not come back, with the time of it.
fn sent_out(record: &Record) -> Vec<(Person, String)> {
    let acts = record.public.acts.iter().filter_map(|act| match &act.what {
        What::PartChange { to_public: false, left, .. } => Some((left, act.at.clock())),
        _ => None,
    });
    let guest = |person: &Person| {
        let others = &record.non_public.as_ref().unwrap().attendance.others;
        others.iter().any(|one| one.person == *person && one.role == OtherRole::Guest)
    };
    let all = acts.flat_map(|(left, at)| left.iter().map(move |one| (one.clone(), at.clone())));
    all.filter(|(person, _)| guest(person)).collect()
}

#[test]
fn who_was_sent_out_is_not_present_behind_closed_doors() {
    let mut found = 0;
    for script in SCRIPTS {
        let record = played(script).record();
        if record
            .public
            .acts
            .iter()
            .any(|act| matches!(act.what, What::PartChange { to_public: true, .. }))
        {
            continue;
        }
        let opened = record.public.session.opened.clock();
        for (person, left) in sent_out(&record) {
            found += 1;
            let row = listed(&non_public(&record).unwrap(), &person);
            let end = format!("bis {left} Uhr");
            assert!(row.annotations.iter().any(|line| line.ends_with(&end)), "{script}: {row:?}");
            for document in [complete(&record), public(&record.public)] {
                let row = listed(&document, &person);
                assert!(!row.annotations.iter().any(|line| line.contains("bis")), "{row:?}");
            }
            let row = listed(&attendance_list(&record), &person);
            assert_eq!(row.cells[1], format!("{opened} bis {left}"), "{script}");
        }
    }
    assert!(found > 0, "nobody was sent out");
    let record = played(SCRIPTS[0]).record();
    let minutes: Vec<String> = sent_out(&record)
        .iter()
        .map(|(person, _)| listed(&attendance_list(&record), person).cells[2].clone())
        .collect();
    assert_eq!(minutes, ["69", "69"], "from 16:32 to 17:41");
}

/// Sent out, let in again with the public part, sent out for good.
#[test]
fn who_was_sent_out_and_came_back_was_not_there_in_between() {
    let part = |part: &str, leaving: &[&str]| json!({"type": "changePart", "part": part, "leaving": leaving});
    let back = json!({"type": "admitAttendee", "person": "leinpfad", "capacity": "guest"});
    let script = session(vec![
        ("17:05", "", opening()),
        ("17:40", "", part("nonPublic", &["leinpfad"])),
        ("17:50", "", part("public", &[])),
        ("17:50", "", back),
        ("18:00", "", part("nonPublic", &["leinpfad"])),
        ("18:20", "", json!({"type": "closeMeeting"})),
    ]);
    let record = Played::of(&script).record();
    let (person, _) = sent_out(&record).swap_remove(0);
    for document in [complete(&record), public(&record.public)] {
        assert_eq!(listed(&document, &person).annotations, [""; 0], "{}", document.title);
    }
    let row = listed(&non_public(&record).unwrap(), &person);
    assert_eq!(row.annotations, ["bis 17:40 Uhr, von 17:50 bis 18:00 Uhr"]);
    let row = listed(&attendance_list(&record), &person);
    assert_eq!(row.cells[1..], ["17:05 bis 17:40, 17:50 bis 18:00", "45"]);
}

/// Let in behind closed doors after having been sent out: no sentence of a change tells that.
#[test]
fn who_came_back_behind_closed_doors_has_both_times() {
    let out = json!({"type": "changePart", "part": "nonPublic", "leaving": ["leinpfad"]});
    let back = json!({"type": "admitAttendee", "person": "leinpfad", "capacity": "guest"});
    let script = session(vec![
        ("17:05", "", opening()),
        ("17:40", "", out),
        ("17:50", "", back),
        ("18:20", "", json!({"type": "closeMeeting"})),
    ]);
    let record = Played::of(&script).record();
    let (person, _) = sent_out(&record).swap_remove(0);
    assert_eq!(listed(&public(&record.public), &person).annotations, [""; 0]);
    for document in [complete(&record), non_public(&record).unwrap()] {
        assert_eq!(listed(&document, &person).annotations, ["bis 17:40 Uhr, ab 17:50 Uhr"]);
    }
    let row = listed(&attendance_list(&record), &person);
    assert_eq!(row.cells[1..], ["17:05 bis 17:40, 17:50 bis 18:20", "65"]);
}
