//! A fictional committee of a fictional county, with everything a session of it needs.
//!
//! Persons have fixed keys: `m1` to `m17` hold the seats, `v1` to `v17` are their personal
//! substitutes, `l1` to `l3` the list of substitutes of every seat, `e1` advises, `k1` keeps the
//! minutes, `o1` to `o3` are officials, `g1` to `g3` guests. Seats are `seat-1` and so on, items
//! `top-3`, factions `faction-1` to `faction-3`.

use super::profiles;
use crate::agenda_item::{AgendaItem, ItemKind, Part};
use crate::directory::{Directory, MasterRow};
use crate::meeting::{Location, MeetingPlan};
use crate::membership::{Function, Membership, Occupancy, Seat, SeatKind, Status};
use crate::organization::{Body, Gender, Organization, OrganizationType};
use crate::paper::PaperTemplate;
use crate::person::{FormOfAddress, Person};
use crate::richtext::RichText;
use crate::rules::local::LocalRule;
use crate::{
    AgendaItemId, BodyId, MeetingId, MembershipId, Moment, OccupancyId, OrganizationId, PersonId,
    SeatId,
};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const GIVEN: [&str; 12] = [
    "Antje", "Bodo", "Carla", "Detlef", "Elske", "Frerk", "Gesine", "Hinrich", "Imke", "Jelto",
    "Karin", "Lüder",
];
const FAMILY: ([&str; 8], [&str; 7]) = (
    ["Alm", "Birk", "Dorn", "Eschen", "Falk", "Grun", "Hasel", "Ibbel"],
    ["brook", "feld", "hagen", "kamp", "loh", "rode", "wisch"],
);

/// The fictional committee: its first half and one seat more are members of the county assembly
/// (KA), the rest expert citizens (SB).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committee {
    seats: u16,
    vacant: Vec<u16>,
    advisers: u16,
    headed: bool,
    local_rules: Vec<LocalRule>,
}

impl Committee {
    /// A committee with so many voting seats and one adviser.
    pub fn new(seats: u16) -> Self {
        Self { seats, vacant: Vec::new(), advisers: 1, headed: false, local_rules: Vec::new() }
    }

    /// Leaves a seat without a member.
    #[must_use]
    pub fn vacant(mut self, seat: u16) -> Self {
        self.vacant.push(seat);
        self
    }

    /// Number of advisory seats; their numbers follow those of the voting ones. From the second on they
    /// are those of members of the assembly, named by groups without a seat (§ 41 Abs. 3 KrO NRW), who
    /// end the list of substitutes of every voting seat.
    #[must_use]
    pub fn advisers(mut self, advisers: u16) -> Self {
        self.advisers = advisers;
        self
    }

    /// Seat 1 is that of the head of the administration (HVB), as in an assembly.
    #[must_use]
    pub const fn headed(mut self) -> Self {
        self.headed = true;
        self
    }

    /// What the committee has settled otherwise than its rule profile.
    #[must_use]
    pub fn settled(mut self, rule: LocalRule) -> Self {
        self.local_rules.push(rule);
        self
    }

    /// Number of advisory seats.
    pub const fn advisory_seats(&self) -> u16 {
        self.advisers
    }

    /// Number of voting seats.
    pub const fn seats(&self) -> u16 {
        self.seats
    }

    /// The session that the plan belongs to.
    pub fn meeting() -> MeetingId {
        MeetingId::from_key("m-2026-11-12")
    }

    /// The organization.
    pub fn organization() -> OrganizationId {
        OrganizationId::from_key("ausschuss")
    }

    /// A moment on the day of the session: `at("16:32")`.
    pub fn at(clock: &str) -> Moment {
        Moment::parse(&format!("2026-11-12T{clock}+01:00")).expect("a time like 16:32")
    }

    /// A person by key.
    pub fn person(key: &str) -> PersonId {
        PersonId::from_key(key)
    }

    /// The person of a kind with a number: `numbered('m', 3)` holds seat 3.
    pub fn numbered(kind: char, number: u16) -> PersonId {
        PersonId::from_key(&format!("{kind}{number}"))
    }

    /// A seat by number.
    pub fn seat(number: u16) -> SeatId {
        SeatId::from_key(&format!("seat-{number}"))
    }

    /// An item by its printed number, without blanks: `item("4.1")`, `item("n1")`.
    pub fn item(number: &str) -> AgendaItemId {
        AgendaItemId::from_key(&format!("top-{number}"))
    }

    /// A faction, 1 to 3.
    pub fn faction(number: u16) -> OrganizationId {
        OrganizationId::from_key(&format!("faction-{number}"))
    }

