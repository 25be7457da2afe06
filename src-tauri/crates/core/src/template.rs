//! How the minutes of an office are built and worded: their type, how exactly votes are told, in which
//! order their blocks stand, what their headings say.
//!
//! It settles no fact and no rule; `minutes` reads it. A body has one, a committee may have its own,
//! and the one of the day is frozen with the preparation of a session, so that minutes which were
//! made once are made the same way ever after.

use crate::characters;
use crate::organization::Gender;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Longest heading in characters; one that is longer breaks the label axis.
pub const MAX_WORDS: usize = 40;

/// What is settled about the minutes; everything that is left out is as usual.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Template {
    /// How much of the course of a session they tell.
    #[serde(default, skip_serializing_if = "MinutesType::is_usual")]
    pub minutes_type: MinutesType,
    /// How exactly they tell a vote.
    #[serde(default, skip_serializing_if = "CountDetail::is_usual")]
    pub count_detail: CountDetail,
    /// Their blocks in the order in which they stand, each once; empty for the usual order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<Section>,
    /// What headings and labels say.
    #[serde(default, skip_serializing_if = "Headings::is_usual")]
    pub headings: Headings,
    /// What all documents are set in; papers in that of the body.
    #[serde(default, skip_serializing_if = "Typeface::is_usual")]
    pub typeface: Typeface,
}

/// How much of the course of a session the minutes tell. The least that the law asks for, decisions
/// and who took part in them, is in all of them (§ 52 Abs. 1 GO NRW, § 37 Abs. 1 KrO NRW).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum MinutesType {
    /// Beschlussprotokoll: decisions, findings, who was there; no text of the clerk.
    Decisions,
    /// Ergebnisprotokoll: that, and the clerk's text; motions only by what became of them.
    Results,
    /// Verlaufsprotokoll: everything in the order in which it happened.
    #[default]
    Course,
}

impl MinutesType {
    /// Whether it is what nobody has to choose.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// How exactly the minutes tell a vote. Roll-calls always have their names, secret votes their
/// ballots, and a qualified majority its numbers: these prove the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum CountDetail {
    /// In words: "mehrheitlich bei 2 Gegenstimmen angenommen".
    Words,
    /// Words, and the numbers below them.
    Numbers,
    /// Words and numbers, by faction where they were counted so.
    #[default]
    Factions,
}

impl CountDetail {
    /// Whether it is what nobody has to choose.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// A family of letters that comes with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Typeface {
    /// Without serifs: Source Sans 3.
    #[default]
    Sans,
    /// With serifs: Source Serif 4.
    Serif,
}

impl Typeface {
    /// Whether it is what nobody has to choose.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// A block of the minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Section {
    /// Who was there.
    Attendance,
    /// The agenda.
    Agenda,
    /// The items, and the end of the session.
    Items,
    /// The signatures; below the items, since they stand for these.
    Signatures,
    /// The list of attachments, and the annexes that are made of the record.
    Attachments,
}

impl Section {
    /// The usual order.
    pub const USUAL: [Self; 5] =
        [Self::Attendance, Self::Agenda, Self::Items, Self::Signatures, Self::Attachments];
}

/// What headings and labels say; an empty one is the usual one. None has a colon at the end.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Headings {
    /// What the minutes are called: "Niederschrift", if nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Noun>,
    /// "Anwesend waren".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub attendance: String,
    /// "Tagesordnung".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub agenda: String,
    /// "Öffentlicher Teil".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub public_part: String,
    /// "Nicht öffentlicher Teil".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub non_public_part: String,
    /// Before the number of an item: "Zu Punkt".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item: String,
    /// Beside what was decided: "Beschluss".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decision: String,
    /// Beside what was rejected, or only settles how a matter goes on: "Antrag".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub motion: String,
    /// Before the result of a vote: "Abstimmungsergebnis".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
    /// Beside the end: "Sitzungsende".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub end: String,
    /// "Anlagen".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub attachments: String,
}

impl Headings {
    /// Whether all say what is usual.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    fn all(&self) -> [&String; 10] {
        let Self { minutes: _, attendance, agenda, public_part, non_public_part, item, .. } = self;
        let Self { decision, motion, result, end, attachments, .. } = self;
        [
            attendance,
            agenda,
            public_part,
            non_public_part,
            item,
            decision,
            motion,
            result,
            end,
            attachments,
        ]
    }
}

