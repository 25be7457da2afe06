//! Hints on a vote: what should have gone first, how it was to be taken, factions, near results.

use super::{Seen, cited, elections, hint};
use crate::directory::Directory;
use crate::membership::SeatKind;
use crate::motion::MotionKind;
use crate::person::Person;
use crate::rules::attendance::Entitled;
use crate::rules::decisive::{self, Questioned};
use crate::rules::election::listed;
use crate::rules::majority::{Count, Method, VoteOutcome};
use crate::rules::profile::RuleProfile;
use crate::rules::{Reason, ReasonCode};
use crate::session::basis::Basis;
use crate::session::command::{Announced, Ballot, Choice, Command, FactionCount, Matter, Tally};
use crate::session::majorities::Required;
use crate::session::preview::{self, Question};
use crate::session::state::{ItemState, Snapshot, Vote};
use crate::session::votes::Terms;
use crate::{AgendaItemId, MotionId, SeatId, VoteId};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What the clerk should know of a vote, whatever its numbers give.
pub(in crate::session) fn of(
    before: &Snapshot,
    profile: &RuleProfile,
    question: &Question,
    terms: Terms,
    tally: &Tally,
) -> Vec<Reason> {
    let mut hints = Vec::new();
    if let Some(item) = before.item(question.item) {
        go_first(before, item, &question.matter, &mut hints);
        otherwise_taken(item, profile, &question.matter, tally, &mut hints);
    }
    if let Tally::Counted { by_faction, .. } = tally {
        factions(before, terms.basis, by_faction, &mut hints);
    }
    match unlawful(profile, terms, tally) {
        Some(told) => hints.push(told.whole()),
        None => narrow(before, question.item, terms, tally, &mut hints),
    }
    hints
}

/// Votes of persons who had none, by what is recorded: those of a roll-call, or more than there were
/// persons while others were there who had none. Recorded with a note, did they decide?
fn unlawful(profile: &RuleProfile, terms: Terms, tally: &Tally) -> Option<Doubt> {
    let basis = terms.basis;
    let sits = |all: &[Entitled], seat: SeatId| all.iter().any(|one| one.seat == seat);
    let count = numbers(terms.rule, tally)?;
    let (who, questioned, biased) = if let Tally::RollCall { ballots } = tally {
        let seats = ballots.iter().map(|one| one.seat);
        let wrong: Vec<SeatId> = seats.filter(|seat| !sits(&basis.entitled, *seat)).collect();
        let biased = wrong.iter().any(|seat| sits(&basis.recused, *seat));
        let who = "Genannt ist, wer nach den Eintragungen nicht stimmberechtigt anwesend war.";
        (who, in_question(tally, &wrong), biased)
    } else {
        let excluded = basis.without_vote.as_ref().is_some_and(|who| !who.is_empty());
        if basis.recused.is_empty() && basis.apart.is_empty() && !excluded {
            return None;
        }
        let unknown = count.total().saturating_sub(u32::from(basis.votes()));
        let unknown = u16::try_from(unknown).unwrap_or(u16::MAX);
        let who = "Es sind mehr Stimmen gezählt, als nach den Eintragungen Stimmberechtigte anwesend waren.";
        (who, Questioned { unknown, ..Questioned::default() }, false)
    };
    if questioned == Questioned::default() {
        return None;
    }
    let judged = decisive::judge(count, terms.required.majority(), questioned);
    let code = if judged.decisive { ReasonCode::Decisive } else { ReasonCode::NotDecisive };
    let statute = if biased { cited(&profile.quorum.bias_effect_statute) } else { String::new() };
    let (yes, no, words) = (count.yes, count.no, judged.wording());
    Some(Doubt {
        who,
        weight: hint(code, format!("Das Ergebnis war {yes}:{no}, {words}{statute}.")),
    })
}

/// Votes that are in question.
pub(in crate::session) struct Doubt {
    /// Whose, where only the numbers say so; empty where the persons are known by what changed.
    pub(in crate::session) who: &'static str,
    /// What it means for the result.
    pub(in crate::session) weight: Reason,
}

impl Doubt {
    /// Both in one.
    pub(in crate::session) fn whole(self) -> Reason {
        let Self { who, weight } = self;
        let text = if who.is_empty() { weight.text } else { format!("{who} {}", weight.text) };
        Reason { text, ..weight }
    }