    /// The status of the member of a seat.
    pub const fn status(&self, seat: u16) -> Status {
        if self.headed && seat == 1 {
            Status::HVB
        } else if seat == self.seats + 1 {
            Status::SE
        } else if seat > self.seats || seat <= self.seats / 2 + 1 {
            Status::KA
        } else {
            Status::SB
        }
    }

    /// Keys of all persons.
    pub fn keys(&self) -> Vec<String> {
        let numbered = |kind: char, count: u16| (1..=count).map(move |n| format!("{kind}{n}"));
        let kinds = [
            ('m', self.seats),
            ('v', self.seats),
            ('l', 3),
            ('e', self.advisers),
            ('k', 1),
            ('o', 3),
            ('g', 3),
        ];
        kinds.into_iter().flat_map(|(kind, count)| numbered(kind, count)).collect()
    }

    /// All rows of master data, in the order in which they refer to each other.
    pub fn rows(&self) -> Vec<MasterRow> {
        let mut rows = Vec::from([MasterRow::Body(body())]);
        rows.push(MasterRow::Organization(Organization {
            local_rules: self.local_rules.clone(),
            ..organization(
                Self::organization(),
                OrganizationType::Committee,
                "Ausschuss für Mobilität",
            )
        }));
        for number in 1..=3 {
            rows.push(MasterRow::Organization(organization(
                Self::faction(number),
                OrganizationType::Faction,
                ["Bürgerbund", "Neue Mitte", "Offene Liste"][usize::from(number - 1)],
            )));
        }
        rows.extend(self.keys().iter().enumerate().map(|(index, key)| person(index, key)));
        for number in 1..=self.seats + self.advisers {
            rows.push(MasterRow::Seat(self.seat_row(number)));
        }
        for number in (1..=self.seats + self.advisers).filter(|n| !self.vacant.contains(n)) {
            rows.push(MasterRow::Occupancy(Occupancy {
                id: OccupancyId::from_key(&format!("o-{number}")),
                seat: Self::seat(number),
                person: self.holder(number),
                start_date: None,
                end_date: None,
            }));
        }
        rows.extend(self.memberships().into_iter().map(MasterRow::Membership));
        rows
    }

    /// Who would hold a seat if it is not vacant.
    pub fn holder(&self, seat: u16) -> PersonId {
        if seat <= self.seats {
            Self::numbered('m', seat)
        } else {
            Self::numbered('e', seat - self.seats)
        }
    }

    fn seat_row(&self, number: u16) -> Seat {
        let voting = number <= self.seats;
        let personal = voting.then(|| Self::numbered('v', number));
        let list = (1..=3).map(|n| Self::numbered('l', n));
        let advisers = (2..=self.advisers).map(|n| Self::numbered('e', n));
        Seat {
            id: Self::seat(number),
            organization: Self::organization(),
            number,
            kind: if voting { SeatKind::Voting } else { SeatKind::Advisory },
            personal_substitutes: personal.into_iter().collect(),
            substitute_list: list.chain(advisers).filter(|_| voting).collect(),
            start_date: None,
            end_date: None,
        }
    }

    fn memberships(&self) -> Vec<Membership> {
        let mut all = Vec::new();
        let mut add = |key: String, status: Status, function: Function, faction: Option<u16>| {
            all.push(Membership {
                id: MembershipId::from_key(&format!("in-{key}")),
                person: PersonId::from_key(&key),
                organization: Self::organization(),
                status,
                function,
                on_behalf_of: faction.map(Self::faction),
                start_date: None,
                end_date: None,
            });
        };
        for seat in 1..=self.seats {
            let function = if seat == 1 { Function::Chair } else { Function::Member };
            add(format!("m{seat}"), self.status(seat), function, Some(seat % 3 + 1));
            add(format!("v{seat}"), self.status(seat), Function::Substitute, Some(seat % 3 + 1));
        }
        add("l1".to_string(), Status::KA, Function::Substitute, Some(1));
        add("l2".to_string(), Status::SB, Function::Substitute, Some(2));
        add("l3".to_string(), Status::SE, Function::Substitute, Some(3));
        for number in 1..=self.advisers {
            add(format!("e{number}"), self.status(self.seats + number), Function::Adviser, None);
        }
        all
    }

    /// The master data.
    pub fn directory(&self) -> Directory {
        let mut directory = Directory::default();
        for row in self.rows() {
            directory.check(&row).unwrap_or_else(|why| panic!("{row:?}: {why:?}"));
            directory.put(row);
        }
        directory
    }

