//! What the words of a result say: reading German, word by word, without judging anything.

use crate::rules::majority::Method;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

/// Of which votes a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Yes,
    No,
    Abstain,
    Invalid,
}

impl Kind {
    pub(super) const ALL: [Self; 4] = [Self::Yes, Self::No, Self::Abstain, Self::Invalid];
}

/// What is said of the votes of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// So many.
    Number(u32),
    /// "bei Gegenstimmen": one at least.
    Some,
}

impl Said {
    pub(super) const fn least(self) -> u32 {
        match self {
            Self::Number(number) => number,
            Self::Some => 1,
        }
    }
}

/// What the words claim, with the words as they stand where a sentence quotes them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Claims {
    /// Adopted (true) or rejected.
    pub(super) outcomes: Vec<(bool, String)>,
    /// "einstimmig", or that it was not.
    pub(super) unanimous: Option<(bool, String)>,
    /// "mehrheitlich", "mit Mehrheit".
    pub(super) majority: Option<String>,
    /// "bei Stimmengleichheit".
    pub(super) tie: bool,
    /// "10 zu 3".
    pub(super) ratio: Option<(u32, u32)>,
    /// "geheim", "namentlich", "offene Abstimmung".
    pub(super) method: Option<(Method, String)>,
    votes: [Vec<Said>; 4],
}

impl Claims {
    pub(super) fn said(&self, kind: Kind) -> &[Said] {
        self.votes.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    /// That there were votes of a kind, in words.
    pub(super) fn some(&self, kind: Kind) -> Option<String> {
        let said = self.said(kind).iter().map(|one| one.least()).max()?;
        (said > 0).then(|| super::counted(kind, said))
    }
}

/// A word in lower case without its hyphens, a run of digits, or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    text: String,
    /// As it stands there.
    pub(super) written: String,
}

impl Token {
    pub(super) fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.text.as_str())
    }

    fn begins(&self, stems: &[&str]) -> bool {
        stems.iter().any(|stem| self.text.starts_with(stem))
    }

    /// A stem with an ending of an adjective: "keine", "offener".
    pub(super) fn inflects(&self, stem: &str) -> bool {
        let ending = self.text.strip_prefix(stem);
        ending.is_some_and(|ending| ["", "e", "er", "en", "em", "es"].contains(&ending))
    }

    fn is_word(&self) -> bool {
        self.text.chars().all(char::is_alphabetic)
    }

    pub(super) fn number(&self) -> Option<u32> {
        if self.text.starts_with(|c: char| c.is_ascii_digit()) {
            return Some(self.text.parse().unwrap_or(u32::MAX));
        }
        if self.inflects("kein") || self.is(&["ohne", "null"]) {
            return Some(0);
        }
        if self.inflects("ein") {
            return Some(1);
        }
        let named = |name: &str| self.text == name || self.text.strip_suffix("er") == Some(name);
        let found = NUMBERS.iter().position(|names| names.iter().any(|name| named(name)))?;
        u32::try_from(found + 2).ok()
    }

    pub(super) fn kind(&self) -> Option<Kind> {
        let kinds: [(Kind, &[&str]); 3] = [
            (Kind::Yes, &["ja", "jastimme", "jastimmen", "fürstimme", "fürstimmen", "dafür"]),
            (
                Kind::No,
                &["nein", "neinstimme", "neinstimmen", "gegenstimme", "gegenstimmen", "dagegen"],
            ),
            (
                Kind::Abstain,
                &["enthaltung", "enthaltungen", "stimmenthaltung", "stimmenthaltungen"],
            ),
        ];
        let known = kinds.into_iter().find(|(_, names)| self.is(names)).map(|(kind, _)| kind);
        known.or_else(|| self.begins(&["ungültig"]).then_some(Kind::Invalid))
    }
}

/// From two on.
const NUMBERS: [&[&str]; 11] = [
    &["zwei"],
    &["drei"],
    &["vier"],
    &["fünf", "fuenf"],
    &["sechs"],
    &["sieben"],
    &["acht"],
    &["neun"],
    &["zehn"],
    &["elf"],
    &["zwölf", "zwoelf"],
];

/// May stand between a number and what it counts.
const BETWEEN: [&str; 11] = [
    "stimme",
    "stimmen",
    "gültige",
    "gültigen",
    "gültiger",
    "weitere",
    "weiteren",
    "weiterer",
    "einzige",
    "einzigen",
    "einziger",
];

/// May stand between what is counted and its number: "Enthaltungen gab es keine".
const BEFORE_NUMBER: [&str; 9] =
    [":", "=", "gab", "gibt", "es", "waren", "sind", "wurden", "hierbei"];

