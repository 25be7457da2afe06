//! The journal: one writer, append-only, chain, repetition, conflict, full disk.

use super::*;
use crate::Break;
use crate::testing::{Place, act, event, on};

const FIRST_HASH: &str = "b3f894f12fcdd3ef21a56728570a3e01cb083a9ee0f9b878f41b57a79c4ee361";
const SECOND_HASH: &str = "8e05d5cae95f5d7aa946050565913a2171cf2a92475bb2f41e6b43ec132cea11";

/// Meeting `m` with five rows and meeting `n` with two, written in turns.
fn two_meetings(place: &Place) -> Vault {
    let mut vault = place.create();
    vault.append(&on("a1", "m", 0, &["MeetingOpened", "MemberArrived"])).unwrap();
    vault.append(&on("b1", "n", 0, &["MeetingOpened"])).unwrap();
    vault.append(&on("a2", "m", 2, &["ItemCalled", "ItemClosed"])).unwrap();
    vault.append(&on("b2", "n", 1, &["MeetingClosed"])).unwrap();
    vault.append(&on("a3", "m", 4, &["MeetingClosed"])).unwrap();
    vault
}

#[test]
fn rows_come_back_as_they_were_given() {
    let place = Place::new();
    let vault = two_meetings(&place);
    let stream = vault.load("m").unwrap();
    assert_eq!(stream.chain, Chain::Intact);
    let kinds: Vec<_> = stream.rows.iter().map(|row| (row.revision, row.kind.as_str())).collect();
    assert_eq!(kinds[..2], [(1, "MeetingOpened"), (2, "MemberArrived")]);
    assert_eq!(kinds[2..], [(3, "ItemCalled"), (4, "ItemClosed"), (5, "MeetingClosed")]);
    let row = &stream.rows[2];
    assert_eq!((row.seq, row.version, row.act.as_str()), (4, 1, "a2"));
    assert_eq!(row.recorded_at, "2021-11-04T15:32:07Z");
    assert_eq!(row.occurred_at, "2021-11-04T16:32+01:00");
    assert_eq!((row.actor.as_str(), row.source.as_str()), ("clerk", "test"));
    assert_eq!(row.body, event("ItemCalled").body);
    assert_eq!(vault.load("nobody").unwrap(), Stream { rows: vec![], chain: Chain::Intact });
    let heads = vault.heads().unwrap();
    let ends: Vec<_> = heads.iter().map(|head| (head.meeting.as_str(), head.revision)).collect();
    assert_eq!(ends, [("m", 5), ("n", 2)]);
    assert_eq!(heads[0].hash.as_slice(), stream.rows[4].hash);
    let verified = vault.verify().unwrap();
    assert_eq!(verified, [("m".to_owned(), Chain::Intact), ("n".to_owned(), Chain::Intact)]);
}

/// The hash a stored journal was made with must never change: a vault of today has to verify in
/// ten years. Computed apart from this crate (Python, hashlib).
#[test]
fn the_hash_of_a_row_is_fixed_for_ever() {
    let place = Place::new();
    let vault = two_meetings(&place);
    let rows = vault.load("m").unwrap().rows;
    assert_eq!(crate::hex::encode(&rows[0].hash), FIRST_HASH);
    assert_eq!(crate::hex::encode(&rows[1].hash), SECOND_HASH);
}