    pub(in crate::session) const fn of(weight: Reason) -> Self {
        Self { who: "", weight }
    }
}

/// Motions on procedure go before everything else, changes before what they change; among changes
/// the most far-reaching goes first (standing orders).
fn go_first(before: &Snapshot, item: &ItemState, matter: &Matter, hints: &mut Vec<Reason>) {
    let chosen = matter.motions();
    let rank = match matter {
        Matter::Item | Matter::Part(_) => MotionKind::Substantive.rank(),
        // Of several the one that goes last: what is among them is voted on now.
        Matter::Motion(_) | Matter::Motions(_) => {
            let ranks =
                chosen.iter().filter_map(|one| Some(before.motion(*one)?.motion.kind.rank()));
            match ranks.max() {
                Some(rank) => rank,
                None => return,
            }
        }
        Matter::Recusal(_) | Matter::Procedure(_) | Matter::Round(_) => return,
    };
    let mut earlier = item.pending.clone();
    earlier.retain(|(id, kind)| kind.rank() < rank && !chosen.contains(id));
    if let Some(motions) = counted(&earlier) {
        let text = format!(
            "Zu TOP {} ist noch nicht abgestimmt über {motions}; darüber wird vorher abgestimmt, zuerst über Anträge zur Geschäftsordnung, dann über den weitestgehenden Änderungsantrag (Geschäftsordnung).",
            item.item.number
        );
        hints.push(hint(ReasonCode::MotionsPending, text));
    }
}

/// "1 Antrag zur Geschäftsordnung und 2 Änderungsanträge"; nothing for none.
pub(super) fn counted(motions: &[(MotionId, MotionKind)]) -> Option<String> {
    let of_rank = |rank, one: &str, more: &str| {
        let count = motions.iter().filter(|(_, kind)| kind.rank() == rank).count();
        match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {more}")),
        }
    };
    let parts: Vec<String> = [
        of_rank(0, "Antrag zur Geschäftsordnung", "Anträge zur Geschäftsordnung"),
        of_rank(1, "Änderungs- oder Ergänzungsantrag", "Änderungs- oder Ergänzungsanträge"),
        of_rank(2, "Sachantrag", "Sachanträge"),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| listed(&parts))
}

/// Hints of a vote that was just recorded. They advise the clerk now; what the record says of the vote
/// for ever is in its result.
pub(super) fn recorded(seen: &Seen, before: &Snapshot, command: &Command, hints: &mut Vec<Reason>) {
    let Command::RecordVote { item, matter, majority, repeats, tally, .. } = command else {
        return;
    };
    let Some(vote) = seen.next.now.vote(VoteId::of_act(seen.context.act)) else { return };
    let Ok(profile) = seen.context.profile(before) else { return };
    let Ok(required) = Required::of(before, profile, majority.as_ref()) else { return };
    let without_faction = before.without_faction(&vote.basis);
    let terms = Terms { rule: &profile.vote, basis: &vote.basis, required, without_faction };
    let question = Question { item: *item, matter: matter.clone(), majority: majority.clone() };
    hints.extend(of(before, profile, &question, terms, tally));
    if repeats.is_none() {
        hints.extend(voted_before(before, matter));
    }
}

/// A motion was voted on already, and this is not said to be a repetition.
fn voted_before(before: &Snapshot, matter: &Matter) -> Option<Reason> {
    let settled = |id: &&MotionId| before.motion(**id).is_some_and(|state| state.vote.is_some());
    let text = match (matter.motions(), matter.motions().iter().filter(settled).count()) {
        (_, 0) => return None,
        ([_], _) => {
            "Über diesen Antrag ist schon abgestimmt; ist das eine Wiederholung, tragen Sie sie bitte als solche ein."
        }
        (_, 1) => "Über einen dieser Anträge ist schon abgestimmt.",
        _ => "Über mehrere dieser Anträge ist schon abgestimmt.",
    };
    Some(hint(ReasonCode::MotionSettled, text))
}

