//! What the chair looks at, and whoever stands behind: where we are, whether the body is quorate,
//! what is to be decided, what was decided. Nothing of it may be non-public.
//!
//! Words of an item come from a [`PublicItem`] alone, and there is none of the other part; of that
//! one's items only number and neutral name are known here ([`NeutralItem`]), which the public agenda
//! has, too. Nobody who is absent is named, and nothing that the clerk wrote is shown.

use super::expected::letter;
use super::quorum::{self, Band, QuorumField};
use super::source::Source;
use super::words::{self, BOUND};
use super::{agenda, meeting, results};
use crate::core::agenda_item::Part;
use crate::core::richtext::{Block, Inlines, ListItem, ListStyle, RichText};
use crate::core::rules;
use crate::core::session::state::ItemState;
use crate::core::session::{Command, Phase};
use crate::core::{AgendaItemId, MeetingId, Timestamp};
use crate::desk::Finding;
use crate::order::Order;
use crate::view::NextStep;
use serde::Serialize;

/// What stands under the name of an item that is not public.
const NOTHING_SHOWN: &str = "Inhalte werden hier nicht angezeigt.";

/// The display of the chair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChairView {
    /// Which session, for the finding.
    pub meeting: MeetingId,
    /// The clock when this was asked.
    pub now: Timestamp,
    /// Committee.
    pub committee: String,
    /// "Do, 19.11.2026".
    pub day: String,
    /// Part of the session.
    pub part: Part,
    /// "Öffentlich", "Nichtöffentlicher Teil"; empty before the opening and after the end.
    pub part_words: String,
    /// The item that is being dealt with; none between two. Of one that is not public only the
    /// neutral name.
    pub item: Option<ChairItem>,
    /// What is said where no item is shown: "Die Sitzung ist unterbrochen", then a line.
    pub said: [String; 2],
    /// The item that comes next in this part; none if there is none.
    pub next: Option<ChairNext>,
    /// Quorum.
    pub quorum: ChairQuorum,
    /// What the one button says, "Beschlussfähigkeit feststellen"; empty where there is none.
    pub finding: String,
}

/// An item on the display.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChairItem {
    /// "TOP 5".
    pub top: String,
    /// Title.
    pub name: String,
    /// "hier: Vergabe der zweiten Ausbaustufe", empty if none.
    pub subject: String,
    /// "Zu entscheiden", "Beschluss"; empty where nothing is.
    pub label: String,
    /// What is put to the vote or was decided, line by line.
    pub wording: Vec<String>,
    /// "13 stimmberechtigt anwesend"; empty once there is a result, and where nothing is decided.
    pub entitled: String,
    /// The result; none while there is none.
    pub result: Option<ChairResult>,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChairResult {
    /// "Angenommen".
    pub title: String,
    /// "einstimmig", empty if nothing is to be said.
    pub words: String,
    /// Yes, no, abstentions as far as they are known.
    pub numbers: Option<[Option<u16>; 3]>,
    /// Accepted.
    pub accepted: bool,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChairNext {
    /// "TOP 6".
    pub top: String,
    /// Title.
    pub name: String,
}

/// The quorum in numbers and words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChairQuorum {
    /// Legal state.
    pub legal: QuorumField,
    /// Seats that count now.
    pub present: u16,
    /// "von 17".
    pub base: String,
    /// "anwesend, nötig 9".
    pub words: String,
    /// Whether that is enough.
    pub holds: bool,
    /// Band of seats.
    pub band: Option<Band>,
    /// The second test where the law has one: "8 KA > 5 SB", "mehr KA als SB", whether it holds.
    pub composition: Option<(String, String, bool)>,
    /// One sentence for screen readers.
    pub announcement: String,
}

/// An item that everybody may read of. There is no other way to one's words in this file.
struct PublicItem<'a>(&'a ItemState);

