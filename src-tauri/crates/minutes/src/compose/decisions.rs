//! Votes and rounds of an election as blocks: what was put, the result in words and figures, the
//! tables.

use super::facts::paragraph;
use super::scribe::Scribe;
use super::text::Writer;
use super::{annexes, wording};
use crate::document::{Align, Block, Decision, Inline, Table, TableKind, VoteLine};
use crate::record::{
    Doubt, FactionCount, Item, Matter, Motion, MotionResult, Round, Standing, Tally, Vote, What,
};
use sitzungsbuch_core::motion::MotionKind;
use sitzungsbuch_core::rules::majority::Count;
use sitzungsbuch_core::rules::profile::BlankBallot;
use sitzungsbuch_core::session::command::{Announced, Stated};
use sitzungsbuch_core::template::CountDetail;

impl Scribe<'_> {
    /// A vote: what is put and what it needs, the decision, what a bias comes to.
    pub(super) fn vote(&mut self, vote: &Vote, item: Option<&Item>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let put = put(vote);
        if !put.is_empty() {
            blocks.push(paragraph("", put));
        }
        blocks.extend(self.standing(vote.standing.as_ref(), false));
        blocks.push(Block::Decision(self.decision(vote, item)));
        if let (Matter::Recusal(_), false) = (&vote.matter, vote.wording.is_empty()) {
            blocks.extend(self.substance(vote).map(|text| paragraph(wording::RECUSAL, text)));
        }
        blocks.extend(doubt(vote.doubt.as_ref(), false));
        blocks
    }

    /// That a vote, or a round, was taken without a quorum by numbers or by finding.
    pub(super) fn standing(&self, standing: Option<&Standing>, round: bool) -> Vec<Block> {
        let text = |one| wording::standing(one, round, &self.record.organization);
        standing.map(|one| paragraph(wording::QUORUM, text(one))).into_iter().collect()
    }

    /// What a vote without a wording of its own was about.
    fn substance(&self, vote: &Vote) -> Option<String> {
        let record = self.record;
        Some(match &vote.matter {
            Matter::Recusal(person) => {
                let found = vote.announced == Announced::Accepted;
                let statute = &record.law.bias_statute;
                wording::bias_finding(person, found, &record.organization, statute)
            }
            Matter::Procedure(procedure) => wording::procedure(*procedure).to_owned(),
            Matter::Motion(motion) => match motion.kind {
                MotionKind::Procedural(procedure) => wording::procedure(procedure).to_owned(),
                _ => return wording::amounts(motion),
            },
            Matter::Part(name) => name.clone(),
            Matter::Item | Matter::Motions(_) => return None,
        })
    }

    /// What a vote on several motions was about: the table tells it, or one line for each of them.
    fn several(&self, vote: &Vote) -> Vec<String> {
        match &vote.matter {
            Matter::Motions(all) if self.tables && all.iter().all(Motion::has_amount) => {
                vec![wording::tabled_together(all)]
            }
            Matter::Motions(all) => all.iter().map(wording::motion_moves).collect(),
            _ => Vec::new(),
        }
    }

    fn decision(&mut self, vote: &Vote, item: Option<&Item>) -> Decision {
        let accepted = vote.announced == Announced::Accepted;
        let decides = accepted && vote.replaced.is_none() && !on_the_way(&vote.matter);
        let headings = self.headings();
        let label = if decides {
            wording::headings::accepted(headings)
        } else {
            wording::headings::rejected(headings, matches!(vote.matter, Matter::Motions(_)))
        };
        let mut wording = self.blocks(&vote.wording.blocks);
        if wording.is_empty() {
            wording.extend(self.substance(vote).map(|text| paragraph("", text)));
            wording.extend(self.several(vote).into_iter().map(|text| paragraph("", text)));
        }
        let mut words = if vote.words.is_empty() {
            wording::announced_only(accepted).to_owned()
        } else {
            vote.words.clone()
        };
        if let Some(at) = vote.replaced {
            words = wording::replaced(&words, self.when(at));
        }
        let lead = wording::headings::result(headings);
        let detail = self.record.template.count_detail;
        let result = VoteLine { lead, words, figures: figures(vote, detail) };
        let table = match &vote.tally {
            Tally::Counted { by_faction, count } if tabled(by_faction, detail) => {
                Some(faction_table(by_faction, *count))
            }
            Tally::RollCall { ballots, count } => {
                let listed = annexes::roll_call_attachment(self.attachments, item);
                listed.is_none().then(|| annexes::roll_call(ballots, *count, self.record))
            }
            _ => None,
        };
        Decision { label, wording, result: Some(result), table }
    }
}

