//! The list of attachments, and the two annexes that are made from the record: the roll-call, and
//! the proof of the quorum. An annex is printed where an attachment of its title is listed.

use super::facts::{listed_name, paragraph};
use super::head::line;
use super::wording::{self, When};
use super::{attendance, names};
use crate::document::{Align, Block, Inline, LabelledLine, Start, Table, TableKind};
use crate::record::{
    Act, Attachment, Attendance, Ballot, Composition, Frozen, Item, NonPublicRecord, PublicRecord,
    QuorumNumbers, Seat, Seated, Tally, Vote, Voter, What,
};
use sitzungsbuch_core::membership::SeatKind;
use sitzungsbuch_core::rules::majority::Count;
use sitzungsbuch_core::session::command::Choice;
use sitzungsbuch_core::template::Headings;

const ROLL_CALL: &str = "Namentliche Abstimmung";
const PROOF: &str = "Nachweis der Beschlussfähigkeit";
/// So many votes stand side by side in the proof; more make another table.
const VOTES_ABREAST: usize = 7;

/// Votes and attachments of a part.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) items: &'a [Item],
    pub(super) acts: &'a [Act],
    pub(super) attachments: &'a [Attachment],
}

impl<'a> Source<'a> {
    pub(super) fn of_public(record: &'a PublicRecord) -> Self {
        let PublicRecord { items, acts, attachments, .. } = record;
        Self { items, acts, attachments }
    }

    pub(super) fn of_non_public(part: &'a NonPublicRecord) -> Self {
        let NonPublicRecord { items, acts, attachments, .. } = part;
        Self { items, acts, attachments }
    }
}

/// A vote, or a round of an election, with its place.
struct Taken<'a> {
    act: &'a Act,
    item: &'a Item,
    frozen: Frozen<'a>,
    /// None for a round.
    vote: Option<&'a Vote>,
}

fn section(title: String) -> Block {
    Block::Section { title, start: Start::Here, mark: None }
}

/// The lists, public first.
pub(super) fn lists(sources: &[Source], words: &Headings) -> Vec<Block> {
    let mut blocks = Vec::new();
    let lists = sources.iter().map(|source| attachments(source.attachments)).enumerate();
    for (index, lines) in lists.filter(|(_, lines)| !lines.is_empty()) {
        if blocks.is_empty() {
            blocks.push(section(wording::headings::attachments(words).to_owned()));
        }
        if index > 0 {
            blocks.push(Block::Item {
                label: String::new(),
                title: "Nicht öffentliche Anlagen".to_owned(),
                subject: String::new(),
                paper: String::new(),
                anchor: "anlagen-nicht-oeffentlich".to_owned(),
                blocks: 0,
            });
        }
        blocks.push(Block::Lines { lines });
    }
    blocks
}

/// "Anlage 1 ... (zu TOP 3)"; numbered ones first and by number, as the reader looks for them.
fn attachments(listed: &[Attachment]) -> Vec<LabelledLine> {
    let mut listed: Vec<&Attachment> = listed.iter().collect();
    listed.sort_by_key(|one| {
        let number = one.label.split_whitespace().last().and_then(|word| word.parse::<u32>().ok());
        (!one.label.starts_with("Anlage"), number.unwrap_or(u32::MAX))
    });
    listed
        .into_iter()
        .map(|one| match &one.item {
            Some(item) => line(&one.label, format!("{} (zu TOP {item})", one.title)),
            None => line(&one.label, one.title.clone()),
        })
        .collect()
}

/// The attachment under which the roll-call of an item is listed.
pub(super) fn roll_call_attachment<'a>(
    listed: &'a [Attachment],
    item: Option<&Item>,
) -> Option<&'a Attachment> {
    let item = item?;
    listed.iter().find(|one| {
        one.title.contains(ROLL_CALL) && one.item.as_deref() == Some(item.number.as_str())
    })
}