impl<'a> PublicItem<'a> {
    fn of(source: &'a Source, id: AgendaItemId) -> Option<Self> {
        let one = source.now.item(id)?;
        let open = source.now.part == Part::Public && one.item.part == Part::Public;
        open.then_some(Self(one))
    }

    fn view(&self, source: &Source) -> ChairItem {
        let item = &self.0.item;
        let decided = results::results(source, self.0).into_iter().rfind(|one| one.decides);
        let put = decided.as_ref().and_then(|one| one.entered.as_ref()).map(|one| &one.wording_put);
        let proposed = source.wording(item.id).unwrap_or(&item.proposal);
        let wording = lines(put.unwrap_or(proposed));
        let votes = source.now.basis(source.profile, Some(item.id)).votes();
        let waits = decided.is_none() && !wording.is_empty();
        let label = match &decided {
            _ if wording.is_empty() => "",
            None => "Zu entscheiden",
            Some(one) if one.accepted => "Beschluss",
            Some(_) => "Beschlussvorschlag",
        };
        let subject = item.subject.trim();
        ChairItem {
            top: top(&item.number),
            name: item.name.trim().to_owned(),
            subject: if subject.is_empty() { String::new() } else { format!("hier: {subject}") },
            label: label.to_owned(),
            wording,
            entitled: match votes {
                _ if !waits => String::new(),
                0 => "niemand stimmberechtigt anwesend".to_owned(),
                votes => format!("{votes}{BOUND}stimmberechtigt anwesend"),
            },
            result: decided.map(|one| ChairResult {
                // The words of an outcome without a vote are the clerk's.
                words: if one.without_vote { String::new() } else { one.words },
                title: one.title,
                numbers: one.numbers,
                accepted: one.accepted,
            }),
        }
    }
}

/// What may be said of any item: its number and the name that it has in the public agenda.
struct NeutralItem {
    top: String,
    name: String,
}

impl NeutralItem {
    fn of(source: &Source, id: AgendaItemId) -> Option<Self> {
        let item = &source.now.item(id)?.item;
        let name = PublicItem::of(source, id).map_or(&item.neutral_name, |one| &one.0.item.name);
        let named = !name.trim().is_empty();
        named.then(|| Self { top: top(&item.number), name: name.trim().to_owned() })
    }

    fn view(self) -> ChairItem {
        ChairItem {
            top: self.top,
            name: self.name,
            subject: NOTHING_SHOWN.to_owned(),
            label: String::new(),
            wording: Vec::new(),
            entitled: String::new(),
            result: None,
        }
    }
}

fn item(source: &Source, id: AgendaItemId) -> Option<ChairItem> {
    let public = PublicItem::of(source, id).map(|one| one.view(source));
    public.or_else(|| NeutralItem::of(source, id).map(NeutralItem::view))
}

/// The display as it stands.
pub(super) fn view(source: &Source) -> ChairView {
    let now = source.now;
    let interrupted = now.interrupted().is_some();
    let shown = now.current.filter(|_| source.open() && !interrupted);
    let next = match agenda::next(source) {
        Some(NextStep::Call { item, .. }) => NeutralItem::of(source, item),
        _ => None,
    };
    let organization = source.directory.organizations.get(&source.plan.organization);
    ChairView {
        meeting: source.state.meeting,
        now: source.clock.timestamp(),
        committee: organization.map_or_else(String::new, |one| one.name.trim().to_owned()),
        day: words::day(source.plan.start.date()),
        part: if source.open() { now.part } else { Part::Public },
        part_words: match (source.open(), now.part) {
            (false, _) => "",
            (true, Part::Public) => "Öffentlich",
            (true, Part::NonPublic) => "Nichtöffentlicher Teil",
        }
        .to_owned(),
        item: shown.and_then(|id| item(source, id)),
        said: said(source),
        next: next.map(|one| ChairNext { top: one.top, name: one.name }),
        quorum: quorum(source),
        finding: finding(source),
    }
}

fn top(number: &str) -> String {
    format!("TOP{BOUND}{}", number.trim())
}