    /// The rule profiles: that of a county committee.
    pub fn profiles() -> Vec<crate::rules::profile::RuleProfile> {
        [profiles::committee()].into()
    }

    /// The plan of the session on Thursday, 12 November 2026, 16:30.
    pub fn plan(&self) -> MeetingPlan {
        MeetingPlan {
            organization: Self::organization(),
            number: Some(7),
            legislative_term: String::from("XII. Wahlperiode"),
            start: Self::at("16:30"),
            location: Location {
                description: String::from("Kreishaus Auental"),
                street_address: String::from("Am Anger 3"),
                postal_code: String::from("00817"),
                locality: String::from("Auental"),
                room: String::from("Raum 2.01"),
            },
            invitation: None,
            contact: Some(Self::person("k1")),
            second_call: None,
            agenda: agenda(),
        }
    }
}

/// An item of the agenda in its part.
pub fn item(number: &str, kind: ItemKind, part: Part) -> AgendaItem {
    let printed = number.strip_prefix('n').map(|rest| format!("N {rest}"));
    let parent = number.rsplit_once('.').map(|(parent, _)| Committee::item(parent));
    let non_public = part == Part::NonPublic;
    AgendaItem {
        id: Committee::item(number),
        number: printed.unwrap_or_else(|| number.to_string()),
        name: format!("Gegenstand {number}"),
        subject: String::new(),
        kind,
        part,
        parent,
        paper: String::new(),
        neutral_name: String::from(if non_public { "Vertragsangelegenheit" } else { "" }),
        proposal: RichText::default(),
    }
}

/// Items 1 (with 1.1 to 1.3), 2, 3, 4 (with 4.1 and 4.2), 5 in public, N 1 and N 2 not.
fn agenda() -> Vec<AgendaItem> {
    use ItemKind::{Formalities, MinutesApproval, Proposal, Report};
    [
        ("1", Formalities, Part::Public),
        ("1.1", Formalities, Part::Public),
        ("1.2", Formalities, Part::Public),
        ("1.3", Formalities, Part::Public),
        ("2", MinutesApproval, Part::Public),
        ("3", Proposal, Part::Public),
        ("4", Proposal, Part::Public),
        ("4.1", Proposal, Part::Public),
        ("4.2", Proposal, Part::Public),
        ("5", Report, Part::Public),
        ("n1", Proposal, Part::NonPublic),
        ("n2", Report, Part::NonPublic),
    ]
    .map(|(number, kind, part)| item(number, kind, part))
    .into()
}

/// A short text.
pub fn text(words: &str) -> RichText {
    RichText::paragraphs([words])
}

fn body() -> Body {
    Body {
        id: BodyId::from_key("auental"),
        name: String::from("Kreis Auental"),
        organ: String::from("Der Kreistag"),
        place: String::from("Auental"),
        address: String::from("Am Anger 3, 00817 Auental"),
        website: String::from("www.kreis-auental.example"),
        arms: None,
        template: None,
        papers: PaperTemplate::default(),
    }
}

fn organization(id: OrganizationId, kind: OrganizationType, name: &str) -> Organization {
    let profile = (kind != OrganizationType::Faction).then(|| profiles::committee().id);
    Organization {
        id,
        body: BodyId::from_key("auental"),
        organization_type: kind,
        name: name.to_string(),
        short_name: String::from(if profile.is_some() { "Ausschuss" } else { name }),
        genitive: if profile.is_some() {
            String::from("des Ausschusses für Mobilität")
        } else {
            format!("der {name}")
        },
        gender: if profile.is_some() { Gender::Masculine } else { Gender::Feminine },
        rule_profile: profile,
        local_rules: Vec::new(),
        template: None,
    }
}

fn person(index: usize, key: &str) -> MasterRow {
    let (first, second) = FAMILY;
    let family_name =
        format!("{}{}", first[index % first.len()], second[index / first.len() % second.len()]);
    let form_of_address =
        if index.is_multiple_of(2) { FormOfAddress::Frau } else { FormOfAddress::Herr };
    MasterRow::Person(Person {
        id: PersonId::from_key(key),
        form_of_address,
        title: String::from(if index % 11 == 3 { "Dr." } else { "" }),
        given_name: GIVEN[index % GIVEN.len()].to_string(),
        family_name,
        office: String::from(if key.starts_with('o') { "Abteilungsleitung" } else { "" }),
        office_prefix: String::new(),
        affiliation: String::from(if key.starts_with('g') { "Büro für Verkehr" } else { "" }),
        phone: String::new(),
        fax: String::new(),
        email: String::new(),
        birth_date: None,
        signature: None,
    })
}
