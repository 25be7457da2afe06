//! Master data: versions that stay.

use super::*;
use crate::testing::{Place, act};

fn person(id: &str, body: &str) -> MasterRow {
    MasterRow { noun: "person".to_owned(), id: id.to_owned(), body: Text::from(body) }
}

fn write(id: &str, master: Vec<MasterRow>) -> Write {
    Write { master, ..act(id) }
}

#[test]
fn the_newest_version_is_current_and_the_old_ones_stay() {
    let place = Place::new();
    let mut vault = place.create();
    let first = vault.append(&write("a1", vec![person("p1", "Anna"), person("p2", "Bernd")]));
    assert_eq!(first.unwrap().master_versions, [1, 1]);
    let mut again = write("a2", vec![person("p1", "Anna Maria"), person("p1", "Annemarie")]);
    again.actor = "deputy".to_owned();
    assert_eq!(vault.append(&again).unwrap().master_versions, [2, 3]);
    let other = MasterRow { noun: "organization".to_owned(), ..person("p1", "Kreistag") };
    assert_eq!(vault.append(&write("a3", vec![other])).unwrap().master_versions, [1]);

    let current: Vec<_> = vault
        .master("person")
        .unwrap()
        .into_iter()
        .map(|entry| (entry.id, entry.version, entry.body.into_string()))
        .collect();
    assert_eq!(current, [("p1".into(), 3, "Annemarie".into()), ("p2".into(), 1, "Bernd".into())]);
    let one = vault.master_one("person", "p1").unwrap().unwrap();
    assert_eq!((one.version, one.act.as_str(), one.actor.as_str()), (3, "a2", "deputy"));
    assert_eq!((one.recorded_at.as_str(), one.source.as_str()), ("2021-11-04T15:32:07Z", "test"));
    let history = vault.master_history("person", "p1").unwrap();
    let bodies: Vec<_> = history.iter().map(|entry| entry.body.as_str()).collect();
    assert_eq!(bodies, ["Anna", "Anna Maria", "Annemarie"]);
    assert_eq!(vault.master_one("person", "p9").unwrap(), None);
    assert_eq!(vault.answered("a2").unwrap().unwrap().meeting, None);
}

#[test]
fn a_version_is_never_changed_removed_or_put_in_between() {
    let place = Place::new();
    let mut vault = place.create();
    vault.append(&write("a1", vec![person("p1", "Anna")])).unwrap();
    vault.append(&write("a2", vec![person("p1", "Anna Maria")])).unwrap();
    let before = vault.master_history("person", "p1").unwrap();
    for sql in [
        "UPDATE master SET body = 'x'",
        "DELETE FROM master",
        "INSERT OR REPLACE INTO master SELECT noun, id, 1, 'x', recorded_at, act, actor, source \
         FROM master WHERE version = 2",
        "INSERT INTO master SELECT noun, id, 9, 'x', recorded_at, act, actor, source \
         FROM master WHERE version = 2",
    ] {
        assert!(vault.conn.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(vault.master_history("person", "p1").unwrap(), before);
}

#[test]
fn debug_shows_no_body() {
    assert!(!format!("{:?}", person("p1", "Anna Geheim")).contains("Geheim"));
}
