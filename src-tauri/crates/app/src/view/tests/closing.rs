//! What is said before doors are closed and before the session ends.

use super::{item, open, person, record, source};
use crate::core::agenda_item::{Outcome, Part};
use crate::core::rules::attendance::{AbsenceCause, RecusalBasis};
use crate::core::session::Command;
use crate::core::session::command::PresenceSource::{self, Sheet, Table};
use crate::core::testing::{Committee, Rehearsal};
use crate::view::meeting::OpenPlace;
use crate::view::seats::PersonAct;
use crate::view::{away, meeting, part, vote};

const ALL: [&str; 9] = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"];

fn opened() -> Rehearsal {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    rehearsal
}

/// Open points that are settled where the presence is counted.
fn presence(rehearsal: &Rehearsal) -> Vec<String> {
    let points = meeting::view(&source(rehearsal, None)).open_points;
    let own = points.into_iter().filter(|point| point.place == Some(OpenPlace::Presence));
    own.map(|point| point.words.replace('\u{a0}', " ")).collect()
}

fn counted(rehearsal: &mut Rehearsal, at: &str, source: PresenceSource, counted: u16) {
    record(rehearsal, at, &Command::CheckPresence { source, counted });
}

#[test]
fn the_paper_sheet_is_to_be_compared_and_settles_no_count_at_the_table() {
    let mut rehearsal = opened();
    let compare = "Die Anwesenheitsliste auf Papier ist noch nicht verglichen.";
    assert_eq!(presence(&rehearsal), [compare]);
    counted(&mut rehearsal, "17:00", Table, 8);
    let table = "Anwesenheit geprüft um 17:00: 8 Personen gezählt, in der Liste 9.";
    assert_eq!(presence(&rehearsal), [table, compare]);
    // Signed is who ever sat there; who sits there now is another number.
    counted(&mut rehearsal, "17:05", Sheet, 9);
    assert_eq!(presence(&rehearsal), [table]);
    counted(&mut rehearsal, "17:06", Table, 9);
    assert!(presence(&rehearsal).is_empty());
    counted(&mut rehearsal, "17:08", Sheet, 10);
    assert_eq!(presence(&rehearsal).len(), 1);
}

#[test]
fn behind_closed_doors_nobody_sits_in_the_public_area() {
    let mut rehearsal = opened();
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    let (biased, listening) = (person("m2"), person("m3"));
    let by = RecusalBasis::Declared;
    let command = Command::DeclareRecusal { person: biased, item: item("3"), by, note: None };
    record(&mut rehearsal, "16:41", &command);
    let command = Command::RecordAbsence { person: listening, cause: AbsenceCause::PublicArea };
    record(&mut rehearsal, "16:42", &command);

    let names = [biased, listening].map(|one| source(&rehearsal, None).names.nominative(one));
    let rules = part::change(&source(&rehearsal, None), &[]).unwrap().rules;
    let said = |name: &String| rules.iter().find(|rule| rule.starts_with(name)).unwrap();
    assert!(said(&names[0]).ends_with("ist zu TOP 3 befangen und verlässt dafür den Raum."));
    assert!(said(&names[1]).ends_with("zurück an den Tisch oder hinaus."), "{rules:?}");

    let ways = |rehearsal: &Rehearsal| away::ways_out(&source(rehearsal, None), person("m4"));
    assert!(ways(&rehearsal).contains(&PersonAct::SitInPublic));
    let closed = Command::ChangePart { part: Part::NonPublic, leaving: Vec::new() };
    record(&mut rehearsal, "16:50", &closed);
    assert!(!ways(&rehearsal).contains(&PersonAct::SitInPublic));
    let source = source(&rehearsal, None);
    let absence = away::of(&source, listening).unwrap();
    assert_eq!(away::words(&source, absence).1, "nicht am Tisch seit 16:42 Uhr");
}

/// A sub-item of the Formalien, say who reports to the council, can be put off as well.
#[test]
fn every_kind_of_item_can_be_deferred_and_taken_off() {
    use crate::core::agenda_item::ItemKind::{
        Addenda, Formalities, Inquiry, MinutesApproval, Proposal, Report,
    };
    let rehearsal = opened();
    let source = source(&rehearsal, None);
    for kind in [Formalities, MinutesApproval, Proposal, Report, Inquiry, Addenda] {
        let all: Vec<Outcome> =
            vote::outcomes(&source, kind).into_iter().map(|choice| choice.outcome).collect();
        let offered = [Outcome::Deferred, Outcome::TakenOff].map(|one| all.contains(&one));
        assert_eq!(offered, [true, true], "{kind:?}: {all:?}");
    }
}
