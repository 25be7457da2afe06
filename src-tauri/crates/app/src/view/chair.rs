//! What the chair looks at, and whoever stands behind: where we are, whether the body is quorate,
//! what is to be decided, what was decided. Nothing of it may be non-public.
//!
//! Words of an item come from a [`PublicItem`] alone, and there is none of the other part; of that
//! one's items only number and neutral name are known here ([`NeutralItem`]), which the public agenda
//! has, too. What was decided while the doors were closed is not shown either, on whatever item. Nobody
//! who is absent is named, and nothing that the clerk wrote is shown but the words that are put.

use super::expected::{self, letter};
use super::quorum::{self, Band, QuorumField};
use super::source::Source;
use super::words::{self, BOUND};
use super::{VoteView, agenda, elections, entering, matters, meeting, motions, results, vote};
use crate::core::agenda_item::Part;
use crate::core::richtext::{Block, Inlines, ListItem, ListStyle, RichText};
use crate::core::rules;
use crate::core::session::command::Matter;
use crate::core::session::state::{ElectionState, ItemState};
use crate::core::session::{Command, Phase};
use crate::core::{AgendaItemId, MeetingId, Moment, Timestamp, VoteId};
use crate::desk::{Finding, Found};
use crate::entering::{Entered, Entering};
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
    /// What the chair finds by the one button; none where there is none.
    pub finding: Option<ChairFinding>,
}

/// The one button of the display.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChairFinding {
    /// What is found.
    pub found: Found,
    /// What it says, "Beschlussfähigkeit feststellen".
    pub words: String,
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
    /// "Zu entscheiden", "Zur Abstimmung", "Wahl", "Beschluss"; empty where nothing is.
    pub label: String,
    /// What is put to the vote instead of the item: "Änderungsantrag der Heimatliste", the post of an
    /// election; empty for the item itself.
    pub put: String,
    /// What is put to the vote or was decided, line by line; of an election who stands.
    pub wording: Vec<String>,
    /// "13 stimmberechtigt anwesend"; empty once there is a result, and where nothing is decided.
    pub entitled: String,
    /// The result; none while there is none.
    pub result: Option<ChairResult>,
    /// What was decided last on something else than the item; none once something else came.
    pub last: Option<ChairLast>,
}

/// What was decided last: on a motion, in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChairLast {
    /// "Änderungsantrag der Heimatliste".
    pub on: String,
    /// What.
    pub result: ChairResult,
    /// The votes of the candidates, a sentence; empty for a vote.
    pub votes: String,
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

/// What is in front of the item itself.
struct Front {
    label: &'static str,
    put: String,
    wording: Vec<String>,
    entitled: String,
}

impl<'a> PublicItem<'a> {
    fn of(source: &'a Source, id: AgendaItemId) -> Option<Self> {
        let one = source.now.item(id)?;
        let open = source.now.part == Part::Public && one.item.part == Part::Public;
        open.then_some(Self(one))
    }

    fn view(&self, source: &Source, entered: &Entered) -> ChairItem {
        let item = &self.0.item;
        let all = results::timed(source, self.0);
        let hidden = all.iter().any(|(at, one)| one.decides && !in_public(source, *at));
        let shown = all.into_iter().filter(|(at, _)| in_public(source, *at));
        let mut results: Vec<VoteView> = shown.map(|(_, one)| one).collect();
        let left = entered.get(&item.id).cloned().unwrap_or_default();
        let front = self.front(source, &entering::standing(source, left));
        let on_other =
            |one: &&VoteView| one.vote.is_some() && !one.on.is_empty() && !one.superseded;
        let newest = results.last().filter(on_other).cloned();
        let subject = item.subject.trim();
        let named = ChairItem {
            name: item.name.trim().to_owned(),
            subject: if subject.is_empty() { String::new() } else { format!("hier: {subject}") },
            ..neutral(top(&item.number))
        };
        if let Some(Front { label, put, wording, entitled }) = front {
            let last = newest.map(last);
            return ChairItem { label: label.to_owned(), put, wording, entitled, last, ..named };
        }
        let decided = results.iter().rposition(|one| one.decides).map(|at| results.remove(at));
        if hidden && decided.is_none() {
            return named;
        }
        let put = decided.as_ref().and_then(|one| one.entered.as_ref()).map(|one| &one.wording_put);
        let proposed = source.wording(item.id).unwrap_or(&item.proposal);
        let wording = lines(put.unwrap_or(proposed));
        let label = match &decided {
            _ if wording.is_empty() => "",
            None => "Zu entscheiden",
            Some(one) if one.accepted => "Beschluss",
            Some(_) => "Beschlussvorschlag",
        };
        let waits = decided.is_none() && !wording.is_empty();
        ChairItem {
            label: label.to_owned(),
            entitled: if waits { entitled(source, item.id, &Matter::Item) } else { String::new() },
            last: newest.filter(|one| !one.decides).map(last),
            result: decided.map(result),
            wording,
            ..named
        }
    }