/// The annexes of all parts, in the order of the lists.
pub(super) fn annexes(
    record: &PublicRecord,
    attendance: &Attendance,
    sources: &[Source],
) -> Vec<Block> {
    let votes: Vec<Taken> = sources.iter().flat_map(|source| votes(*source)).collect();
    let mut blocks = Vec::new();
    for source in sources {
        let own = self::votes(*source);
        for listed in source.attachments {
            let title = format!("{}: {}", listed.label, listed.title);
            let of_this = |taken: &&Taken| {
                let found = roll_call_attachment(source.attachments, Some(taken.item));
                found.is_some_and(|found| found == listed)
            };
            let mut called = own.iter().filter(of_this).filter_map(|taken| {
                let Tally::RollCall { ballots, count } = &taken.vote?.tally else { return None };
                Some((taken, ballots, *count))
            });
            if let Some(first) = called.next() {
                blocks.push(section(title));
                for (taken, ballots, count) in std::iter::once(first).chain(called) {
                    blocks.push(roll_call_intro(taken, record));
                    blocks.push(Block::Table(roll_call(ballots, count, record)));
                }
            } else if listed.title.contains(PROOF) && !votes.is_empty() {
                blocks.push(section(title));
                blocks.extend(proof_of(record, attendance, &votes));
            }
        }
    }
    blocks
}

