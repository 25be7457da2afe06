//! The size test: what the share is measured against, when fewer suffice, and the sentences.

use super::{Eased, QuorumInput, SecondCall, reason, total};
use crate::rules::profile::{QuorumBase, QuorumRule, Relief, ReliefCause, RuleProfile};
use crate::rules::{Reason, ReasonCode};
use alloc::format;
use alloc::string::String;

/// What the share is measured against.
pub(super) fn base(base: QuorumBase, input: &QuorumInput) -> u16 {
    let members = input.seats.saturating_sub(input.vacant);
    match base {
        QuorumBase::FixedSeats | QuorumBase::Statutory => input.seats,
        QuorumBase::Members => members,
        QuorumBase::Reduced => members.saturating_sub(excluded(input)),
    }
}

/// Members who are recused, there or not: who is barred from a matter is barred outside of the room,
/// too (§ 38 GO SH, § 65 NKomVG, § 39 GemO RP).
fn excluded(input: &QuorumInput) -> u16 {
    total(&input.recused).saturating_add(input.barred)
}

/// Whether it matters to the size test how many members are recused and not there.
pub(super) fn asks_for_recused(rule: &QuorumRule) -> bool {
    let by_bias =
        |case: &Relief| matches!(case.cause, ReliefCause::MostRecused | ReliefCause::Recused);
    rule.base == QuorumBase::Reduced
        || rule.relief.iter().any(by_bias)
        || !rule.relief_unknown.is_empty()
}

/// The first case of the profile in which fewer suffice, and whether they do.
pub(super) fn relief<'a>(
    profile: &'a RuleProfile,
    input: &QuorumInput,
    present: u16,
    base: u16,
) -> Option<(&'a Relief, bool)> {
    let rule = &profile.quorum;
    let recused = excluded(input);
    let members = input.seats.saturating_sub(input.vacant);
    let most = |part: u16, of: u16| u32::from(part) * 2 > u32::from(of);
    let given = |case: &&Relief| match case.cause {
        ReliefCause::MostRecused => most(recused, members),
        ReliefCause::MostVacant => most(input.vacant, input.seats),
        ReliefCause::Recused => {
            recused > 0 && rule.threshold.holds(present.saturating_add(recused), base)
        }
    };
    let case = rule.relief.iter().find(given)?;
    Some((case, present >= least(case, rule.base, input)))
}

/// Fewest persons in a case of relief: a share of all members, not of those that are left.
pub(super) fn least(case: &Relief, base: QuorumBase, input: &QuorumInput) -> u16 {
    let all = match base {
        QuorumBase::Members => input.seats.saturating_sub(input.vacant),
        _ => input.seats,
    };
    case.threshold.map_or(0, |threshold| threshold.required(all)).max(case.min)
}

/// A second call that the law takes for one.
pub(super) fn called_again(input: &QuorumInput) -> Option<SecondCall> {
    input.second_call.filter(|call| call.same_item && call.notice)
}

/// In which case the fewest persons suffice: in a second call, or by a relief.
pub(super) fn eased(
    profile: &RuleProfile,
    input: &QuorumInput,
    (present, base): (u16, u16),
) -> Option<Eased> {
    let rule = &profile.quorum;
    let again = called_again(input).map(|_| {
        let (least, statute) = (rule.second_call.min, rule.second_call.statute.clone());
        Eased { relief: None, least, statute }
    });
    // Who is enough by the share is not missed because of bias.
    let missed = !rule.threshold.holds(present, base);
    let case = relief(profile, input, present, base).map(|(case, _)| case);
    let case = case.filter(|case| missed || case.cause != ReliefCause::Recused);
    let eased = case.map(|case| {
        let (least, statute) = (least(case, rule.base, input), case.statute.clone());
        Eased { relief: Some(case.cause), least, statute }
    });
    again.into_iter().chain(eased).min_by_key(|one| one.least)
}

pub(super) fn size_reason(
    profile: &RuleProfile,
    base: u16,
    present: u16,
    required: u16,
    by_share: bool,
) -> Reason {
    let statute = &profile.quorum.statute;
    let code = if by_share { ReasonCode::SizeReached } else { ReasonCode::SizeMissed };
    let needed = match required {
        1 => String::from("erforderlich ist mindestens 1"),
        more => format!("erforderlich sind mindestens {more}"),
    };
    let only = if by_share { "" } else { "nur " };
    let who = match present {
        0 => String::from("ist niemand"),
        1 => format!("ist {only}1"),
        more => format!("sind {only}{more}"),
    };
    let members = match base {
        0 => {
            let text = format!("Stimmberechtigte Sitze gibt es nicht; {needed} ({statute}).");
            return reason(code, text);
        }
        1 => String::from("Von 1 stimmberechtigten Mitglied"),
        more => format!("Von {more} stimmberechtigten Mitgliedern"),
    };
    let half = if u32::from(present) * 2 == u32::from(base) { ", genau die Hälfte" } else { "" };
    reason(code, format!("{members} {who} anwesend{half}; {needed} ({statute})."))
}