/// May stand before votes of which nobody says how many: "bei Gegenstimmen".
const BEFORE_SOME: [&str; 8] =
    ["bei", "mit", "unter", "einige", "einigen", "mehreren", "wenigen", "vereinzelten"];

/// Not a majority over contrary votes, but one that the law asks for.
const PARTICULAR: [&str; 8] = [
    "qualifiziert",
    "absolut",
    "einfach",
    "erforderlich",
    "notwendig",
    "nötig",
    "zweidrittel",
    "dreiviertel",
];

/// A time of the day follows: "um 17:12".
const OF_TIME: [&str; 6] = ["um", "von", "bis", "seit", "ab", "gegen"];

/// The words one by one, with the signs between them.
pub(super) fn tokens(words: &str) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::new();
    let mut word = String::new();
    let end = |word: &mut String, all: &mut Vec<Token>| {
        if !word.is_empty() {
            let written = core::mem::take(word);
            let text = written.to_lowercase().replace('-', "");
            all.push(Token { text, written });
        }
    };
    let mut letters = words.chars().filter(|c| *c != '\u{AD}').peekable();
    while let Some(letter) = letters.next() {
        let letter = if letter == '\u{2011}' { '-' } else { letter };
        let last = word.chars().last();
        let joins = letter == '-'
            && last.is_some_and(char::is_alphabetic)
            && letters.peek().is_some_and(|next| next.is_alphabetic());
        if letter.is_alphanumeric() || joins {
            if last.is_some_and(|last| last.is_numeric() != letter.is_numeric()) {
                end(&mut word, &mut all);
            }
            word.push(letter);
            continue;
        }
        end(&mut word, &mut all);
        if !letter.is_whitespace() {
            all.push(Token { text: letter.to_string(), written: letter.to_string() });
        }
    }
    end(&mut word, &mut all);
    all
}

/// What is required is no claim: "(erforderlich sind 53 Ja-Stimmen)".
fn without_required(tokens: Vec<Token>) -> Vec<Token> {
    let mut skips = false;
    let mut kept = Vec::new();
    for token in tokens {
        skips = token.is(&["erforderlich"]) || (skips && !token.is(&[")", ";", "."]));
        if !skips {
            kept.push(token);
        }
    }
    kept
}

/// Reads the words of a result.
pub(super) fn read(words: &str) -> Claims {
    let tokens = without_required(tokens(words));
    let mut reader = Reader { tokens: &tokens, at: 0, pending: None, none: false };
    let mut claims = Claims::default();
    while reader.at < tokens.len() {
        reader.step(&mut claims);
        reader.at += 1;
    }
    claims
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    /// The number that was read last, as long as what it counts may follow.
    pending: Option<u32>,
    /// "ohne ... und ...": it goes on for what follows.
    none: bool,
}

impl<'a> Reader<'a> {
    fn get(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    fn before(&self) -> Option<&'a Token> {
        self.get(self.at.checked_sub(1)?)
    }

    fn negated(&self) -> bool {
        self.before().is_some_and(|one| one.is(&["nicht", "ohne"]) || one.inflects("kein"))
    }

    fn step(&mut self, claims: &mut Claims) {
        let Some(token) = self.get(self.at) else { return };
        if let Some(kind) = token.kind() {
            let said = self.counted();
            if let Some(votes) = claims.votes.get_mut(kind as usize) {
                votes.extend(said);
            }
            self.none = self.none && said == Some(Said::Number(0));
            self.pending = None;
            return;
        }
        if let Some(number) = token.number() {
            match self.ratio(number) {
                Some((ratio, length)) => {
                    claims.ratio = Some(ratio);
                    self.at += length;
                    self.pending = None;
                }
                None => self.pending = Some(number),
            }
            self.none = number == 0;
            return;
        }
        if !token.is(&BETWEEN) {
            self.pending = None;
            self.none = self.none && token.is(&["und", "oder", "sowie", ",", "/"]);
        }
        self.word(token, claims);
    }

    /// How many of what stands here: the number before it, or the one behind it.
    fn counted(&mut self) -> Option<Said> {
        if let Some(number) = self.pending {
            return Some(Said::Number(number));
        }
        let mut at = self.at + 1;
        while self.get(at).is_some_and(|one| one.is(&BEFORE_NUMBER)) {
            at += 1;
        }
        let behind = self.get(at);
        if let Some(number) = behind.and_then(Token::number) {
            let of_another = self.ratio_at(at, number).is_some();
            if !of_another {
                self.at = at;
                return Some(Said::Number(number));
            }
        }
        if at > self.at + 1 && behind.is_some_and(|one| one.is(&["nicht"])) {
            return Some(Said::Number(0));
        }
        if self.none {
            return Some(Said::Number(0));
        }
        self.before().is_some_and(|one| one.is(&BEFORE_SOME)).then_some(Said::Some)
    }

