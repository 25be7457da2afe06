//! Rule profiles: the law of one kind of body as data (law.md section 3).
//!
//! Profiles come in from `assets/rules/`, are chosen by id and day, and their id and version are
//! frozen into every judgement. This file holds their shape only.

use super::Reason;
use super::local::{Judgement, LocalRule};
use super::majority::Majority;
use crate::membership::{Status, covers};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Id of a profile, e.g. `nw-kro-ausschuss`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ProfileId(pub String);

/// Id of a qualified majority within its profile, e.g. `hauptsatzung`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct MajorityId(pub String);

/// The profile and version that judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfileRef {
    /// Which profile.
    pub id: ProfileId,
    /// Which version of its data, from 1.
    pub version: u32,
}

/// How far the texts behind a profile were checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Verification {
    /// Official text or decision seen for every rule.
    Verified,
    /// At least one rule stands on knowledge only; shown as "Entwurf".
    Draft,
}

/// Comparison of whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Op {
    /// More than.
    #[serde(rename = ">")]
    More,
    /// At least.
    #[serde(rename = ">=")]
    AtLeast,
}

/// A share of a base, tested as `count * den OP base * num`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// Comparison.
    pub op: Op,
    /// Numerator.
    pub num: u16,
    /// Denominator, not 0.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub den: u16,
}

impl Threshold {
    /// Whether `count` of `base` reaches the share.
    pub fn holds(self, count: u16, base: u16) -> bool {
        let (left, right) =
            (u32::from(count) * u32::from(self.den), u32::from(base) * u32::from(self.num));
        match self.op {
            Op::More => left > right,
            Op::AtLeast => left >= right,
        }
    }

    /// The smallest number that reaches the share of `base`.
    pub fn required(self, base: u16) -> u16 {
        (0..=base).find(|count| self.holds(*count, base)).unwrap_or_else(|| base.saturating_add(1))
    }
}

/// Whether a body is deemed quorate until the contrary is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fiction {
    /// No such rule.
    None,
    /// § 34 Abs. 1 S. 2 KrO NRW, § 49 Abs. 1 S. 2 GO NRW.
    UntilDeclared,
    /// Until the contrary is found on a motion (§ 53 Abs. 1 HGO, § 38 GO SH).
    UntilMotion,
    /// Until somebody doubts it (§ 65 NKomVG).
    UntilDoubted,
    /// The statute does not say whether the rule applies.
    Unclear,
}

/// The number that the size test measures against, and what seats without a member mean for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuorumBase {
    /// The number of seats, fixed by decision (committees): vacant seats stay in it.
    FixedSeats,
    /// The statutory number; it falls when a list is exhausted: to be checked.
    Statutory,
    /// The members there are: vacant seats do not count (§ 37 Abs. 2 GemO BW, Art. 47 GO BY).
    Members,
    /// The statutory number less vacant seats and recused members (§ 38 GO SH).
    Reduced,
}

/// Why fewer than usual suffice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReliefCause {
    /// More than half of the members are recused.
    MostRecused,
    /// The size test fails only because members are recused.
    Recused,
    /// More than half of the seats are vacant.
    MostVacant,
}

/// A case in which fewer than usual suffice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Relief {
    /// The case.
    pub cause: ReliefCause,
    /// Share of all members that has to be present; any number if missing.
    #[serde(default)]
    pub threshold: Option<Threshold>,
    /// Fewest persons, whatever the share.
    #[serde(default)]
    pub min: u16,
    /// What a decision taken so needs besides, a German sentence without its full stop.
    #[serde(default)]
    pub condition: String,
    /// Who decides where even that is missed, a German sentence without its full stop.
    #[serde(default)]
    pub fallback: String,
    /// Paragraph.
    pub statute: String,
}

/// Below this the chair has to find the lack of quorum without being asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DutyToDeclare {
    /// Share of the base that has to be present.
    pub threshold: Threshold,
    /// Fewest persons, whatever the share.
    #[serde(default)]
    pub min: u16,
    /// Paragraph.
    pub statute: String,
}

/// The composition test: `a` has to outnumber `b` among those present.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Composition {
    /// Status that has to be in the majority.
    pub a: Status,
    /// Status that must not reach it.
    pub b: Status,
    /// Paragraph.
    pub statute: String,
}

/// A session called again for an item that was put back for lack of quorum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SecondCallRule {
    /// Fewest persons entitled to vote; 0 where the number does not matter.
    #[serde(default)]
    pub min: u16,
    /// Who decides where even these are missed, a German sentence without its full stop.
    #[serde(default)]
    pub fallback: String,
    /// Paragraph.
    pub statute: String,
}

