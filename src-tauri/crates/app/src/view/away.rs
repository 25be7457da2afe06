//! Away from the table without having left: in the public area, out for an item, cut off.

use super::seats::PersonAct;
use super::source::Source;
use super::tiles::remote;
use crate::core::PersonId;
use crate::core::agenda_item::Part;
use crate::core::rules::attendance::AbsenceCause;
use crate::core::session::state::Absence;

/// Why somebody who is there is not at the table for what is dealt with now.
pub(super) fn of<'a>(source: &'a Source, person: PersonId) -> Option<&'a Absence> {
    let cause = source.now.apart(person, source.now.current)?;
    let lasts = |one: &&Absence| one.person == person && one.to.is_none() && one.cause == cause;
    source.now.absences.iter().rfind(lasts)
}

/// Short and whole words of an absence: "Zuhörerbereich", "im Zuhörerbereich seit 17:05 Uhr".
pub(super) fn words(source: &Source, absence: &Absence) -> (String, String) {
    let since = format!("seit {} Uhr", absence.from.clock());
    match absence.cause {
        AbsenceCause::Outage => {
            ("Verbindung unterbrochen".to_owned(), format!("Verbindung unterbrochen {since}"))
        }
        AbsenceCause::PublicArea if source.now.part == Part::Public => {
            ("Zuhörerbereich".to_owned(), format!("im Zuhörerbereich {since}"))
        }
        // Behind closed doors there is no public area.
        AbsenceCause::PublicArea => {
            ("nicht am Tisch".to_owned(), format!("nicht am Tisch {since}"))
        }
        AbsenceCause::Item(item) => {
            let top = source.top(item);
            (format!("nicht bei {top}"), format!("nicht bei {top}, {since}"))
        }
    }
}

/// Sits in the public area.
pub(super) fn listens(source: &Source, person: PersonId) -> bool {
    let there = |one: &Absence| one.person == person && one.cause == AbsenceCause::PublicArea;
    source.now.absences.lasting().any(there)
}

/// Who is biased may stay as a listener, while there is a public (§ 31 GO NRW and its like).
pub(super) fn may_listen(source: &Source, person: PersonId) -> bool {
    source.now.part == Part::Public && !listens(source, person)
}

/// How somebody who is at the table can be away from it without leaving.
pub(super) fn ways_out(source: &Source, person: PersonId) -> Vec<PersonAct> {
    let lasts = |cause| {
        let own = |one: &Absence| one.person == person && one.cause == cause;
        source.now.absences.lasting().any(own)
    };
    let item = source.now.current.filter(|item| !lasts(AbsenceCause::Item(*item)));
    let out = item.map(|_| PersonAct::StepOut);
    let lost = remote(source, person).then_some(PersonAct::Disconnect);
    let listen = (source.now.part == Part::Public).then_some(PersonAct::SitInPublic);
    [lost, out, listen].into_iter().flatten().collect()
}
