//! Whether the words of a result fit what is known of the vote.
//!
//! It knows the usual German words for a result, and numbers beside Ja-Stimmen, Gegenstimmen,
//! Enthaltungen and ungültige Stimmen, in digits or in words (`claims.rs`). What it does not know it
//! does not judge, and it never refuses anything: the words are the clerk's.
//!
//! Unanimous is a vote without a contrary one; abstentions do not prevent it (common usage, OVG
//! Lüneburg 10 LC 117/22), but are told. A tie is a rejection: § 35 Abs. 1 KrO NRW, § 50 Abs. 1 GO NRW
//! and what the profile names for others.

mod claims;
mod rounds;
#[cfg(test)]
mod tests;

use super::majority::{Method, number};
use super::profile::VoteRule;
use super::{Reason, ReasonCode};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use claims::{Claims, Kind, Said};
pub use rounds::{KnownRound, answered, check_round};

/// What is known of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Announced as adopted; else as rejected.
    pub accepted: bool,
    /// Entitled and present.
    pub entitled: u16,
    /// Yes, No, abstentions, invalid votes; none for a number that nobody recorded.
    pub votes: [Option<u16>; 4],
    /// How it was taken.
    pub method: Method,
}

impl Known {
    fn of(self, kind: Kind) -> Option<u16> {
        self.votes.get(kind as usize).copied().flatten()
    }

    /// Votes against what became of the matter.
    fn contrary(self) -> (Kind, Option<u16>) {
        let kind = if self.accepted { Kind::No } else { Kind::Yes };
        (kind, self.of(kind))
    }
}

/// What of the words does not fit; nothing where they fit, or say nothing that can be compared.
pub fn check(rule: &VoteRule, words: &str, known: Known) -> Vec<Reason> {
    let claims = claims::read(words);
    let mut found = Vec::new();
    outcome(&claims, known, &mut found);
    unanimity(&claims, known, &mut found);
    majority(&claims, known, &mut found);
    tie(rule, &claims, known, &mut found);
    numbers(&claims, known, &mut found);
    method(&claims, known, "Abstimmung", &mut found);
    found
}

fn contradicts(text: String) -> Reason {
    Reason { code: ReasonCode::WordingContradicts, text }
}

fn unusual(text: String) -> Reason {
    Reason { code: ReasonCode::WordingUnusual, text }
}

fn outcome(claims: &Claims, known: Known, found: &mut Vec<Reason>) {
    // Words for both, "die Ablehnung wird beschlossen", say nothing by themselves.
    let [(accepted, word), rest @ ..] = claims.outcomes.as_slice() else { return };
    if *accepted == known.accepted || rest.iter().any(|(other, _)| other != accepted) {
        return;
    }
    let announced = if known.accepted { "angenommen" } else { "abgelehnt" };
    found.push(contradicts(format!(
        "Der Wortlaut sagt „{word}“; bekannt gegeben ist „{announced}“."
    )));
}

fn unanimity(claims: &Claims, known: Known, found: &mut Vec<Reason>) {
    let Some((unanimous, word)) = &claims.unanimous else { return };
    let (kind, votes) = known.contrary();
    match (unanimous, votes) {
        (true, Some(1..)) | (false, Some(0)) => {
            let votes = counted(kind, u32::from(votes.unwrap_or(0)));
            found.push(contradicts(format!("„{word}“ passt nicht zu {votes}.")));
        }
        (true, _) => {
            if let Some(said) = claims.some(kind) {
                found.push(contradicts(format!("„{word}“ und „{said}“ schließen sich aus.")));
            }
            let silent = claims.said(Kind::Abstain).is_empty();
            if let (Some(more @ 1..), true) = (known.of(Kind::Abstain), silent) {
                let abstained = counted(Kind::Abstain, u32::from(more));
                found.push(unusual(format!(
                    "„{word}“ ist bei {abstained} möglich (OVG Lüneburg, 10 LC 117/22); üblich ist, sie zu nennen."
                )));
            }
        }
        (false, _) => {}
    }
}

fn majority(claims: &Claims, known: Known, found: &mut Vec<Reason>) {
    let Some(word) = &claims.majority else { return };
    if let Some((true, other)) = &claims.unanimous {
        found.push(contradicts(format!("„{word}“ und „{other}“ schließen sich aus.")));
    }
    let (kind, votes) = known.contrary();
    if votes != Some(0) {
        return;
    }
    let none = counted(kind, 0);
    found.push(match known.of(Kind::Abstain) {
        Some(more @ 1..) => {
            let abstained = counted(Kind::Abstain, u32::from(more));
            unusual(format!(
                "„{word}“ klingt nach Gegenstimmen; festgehalten sind {none} und {abstained}."
            ))
        }
        _ => contradicts(format!("„{word}“ passt nicht: Festgehalten ist {none}.")),
    });
}