/// Another method than the one that was asked for by enough members.
fn otherwise_taken(
    item: &ItemState,
    profile: &RuleProfile,
    matter: &Matter,
    tally: &Tally,
    hints: &mut Vec<Reason>,
) {
    if !matches!(matter, Matter::Item | Matter::Part(_) | Matter::Motion(_) | Matter::Motions(_)) {
        return;
    }
    let Some(granted) = item.granted else { return };
    let taken = match tally {
        Tally::RollCall { .. } => Method::Rollcall,
        Tally::Secret { .. } => Method::Secret,
        Tally::Unanimous {} | Tally::Announced { .. } | Tally::Counted { .. } => Method::Open,
    };
    if granted == taken {
        return;
    }
    let word = |method| match method {
        Method::Open => "offen",
        Method::Rollcall => "namentlich",
        Method::Secret => "geheim",
    };
    let first = match (granted, taken) {
        (Method::Secret, Method::Rollcall) => " Die geheime Abstimmung geht der namentlichen vor.",
        _ => "",
    };
    // How many may ask for a roll-call the standing orders say, which nobody may have entered.
    let reached = if granted == Method::Secret { "mit der erforderlichen Zahl " } else { "" };
    let text = format!(
        "Zu TOP {} ist {reached}{}e Abstimmung verlangt; festgehalten ist, dass {} abgestimmt wurde{}.{first}",
        item.item.number,
        word(granted),
        word(taken),
        cited(&profile.vote.request_statute)
    );
    hints.push(hint(ReasonCode::MethodDiffers, text));
}

/// A faction has no more votes than members at the table. Who sits in for somebody counts with the
/// faction of the seat; who sits on a vacant one may belong to any.
fn factions(
    before: &Snapshot,
    basis: &Basis,
    by_faction: &[FactionCount],
    hints: &mut Vec<Reason>,
) {
    let any = usize::from(before.without_faction(basis));
    for FactionCount { faction, count } in by_faction {
        let own = basis
            .entitled
            .iter()
            .filter(|one| before.faction_of(one.seat) == Some(*faction))
            .count();
        let most = u32::try_from(own + any).unwrap_or(u32::MAX);
        if count.total() > most {
            let text = format!(
                "Für eine Fraktion sind {} Stimmen verzeichnet; stimmberechtigt anwesend sind von ihr {own}.",
                count.total()
            );
            hints.push(hint(ReasonCode::FactionTooMany, text));
        }
    }
}

/// One vote decides, and who took part changed while the item was dealt with.
fn narrow(
    before: &Snapshot,
    item: AgendaItemId,
    terms: Terms,
    tally: &Tally,
    hints: &mut Vec<Reason>,
) {
    let Some(count) = numbers(terms.rule, tally) else { return };
    let one = Questioned { unknown: 1, ..Questioned::default() };
    if !decisive::judge(count, terms.required.majority(), one).decisive {
        return;
    }
    if !changed_hands(before, item) {
        return;
    }
    let text = "Das Ergebnis hängt an einer Stimme, und bei diesem Tagesordnungspunkt gab es eine Befangenheit oder einen Wechsel in der Vertretung; bitte prüfen Sie, wer mitgestimmt hat.";
    hints.push(hint(ReasonCode::NarrowResult, text));
}

/// Whether somebody was recused for the item, or a substitution began or ended since it was called.
fn changed_hands(before: &Snapshot, item: AgendaItemId) -> bool {
    let related = |of| before.within(of, item) || before.within(item, of);
    if before.items().any(|one| !one.recused.is_empty() && related(one.item.id)) {
        return true;
    }
    let Some(called) = before.item(item).and_then(|one| one.called.last().copied()) else {
        return false;
    };
    let voting = before.seats.values().filter(|seat| seat.kind == SeatKind::Voting);
    voting.flat_map(|seat| &seat.substitutions).any(|one| {
        let came = before.present(one.substitute).is_some_and(|there| there.from >= called);
        came || one.ended.is_some_and(|ended| ended >= called)
    })
}

/// The votes, where Yes and No are known.
fn numbers(rule: &crate::rules::profile::VoteRule, tally: &Tally) -> Option<Count> {
    match tally {
        Tally::Unanimous {} => None,
        Tally::Announced { yes, no, .. } if yes.is_none() || no.is_none() => None,
        tally => Some(preview::counted(rule, tally)),
    }
}