/// The quorum rules of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuorumRule {
    /// Share of the seats that has to be present.
    pub threshold: Threshold,
    /// Paragraph of the size test.
    pub statute: String,
    /// What the share is measured against.
    pub base: QuorumBase,
    /// The law asks for a due invitation of all members besides.
    #[serde(default)]
    pub all_invited: bool,
    /// Composition test, where there is one.
    #[serde(default)]
    pub composition: Option<Composition>,
    /// Deemed quorate until the contrary is found?
    pub fiction: Fiction,
    /// Paragraph of the fiction, empty if none.
    #[serde(default)]
    pub fiction_statute: String,
    /// Cases in which fewer suffice.
    #[serde(default)]
    pub relief: Vec<Relief>,
    /// Paragraph that lets fewer suffice where members are recused, but not how many: no source was seen.
    #[serde(default)]
    pub relief_unknown: String,
    /// Duty to find the lack of quorum.
    #[serde(default)]
    pub must_declare: Option<DutyToDeclare>,
    /// Second call.
    pub second_call: SecondCallRule,
    /// Paragraph of the rule on bias.
    pub bias_statute: String,
    /// Paragraph that lets an unlawful participation count only if it was decisive; empty where
    /// none was seen.
    #[serde(default)]
    pub bias_effect_statute: String,
}

/// What a ballot without a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BlankBallot {
    /// An abstention.
    Abstention,
    /// Invalid.
    Invalid,
}

/// What a share of Yes votes is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MajorityBase {
    /// The statutory number of members.
    #[default]
    Statutory,
    /// The same without the head of the administration, a member by law.
    StatutoryWithoutHvb,
}

/// What a law asks for in a certain vote beyond more Yes than No of all who are entitled: a share of
/// Yes votes or no contrary vote, that the head of the administration (HVB) does not vote, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QualifiedMajority {
    /// Id.
    pub id: MajorityId,
    /// German name: "Hauptsatzung".
    pub name: String,
    /// Share of the base that has to vote Yes; none where more Yes than No suffice.
    #[serde(default)]
    pub threshold: Option<Threshold>,
    /// The base of the share.
    #[serde(default)]
    pub base: MajorityBase,
    /// Share of the base that has to move it; none where the law asks for no such number.
    #[serde(default)]
    pub moved_by: Option<Threshold>,
    /// Not one No; goes with no share.
    #[serde(default)]
    pub unanimous: bool,
    /// Paragraph by which the HVB does not vote; empty where everybody does.
    #[serde(default)]
    pub without_hvb: String,
    /// Paragraph.
    pub statute: String,
}

impl QualifiedMajority {
    /// For the arithmetic, with so many members by statute.
    pub fn majority(&self, members: u16) -> Majority {
        if self.unanimous {
            return Majority::Unanimous;
        }
        let base = self.counted(members);
        self.threshold.map_or(Majority::Simple, |threshold| Majority::Qualified { threshold, base })
    }

    /// How many members have to move it, in a sentence; nothing where anybody may.
    pub fn movers(&self, members: u16) -> Option<String> {
        let number = self.moved_by?.required(self.counted(members));
        let statute = &self.statute;
        Some(match number {
            1 => format!("Antragstellen muss mindestens 1 Mitglied ({statute})."),
            more => format!("Antragstellen müssen mindestens {more} Mitglieder ({statute})."),
        })
    }

    /// The members that the shares are measured against.
    fn counted(&self, members: u16) -> u16 {
        match self.base {
            MajorityBase::Statutory => members,
            MajorityBase::StatutoryWithoutHvb => members.saturating_sub(1),
        }
    }
}

/// The rules on votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VoteRule {
    /// Paragraph: more Yes than No, a tie is a rejection.
    pub statute: String,
    /// Paragraph that forbids abstentions, empty where they are allowed.
    #[serde(default)]
    pub abstention_forbidden: String,
    /// Paragraph that forbids secret votes on motions, empty where they are allowed.
    #[serde(default)]
    pub secret_forbidden: String,
    /// Paragraph that says that votes are open, where it says nothing of secret ones; empty elsewhere.
    #[serde(default)]
    pub open_only: String,
    /// Paragraph that lets only written motions be voted on; empty where there is none.
    #[serde(default)]
    pub written_motions: String,
    /// Share of all members on whose request a vote is secret; none where standing orders say it.
    #[serde(default)]
    pub secret_request: Option<Threshold>,
    /// Paragraph of requests for a roll-call or a secret vote, and of their precedence.
    #[serde(default)]
    pub request_statute: String,
    /// What a blank ballot is, unless standing orders say otherwise.
    pub blank_ballot: BlankBallot,
    /// Majorities beyond the simple one that the law names.
    #[serde(default)]
    pub qualified: Vec<QualifiedMajority>,
}

/// What more than half is measured against in an election.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ElectionBase {
    /// Valid votes; No is one.
    Valid,
    /// Valid votes; No and blank are invalid (Art. 51 Abs. 3 GO BY).
    ValidWithoutNo,
    /// Persons entitled and present: an abstention works like No (§ 37 Abs. 7 GemO BW).
    PresentEntitled,
}

/// The rules on single elections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ElectionRule {
    /// The base.
    pub base: ElectionBase,
    /// Paragraph.
    pub statute: String,
    /// When that paragraph lets an election be open.
    #[serde(default)]
    pub open: OpenElection,
}