    fn ratio(&self, first: u32) -> Option<((u32, u32), usize)> {
        self.ratio_at(self.at, first)
    }

    /// "10 zu 3 Stimmen", "10 gegen 3", "10:3"; not "17:12 Uhr".
    fn ratio_at(&self, at: usize, first: u32) -> Option<((u32, u32), usize)> {
        let digits = |one: &Token| one.text.starts_with(|c: char| c.is_ascii_digit());
        let mut next = at + 1;
        if self.get(next)?.is(&["stimme", "stimmen"]) {
            next += 1;
        }
        let sign = self.get(next)?.is(&[":"]);
        if !sign && !self.get(next)?.is(&["zu", "gegen"]) {
            return None;
        }
        let second = self.get(next + 1)?;
        let behind = self.get(next + 2);
        let of_time = sign
            && (behind.is_some_and(|one| one.is(&["uhr"]))
                || at
                    .checked_sub(1)
                    .and_then(|at| self.get(at))
                    .is_some_and(|one| one.is(&OF_TIME)));
        let both = !sign || (digits(self.get(at)?) && digits(second));
        let counts_more = behind.is_some_and(|one| one.kind().is_some());
        if of_time || !both || counts_more {
            return None;
        }
        Some(((first, second.number()?), next + 1 - at))
    }

    fn word(&self, token: &Token, claims: &mut Claims) {
        let written = token.written.clone();
        let negated = self.negated();
        let said = if negated { format!("nicht {written}") } else { written.clone() };
        if token.begins(&["einstimmig", "einmütig", "einmuetig", "einhellig"]) {
            claims.unanimous = Some((!negated, said));
        } else if token.begins(&["mehrheitlich"]) {
            if !negated {
                claims.majority = Some(written);
            }
        } else if token.is(&["mehrheit"]) {
            self.majority(claims);
        } else if token.is(&["stimmengleichheit"]) {
            claims.tie = !negated;
        } else if token.begins(&["geheim", "namentlich"]) && !negated {
            let secret = token.begins(&["geheim"]);
            claims.method = Some((if secret { Method::Secret } else { Method::Rollcall }, written));
        } else if token.inflects("offen") && !negated {
            let vote = self.get(self.at + 1).filter(|one| one.is(&["abstimmung", "wahl"]));
            claims.method = vote.map(|_| (Method::Open, written)).or(claims.method.take());
        } else if let Some(accepted) = outcome(token) {
            claims.outcomes.push((accepted != negated, said));
        }
    }

    /// "mit großer Mehrheit" tells of contrary votes, "keine Mehrheit" of a rejection. Which majority
    /// was reached ("mit der Mehrheit der Mitglieder", "mit qualifizierter Mehrheit") is another matter.
    fn majority(&self, claims: &mut Claims) {
        let before = self.tokens.iter().take(self.at).rev();
        let before: Vec<&Token> = before.take_while(|one| one.is_word()).take(4).collect();
        let lacks = |one: &&&Token| one.inflects("kein") || one.is(&["ohne", "nicht", "verfehlt"]);
        if before.iter().take(3).any(|one| lacks(&one)) {
            claims.outcomes.push((false, "keine Mehrheit".to_string()));
            return;
        }
        let of = self.get(self.at + 1).is_some_and(|one| one.is(&["der", "aller", "von"]));
        let Some(with) = before.iter().position(|one| one.is(&["mit"])) else { return };
        let between = before.get(..with).unwrap_or_default();
        if of || between.iter().any(|one| one.begins(&PARTICULAR)) {
            return;
        }
        let mut told = vec!["mit"];
        told.extend(between.iter().rev().map(|one| one.written.as_str()));
        told.push("Mehrheit");
        claims.majority = Some(told.join(" "));
    }
}

/// Adopted (true), rejected (false), or no word for either.
fn outcome(token: &Token) -> Option<bool> {
    let adopted = ["angenommen", "zugestimmt", "beschlossen", "gebilligt", "genehmigt"];
    let rejected =
        ["abgelehnt", "verworfen", "zurückgewiesen", "lehnt", "lehnte", "ablehnung", "ablehnt"];
    if token.is(&adopted) {
        return Some(true);
    }
    token.is(&rejected).then_some(false)
}
