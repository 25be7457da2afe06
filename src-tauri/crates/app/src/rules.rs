//! Answers rule questions, one JSON object per line: the rules on their own, without a session.

mod elections;
mod settled;
mod votes;

use crate::core::membership::Status;
use crate::core::rules::election::{Round, Stage};
use crate::core::rules::local::Judgement;
use crate::core::rules::profile::{QuorumBase, RuleProfile};
use crate::core::rules::quorum::{self, Counts, QuorumInput, SecondCall, remedy};
use crate::core::rules::request::{self, Requests};
use crate::{json, profiles};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
enum Question {
    Quorum {
        profile: String,
        seats: u16,
        present: BTreeMap<Status, u16>,
        #[serde(default)]
        recused: BTreeMap<Status, u16>,
        #[serde(default)]
        vacant: u16,
        #[serde(default)]
        advisory_present: u16,
        #[serde(default)]
        second_call: Option<Call>,
    },
    Vote(votes::Vote),
    Participation(votes::Participation),
    Wording(votes::Wording),
    Election {
        profile: String,
        #[serde(default)]
        entitled: Option<u16>,
        round: u8,
        candidates: BTreeMap<String, u16>,
        no: u16,
        abstain: u16,
        invalid: u16,
        /// Whom the chair lets run off.
        #[serde(default)]
        run_off: Vec<String>,
        /// Words for the result.
        #[serde(default)]
        words: Option<String>,
    },
    Request {
        profile: String,
        members: u16,
        #[serde(default)]
        secret: u16,
        #[serde(default)]
        rollcall: u16,
        #[serde(default)]
        secret_quota: Option<u16>,
        #[serde(default)]
        rollcall_quota: Option<u16>,
    },
}

/// A second call as it is asked about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
    same_item: bool,
    notice: bool,
}

impl Question {
    fn profile(&self) -> &str {
        match self {
            Self::Vote(vote) => &vote.profile,
            Self::Participation(asked) => &asked.profile,
            Self::Wording(asked) => &asked.profile,
            Self::Quorum { profile, .. }
            | Self::Election { profile, .. }
            | Self::Request { profile, .. } => profile,
        }
    }
}

/// The answer to one line and whether it was an error.
pub fn answer(profiles: &[RuleProfile], line: &str) -> (Value, bool) {
    let parsed: Result<Value, _> = serde_json::from_str(json::without_mark(line));
    let id = parsed.as_ref().ok().and_then(|value| value.get("id").cloned()).unwrap_or(Value::Null);
    let answered =
        parsed.map_err(|fault| unreadable(&fault, None)).and_then(|value| judge(profiles, value));
    match answered {
        Ok(mut answer) => {
            answer["id"] = id;
            (answer, false)
        }
        Err(error) => (json!({"id": id, "error": error}), true),
    }
}

/// Fields of a vector line that carry the expectation, not the question.
const BESIDE: [&str; 3] = ["id", "expect", "note"];

fn judge(profiles: &[RuleProfile], mut line: Value) -> Result<Value, String> {
    let (mut own, mut day) = (None, None);
    if let Value::Object(fields) = &mut line {
        for beside in BESIDE {
            fields.remove(beside);
        }
        own = fields.remove("local");
        day = fields.remove("date");
    }
    let day = day.as_ref().map(date).transpose()?;
    let question = Question::deserialize(&line).map_err(|fault| unreadable(&fault, Some(&line)))?;
    let profile = find(profiles, question.profile(), day)?;
    let own = own.map(|own| settled::over(profile, &own)).transpose()?;
    let mut answer = judge_by(own.as_ref().unwrap_or(profile), question)?;
    answer["profile_status"] = profiles::status(profile).into();
    Ok(answer)
}

fn unreadable(fault: &serde_json::Error, line: Option<&Value>) -> String {
    format!("Die Frage ist nicht lesbar: {} ({fault})", json::explain(fault, line))
}

fn judge_by(profile: &RuleProfile, question: Question) -> Result<Value, String> {
    match question {
        Question::Quorum {
            seats, present, recused, vacant, advisory_present, second_call, ..
        } => {
            let input = QuorumInput {
                seats,
                present: members(profile, present)?,
                recused: members(profile, recused)?,
                barred: 0,
                vacant,
                advisers: advisory_present,
                apart: 0,
                second_call: second_call
                    .map(|call| SecondCall { same_item: call.same_item, notice: call.notice }),
            };
            possible(profile, &input)?;
            Ok(quorum_answer(profile, &input))
        }
        Question::Vote(vote) => vote.answer(profile),
        Question::Participation(asked) => asked.answer(profile),
        Question::Wording(asked) => Ok(asked.answer(profile)),
        Question::Election {
            entitled,
            round,
            candidates,
            no,
            abstain,
            invalid,
            run_off,
            words,
            ..
        } => {
            if round == 0 {
                return Err("Wahlgänge werden ab 1 gezählt; angegeben ist 0.".to_owned());
            }
            let stage = if round == 1 { Stage::First } else { Stage::Runoff };
            let candidates = candidates.into_iter().collect();
            let round = Round { stage, entitled, candidates, no, abstain, invalid };
            elections::answer(profile, &round, &run_off, words.as_deref())
        }
        Question::Request { members, secret, rollcall, secret_quota, rollcall_quota, .. } => {
            let asked = Requests { members, secret, rollcall, secret_quota, rollcall_quota };
            let asked = settled::asked(profile, asked);
            let members = asked.members;
            if secret > members || rollcall > members {
                return Err(format!(
                    "Mehr Antragstellende als {members} Mitglieder sind nicht möglich."
                ));
            }
            Ok(request_answer(profile, asked))
        }
    }
}