/// That somebody was counted in a vote, or a round, who had no vote.
pub(super) fn doubt(doubt: Option<&Doubt>, round: bool) -> Option<Block> {
    doubt.map(|one| paragraph(wording::PARTICIPATION, wording::doubt(one, round)))
}

/// Sentences before a vote: that it is repeated, or secret where the result does not say so, what it
/// needs, who has no vote, who counts, on what it is.
fn put(vote: &Vote) -> String {
    let repeats = vote.repeats.then(|| wording::REPEATED.to_owned());
    let tellers = match &vote.tally {
        Tally::Secret { tellers, .. } => Some(wording::tellers(tellers)),
        _ => None,
    };
    let secret = tellers.is_some() && !vote.words.contains("geheim");
    let secret = secret.then(|| wording::SECRET.to_owned());
    let required = vote.required.as_ref().map(wording::required);
    let without = vote.without_vote.as_ref().map(wording::without_vote);
    let several = matches!(vote.matter, Matter::Motions(_)) && vote.wording.is_empty();
    let on = wording::put_to_vote(&vote.matter).filter(|_| !several);
    let all = [repeats, secret, required, without, tellers, on];
    let said: Vec<String> = all.into_iter().flatten().filter(|one| !one.is_empty()).collect();
    said.join(" ")
}

/// What is voted on settles how the matter goes on, or how it reads; the decision comes later.
fn on_the_way(matter: &Matter) -> bool {
    match matter {
        Matter::Motion(motion) => motion.kind != MotionKind::Substantive,
        Matter::Motions(all) => all.iter().any(|one| one.kind != MotionKind::Substantive),
        Matter::Item | Matter::Part(_) | Matter::Recusal(_) | Matter::Procedure(_) => false,
    }
}

/// Motions that move amounts, with what became of each.
pub(super) fn series(series: &[MotionResult]) -> Table {
    let cells =
        |cells: [String; 6]| cells.into_iter().map(|cell| vec![Inline::text(cell)]).collect();
    let rows = series.iter().enumerate().map(|(row, one)| cells(wording::series_row(row, one)));
    let mut columns = vec![Align::Left; 6];
    columns[3..5].fill(Align::Right);
    Table {
        kind: TableKind::Plain,
        caption: wording::SERIES_CAPTION.to_owned(),
        legend: String::new(),
        columns,
        head: cells(wording::SERIES.map(str::to_owned)),
        rows: rows.collect(),
        total: None,
        merged: Vec::new(),
    }
}

/// Whether the table of a series says all that an act says.
pub(super) fn in_series(what: &What) -> bool {
    match what {
        What::Motion(motion) => motion.has_amount() && motion.text.is_empty(),
        What::MotionWithdrawn(motion) => motion.has_amount(),
        What::Vote(vote) => {
            let Matter::Motion(motion) = &vote.matter else { return false };
            let plain = match &vote.tally {
                Tally::Unanimous {} | Tally::Announced { .. } => true,
                Tally::Counted { by_faction, .. } => by_faction.is_empty(),
                Tally::RollCall { .. } | Tally::Secret { .. } => false,
            };
            let alone = !vote.repeats && vote.replaced.is_none() && vote.required.is_none();
            let alone = alone && vote.standing.is_none() && vote.doubt.is_none();
            motion.has_amount() && plain && alone && vote.wording.is_empty()
        }
        _ => false,
    }
}

