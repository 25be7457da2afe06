//! The projection: kept by writes, rebuilt at any time.

use super::*;
use crate::testing::{Place, on};

fn row(meeting: &str, starts_at: &str, revision: u32) -> OverviewRow {
    OverviewRow {
        meeting: meeting.to_owned(),
        organization: "o1".to_owned(),
        starts_at: starts_at.to_owned(),
        phase: "open".to_owned(),
        title: "Sitzung".to_owned(),
        revision,
    }
}

#[test]
fn a_write_keeps_the_projection_and_a_rebuild_gives_the_same() {
    let place = Place::new();
    let mut vault = place.create();
    for (id, meeting, at, revision) in [
        ("a1", "m2", "2021-11-04T16:30", 0),
        ("a2", "m1", "2021-09-02T16:30", 0),
        ("a3", "m2", "2021-11-04T17:00", 1),
    ] {
        let mut write = on(id, meeting, revision, &["X"]);
        write.meeting.as_mut().unwrap().overview = Some(row(meeting, at, revision + 1));
        vault.append(&write).unwrap();
    }
    let live = vault.overviews().unwrap();
    assert_eq!(live, [row("m1", "2021-09-02T16:30", 1), row("m2", "2021-11-04T17:00", 2)]);
    vault.replace_overviews(&[]).unwrap();
    assert_eq!(vault.overviews().unwrap(), []);
    vault.replace_overviews(&[live[1].clone(), live[0].clone()]).unwrap();
    assert_eq!(vault.overviews().unwrap(), live);
    assert_eq!(vault.load("m2").unwrap().revision(), 2, "the journal is not touched");
}
