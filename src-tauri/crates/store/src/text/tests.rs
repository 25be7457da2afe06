//! Drafts apart by part, notes that can be erased, no text in `Debug`.

use super::*;
use crate::testing::{Place, on};
use crate::{Chain, Write};

fn draft(item: &str, part: Part, version: u32, body: &str, seed: u8) -> DraftRow {
    let (item, body) = (item.to_owned(), Text::from(body));
    DraftRow { item, part, version, body, digest: [seed; 32], salt: Salt([seed; 16]) }
}

fn note(seed: u8, text: &str) -> NoteRow {
    NoteRow { digest: [seed; 32], salt: Salt([seed; 16]), text: Text::from(text) }
}

fn with(mut write: Write, drafts: Vec<DraftRow>, notes: Vec<NoteRow>) -> Write {
    let meeting = write.meeting.as_mut().unwrap();
    (meeting.drafts, meeting.notes) = (drafts, notes);
    write
}

#[test]
fn the_newest_text_of_each_item_is_given_and_a_fixed_one_stays_readable() {
    let place = Place::new();
    let mut vault = place.create();
    let public = |version, body, seed| draft("i1", Part::Public, version, body, seed);
    let first = vec![public(1, "Der", 1), draft("i2", Part::Public, 1, "Zweiter", 2)];
    let written = vault.append(&with(on("a1", "m", 0, &[]), first, vec![])).unwrap();
    assert_eq!(written.answered.revision, 0, "typing does not move the revision");
    let second = vec![public(2, "Der Kreistag", 3), public(3, "Der Kreistag beschließt", 4)];
    vault.append(&with(on("a2", "m", 0, &["TextFixed"]), second, vec![])).unwrap();

    let newest = vault.drafts("m", Part::Public).unwrap();
    let read: Vec<_> =
        newest.iter().map(|d| (d.item.as_str(), d.version, d.body.as_str())).collect();
    assert_eq!(read, [("i1", 3, "Der Kreistag beschließt"), ("i2", 1, "Zweiter")]);
    assert_eq!((newest[0].digest, newest[0].salt), ([4; 32], Salt([4; 16])));
    let fixed = vault.draft("m", "i1", Part::Public, 2).unwrap().unwrap();
    assert_eq!(fixed.body.as_str(), "Der Kreistag");
    assert_eq!(fixed.recorded_at, "2021-11-04T15:32:07Z");
    assert_eq!(vault.draft("m", "i1", Part::Public, 4).unwrap(), None);
    assert_eq!(vault.drafts("other", Part::Public).unwrap(), []);
}

#[test]
fn public_and_nonpublic_text_never_share_a_table() {
    let place = Place::new();
    let mut vault = place.create();
    let drafts = vec![
        draft("i1", Part::Public, 1, "offen", 1),
        draft("i1", Part::NonPublic, 1, "vertraulich", 2),
        draft("i1", Part::NonPublic, 2, "vertraulich, weiter", 3),
    ];
    // Each part counts for itself.
    vault.append(&with(on("a1", "m", 0, &[]), drafts, vec![])).unwrap();
    let bodies = |table: &str| -> Vec<String> {
        let mut all =
            vault.conn.prepare(&format!("SELECT body FROM {table} ORDER BY rowid")).unwrap();
        all.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    assert_eq!(bodies("draft_public"), ["offen"]);
    assert_eq!(bodies("draft_nonpublic"), ["vertraulich", "vertraulich, weiter"]);
    let read = |part| vault.drafts("m", part).unwrap().pop().unwrap().body.into_string();
    assert_eq!(read(Part::Public), "offen");
    assert_eq!(read(Part::NonPublic), "vertraulich, weiter");
    assert_eq!(vault.draft("m", "i1", Part::Public, 2).unwrap(), None);
    assert!(vault.draft("m", "i1", Part::NonPublic, 2).unwrap().is_some());
}

#[test]
fn an_erased_note_is_gone_and_the_chain_is_whole() {
    let place = Place::new();
    let mut vault = place.create();
    let notes = vec![note(7, "befangen wegen Verwandtschaft"), note(8, "bleibt")];
    vault.append(&with(on("a1", "m", 0, &["Recused"]), vec![], notes.clone())).unwrap();
    // The same note named by a second act.
    vault.append(&with(on("a2", "m", 1, &["Recused"]), vec![], vec![notes[0].clone()])).unwrap();
    assert_eq!(vault.note(&[7; 32]).unwrap().as_ref(), Some(&notes[0]));
    assert!(vault.conn.execute("UPDATE note SET text = 'x'", []).is_err());
    assert!(vault.erase_note(&[7; 32]).unwrap());
    assert!(!vault.erase_note(&[7; 32]).unwrap(), "it is gone already");
    assert_eq!(vault.note(&[7; 32]).unwrap(), None);
    assert_eq!(vault.note(&[8; 32]).unwrap().as_ref(), Some(&notes[1]));
    assert_eq!(vault.load("m").unwrap().chain, Chain::Intact);
    let log = std::fs::metadata(place.folder.join("vault.db-wal")).unwrap();
    assert_eq!(log.len(), 0, "no old page is left in the log");
}

#[test]
fn debug_shows_no_text_and_no_salt() {
    let rows = format!(
        "{:?} {:?} {:?}",
        draft("i1", Part::NonPublic, 1, "vertraulich", 0xab),
        note(0xab, "vertraulich"),
        with(on("a1", "m", 0, &["Wortlaut"]), vec![], vec![note(1, "vertraulich")]),
    );
    assert!(!rows.contains("vertraulich") && !rows.contains(": Wortlaut"), "{rows}");
    assert!(rows.contains("Text(11 bytes)") && rows.contains("Salt(..)"), "{rows}");
}

#[test]
fn a_stored_draft_is_neither_changed_nor_removed_nor_overtaken() {
    let place = Place::new();
    let mut vault = place.create();
    for (act, part) in [("a1", Part::Public), ("a2", Part::NonPublic)] {
        let drafts = vec![draft("i1", part, 1, "fest", 1)];
        vault.append(&with(on(act, "m", 0, &[]), drafts, vec![])).unwrap();
    }
    for table in ["draft_public", "draft_nonpublic"] {
        for sql in [
            format!("UPDATE {table} SET body = 'anders'"),
            format!("DELETE FROM {table}"),
            format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
            format!(
                "INSERT INTO {table} SELECT meeting, item, 3, body, digest, salt, recorded_at \
                 FROM {table}"
            ),
        ] {
            assert!(vault.conn.execute(&sql, []).is_err(), "{sql}");
        }
    }
    for version in [1, 3] {
        let drafts = vec![draft("i1", Part::Public, version, "zu früh oder zu spät", 2)];
        let refused = vault.append(&with(on("a3", "m", 0, &[]), drafts, vec![]));
        assert!(matches!(refused, Err(StoreError::DraftOutOfOrder { .. })), "{refused:?}");
    }
    assert_eq!(vault.answered("a3").unwrap(), None, "nothing of the act was written");
}