fn said(source: &Source) -> [String; 2] {
    let times = meeting::times(source);
    let begin = || {
        let room = meeting::room(source);
        let start = format!("Beginn {} Uhr", source.plan.start.clock());
        if room.is_empty() { start } else { format!("{start}, {room}") }
    };
    let [title, line] = match source.now.phase {
        Phase::New | Phase::Prepared => ["Die Sitzung ist noch nicht eröffnet", &begin()],
        Phase::Closed => ["Die Sitzung ist geschlossen", &times],
        Phase::Open if source.now.interrupted().is_some() => {
            ["Die Sitzung ist unterbrochen", &times]
        }
        Phase::Open if source.now.part == Part::NonPublic => {
            ["Nichtöffentlicher Teil", NOTHING_SHOWN]
        }
        Phase::Open => ["Kein Punkt aufgerufen", &times],
    };
    [title, line].map(str::to_owned)
}

fn quorum(source: &Source) -> ChairQuorum {
    let line = quorum::view(source);
    let result = source.basis().quorum;
    let mut tests = line.tests.into_iter();
    let size = tests.next();
    ChairQuorum {
        legal: line.legal,
        present: result.present,
        base: format!("von {}", result.base),
        words: size.as_ref().map(|test| test.words.clone()).unwrap_or_default(),
        holds: result.size,
        band: size.and_then(|test| test.band),
        composition: tests.next().map(|test| (test.numbers, test.words, test.holds)),
        announcement: line.announcement,
    }
}

/// The chair confirms what is so by the numbers; a lack is announced, and the clerk records it. In
/// the minute of such a finding there is none: a second tap would only say the same again.
fn finding(source: &Source) -> String {
    let just = source.now.findings.last().is_some_and(|last| {
        last.at == source.clock && last.finding == rules::quorum::Finding::Quorate
    });
    if !source.open() || !source.writable() || !source.basis().quorum.computed || just {
        return String::new();
    }
    let first = source.now.findings.is_empty();
    if first { "Beschlussfähigkeit feststellen" } else { "Erneut feststellen" }.to_owned()
}

/// The act behind the button.
pub(crate) fn order(finding: &Finding) -> Order {
    let Finding { act, meeting } = *finding;
    let command = Box::new(Command::EstablishQuorum {});
    Order::Act { act, meeting, based_on: None, at: None, command }
}

/// A text line by line: lists keep how they are numbered, for that is voted on, too.
pub(super) fn lines(text: &RichText) -> Vec<String> {
    let mut out = Vec::new();
    text.blocks.iter().for_each(|block| block_lines(block, &mut out));
    out.retain(|line| !line.trim().is_empty());
    out
}

fn block_lines(block: &Block, out: &mut Vec<String>) {
    match block {
        Block::Paragraph { content, .. } | Block::Heading { content } => {
            out.push(content.characters());
        }
        Block::List { style, start, items } => {
            for (place, item) in items.iter().enumerate() {
                out.push(entry(*style, usize::from(*start) + place, item));
            }
        }
        Block::Quote { blocks } => blocks.iter().for_each(|block| block_lines(block, out)),
        Block::Table(table) => {
            let rows = [&table.head].into_iter().chain(&table.rows).chain(&table.total);
            out.extend(
                rows.map(|row| row.iter().map(Inlines::characters).collect::<Vec<_>>().join(" · ")),
            );
        }
        Block::Fact { .. } => {}
    }
}

fn entry(style: ListStyle, number: usize, item: &ListItem) -> String {
    let sign = match style {
        ListStyle::Decimal => format!("{number}."),
        ListStyle::LowerAlpha => format!("{})", letter(number)),
        ListStyle::Dash => "–".to_owned(),
        ListStyle::Labelled => item.label.trim().to_owned(),
    };
    let mut within = Vec::new();
    item.blocks.iter().for_each(|block| block_lines(block, &mut within));
    format!("{sign} {}", within.join(" ")).trim().to_owned()
}