/// A name with its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Noun {
    /// "Protokoll"; the dative is the same.
    pub name: String,
    /// Gender.
    pub gender: Gender,
}

/// Why a template is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TemplateFault {
    /// The order leaves a block out, or has one twice.
    OrderIncomplete,
    /// The signatures would stand above what they are for.
    SignedTooEarly,
    /// A heading is blank, longer than [`MAX_WORDS`], or holds what cannot be printed.
    HeadingUnfit,
}

impl Template {
    /// Whether everything is as usual.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// The blocks in their order.
    pub fn sections(&self) -> &[Section] {
        if self.order.is_empty() { &Section::USUAL } else { &self.order }
    }

    /// Whether minutes can be made of it.
    pub fn check(&self) -> Result<(), TemplateFault> {
        let order = self.sections();
        let once = |one: &Section| order.iter().filter(|other| *other == one).count() == 1;
        if order.len() != Section::USUAL.len() || !Section::USUAL.iter().all(once) {
            return Err(TemplateFault::OrderIncomplete);
        }
        let place = |one: Section| order.iter().position(|other| *other == one);
        if place(Section::Signatures) < place(Section::Items) {
            return Err(TemplateFault::SignedTooEarly);
        }
        let fits = |text: &str| {
            !characters::unfit(text)
                && characters::visible(text)
                && text.chars().count() <= MAX_WORDS
        };
        let name = self.headings.minutes.iter().map(|noun| &noun.name);
        let words = self.headings.all().into_iter().filter(|words| !words.is_empty());
        if name.chain(words).all(|words| fits(words)) {
            Ok(())
        } else {
            Err(TemplateFault::HeadingUnfit)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn an_order_has_every_block_once_and_signs_what_stands_above() {
        use Section::{Agenda, Attachments, Attendance, Items, Signatures};
        let incomplete = Err(TemplateFault::OrderIncomplete);
        for (order, expected) in [
            (&[][..], Ok(())),
            (&[Attendance, Agenda, Items, Signatures, Attachments], Ok(())),
            (&[Agenda, Items, Attachments, Signatures, Attendance], Ok(())),
            (&[Attendance, Items, Signatures, Attachments], incomplete),
            (&[Attendance, Attendance, Items, Signatures, Attachments], incomplete),
            (&[Attendance, Agenda, Items, Items, Signatures, Attachments], incomplete),
            (
                &[Attendance, Agenda, Signatures, Items, Attachments],
                Err(TemplateFault::SignedTooEarly),
            ),
        ] {
            let template = Template { order: order.to_vec(), ..Template::default() };
            assert_eq!(template.check(), expected, "{order:?}");
        }
    }

    #[test]
    fn a_heading_is_short_and_can_be_printed() {
        let unfit = Err(TemplateFault::HeadingUnfit);
        let long = "w".repeat(MAX_WORDS + 1);
        for (words, expected) in [
            ("TOP", Ok(())),
            ("Beschluss-\u{ad}Vorschlag", Ok(())),
            (" ", unfit),
            ("a\nb", unfit),
            ("a\u{202e}b", unfit),
            (&long, unfit),
        ] {
            let headings = Headings { item: words.to_string(), ..Headings::default() };
            assert_eq!(Template { headings, ..Template::default() }.check(), expected, "{words:?}");
            let name = Noun { name: words.to_string(), gender: Gender::Neuter };
            let headings = Headings { minutes: Some(name), ..Headings::default() };
            assert_eq!(Template { headings, ..Template::default() }.check(), expected, "{words:?}");
        }
    }

    #[test]
    fn what_is_usual_is_not_written_and_old_rows_are_read() {
        let usual: Template = serde_json::from_str("{}").unwrap();
        assert!(usual.is_usual());
        assert_eq!(serde_json::to_string(&usual).unwrap(), "{}");
        let own = r#"{"minutesType":"decisions","countDetail":"words","headings":{"minutes":{"name":"Protokoll","gender":"neuter"},"item":"TOP"},"typeface":"serif"}"#;
        let read: Template = serde_json::from_str(own).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), own);
    }
}