fn tie(rule: &VoteRule, claims: &Claims, known: Known, found: &mut Vec<Reason>) {
    if !claims.tie {
        return;
    }
    if let (Some(yes), Some(no)) = (known.of(Kind::Yes), known.of(Kind::No))
        && yes != no
    {
        let [yes, no] =
            [(Kind::Yes, yes), (Kind::No, no)].map(|(kind, votes)| counted(kind, u32::from(votes)));
        found.push(contradicts(format!("„Stimmengleichheit“ passt nicht zu {yes} und {no}.")));
    } else if known.accepted {
        let statute = match rule.statute.as_str() {
            "" => String::new(),
            statute => format!(" ({statute})"),
        };
        found.push(contradicts(format!(
            "Bei Stimmengleichheit ist der Antrag abgelehnt{statute}; bekannt gegeben ist „angenommen“."
        )));
    }
}

fn numbers(claims: &Claims, known: Known, found: &mut Vec<Reason>) {
    let mut sum = 0_u32;
    for kind in Kind::ALL {
        let said = claims.said(kind);
        if said.is_empty() {
            continue;
        }
        let all = said.iter().fold(0_u32, |all, one| all.saturating_add(one.least()));
        let most = said.iter().map(|one| one.least()).max().unwrap_or(0);
        let counts = |votes: u32| {
            let unsaid = said.contains(&Said::Some) && votes > 0;
            // "3 Enthaltungen, davon 1 Enthaltung der ..." is neither a sum nor a contradiction.
            votes == all || votes == most || unsaid
        };
        sum = sum.saturating_add(most);
        let told = if said == [Said::Some] { plural(kind).to_string() } else { counted(kind, all) };
        match known.of(kind).map(u32::from) {
            Some(votes) if counts(votes) => {}
            Some(votes) => found.push(differs(&told, votes)),
            None if all > 0 && said != [Said::Some] => found.push(unusual(format!(
                "Der Wortlaut nennt {told}; festgehalten ist dazu keine Zahl."
            ))),
            None => {}
        }
    }
    if let Some((first, second)) = claims.ratio {
        sum = sum.max(first.saturating_add(second));
        let votes = (known.of(Kind::Yes), known.of(Kind::No));
        if let (Some(yes), Some(no)) = votes
            && ![(yes, no), (no, yes)].contains(&(
                u16::try_from(first).unwrap_or(u16::MAX),
                u16::try_from(second).unwrap_or(u16::MAX),
            ))
        {
            found.push(contradicts(format!(
                "Der Wortlaut nennt {first} zu {second} Stimmen; festgehalten sind {yes} zu {no}."
            )));
        }
    }
    if sum > u32::from(known.entitled) {
        let votes = if sum == 1 { "1 Stimme".to_string() } else { format!("{sum} Stimmen") };
        found.push(contradicts(format!(
            "Der Wortlaut nennt {votes}; stimmberechtigt anwesend waren {}.",
            known.entitled
        )));
    }
}

fn differs(told: &str, votes: u32) -> Reason {
    let known = match votes {
        0 => "ist keine".to_string(),
        1 => "ist 1".to_string(),
        more => format!("sind {more}"),
    };
    contradicts(format!("Der Wortlaut nennt {told}; festgehalten {known}."))
}

fn method(claims: &Claims, known: Known, noun: &str, found: &mut Vec<Reason>) {
    let Some((method, word)) = &claims.method else { return };
    // A roll-call is open, too.
    let open = |method| method != Method::Secret;
    if *method == known.method || (*method == Method::Open && open(known.method)) {
        return;
    }
    let taken = match known.method {
        Method::Open => "offene",
        Method::Rollcall => "namentliche",
        Method::Secret => "geheime",
    };
    found.push(contradicts(format!(
        "Der Wortlaut sagt „{word}“; festgehalten ist eine {taken} {noun}."
    )));
}

/// "3 Gegenstimmen", "keine Enthaltung".
fn counted(kind: Kind, votes: u32) -> String {
    let (one, more) = (singular(kind), plural(kind));
    match u16::try_from(votes) {
        Ok(votes) => number(votes, one, more).unwrap_or_else(|| format!("keine {one}")),
        Err(_) => format!("{votes} {more}"),
    }
}

const fn singular(kind: Kind) -> &'static str {
    match kind {
        Kind::Yes => "Ja-Stimme",
        Kind::No => "Gegenstimme",
        Kind::Abstain => "Enthaltung",
        Kind::Invalid => "ungültige Stimme",
    }
}

const fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Yes => "Ja-Stimmen",
        Kind::No => "Gegenstimmen",
        Kind::Abstain => "Enthaltungen",
        Kind::Invalid => "ungültige Stimmen",
    }
}