    /// What is voted on before the item, or instead of it: what the clerk has put in front, or an
    /// election that is under way.
    fn front(&self, source: &Source, entering: &Entering) -> Option<Front> {
        let item = self.0.item.id;
        let on = |label, matter: &Matter, wording: &RichText| {
            let put = matters::matter(source, matter, VoteId::from_key("put"));
            let mut wording = lines(wording);
            // What only says the name again is not read twice.
            wording.retain(|line| !put.ends_with(line.as_str()));
            Front { label, put, wording, entitled: entitled(source, item, matter) }
        };
        if let Some(one) = entering.between.last() {
            let label = if one.repeats.is_some() { AGAIN } else { PUT };
            return Some(on(label, &one.matter, &one.wording));
        }
        if entering.series {
            let view = motions::view(source, self.0);
            let begun = entering.votes.iter().find_map(|one| match one.matter {
                Matter::Motion(id) if one.repeats.is_none() => Some(id),
                _ => None,
            });
            let next = begun.or(view.next)?;
            let row = view.rows.iter().find(|row| row.motion == next)?;
            return Some(on(PUT, &Matter::Motion(next), &row.wording));
        }
        if let Some(one) =
            entering.votes.iter().find(|one| one.corrects.is_none() && one.repeats.is_some())
        {
            let before = &source.now.vote(one.repeats?)?.closed.as_ref()?.wording_put;
            return Some(on(AGAIN, &one.matter, one.wording.as_ref().unwrap_or(before)));
        }
        // What it stands at after a round behind closed doors stays there.
        let rounds = |one: &&ElectionState| one.rounds.iter().all(|one| in_public(source, one.at));
        let election = elections::view(source, item)
            .filter(|one| source.now.election(one.election).as_ref().is_some_and(rounds))?;
        let (wording, entitled) = match election.step {
            elections::ElectionStep::Round { form, .. } => {
                let one = |of: meeting::Named| {
                    if of.detail.is_empty() {
                        of.full_name
                    } else {
                        format!("{} ({})", of.full_name, of.detail)
                    }
                };
                let title = form.title;
                let names = form.candidates.into_iter().map(one);
                ([title].into_iter().chain(names).collect(), election.entitled_words)
            }
            elections::ElectionStep::Lot { words, persons } => {
                let names = persons.into_iter().map(|one| one.full_name);
                ([words].into_iter().chain(names).collect(), String::new())
            }
            elections::ElectionStep::Answer { words } => (vec![words], String::new()),
        };
        Some(Front { label: "Wahl", put: election.post, wording, entitled })
    }
}

const PUT: &str = "Zur Abstimmung";
const AGAIN: &str = "Erneut zur Abstimmung";

/// Whether the doors were open at a time. In the minute in which they were closed or opened nobody
/// knows, so that it counts as closed.
fn in_public(source: &Source, at: Moment) -> bool {
    let changes = || source.now.part_changes.iter();
    let before = changes().rfind(|change| change.at < at).map_or(Part::Public, |one| one.part);
    before == Part::Public && changes().all(|change| change.at != at)
}

fn entitled(source: &Source, item: AgendaItemId, matter: &Matter) -> String {
    vote::entitled_words(&source.now.basis_on(source.profile, item, matter))
}

fn result(one: VoteView) -> ChairResult {
    ChairResult {
        // The words of an outcome without a vote are the clerk's.
        words: if one.without_vote { String::new() } else { one.words },
        title: one.title,
        numbers: one.numbers,
        accepted: one.accepted,
    }
}

fn last(mut one: VoteView) -> ChairLast {
    let votes = if one.round.is_some() && !one.details.is_empty() {
        one.details.swap_remove(0)
    } else {
        String::new()
    };
    ChairLast { on: std::mem::take(&mut one.on), result: result(one), votes }
}

/// Of which nothing is known but where it stands.
fn neutral(top: String) -> ChairItem {
    ChairItem {
        top,
        name: String::new(),
        subject: String::new(),
        label: String::new(),
        put: String::new(),
        wording: Vec::new(),
        entitled: String::new(),
        result: None,
        last: None,
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
        ChairItem { name: self.name, subject: NOTHING_SHOWN.to_owned(), ..neutral(self.top) }
    }
}

fn item(source: &Source, id: AgendaItemId, entered: &Entered) -> Option<ChairItem> {
    let public = PublicItem::of(source, id).map(|one| one.view(source, entered));
    public.or_else(|| NeutralItem::of(source, id).map(NeutralItem::view))
}

/// The display as it stands.
pub(super) fn view(source: &Source, entered: &Entered) -> ChairView {
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
        item: shown.and_then(|id| item(source, id, entered)),
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

/// At the beginning the due invitation comes first. Then the chair confirms what is so by the numbers;
/// a lack is announced, and the clerk records it. In the minute of such a finding there is none: a
/// second tap would only say the same again.
fn finding(source: &Source) -> Option<ChairFinding> {
    if !source.open() || !source.writable() {
        return None;
    }
    let button = |found, words: &str| Some(ChairFinding { found, words: words.to_owned() });
    if expected::formal(source, &quorum::view(source)).is_some_and(|formal| formal.invitation) {
        return button(Found::Invitation, "Ordnungsgemäße Ladung feststellen");
    }
    let just = source.now.findings.last().is_some_and(|last| {
        last.at == source.clock && last.finding == rules::quorum::Finding::Quorate
    });
    if !source.basis().quorum.computed || just {
        return None;
    }
    let first = source.now.findings.is_empty();
    let words = if first { "Beschlussfähigkeit feststellen" } else { "Erneut feststellen" };
    button(Found::Quorum, words)
}

/// The act behind the button.
pub(crate) fn order(finding: &Finding) -> Order {
    let Finding { act, meeting, found } = *finding;
    let command = Box::new(match found {
        Found::Invitation => Command::ConfirmInvitation {},
        Found::Quorum => Command::EstablishQuorum {},
    });
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
        // A slot has no words of its own, and nothing that is put holds a picture.
        Block::Fact { .. } | Block::Picture(_) => {}
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