/// A round of an election.
pub(super) fn round(round: &Round) -> Decision {
    let mut wording = vec![paragraph("", wording::round(round))];
    let without = round.without_vote.as_ref().map(wording::without_vote);
    let said = [
        without.unwrap_or_default(),
        wording::tellers(&round.tellers),
        round.contradiction.clone(),
    ];
    wording.extend(said.into_iter().filter(|one| !one.is_empty()).map(|one| paragraph("", one)));
    let (lead, words) = (wording::ROUND_RESULT.to_owned(), wording::round_result(round));
    let result = VoteLine { lead, words, figures: round_figures(round) };
    let table = Some(round_table(round));
    Decision { label: wording::ROUND.to_owned(), wording, result: Some(result), table }
}

fn round_figures(round: &Round) -> String {
    let Round { abstain, invalid, blank, .. } = *round;
    let mut parts = Vec::new();
    if let Some((handed_out, returned)) = round.ballots {
        parts.push(format!("Ausgegeben: {handed_out}, abgegeben: {returned}"));
    }
    let votes = round.candidates.iter().map(|one| u32::from(one.votes));
    let valid = votes.sum::<u32>() + u32::from(round.no);
    parts.push(format!("gültig: {valid}, Enthaltungen: {abstain}, ungültig: {invalid}"));
    let mut figures = parts.join(", ");
    if blank > 0 {
        figures = format!("{figures}{}", unmarked(blank, round.blank_as));
    }
    wording::capital(&figures)
}

fn round_table(round: &Round) -> Table {
    let row = |name: String, votes: u16| {
        [name, votes.to_string()].into_iter().map(|cell| vec![Inline::text(cell)]).collect()
    };
    let mut rows: Vec<Vec<Vec<Inline>>> = round
        .candidates
        .iter()
        .map(|one| row(super::facts::listed_name(&one.person), one.votes))
        .collect();
    if round.no > 0 || round.candidates.len() == 1 {
        rows.push(row("Nein".to_owned(), round.no));
    }
    Table {
        kind: TableKind::Plain,
        caption: String::new(),
        legend: String::new(),
        columns: vec![Align::Left, Align::Right],
        head: ["Vorschlag", "Stimmen"].map(|cell| vec![Inline::text(cell)]).to_vec(),
        rows,
        total: None,
        merged: Vec::new(),
    }
}

/// Ballots without a mark, and what they count as.
fn unmarked(blank: u16, counts_as: BlankBallot) -> String {
    let counts_as = match counts_as {
        BlankBallot::Abstention => "als Enthaltung gezählt",
        BlankBallot::Invalid => "als ungültig gezählt",
    };
    format!("; ohne Kennzeichnung: {blank} ({counts_as})")
}

/// Whether votes are told by faction.
fn tabled(by_faction: &[FactionCount], detail: CountDetail) -> bool {
    detail == CountDetail::Factions && !by_faction.is_empty()
}

/// Words are enough for what an open vote with a plain majority gave.
fn in_words(vote: &Vote) -> bool {
    let open = matches!(vote.tally, Tally::Counted { .. } | Tally::Announced { .. });
    open && !vote.words.is_empty() && vote.required.is_none() && vote.doubt.is_none()
}