#[test]
fn the_journal_refuses_every_change_but_the_next_row() {
    let place = Place::new();
    let vault = two_meetings(&place);
    let before = vault.load("m").unwrap();
    let copy = |verb: &str, seq: &str, revision: u32| {
        format!(
            "{verb} INTO journal SELECT {seq}, meeting, {revision}, kind, version, recorded_at, \
             occurred_at, act, actor, source, 'changed', prev_hash, hash \
             FROM journal WHERE meeting = 'm' AND revision = 5"
        )
    };
    let refused = [
        "UPDATE journal SET body = 'changed' WHERE meeting = 'm' AND revision = 2".to_owned(),
        "UPDATE journal SET seq = seq + 100".to_owned(),
        "UPDATE OR REPLACE journal SET revision = 5 WHERE meeting = 'm' AND revision = 4"
            .to_owned(),
        "DELETE FROM journal WHERE meeting = 'm' AND revision = 5".to_owned(),
        "DELETE FROM journal".to_owned(),
        copy("INSERT", "NULL", 2),
        copy("INSERT", "NULL", 5),
        copy("INSERT", "NULL", 9),
        copy("INSERT OR REPLACE", "NULL", 5),
        copy("INSERT OR REPLACE", "seq", 5),
        copy("INSERT OR REPLACE", "seq", 6),
        copy("REPLACE", "1", 6),
        copy("INSERT OR IGNORE", "NULL", 2),
        "UPDATE journal_head SET revision = 4 WHERE meeting = 'm'".to_owned(),
        "UPDATE journal_head SET hash = zeroblob(32) WHERE meeting = 'm'".to_owned(),
        "DELETE FROM journal_head".to_owned(),
        "INSERT OR REPLACE INTO journal_head VALUES ('m', 1, zeroblob(32))".to_owned(),
        "UPDATE acts SET revision = 9".to_owned(),
        "DELETE FROM acts".to_owned(),
        "INSERT OR REPLACE INTO acts VALUES ('a1', 'm', 0, 9, '', zeroblob(32))".to_owned(),
    ];
    drop(vault);
    let mut vault = place.open().unwrap();
    for sql in &refused {
        let done = vault.conn.execute(sql, []);
        assert!(done.is_err(), "{sql}");
    }
    assert_eq!(vault.load("m").unwrap(), before);
    // The one thing it takes, so that the refusals above are not those of a dead table.
    let next = vault.append(&on("a9", "m", 5, &["Corrected"])).unwrap();
    assert_eq!(next.answered.revision, 6);
    // A connection from elsewhere that forgot recursive_triggers: the journal itself still holds.
    vault.conn.execute_batch("PRAGMA recursive_triggers = OFF").unwrap();
    let by_row_id = [copy("REPLACE", "1", 7), copy("INSERT OR REPLACE", "seq", 7)];
    let into_journal = refused.iter().filter(|sql| sql.contains("INTO journal "));
    for sql in into_journal.chain(&by_row_id) {
        assert!(vault.conn.execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn tampering_is_found_at_its_revision() {
    let cut = "DELETE FROM journal WHERE meeting = 'm' AND revision = 5;";
    let cases = [
        ("UPDATE journal SET body = 'x' WHERE meeting = 'm' AND revision = 3", 3, Break::Altered),
        ("UPDATE journal SET kind = 'x' WHERE meeting = 'm' AND revision = 1", 1, Break::Altered),
        ("UPDATE journal SET version = 2 WHERE meeting = 'm' AND revision = 5", 5, Break::Altered),
        (
            "UPDATE journal SET recorded_at = 'x' WHERE meeting = 'm' AND revision = 2",
            2,
            Break::Altered,
        ),
        (
            "UPDATE journal SET occurred_at = 'x' WHERE meeting = 'm' AND revision = 2",
            2,
            Break::Altered,
        ),
        ("UPDATE journal SET act = 'x' WHERE meeting = 'm' AND revision = 2", 2, Break::Altered),
        ("UPDATE journal SET actor = 'x' WHERE meeting = 'm' AND revision = 2", 2, Break::Altered),
        ("UPDATE journal SET source = 'x' WHERE meeting = 'm' AND revision = 2", 2, Break::Altered),
        // From one field into its neighbour: the same letters in another cut.
        (
            "UPDATE journal SET actor = 'cler', source = 'ktest' \
             WHERE meeting = 'm' AND revision = 2",
            2,
            Break::Altered,
        ),
        (
            "UPDATE journal SET hash = zeroblob(32) WHERE meeting = 'm' AND revision = 4",
            4,
            Break::Altered,
        ),
        (
            "UPDATE journal SET prev_hash = zeroblob(32) WHERE meeting = 'm' AND revision = 4",
            4,
            Break::Unlinked,
        ),
        ("UPDATE journal SET seq = 1000 WHERE meeting = 'm' AND revision = 2", 3, Break::Order),
        (
            "UPDATE journal SET revision = revision + 1 WHERE meeting = 'm' AND revision = 5",
            5,
            Break::Missing,
        ),
        ("DELETE FROM journal WHERE meeting = 'm' AND revision = 1", 1, Break::Missing),
        ("DELETE FROM journal WHERE meeting = 'm' AND revision = 3", 3, Break::Missing),
        (cut, 5, Break::Missing),
        ("DELETE FROM journal WHERE meeting = 'm'", 1, Break::Missing),
        // Cut, and the head set back without the right hash.
        (
            "DELETE FROM journal WHERE meeting = 'm' AND revision = 5; \
          UPDATE journal_head SET revision = 4 WHERE meeting = 'm'",
            4,
            Break::Head,
        ),
        ("UPDATE journal_head SET hash = zeroblob(32) WHERE meeting = 'm'", 5, Break::Head),
        ("UPDATE journal_head SET revision = 6 WHERE meeting = 'm'", 6, Break::Missing),
        ("UPDATE journal_head SET revision = 3 WHERE meeting = 'm'", 4, Break::Head),
        ("DELETE FROM journal_head WHERE meeting = 'm'", 1, Break::Head),
        // A row of the other meeting put in the place of the last.
        (
            "DELETE FROM journal WHERE meeting = 'm' AND revision = 5; \
             DELETE FROM journal WHERE meeting = 'n' AND revision = 1; \
          UPDATE journal SET meeting = 'm', revision = 5 WHERE meeting = 'n'",
            5,
            Break::Unlinked,
        ),
    ];
    for (sql, revision, reason) in cases {
        let place = Place::new();
        drop(two_meetings(&place));
        let whole = place.open().unwrap().load("m").unwrap();
        place.tamper(sql);
        let vault = place.open().unwrap();
        let stream = vault.load("m").unwrap();
        assert_eq!(stream.chain, Chain::Broken { revision, reason }, "{sql}");
        let verified = vault.verify().unwrap();
        assert_eq!(verified[0], ("m".to_owned(), stream.chain), "{sql}");
        let before = usize::try_from(revision).unwrap() - 1;
        let intact = before.min(stream.rows.len()).min(whole.rows.len());
        if reason != Break::Order {
            assert_eq!(stream.rows[..intact], whole.rows[..intact], "{sql}: rows before stay");
        }
    }
}

#[test]
fn a_row_replaced_together_with_its_hash_is_found_at_the_next_one() {
    let place = Place::new();
    drop(two_meetings(&place));
    let rows = place.open().unwrap().load("m").unwrap().rows;
    let forge = |revision: u32| {
        let row = &rows[usize::try_from(revision).unwrap() - 1];
        let previous = match revision {
            1 => chain::START,
            _ => rows[usize::try_from(revision).unwrap() - 2].hash.clone().try_into().unwrap(),
        };
        let link = Link {
            meeting: "m",
            revision,
            kind: &row.kind,
            version: row.version,
            recorded_at: &row.recorded_at,
            occurred_at: &row.occurred_at,
            act: &row.act,
            actor: &row.actor,
            source: &row.source,
            body: "forged",
        };
        let hash = crate::hex::encode(&link.hash(&previous));
        format!(
            "UPDATE journal SET body = 'forged', hash = x'{hash}' \
             WHERE meeting = 'm' AND revision = {revision}"
        )
    };
    for (revision, reason, at) in [(2, Break::Unlinked, 3), (5, Break::Head, 5)] {
        let place = Place::new();
        drop(two_meetings(&place));
        place.tamper(&forge(revision));
        let chain = place.open().unwrap().load("m").unwrap().chain;
        assert_eq!(chain, Chain::Broken { revision: at, reason });
    }
}

#[test]
fn a_broken_meeting_does_not_hide_or_harm_another() {
    let place = Place::new();
    drop(two_meetings(&place));
    place.tamper("UPDATE journal SET body = 'x' WHERE meeting = 'm' AND revision = 3");
    let mut vault = place.open().unwrap();
    let broken = Chain::Broken { revision: 3, reason: Break::Altered };
    assert_eq!(vault.load("m").unwrap().rows.len(), 5, "rows behind the break are given too");
    let verified = vault.verify().unwrap();
    assert_eq!(verified, [("m".to_owned(), broken), ("n".to_owned(), Chain::Intact)]);
    vault.append(&on("b3", "n", 2, &["Corrected"])).unwrap();
    assert_eq!(vault.load("n").unwrap().chain, Chain::Intact);
}

#[test]
fn a_head_that_lags_behind_refuses_the_next_row() {
    let place = Place::new();
    drop(two_meetings(&place));
    // Only the head is set back; the triggers are still there when the store appends.
    let raw = place.raw();
    raw.execute_batch(
        "DROP TRIGGER journal_head_forward; \
         UPDATE journal_head SET revision = 4 WHERE meeting = 'm'",
    )
    .unwrap();
    drop(raw);
    let mut vault = place.open().unwrap();
    let refused = vault.append(&on("a9", "m", 4, &["X"]));
    assert!(matches!(refused, Err(StoreError::Damaged { what: Damage::Journal })), "{refused:?}");
    assert_eq!(vault.answered("a9").unwrap(), None);
}

#[test]
fn a_stale_revision_writes_nothing() {
    let place = Place::new();
    let mut vault = two_meetings(&place);
    let before = (vault.load("m").unwrap(), vault.heads().unwrap());
    for expected in [0, 4, 6] {
        let mut write = on("late", "m", expected, &["X"]);
        write.master =
            vec![MasterRow { noun: "person".into(), id: "p".into(), body: "Anna".into() }];
        let meeting = write.meeting.as_mut().unwrap();
        meeting.notes =
            vec![NoteRow { digest: [1; 32], salt: crate::Salt([1; 16]), text: "x".into() }];
        let refused = vault.append(&write);
        let conflict =
            matches!(refused, Err(StoreError::Conflict { expected: e, found: 5 }) if e == expected);
        assert!(conflict, "{refused:?}");
    }
    assert_eq!((vault.load("m").unwrap(), vault.heads().unwrap()), before);
    assert_eq!(vault.master_one("person", "p").unwrap(), None);
    assert_eq!(vault.note(&[1; 32]).unwrap(), None);
    assert_eq!(vault.answered("late").unwrap(), None);
    assert!(vault.append(&on("late", "m", 5, &["X"])).is_ok(), "the same act may try again");
}

#[test]
fn a_repeated_act_is_answered_once() {
    let place = Place::new();
    let mut vault = place.create();
    let first = vault.append(&on("a1", "m", 0, &["X", "Y"])).unwrap().answered;
    assert_eq!(
        first,
        Answered { meeting: Some("m".into()), before: 0, revision: 2, digest: [7; 32] }
    );
    vault.append(&on("a2", "m", 2, &["Z"])).unwrap();
    let repeats = [
        on("a1", "m", 0, &["X", "Y"]), // the same tap again
        on("a1", "m", 3, &["X", "Y"]), // based on what is there now
        on("a1", "n", 0, &["X"]),      // the id of another act
        act("a1"),
    ];
    for repeat in repeats {
        match vault.append(&repeat) {
            Err(StoreError::DuplicateAct { answered }) => assert_eq!(answered, first),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(vault.load("m").unwrap().revision(), 3);
    assert_eq!(vault.load("n").unwrap().rows, []);
    drop(vault);
    assert_eq!(place.open().unwrap().answered("a1").unwrap(), Some(first));
    assert_eq!(place.open().unwrap().answered("a9").unwrap(), None);
}

#[test]
fn a_failure_in_the_middle_leaves_no_half_act() {
    let place = Place::new();
    let mut vault = two_meetings(&place);
    let before = vault.load("m").unwrap();
    vault
        .conn
        .execute_batch(
            "CREATE TEMP TRIGGER fault BEFORE INSERT ON main.journal WHEN NEW.kind = 'Second' \
             BEGIN SELECT RAISE(ABORT, 'fault'); END",
        )
        .unwrap();
    let failed = vault.append(&on("a9", "m", 5, &["First", "Second"]));
    assert!(failed.is_err());
    assert_eq!(vault.load("m").unwrap(), before);
    assert_eq!(vault.answered("a9").unwrap(), None);
    assert!(vault.append(&on("a9", "m", 5, &["First"])).is_ok());
}

#[test]
fn a_full_disk_loses_nothing_and_goes_on_when_there_is_room() {
    let place = Place::new();
    let mut vault = two_meetings(&place);
    let pages: u32 = vault.conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    let limit = |vault: &Vault, pages: u32| {
        let sql = format!("PRAGMA max_page_count = {pages}");
        vault.conn.query_row(&sql, [], |_| Ok(())).unwrap();
    };
    limit(&vault, pages);
    let mut large = on("big", "m", 5, &["X", "Y"]);
    large.meeting.as_mut().unwrap().events[1].body = Text::from("ä".repeat(100_000));
    let before = vault.load("m").unwrap();
    let refused = vault.append(&large);
    assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
    assert_eq!(vault.load("m").unwrap(), before);
    assert_eq!(vault.answered("big").unwrap(), None);
    limit(&vault, 100_000);
    assert_eq!(vault.append(&large).unwrap().answered.revision, 7);
    drop(vault);
    let after = place.open().unwrap().load("m").unwrap();
    assert_eq!((after.chain, after.revision()), (Chain::Intact, 7));
    assert_eq!(after.rows[..5], before.rows);
}

#[test]
fn an_empty_act_is_remembered_and_moves_nothing() {
    let place = Place::new();
    let mut vault = two_meetings(&place);
    let answered = vault.append(&on("nothing", "m", 5, &[])).unwrap().answered;
    assert_eq!((answered.before, answered.revision), (5, 5));
    assert!(matches!(vault.append(&act("nothing")), Err(StoreError::DuplicateAct { .. })));
    assert_eq!(vault.load("m").unwrap().revision(), 5);
}