fn votes(source: Source<'_>) -> Vec<Taken<'_>> {
    let taken = source.acts.iter().filter_map(|act| {
        let (frozen, vote) = match &act.what {
            What::Vote(vote) => (vote.frozen(), Some(vote.as_ref())),
            What::Round(round) => (round.frozen(), None),
            _ => return None,
        };
        let item = source.items.iter().find(|item| Some(&item.id) == act.item.as_ref())?;
        Some(Taken { act, item, frozen, vote })
    });
    taken.collect()
}

fn roll_call_intro(taken: &Taken, record: &PublicRecord) -> Block {
    let Item { number, name, paper, .. } = taken.item;
    let paper = wording::paper_reference(&record.paper_label, paper);
    let paper = if paper.is_empty() { paper } else { format!(" ({paper})") };
    let time = When::of(taken.act.at, &record.session.continued).at_clock();
    let item = wording::headings::item(&record.template.headings, number);
    paragraph("", format!("{item} {name}{paper}. Namentliche Abstimmung {time}."))
}

fn cell(text: impl Into<String>) -> Vec<Inline> {
    let text = text.into();
    if text.is_empty() { Vec::new() } else { vec![Inline::text(text)] }
}

/// One row per person, chair first; position and word both speak.
pub(super) fn roll_call(ballots: &[Ballot], count: Count, record: &PublicRecord) -> Table {
    let chair = &record.chair.person;
    let mut ballots: Vec<&Ballot> = ballots.iter().collect();
    ballots.sort_by_cached_key(|ballot| {
        let person = ballot.seated.as_ref().map(|seated| &seated.person);
        (person != Some(chair), person.map(names::sorting_key), ballot.seat)
    });
    let row = |ballot: &&Ballot| {
        let (name, status, faction) = match &ballot.seated {
            Some(Seated { person, status, faction }) => {
                (listed_name(person), status.abbreviation(), faction.as_str())
            }
            None => (format!("Sitz {}", ballot.seat), "", ""),
        };
        let (yes, no, abstain) = match ballot.choice {
            Choice::Yes => ("Ja", "", ""),
            Choice::No => ("", "Nein", ""),
            Choice::Abstain => ("", "", "Enthaltung"),
        };
        [&name, status, faction, yes, no, abstain].map(cell).to_vec()
    };
    let total = [
        "Zusammen".to_owned(),
        String::new(),
        String::new(),
        count.yes.to_string(),
        count.no.to_string(),
        count.abstain.to_string(),
    ];
    Table {
        kind: TableKind::Plain,
        caption: String::new(),
        legend: String::new(),
        columns: vec![
            Align::Left,
            Align::Left,
            Align::Left,
            Align::Center,
            Align::Center,
            Align::Center,
        ],
        head: ["Name", "Status", "Fraktion", "Ja", "Nein", "Enthaltung"].map(cell).to_vec(),
        rows: ballots.iter().map(row).collect(),
        total: Some(total.map(cell).to_vec()),
        merged: Vec::new(),
    }
}

/// The proof by itself; nothing where there was no vote.
pub(super) fn proof(
    record: &PublicRecord,
    attendance: &Attendance,
    sources: &[Source],
) -> Vec<Block> {
    let votes: Vec<Taken> = sources.iter().flat_map(|source| votes(*source)).collect();
    if votes.is_empty() { Vec::new() } else { proof_of(record, attendance, &votes) }
}

/// Per vote who was there, and the arithmetic of both tests.
fn proof_of(record: &PublicRecord, attendance: &Attendance, votes: &[Taken]) -> Vec<Block> {
    let mut blocks = vec![paragraph("", proof_intro(record, votes))];
    for votes in votes.chunks(VOTES_ABREAST) {
        blocks.push(Block::Table(presence(record, attendance, votes)));
        blocks.push(Block::Table(arithmetic(record, votes)));
    }
    blocks
}

fn proof_intro(record: &PublicRecord, votes: &[Taken]) -> String {
    let mut intro = "Stand bei Eröffnung der jeweiligen Abstimmung.".to_owned();
    let law = &record.law;
    if let (true, Some(first)) = (law.more_than_half, votes.first()) {
        let numbers = first.frozen.quorum;
        let who = wording::capital(&wording::the_short(&record.organization));
        let (seats, required) = (numbers.seats, numbers.required);
        let (mut test, mut statute) = (String::new(), law.quorum_statute.clone());
        if numbers.composition.is_some() {
            let (members, status) = (&law.members, &law.member_status);
            test = format!(
                " und die Zahl der {members} ({status}) die Zahl der sachkundigen Bürgerinnen und Bürger (SB) übersteigt"
            );
            statute = format!("{statute}; {}", law.composition_statute);
        }
        intro = format!(
            "{intro} {who} ist beschlussfähig, wenn mehr als die Hälfte der {seats} Stimmberechtigten anwesend ist (mindestens {required}){test} ({statute})."
        );
    }
    let apart = votes.iter().any(|taken| !taken.frozen.apart.is_empty());
    let apart = if apart { wording::APART_EXPLAINED } else { "" };
    let eased = votes.iter().any(|taken| taken.frozen.quorum.eased.is_some());
    let eased = if eased { wording::EASED_EXPLAINED } else { "" };
    format!("{intro} Es zählt der Status der anwesenden Person.{eased}{apart}")
}

fn vote_heads(record: &PublicRecord, votes: &[Taken]) -> impl Iterator<Item = Vec<Inline>> {
    votes.iter().map(|taken| {
        let time = When::of(taken.act.at, &record.session.continued).short();
        cell(format!("TOP {} {time}", taken.item.number))
    })
}

fn grid(
    record: &PublicRecord,
    before: &[(&str, Align)],
    votes: &[Taken],
    rows: Vec<Vec<Vec<Inline>>>,
) -> Table {
    let mut columns: Vec<Align> = before.iter().map(|(_, align)| *align).collect();
    columns.resize(before.len() + votes.len(), Align::Center);
    let mut head: Vec<Vec<Inline>> = before.iter().map(|(name, _)| cell(*name)).collect();
    head.extend(vote_heads(record, votes));
    let (caption, legend) = (String::new(), String::new());
    let (kind, merged) = (TableKind::Grid, Vec::new());
    Table { kind, caption, legend, columns, head, rows, total: None, merged }
}

/// One row per person who was ever entitled or biased, and one for each seat that stayed empty.
fn presence(record: &PublicRecord, attendance: &Attendance, votes: &[Taken]) -> Table {
    let mut rows = Vec::new();
    for seat in record.seats.iter().filter(|seat| seat.kind == SeatKind::Voting) {
        let mut sitting: Vec<&Seated> = Vec::new();
        let at_votes = votes.iter().flat_map(|taken| {
            let Frozen { entitled, recused, apart, without_vote, .. } = taken.frozen;
            entitled
                .iter()
                .chain(without_vote)
                .chain(recused)
                .chain(apart.iter().map(|one| &one.voter))
        });
        for voter in at_votes.filter(|voter| voter.seat == seat.number) {
            if !sitting.contains(&&voter.seated) {
                sitting.push(&voter.seated);
            }
        }
        if sitting.is_empty() {
            let name = empty_seat(seat, attendance);
            rows.push(presence_row(seat, name, None, votes));
        }
        for seated in sitting {
            rows.push(presence_row(seat, occupied_seat(seat, seated), Some(seated), votes));
        }
    }
    let before = [("Name", Align::Left), ("Sitz", Align::Right), ("Status", Align::Left)];
    grid(record, &before, votes, rows)
}

fn occupied_seat(seat: &Seat, seated: &Seated) -> String {
    let name = listed_name(&seated.person);
    match seat.member.as_ref().filter(|member| member.person != seated.person) {
        Some(member) => format!("{name} für {}", names::plain_oblique(&member.person)),
        None => name,
    }
}

fn empty_seat(seat: &Seat, list: &Attendance) -> String {
    let Some(member) = &seat.member else { return "nicht besetzt".to_owned() };
    let name = listed_name(&member.person);
    let mut absent = list.absent.iter().filter(|one| one.seated == *member);
    let unrepresented = absent.any(|one| attendance::not_represented(list, one));
    if unrepresented { format!("{name}, {}", wording::NOT_REPRESENTED) } else { name }
}

fn presence_row(
    seat: &Seat,
    name: String,
    sits: Option<&Seated>,
    votes: &[Taken],
) -> Vec<Vec<Inline>> {
    let member = seat.member.as_ref();
    let status = sits.or(member).map_or("", |seated| seated.status.abbreviation());
    let mut row = vec![cell(name), cell(seat.number.to_string()), cell(status)];
    let own = |v: &Voter| v.seat == seat.number && sits.is_some_and(|s| v.seated == *s);
    row.extend(votes.iter().map(|taken| {
        let Frozen { entitled, recused, apart, without_vote, .. } = taken.frozen;
        cell(if entitled.iter().chain(without_vote).any(own) {
            "ja"
        } else if recused.iter().any(own) {
            "bef."
        } else if apart.iter().any(|one| own(&one.voter)) {
            wording::APART
        } else {
            "–"
        })
    }));
    row
}

fn arithmetic(record: &PublicRecord, votes: &[Taken]) -> Table {
    let law = &record.law;
    let row = |name: String, value: &dyn Fn(&QuorumNumbers) -> String| {
        let mut row = vec![cell(name)];
        row.extend(votes.iter().map(|taken| cell(value(taken.frozen.quorum))));
        row
    };
    let mut rows =
        vec![row("Anwesende Stimmberechtigte".to_owned(), &|quorum| quorum.present.to_string())];
    let composed = votes.iter().any(|taken| taken.frozen.quorum.composition.is_some());
    let members = &law.member_status;
    if composed {
        let test = |quorum: &QuorumNumbers, of: fn(Composition) -> u16| {
            quorum.composition.map_or_else(String::new, |test| of(test).to_string())
        };
        rows.push(row(format!("davon {members}"), &|quorum| test(quorum, |test| test.members)));
        rows.push(row("davon SB".to_owned(), &|quorum| test(quorum, |test| test.experts)));
    }
    rows.push(row("erforderliche Zahl".to_owned(), &|quorum| {
        let (present, required) = (quorum.present, quorum.least());
        if required == 0 {
            return "unerheblich".to_owned();
        }
        format!("{present} {} {required}", if present >= required { "≥" } else { "<" })
    }));
    if composed {
        rows.push(row(format!("{members} übersteigt SB"), &|quorum| {
            quorum.composition.map_or_else(String::new, |test| {
                let sign = if test.holds() { ">" } else { "≤" };
                format!("{} {sign} {}", test.members, test.experts)
            })
        }));
    }
    rows.push(row("rechnerisch beschlussfähig".to_owned(), &|quorum| {
        let holds = quorum.size && quorum.composition.is_none_or(Composition::holds);
        if holds { "ja" } else { "nein" }.to_owned()
    }));
    let mut ratios = vec![cell("Ja / Nein / Enthaltung")];
    ratios.extend(votes.iter().map(|taken| cell(taken.vote.map_or("Wahl".to_owned(), ratio))));
    rows.push(ratios);
    grid(record, &[("Rechnung", Align::Left)], votes, rows)
}

/// "13/0/2"; a number that nobody said stays out.
fn ratio(vote: &Vote) -> String {
    let numbers = match &vote.tally {
        Tally::Unanimous {} => return "einstimmig".to_owned(),
        Tally::Counted { count, .. }
        | Tally::RollCall { count, .. }
        | Tally::Secret { count, .. } => [Some(count.yes), Some(count.no), Some(count.abstain)],
        Tally::Announced { yes, no, abstain } => {
            [*yes, *no, *abstain].map(|stated| stated.map(|stated| stated.number))
        }
    };
    let shown = numbers.map(|number| number.map_or_else(|| "–".to_owned(), |n| n.to_string()));
    shown.join("/")
}