/// The figures below the words; empty where they say nothing more, or stand in a table.
fn figures(vote: &Vote, detail: CountDetail) -> String {
    if detail == CountDetail::Words && in_words(vote) {
        return String::new();
    }
    // Whoever wants numbers wants them of a unanimous vote too, and words of the clerk's need not say
    // that it was.
    let all_yes = |yes: u16| {
        detail != CountDetail::Numbers
            && !vote.own_words
            && usize::from(yes) == vote.entitled.len()
            && !vote.words.is_empty()
    };
    match &vote.tally {
        Tally::Unanimous {} => String::new(),
        Tally::Counted { by_faction, .. } if tabled(by_faction, detail) => String::new(),
        Tally::Counted { count, .. } => {
            let rest = u32::from(count.no) + u32::from(count.abstain) + u32::from(count.invalid);
            if rest == 0 && all_yes(count.yes) { String::new() } else { counted(*count) }
        }
        Tally::RollCall { count, .. } => counted(*count),
        Tally::Secret { handed_out, returned, count, blank, blank_as, .. } => {
            let Count { yes, no, abstain, invalid } = *count;
            let valid = [yes, no, abstain].into_iter().map(u32::from).sum::<u32>();
            let blank = if *blank > 0 { unmarked(*blank, *blank_as) } else { String::new() };
            format!(
                "Ausgegeben: {handed_out}, abgegeben: {returned}, gültig: {valid}, ungültig: {invalid}; Ja: {yes}, Nein: {no}, Enthaltungen: {abstain}{blank}"
            )
        }
        Tally::Announced { yes: Some(yes), no: Some(no), abstain: Some(abstain) } => {
            if no.number == 0 && abstain.number == 0 && all_yes(yes.number) {
                return String::new();
            }
            said([("Ja", Some(*yes)), ("Nein", Some(*no)), ("Enthaltungen", Some(*abstain))])
        }
        // The words tell the votes against the result and the abstentions as far as they were said;
        // the others would be lost.
        Tally::Announced { yes, no, abstain } => {
            let told = match vote.announced {
                Announced::Accepted => yes.is_none(),
                Announced::Rejected => no.is_none(),
            };
            if told && !vote.words.is_empty() && !vote.own_words {
                return String::new();
            }
            said([("Ja", *yes), ("Nein", *no), ("Enthaltungen", *abstain)])
        }
    }
}

fn counted(count: Count) -> String {
    let Count { yes, no, abstain, invalid } = count;
    let invalid = if invalid == 0 { String::new() } else { format!(", ungültig: {invalid}") };
    format!("Ja: {yes}, Nein: {no}, Enthaltungen: {abstain}{invalid}")
}

fn said(numbers: [(&str, Option<Stated>); 3]) -> String {
    let known = numbers.into_iter().filter_map(|(name, stated)| Some((name, stated?)));
    let parts: Vec<String> = known
        .map(|(name, stated)| {
            let derived = if stated.derived { " (errechnet)" } else { "" };
            format!("{name}: {}{derived}", stated.number)
        })
        .collect();
    parts.join(", ")
}

fn faction_table(by_faction: &[FactionCount], total: Count) -> Table {
    let invalid = total.invalid > 0 || by_faction.iter().any(|one| one.count.invalid > 0);
    let cells = |name: &str, count: Count| {
        let mut cells = vec![name.to_owned()];
        cells.extend([count.yes, count.no, count.abstain].map(|number| number.to_string()));
        cells.extend(invalid.then(|| count.invalid.to_string()));
        cells.into_iter().map(|cell| vec![Inline::text(cell)]).collect::<Vec<_>>()
    };
    let mut rows: Vec<_> = by_faction.iter().map(|one| cells(&one.faction, one.count)).collect();
    // Whoever belongs to no faction: what the factions leave of the whole.
    let rest = by_faction.iter().fold(total, |rest, one| Count {
        yes: rest.yes.saturating_sub(one.count.yes),
        no: rest.no.saturating_sub(one.count.no),
        abstain: rest.abstain.saturating_sub(one.count.abstain),
        invalid: rest.invalid.saturating_sub(one.count.invalid),
    });
    rows.extend((rest != Count::default()).then(|| cells("ohne Fraktion", rest)));
    let mut head = vec!["Fraktion", "Ja", "Nein", "Enthaltung"];
    head.extend(invalid.then_some("Ungültig"));
    let mut columns = vec![Align::Left];
    columns.resize(head.len(), Align::Right);
    Table {
        kind: TableKind::Plain,
        caption: String::new(),
        legend: String::new(),
        columns,
        head: head.into_iter().map(|cell| vec![Inline::text(cell)]).collect(),
        rows,
        total: Some(cells("Zusammen", total)),
        merged: Vec::new(),
    }
}