fn request_answer(profile: &RuleProfile, asked: Requests) -> Value {
    let mut granted = request::judge(profile, asked);
    granted.reasons.extend(settled::sentence(profile, Judgement::Request));
    json!({
        "method": granted.method,
        "secret_required": granted.secret_required,
        "rollcall_required": granted.rollcall_required,
        "reasons": granted.reasons,
    })
}

/// The profile that applies on a day; the newest where none is named.
fn find<'a>(
    profiles: &'a [RuleProfile],
    id: &str,
    day: Option<NaiveDate>,
) -> Result<&'a RuleProfile, String> {
    let versions = || profiles.iter().filter(|profile| profile.id.0 == id);
    let newest = versions()
        .max_by_key(|profile| profile.version)
        .ok_or_else(|| format!("Das Regelprofil „{id}“ ist nicht bekannt."))?;
    let Some(day) = day else { return Ok(newest) };
    versions()
        .find(|profile| profile.applies_on(day))
        .ok_or_else(|| format!("Das Regelprofil „{id}“ gilt nicht am {}.", day.format("%d.%m.%Y")))
}

/// The day of the session: "2026-11-12".
fn date(value: &Value) -> Result<NaiveDate, String> {
    NaiveDate::deserialize(value).map_err(|_| {
        format!("Das Datum (date) {value} ist nicht lesbar; erwartet wird JJJJ-MM-TT.")
    })
}

/// Persons of a status that has no vote in this body are an error, zero of them are none.
fn members(profile: &RuleProfile, counts: Counts) -> Result<Counts, String> {
    let counts: Counts = counts.into_iter().filter(|(_, count)| *count > 0).collect();
    match counts.keys().find(|status| !profile.voting_statuses.contains(status)) {
        None => Ok(counts),
        Some(status) => Err(format!("Der Status {status:?} stimmt in diesem Gremium nicht ab.")),
    }
}

/// Refuses numbers that no session can have.
fn possible(profile: &RuleProfile, input: &QuorumInput) -> Result<(), String> {
    let seats = u32::from(input.seats);
    let present: u32 = input.present.values().copied().map(u32::from).sum();
    for (status, recused) in &input.recused {
        let there = input.present.get(status).copied().unwrap_or(0);
        if *recused > there {
            return Err(format!(
                "Status {status:?}: {recused} Befangene bei {there} Anwesenden sind nicht möglich."
            ));
        }
    }
    if input.present.get(&Status::HVB).is_some_and(|count| *count > 1) {
        return Err("Die Hauptverwaltungsbeamtin oder den Hauptverwaltungsbeamten (HVB) gibt es nur einmal.".to_owned());
    }
    let vacant = u32::from(input.vacant);
    if vacant > seats {
        return Err(format!("{vacant} unbesetzte Sitze bei {seats} Sitzen sind nicht möglich."));
    }
    if present > seats {
        return Err(format!("{present} Anwesende auf {seats} Sitzen sind nicht möglich."));
    }
    // A statutory number is that of an assembly; nobody sits there on a vacant seat.
    let assembly = matches!(profile.quorum.base, QuorumBase::Statutory | QuorumBase::Reduced);
    if assembly && present + vacant > seats {
        return Err(format!(
            "{present} Anwesende und {vacant} unbesetzte Sitze bei {seats} Sitzen sind nicht möglich."
        ));
    }
    Ok(())
}

