//! What would make both tests hold, and in which order expert citizens give way or come back.

use super::{arrives, leaves, open, record, source};
use crate::core::rules::attendance::AbsenceCause;
use crate::core::session::Command;
use crate::core::testing::{Committee, Rehearsal};
use crate::view::quorum;

/// Remedy, heading of the order, keys of the persons in it.
fn shown(rehearsal: &Rehearsal) -> (String, String, Vec<String>) {
    let view = quorum::view(&source(rehearsal, None));
    let (words, persons) = view.order.map_or_else(Default::default, |one| (one.words, one.persons));
    let plain = |text: String| text.replace('\u{a0}', " ");
    (plain(view.remedy), plain(words), persons.into_iter().map(plain).collect())
}

fn apart(key: &str) -> Command {
    Command::RecordAbsence { person: super::person(key), cause: AbsenceCause::PublicArea }
}

#[test]
fn who_came_last_gives_way_first_and_who_came_first_comes_back_first() {
    let mut rehearsal = Rehearsal::new(Committee::new(17));
    assert_eq!(shown(&rehearsal), Default::default(), "nobody is asked for before the opening");
    open(&mut rehearsal, "16:32", &["m1", "m2", "m3", "m4", "m5", "m10", "m11", "m12", "m13"]);
    assert_eq!(shown(&rehearsal), Default::default(), "both tests hold");
    record(&mut rehearsal, "16:40", &arrives("m15"));
    record(&mut rehearsal, "16:53", &arrives("m14"));
    let (remedy, words, persons) = shown(&rehearsal);
    assert_eq!(remedy, "Abhilfe: 2 SB in den Zuhörerbereich oder 2 KA mehr.");
    assert_eq!(words, "In den Zuhörerbereich: wer zuletzt gekommen ist, zuerst");
    let came: Vec<&str> = persons.iter().filter_map(|one| one.split(", ").nth(1)).collect();
    let opened = "seit der Eröffnung";
    assert_eq!(came, ["seit 16:53 Uhr", "seit 16:40 Uhr", opened, opened, opened, opened]);

    for key in ["m14", "m15"] {
        record(&mut rehearsal, "16:55", &apart(key));
    }
    assert_eq!(shown(&rehearsal), Default::default(), "nobody can come back yet");
    record(&mut rehearsal, "17:00", &arrives("m6"));
    let (remedy, words, back) = shown(&rehearsal);
    assert_eq!(remedy, "");
    assert_eq!(words, "Zurück an den Tisch (1 Person): wer zuerst gekommen ist, zuerst");
    assert_eq!(back, [persons[1].as_str(), persons[0].as_str()]);

    // Where the size fails as well, giving way is no help.
    for key in ["m5", "m6", "m10"] {
        record(&mut rehearsal, "17:05", &leaves(key));
    }
    assert_eq!(
        shown(&rehearsal).0,
        "Abhilfe: 2 stimmberechtigte Personen mehr, davon mindestens 1 KA."
    );
}