/// What seats without a member mean for the base.
pub(super) fn vacant_reason(profile: &RuleProfile, input: &QuorumInput) -> Reason {
    let statute = &profile.quorum.statute;
    let seats = match input.vacant {
        1 => String::from("1 Sitz ist"),
        more => format!("{more} Sitze sind"),
    };
    let one = input.seats == 1;
    let text = match profile.quorum.base {
        QuorumBase::FixedSeats => format!(
            "{seats} nicht besetzt; Maßstab bleibt die festgelegte Zahl von {} {} ({statute}).",
            input.seats,
            if one { "Sitz" } else { "Sitzen" }
        ),
        QuorumBase::Statutory => format!(
            "{seats} nicht besetzt; gerechnet ist mit der gesetzlichen Zahl von {} {} ({statute}). Ist eine Liste erschöpft, kann diese Zahl niedriger sein und ist zu prüfen.",
            input.seats,
            if one { "Mitglied" } else { "Mitgliedern" }
        ),
        QuorumBase::Members | QuorumBase::Reduced => format!(
            "{seats} nicht besetzt und {} nicht mit ({statute}).",
            if input.vacant == 1 { "zählt" } else { "zählen" }
        ),
    };
    reason(ReasonCode::Vacant, text)
}

pub(super) fn second_call_reason(profile: &RuleProfile, call: SecondCall, present: u16) -> Reason {
    let rule = &profile.quorum.second_call;
    let statute = &rule.statute;
    if call.same_item && call.notice {
        let again = "Zum zweiten Mal zu demselben Gegenstand einberufen";
        let text = match rule.min {
            0 => format!("{again}; die Zahl der Anwesenden ist unerheblich ({statute})."),
            min if present >= min => {
                format!("{again}; {min} anwesende Stimmberechtigte genügen ({statute}).")
            }
            min => {
                let text = format!(
                    "{again}; auch dann sind mindestens {min} anwesende Stimmberechtigte erforderlich ({statute})."
                );
                return reason(ReasonCode::SecondCallUnfit, text);
            }
        };
        return reason(ReasonCode::SecondCall, text);
    }
    let why = if call.notice {
        "Es handelt sich nicht um denselben Gegenstand"
    } else {
        "In der zweiten Ladung fehlt der ausdrückliche Hinweis"
    };
    reason(
        ReasonCode::SecondCallUnfit,
        format!("Die Erleichterung der zweiten Einberufung gilt nicht: {why} ({statute})."),
    )
}

/// Why fewer suffice, or would.
pub(super) fn relief_reason(case: &Relief, least: u16, serves: bool) -> Reason {
    let why = match case.cause {
        ReliefCause::MostRecused => "Mehr als die Hälfte der Mitglieder ist befangen",
        ReliefCause::Recused => "Die Zahl wird nur wegen Befangenheit verfehlt",
        ReliefCause::MostVacant => "Mehr als die Hälfte der Sitze ist nicht besetzt",
    };
    let rule = match (serves, least) {
        (true, 0) => String::from("die Zahl der Anwesenden ist unerheblich"),
        (true, least) => format!("es genügen {least} anwesende Stimmberechtigte"),
        (false, least) => {
            format!("auch dann sind mindestens {least} anwesende Stimmberechtigte erforderlich")
        }
    };
    reason(ReasonCode::Relief, format!("{why}; {rule} ({}).", case.statute))
}

/// Members are recused, and the law lets fewer suffice then, but no source says how many (§ 36 `ThürKO`, § 55
/// KVG LSA, § 44 KSVG).
pub(super) fn relief_unknown(
    profile: &RuleProfile,
    input: &QuorumInput,
    present: u16,
    base: u16,
) -> Option<Reason> {
    let rule = &profile.quorum;
    let recused = excluded(input);
    let only = recused > 0 && rule.threshold.holds(present.saturating_add(recused), base);
    let text = || {
        format!(
            "Die Zahl wird nur wegen Befangenheit verfehlt. Nach dem Gesetz kann dann eine geringere Zahl genügen; sie ist in diesem Regelprofil nicht hinterlegt, der Vorsitz entscheidet ({}).",
            rule.relief_unknown
        )
    };
    let asked = only && !rule.relief_unknown.is_empty();
    asked.then(|| reason(ReasonCode::Relief, text()))
}

/// What has to be decided or obtained besides; nothing where the profile says nothing.
pub(super) fn fallback(sentence: &str, statute: &str) -> Option<Reason> {
    let text = || format!("{sentence} ({statute}).");
    (!sentence.is_empty()).then(|| reason(ReasonCode::DecidedElsewhere, text()))
}

/// The chair has to find the lack of quorum without being asked.
pub(super) fn duty_to_declare(profile: &RuleProfile, present: u16, base: u16) -> Option<Reason> {
    let duty = profile.quorum.must_declare.as_ref()?;
    let fewest = duty.threshold.required(base).max(duty.min);
    let text = || {
        format!(
            "Es sind weniger als {fewest} Stimmberechtigte anwesend: Der Vorsitz hat die Beschlussunfähigkeit festzustellen ({}).",
            duty.statute
        )
    };
    (present < fewest).then(|| reason(ReasonCode::MustDeclare, text()))
}