/// When an election is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OpenElection {
    /// No source says it.
    #[default]
    Unsaid,
    /// If nobody objects (§ 50 Abs. 2 GO NRW, § 35 Abs. 2 KrO NRW).
    UnlessObjected,
    /// If all agree (§ 39 `BbgKVerf`).
    Agreed,
}

/// A day as profiles write it.
#[cfg(feature = "schema")]
const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// Words of a profile in generated sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// "Kreistagsmitglieder".
    pub member_plural: String,
}

/// One rule profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleProfile {
    /// Id.
    pub id: ProfileId,
    /// Version of this data, from 1; a change of any rule raises it.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub version: u32,
    /// German name.
    pub name: String,
    /// "Nordrhein-Westfalen".
    pub land: String,
    /// The law.
    pub law: String,
    /// First day it applies, inclusive; open if missing.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("pattern" = DAY)))]
    pub valid_from: Option<NaiveDate>,
    /// Last day it applies, inclusive; open if missing.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("pattern" = DAY)))]
    pub valid_to: Option<NaiveDate>,
    /// How far it was checked.
    pub verification: Verification,
    /// Where the texts were seen.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub sources: Vec<String>,
    /// Quorum.
    pub quorum: QuorumRule,
    /// Votes.
    pub vote: VoteRule,
    /// Elections.
    pub election: ElectionRule,
    /// Paragraph of the order of substitutes, empty where the law fixes none for this body.
    #[serde(default)]
    pub substitution_statute: String,
    /// Paragraph of urgency for items that are added in the session, empty if it is unclear.
    #[serde(default)]
    pub urgency_statute: String,
    /// Statuses that count as members with a vote on a voting seat.
    pub voting_statuses: Vec<Status>,
    /// Words.
    pub words: Words,
    /// What the organization has settled otherwise; never part of the data, see
    /// [`LocalRule::applied_to`].
    #[serde(skip)]
    pub local: Option<LocalRule>,
}

impl RuleProfile {
    /// Id and version, to be frozen.
    pub fn reference(&self) -> ProfileRef {
        ProfileRef { id: self.id.clone(), version: self.version }
    }

    /// The statutory number of members of a body with so many voting seats.
    pub fn members(&self, seats: u16) -> u16 {
        self.local.as_ref().and_then(|local| local.members).unwrap_or(seats)
    }

    /// What the organization has settled otherwise for a judgement, and why.
    pub fn settled(&self, of: Judgement) -> Option<Reason> {
        let local = self.local.as_ref()?;
        // Where the law gives the number, or forbids secret votes, standing orders do not count.
        let by_law = self.vote.secret_request.is_some() || !self.vote.secret_forbidden.is_empty();
        if by_law && local.secret_request.is_some() {
            LocalRule { secret_request: None, ..local.clone() }.reason(of)
        } else {
            local.reason(of)
        }
    }

    /// Whether the profile applies on a day.
    pub fn applies_on(&self, day: NaiveDate) -> bool {
        covers(self.valid_from, self.valid_to, day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The removal of a Landrat: half of the members move it, two thirds decide (§ 45 KrO NRW).
    #[test]
    fn who_has_to_move_a_vote_is_counted_like_its_majority() {
        let half = Threshold { op: Op::AtLeast, num: 1, den: 2 };
        let mut removal = QualifiedMajority {
            id: MajorityId("abwahl".into()),
            name: "Abwahl".into(),
            threshold: Some(Threshold { op: Op::AtLeast, num: 2, den: 3 }),
            base: MajorityBase::StatutoryWithoutHvb,
            moved_by: Some(half),
            unanimous: false,
            without_hvb: String::new(),
            statute: "§ 45 KrO NRW".into(),
        };
        let said = |removal: &QualifiedMajority, members| removal.movers(members);
        let words = "Antragstellen müssen mindestens 39 Mitglieder (§ 45 KrO NRW).";
        assert_eq!(said(&removal, 79).as_deref(), Some(words));
        assert_eq!(said(&removal, 78).as_deref(), Some(words), "39 of 77 are half and more");
        let one = "Antragstellen muss mindestens 1 Mitglied (§ 45 KrO NRW).";
        assert_eq!(said(&removal, 3).as_deref(), Some(one));
        removal.base = MajorityBase::Statutory;
        let words = "Antragstellen müssen mindestens 40 Mitglieder (§ 45 KrO NRW).";
        assert_eq!(said(&removal, 79).as_deref(), Some(words));
        removal.moved_by = None;
        assert_eq!(said(&removal, 79), None);
    }

    #[test]
    fn half_is_not_more_than_half() {
        let more = Threshold { op: Op::More, num: 1, den: 2 };
        let at_least = Threshold { op: Op::AtLeast, num: 1, den: 2 };
        for (base, expected_more, expected_at_least) in
            [(17, 9, 9), (16, 9, 8), (79, 40, 40), (1, 1, 1), (0, 1, 0)]
        {
            assert_eq!(more.required(base), expected_more, "{base}");
            assert_eq!(at_least.required(base), expected_at_least, "{base}");
        }
    }
}