fn quorum_answer(profile: &RuleProfile, input: &QuorumInput) -> Value {
    let result = quorum::judge(profile, input);
    let state = quorum::legal_state(profile.quorum.fiction, None, result.computed);
    let remedy = remedy::words(profile, &remedy::remedies(profile, input, &result));
    let texts = |reasons: &[crate::core::rules::Reason]| -> Vec<String> {
        reasons.iter().map(|reason| reason.text.clone()).collect()
    };
    let mut answer = json!({
        "computed": result.computed,
        "size": result.size,
        "composition": result.composition,
        "required": result.required,
        "reasons": texts(&result.reasons),
        "legal_state": state,
        "needs_decision": texts(&result.needs_decision),
    });
    if !remedy.is_empty() {
        answer["remedy"] = remedy.into();
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(line: &str) -> (Value, bool) {
        answer(&profiles::all().unwrap(), line)
    }

    #[test]
    fn the_version_of_the_day_answers() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 7, day);
        let all = profiles::all().unwrap();
        let old = all.iter().find(|one| one.id.0 == "nw-go-rat").unwrap();
        let mut new = old.clone();
        new.version = 2;
        new.quorum.threshold.num = 0;
        new.valid_from = day(2);
        let first = day(1);
        let versions = [RuleProfile { valid_from: first, valid_to: first, ..old.clone() }, new];
        let holds = |date: &str| {
            let line = format!(
                r#"{{"kind": "quorum", "profile": "nw-go-rat", "seats": 41, "present": {{"RM": 5}}{date}}}"#
            );
            let (answer, failed) = answer(&versions, &line);
            if failed { answer["error"].clone() } else { answer["computed"].clone() }
        };
        assert_eq!(holds(r#", "date": "2026-07-01""#), false);
        assert_eq!(holds(r#", "date": "2026-07-02""#), true);
        assert_eq!(holds(""), true, "the newest version");
        assert_eq!(
            holds(r#", "date": "2026-06-30""#),
            "Das Regelprofil „nw-go-rat“ gilt nicht am 30.06.2026."
        );
        assert!(holds(r#", "date": "1.7.2026""#).as_str().unwrap().contains("JJJJ-MM-TT"));
    }

    #[test]
    fn what_cannot_be_is_an_error() {
        let committee = r#""kind": "quorum", "profile": "nw-kro-ausschuss", "seats": 17"#;
        let council = r#""kind": "quorum", "profile": "nw-go-rat", "seats": 41"#;
        let vote = r#""kind": "vote", "profile": "nw-go-rat", "entitled": 3, "yes": 2, "no": 1, "abstain": 0, "method": "open""#;
        let near =
            r#""kind": "participation", "profile": "nw-go-rat", "entitled": 11, "yes": 6, "no": 5"#;
        let election = r#""kind": "election", "profile": "nw-go-rat", "candidates": {"A": 1}, "no": 0, "abstain": 0, "invalid": 0"#;
        for (line, words) in [
            (
                format!(
                    r#"{{{committee}, "present": {{"KA": 5, "SB": 1}}, "recused": {{"SB": 2}}}}"#
                ),
                "2 Befangene bei 1",
            ),
            (
                format!(r#"{{{committee}, "present": {{"KA": 5}}, "recused": {{"SB": 1}}}}"#),
                "1 Befangene bei 0",
            ),
            (
                format!(
                    r#"{{{committee}, "present": {{"KA": 65535, "SB": 65535}}, "recused": {{"KA": 65535, "SB": 65535}}}}"#
                ),
                "131070 Anwesende",
            ),
            (
                format!(r#"{{{committee}, "present": {{"KA": 5}}, "vacant": 18}}"#),
                "18 unbesetzte Sitze",
            ),
            (format!(r#"{{{committee}, "present": {{"KA": 18}}}}"#), "18 Anwesende"),
            (
                format!(r#"{{{council}, "present": {{"RM": 40}}, "vacant": 2}}"#),
                "40 Anwesende und 2",
            ),
            (format!(r#"{{{council}, "present": {{"RM": 30, "HVB": 2}}}}"#), "nur einmal"),
            (
                format!(
                    r#"{{{committee}, "present": {{"KA": 5}}, "second_call": {{"same_item": true, "notice": true, "farbe": 1}}}}"#
                ),
                "„farbe“",
            ),
            (
                format!(
                    r#"{{{vote}, "majority": {{"base": "entitled", "op": ">", "num": 1, "den": 0}}}}"#
                ),
                "Nenner",
            ),
            (
                format!(r#"{{{vote}, "majority": {{"base": "entitled", "op": ">", "num": 1}}}}"#),
                "„den“ fehlt",
            ),
            (format!(r#"{{{vote}, "majority": {{"id": "abwahl9"}}, "statutory": 41}}"#), "abwahl9"),
            (format!(r#"{{{vote}, "majority": {{"id": "hauptsatzung"}}}}"#), "statutory"),
            (
                format!(r#"{{{vote}, "majority": {{"id": "hauptsatzung", "num": 1}}}}"#),
                "nicht beides",
            ),
            (format!(r#"{{{vote}, "blank": 1}}"#), "nur bei geheimer"),
            (format!(r#"{{{near}, "questioned": 0}}"#), "0 Stimmen können"),
            (format!(r#"{{{near}, "questioned": 6, "choice": "no"}}"#), "6 Stimmen können"),
            (format!(r#"{{{near}, "questioned": 12}}"#), "12 Stimmen können"),
            (format!(r#"{{{election}, "round": 0}}"#), "ab 1"),
            (r#"{"kind": "quorum"}"#.to_owned(), "„profile“ fehlt"),
        ] {
            let (answer, error) = ask(&line);
            assert!(error, "{line}");
            assert!(answer["error"].as_str().is_some_and(|text| text.contains(words)), "{answer}");
        }
        // A substitute may sit on a vacant seat of a committee.
        let (_, error) = ask(&format!(r#"{{{committee}, "present": {{"KA": 16}}, "vacant": 2}}"#));
        assert!(!error);
    }

    #[test]
    fn a_test_that_fails_comes_with_its_remedy() {
        let committee = r#""kind": "quorum", "profile": "nw-kro-ausschuss", "seats": 17"#;
        for (present, remedy) in [
            (r#"{"KA": 8, "SB": 8}"#, json!("1 SB in den Zuhörerbereich oder 1 KA mehr")),
            (r#"{"KA": 9, "SB": 8}"#, Value::Null),
        ] {
            let (answer, _) = ask(&format!(r#"{{{committee}, "present": {present}}}"#));
            assert_eq!(answer["remedy"], remedy);
        }
    }

    /// The same question without and with what is settled otherwise: a field, both values, and
    /// whether the answer names the rule.
    #[test]
    fn what_is_settled_otherwise_changes_the_answer_and_is_named() {
        let committee = r#""kind": "quorum", "profile": "nw-kro-ausschuss", "seats": 17"#;
        let again = r#""second_call": {"same_item": true, "notice": true}"#;
        let vote = r#""kind": "vote", "profile": "nw-kro-kreistag", "entitled": 79, "yes": 39, "no": 10, "abstain": 0, "method": "open", "statutory": 79, "majority": {"base": "statutory", "op": ">", "num": 1, "den": 2}"#;
        let request = r#""kind": "request", "profile": "nw-kro-ausschuss", "members": 17"#;
        for (question, rule, field, without, with) in [
            (
                format!(r#"{committee}, "present": {{"KA": 8}}"#),
                r#""members": 15"#,
                "computed",
                json!(false),
                json!(true),
            ),
            (
                format!(r#"{committee}, "present": {{"KA": 4, "SB": 5}}"#),
                r#""withoutComposition": true"#,
                "computed",
                json!(false),
                json!(true),
            ),
            (
                format!(r#"{committee}, "present": {{"KA": 1, "SB": 2}}, {again}"#),
                r#""secondCallComposition": "waive""#,
                "computed",
                json!(false),
                json!(true),
            ),
            (
                format!(r#"{committee}, "present": {{"KA": 1}}"#),
                r#""fiction": "none""#,
                "legal_state",
                json!("deemed"),
                json!("computed"),
            ),
            (vote.to_owned(), r#""members": 77"#, "outcome", json!("rejected"), json!("accepted")),
            (
                format!(r#"{request}, "rollcall": 3"#),
                r#""rollcallRequest": {"number": 4}"#,
                "method",
                json!("rollcall"),
                json!("open"),
            ),
            (
                format!(r#"{request}, "secret": 3"#),
                r#""members": 15"#,
                "method",
                json!("open"),
                json!("secret"),
            ),
        ] {
            let (plain, error) = ask(&format!("{{{question}}}"));
            assert!(!error, "{plain}");
            let own = format!(r#"{{{question}, "local": {{"reason": "Satzung", {rule}}}}}"#);
            let (settled, error) = ask(&own);
            assert!(!error, "{settled}");
            assert_eq!((&plain[field], &settled[field]), (&without, &with), "{question} {rule}");
            let named = |answer: &Value| answer.to_string().contains("Abweichend vom Regelprofil");
            assert_eq!((named(&plain), named(&settled)), (false, true), "{question} {rule}");
        }
        for rule in [r#"{"reason": ""}"#, r#"{"reason": "x"}"#, r#"{"reason": "x", "seats": 3}"#] {
            let (answer, error) =
                ask(&format!(r#"{{{committee}, "present": {{"KA": 9}}, "local": {rule}}}"#));
            assert!(error, "{answer}");
        }
    }

    #[test]
    fn a_draft_is_called_one_in_every_answer_and_a_byte_order_mark_does_no_harm() {
        let line = r#"{"id": 1, "kind": "vote", "profile": "nw-go-rat", "entitled": 3, "yes": 2, "no": 1, "abstain": 0, "method": "open"}"#;
        let (answer, error) = ask(&format!("\u{feff}{line}"));
        assert!(!error, "{answer}");
        assert_eq!(answer["profile_status"], "Entwurf");
        assert_eq!(answer["id"], 1);
    }
}
