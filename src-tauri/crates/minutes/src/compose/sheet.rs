//! The list of attendance to sign on, as it lies on the table before the session.

use super::head::{self, Issuer, Words};
use super::wording::ChairWords;
use super::{CHAIR_FIELD, CLERK_FIELD, attendance, names, section, wording};
use crate::document::{Block, Document, Sheet, SheetRow, SignatureKind, Signer};
use crate::record::{PublicPlan, Seat, Seated};
use sitzungsbuch_core::membership::SeatKind;
use sitzungsbuch_core::person::FormOfAddress;

/// Rows for those whom nobody knows ahead: administration, guests, whoever keeps the minutes.
const OTHERS: usize = 12;

/// The list with the regular members of all seats and rows for everybody else.
pub fn sheet(plan: &PublicPlan) -> Document {
    let mut blocks = Vec::new();
    for (kind, title) in [
        (SeatKind::Voting, "Stimmberechtigte Mitglieder"),
        (SeatKind::Advisory, "Beratende Mitglieder"),
    ] {
        let rows = members(plan, kind);
        if !rows.is_empty() {
            blocks.push(section(title));
            let head = [
                "Nr.",
                "Name, Status, Fraktion",
                "Vertretung durch (Name in Druckschrift)",
                "von",
                "bis",
                "Unterschrift",
            ];
            let (head, legend) = (head.map(str::to_owned), String::new());
            blocks.push(Block::Sheet(Sheet { head, rows, legend }));
        }
    }
    blocks.push(section("Verwaltung, Gäste und Schriftführung"));
    let head = ["Nr.", "Name", "Amt oder Organisation", "von", "bis", "Unterschrift"];
    let rows = (1..=OTHERS).map(|number| row(number, String::new(), String::new())).collect();
    let (head, legend) = (head.map(str::to_owned), legend(plan));
    blocks.push(Block::Sheet(Sheet { head, rows, legend }));
    blocks.push(Block::Signatures { kind: SignatureKind::Lines, signers: signers(plan) });
    let subtitle = wording::to_the_session(plan.number, &plan.organization);
    let day = sitzungsbuch_core::time::german_date(plan.start.date());
    let words = Words {
        title: format!("{} {subtitle} am {day}", wording::ATTENDANCE_LIST),
        running: head::running(wording::ATTENDANCE_LIST, &day, &plan.organization),
        headline: head::headline(wording::ATTENDANCE_LIST, subtitle, ""),
        footer: plan.body.name.clone(),
        session: head::planned(plan),
    };
    let issuer = Issuer::from(plan);
    Document { letterhead: issuer.sender(), ..issuer.document(words, blocks) }
}

fn row(number: usize, name: String, below: String) -> SheetRow {
    SheetRow { number: number.to_string(), name, below }
}

/// Regular members of a kind of seat, the chair first, then by name; seats without one at the end.
fn members(plan: &PublicPlan, kind: SeatKind) -> Vec<SheetRow> {
    let chairs =
        |seated: &Seated| plan.chair.as_ref().is_some_and(|chair| chair.person == seated.person);
    let mut seats: Vec<&Seat> = plan.seats.iter().filter(|seat| seat.kind == kind).collect();
    seats.sort_by_cached_key(|seat| {
        let member = seat.member.as_ref();
        let name = member.map(|seated| names::sorting_key(&seated.person));
        (member.is_none(), !member.is_some_and(chairs), name, seat.number)
    });
    let rows = seats.into_iter().zip(1..).map(|(seat, number)| match &seat.member {
        Some(seated) => {
            let status = seated.status.abbreviation();
            let said = [status, &seated.faction, if chairs(seated) { "Vorsitz" } else { "" }];
            let said: Vec<&str> = said.into_iter().filter(|word| !word.is_empty()).collect();
            row(number, names::full(&seated.person), said.join(", "))
        }
        None => row(number, String::new(), "Sitz nicht besetzt".to_owned()),
    });
    rows.collect()
}

fn legend(plan: &PublicPlan) -> String {
    let seated = plan.seats.iter().filter_map(|seat| seat.member.as_ref());
    let explained = attendance::explained(seated.map(|seated| seated.status));
    let times = wording::TIMES_TO_FILL_IN;
    if explained.is_empty() { times.to_owned() } else { format!("{times} {explained}.") }
}

/// The chair on the left as below the minutes; who will keep them is not known yet.
fn signers(plan: &PublicPlan) -> Vec<Signer> {
    let chair = plan
        .chair
        .as_ref()
        .map(|chair| (names::full(&chair.person), ChairWords::of(chair, &plan.organization).role));
    let (name, role) = chair.unwrap_or_else(|| (String::new(), wording::CHAIR_ROLE.to_owned()));
    let clerk = wording::clerk_role(FormOfAddress::None).to_owned();
    let signer = |field: &str, name: String, role: String| Signer {
        field: field.to_owned(),
        name,
        role,
        items: String::new(),
        picture: None,
    };
    vec![signer(CHAIR_FIELD, name, role), signer(CLERK_FIELD, String::new(), clerk)]
}