/// What it means for the result that persons who were taken to be entitled were not: nothing where
/// nobody fell away, or the vote contradicted itself anyway.
pub(in crate::session) fn decided(
    now: &Snapshot,
    profile: &RuleProfile,
    vote: &Vote,
) -> Option<Reason> {
    if let Matter::Round(election) = vote.matter {
        return elections::decided(now, profile, (election, vote));
    }
    let closed = vote.closed.as_ref()?;
    let mistaken = vote.mistaken(now);
    if mistaken.is_empty() || closed.result.outcome == VoteOutcome::Inconsistent {
        return None;
    }
    let recused = &vote.known_basis().recused;
    let biased = recused.iter().any(|one| mistaken.iter().any(|who| who.person == one.person));
    let statute = if biased { cited(&profile.quorum.bias_effect_statute) } else { String::new() };
    let required = Required::of(now, profile, closed.majority.as_ref()).ok()?;
    let Some(count) = numbers(&profile.vote, &closed.tally) else {
        let text = format!(
            "Ob die Mitwirkung für das Ergebnis entscheidend war, lässt sich ohne Zahlen nicht sagen{statute}."
        );
        return Some(hint(ReasonCode::Decisive, text));
    };
    let seats: Vec<SeatId> = mistaken.iter().map(|one| one.seat).collect();
    let questioned = in_question(&closed.tally, &seats);
    let judged = decisive::judge(count, required.majority(), questioned);
    let code = if judged.decisive { ReasonCode::Decisive } else { ReasonCode::NotDecisive };
    let word = match closed.announced {
        Announced::Accepted => "angenommen",
        Announced::Rejected => "abgelehnt",
    };
    let text = format!(
        "Das Ergebnis war {}:{} ({word}), {}{statute}.",
        count.yes,
        count.no,
        judged.wording()
    );
    Some(hint(code, text))
}

/// What a vote that was recorded with a note has in question.
pub(in crate::session) fn noted(
    now: &Snapshot,
    profile: &RuleProfile,
    vote: &Vote,
) -> Option<Doubt> {
    if let Matter::Round(election) = vote.matter {
        let state = now.election(election)?;
        let round = state.rounds.iter().find(|round| round.vote == vote.id)?;
        let (basis, tally) = (&vote.basis, &round.tally);
        return elections::unlawful(profile, basis, round.result.stage, tally).map(Doubt::of);
    }
    let closed = vote.closed.as_ref()?;
    let required = Required::of(now, profile, closed.majority.as_ref()).ok()?;
    let without_faction = now.without_faction(&vote.basis);
    let terms = Terms { rule: &profile.vote, basis: &vote.basis, required, without_faction };
    unlawful(profile, terms, &closed.tally)
}

/// Whose ballots of a roll-call stand under seats on which a basis has somebody else, or nobody; empty
/// where there are none. They stay whose they were: a basis is settled, a ballot is corrected.
pub(in crate::session) fn kept(
    now: &Snapshot,
    directory: &Directory,
    vote: &Vote,
    new: &Basis,
) -> String {
    let tally = vote.closed.as_ref().map(|closed| &closed.tally);
    let Some(Tally::RollCall { ballots }) = tally else { return String::new() };
    let mut others = Vec::new();
    for ballot in ballots {
        let Some((who, _)) = vote.voter_on(ballot.seat, now) else { continue };
        if new.on(ballot.seat).is_some_and(|one| one.person == who) {
            continue;
        }
        let number = now.seats.get(&ballot.seat).map_or(0, |seat| seat.number);
        let name = directory.persons.get(&who).map_or_else(String::new, Person::full_name);
        others.push((number, format!("Sitz {number}: {name}")));
    }
    others.sort();
    let others: Vec<String> = others.into_iter().map(|(_, told)| told).collect();
    if others.is_empty() {
        return String::new();
    }
    format!(
        " In der Namensliste bleibt, wer abgestimmt hat ({}); das ändert nur eine Berichtigung der Abstimmung.",
        others.join(", ")
    )
}

/// The votes of those seats: known from a roll-call, else not known. Who is known not to have voted is
/// in no question.
fn in_question(tally: &Tally, seats: &[SeatId]) -> Questioned {
    let mut questioned = Questioned::default();
    let Tally::RollCall { ballots } = tally else {
        questioned.unknown = u16::try_from(seats.len()).unwrap_or(u16::MAX);
        return questioned;
    };
    for Ballot { choice, .. } in ballots.iter().filter(|one| seats.contains(&one.seat)) {
        let sum = match choice {
            Choice::Yes => &mut questioned.known.yes,
            Choice::No => &mut questioned.known.no,
            Choice::Abstain => &mut questioned.known.abstain,
        };
        *sum = sum.saturating_add(1);
    }
    questioned
}
