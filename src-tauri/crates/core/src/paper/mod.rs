//! Papers (Vorlagen, Drucksachen), and the files that are listed with the minutes.
//!
//! A paper is master data: it is there before a session and beside it. An item of an agenda refers to
//! it by its local number.

use crate::agenda_item::Part;
use crate::characters;
use crate::richtext::{Block, RichText, Unfit};
use crate::template::MAX_WORDS;
use crate::{AgendaItemId, AttachmentId, BodyId, OrganizationId, PaperId, PersonId};
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is put before committees: a proposal, an inquiry, an answer. OParl `Paper`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Paper {
    /// Identity; survives another number.
    pub id: PaperId,
    /// The body it belongs to.
    pub body: BodyId,
    /// Number in the local scheme, whatever that is: "20/041/2026", "VO/0066/26/1-A"; empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// What it is about (Betreff).
    pub name: String,
    /// What it is called: "Sitzungsvorlage", "Antwort auf Anfragen".
    pub paper_type: String,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<alloc::string::String>"))]
    pub date: Option<NaiveDate>,
    /// Public or non-public, as a whole.
    pub part: Part,
    /// Who puts it forward, in the letterhead: "Der Landrat", "Fraktion Grüne Liste"; empty if nobody
    /// is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub originator: String,
    /// Departments in charge, the leading one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<PaperUnit>,
    /// Who answers questions on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editors: Vec<PaperEditor>,
    /// Which organizations deal with it, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consultations: Vec<Consultation>,
    /// Item of the agenda, where it is printed; empty if not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item: String,
    /// Numbers of papers that this one answers or follows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// Its sections in the order in which they stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<PaperSection>,
}

/// A department in charge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PaperUnit {
    /// "Dezernat II".
    pub name: String,
    /// Second line: "Amt für Finanzen"; empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
}

/// Somebody who answers questions on a paper. Telephone and e-mail are those of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PaperEditor {
    /// Who.
    pub person: PersonId,
    /// Short name of the unit: "Abt. 12"; empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
}

/// An organization deals with a paper. OParl `Consultation`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Consultation {
    /// Which.
    pub organization: OrganizationId,
    /// Day of its session; none while it is not settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<alloc::string::String>"))]
    pub date: Option<NaiveDate>,
    /// In which part of the session.
    pub part: Part,
    /// What it is asked for (Beschlussqualität): "Vorberatung", "Entgegennahme o. B."; empty if that
    /// is not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
}

/// A section of a paper; an empty heading is the usual one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum PaperSection {
    /// A text.
    Text {
        /// What it is.
        kind: SectionKind,
        /// Its heading, where another one than the usual.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        heading: String,
        /// The text.
        text: RichText,
    },
    /// Who signs, beside each other.
    Signatures {
        /// Its heading, where another one than the usual.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        heading: String,
        /// Who.
        persons: Vec<PersonId>,
        /// The original is signed: a copy says "gez.".
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        signed: bool,
    },
}

/// What a section of a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SectionKind {
    /// Sachverhalt.
    Facts,
    /// Grund der Vorlage.
    Reason,
    /// Beschlussvorschlag.
    Proposal,
    /// Beantwortung.
    Answer,
    /// Another one: its heading says which.
    Other,
}

/// How the papers of a body are built and worded; everything that is left out is as usual.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PaperTemplate {
    /// Columns of the Beratungsfolge.
    #[serde(default, skip_serializing_if = "ConsultationColumns::is_usual")]
    pub columns: ConsultationColumns,
    /// Beside the number: "Vorlage Nr.", if nothing else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// Beside the departments: "Zuständig", if nothing else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub units: String,
}

/// Columns of the Beratungsfolge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ConsultationColumns {
    /// Gremium, Sitzungstermin, Behandlung.
    #[default]
    Treatment,
    /// Sitzung am, Gremium, Beschlussqualität.
    Quality,
}

impl ConsultationColumns {
    /// Whether they are what nobody has to choose.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// Why a paper, or how papers are built, is refused. Sections are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PaperFault {
    /// It does not say what kind of paper it is.
    TypeMissing,
    /// Another paper of the body has the number.
    NumberTaken,
    /// A label is blank or longer than [`MAX_WORDS`].
    LabelUnfit,
    /// A heading is blank, longer than [`MAX_WORDS`], or missing where there is no usual one.
    HeadingUnfit {
        /// Which section.
        section: usize,
    },
    /// A section has no words.
    TextMissing {
        /// Which section.
        section: usize,
    },
    /// A text breaks a limit of every text.
    TextUnfit {
        /// Which section.
        section: usize,
        /// Which limit.
        why: Unfit,
    },
    /// Something of one session stands in a text.
    OfOneSession {
        /// Which section.
        section: usize,
    },
    /// Nobody is named below the heading of the signatures.
    NobodySigns {
        /// Which section.
        section: usize,
    },
}

impl PaperTemplate {
    /// Whether everything is as usual.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// Whether papers can be made of it.
    pub fn check(&self) -> Result<(), PaperFault> {
        if [&self.reference, &self.units].into_iter().all(|words| words.is_empty() || fits(words)) {
            Ok(())
        } else {
            Err(PaperFault::LabelUnfit)
        }
    }
}

impl Paper {
    /// Whether it may stand beside the others.
    pub fn check<'a>(&self, others: impl IntoIterator<Item = &'a Self>) -> Result<(), PaperFault> {
        if !characters::visible(&self.paper_type) {
            return Err(PaperFault::TypeMissing);
        }
        for (section, one) in self.sections.iter().enumerate() {
            one.check(section)?;
        }
        let same = |other: &&Self| {
            other.id != self.id
                && other.body == self.body
                && other.reference.trim() == self.reference.trim()
        };
        let numbered = !self.reference.trim().is_empty();
        if numbered && others.into_iter().any(|other| same(&other)) {
            return Err(PaperFault::NumberTaken);
        }
        Ok(())
    }

    /// Everybody it names, each as often as it does.
    pub fn persons(&self) -> impl Iterator<Item = PersonId> {
        let signing = self.sections.iter().flat_map(|section| match section {
            PaperSection::Signatures { persons, .. } => persons.as_slice(),
            PaperSection::Text { .. } => &[],
        });
        self.editors.iter().map(|editor| editor.person).chain(signing.copied())
    }

    /// All words that stand on one line: everything but the texts.
    pub(crate) fn lines(&self) -> Vec<&str> {
        let Self { reference, name, paper_type, originator, item, .. } = self;
        let mut lines: Vec<&String> = [reference, name, paper_type, originator, item].into();
        lines.extend(self.units.iter().flat_map(|unit| [&unit.name, &unit.office]));
        lines.extend(self.editors.iter().map(|editor| &editor.unit));
        lines.extend(self.consultations.iter().map(|one| &one.role));
        lines.extend(&self.related);
        lines.extend(self.sections.iter().map(|section| match section {
            PaperSection::Text { heading, .. } | PaperSection::Signatures { heading, .. } => {
                heading
            }
        }));
        lines.into_iter().map(String::as_str).collect()
    }
}

impl PaperSection {
    fn check(&self, section: usize) -> Result<(), PaperFault> {
        let (heading, named) = match self {
            Self::Text { kind, heading, .. } => (heading, *kind != SectionKind::Other),
            Self::Signatures { heading, .. } => (heading, true),
        };
        if !(fits(heading) || named && heading.is_empty()) {
            return Err(PaperFault::HeadingUnfit { section });
        }
        match self {
            Self::Signatures { persons, .. } if persons.is_empty() => {
                Err(PaperFault::NobodySigns { section })
            }
            Self::Signatures { .. } => Ok(()),
            Self::Text { text, .. } => check_text(text, section),
        }
    }
}

fn check_text(text: &RichText, section: usize) -> Result<(), PaperFault> {
    text.check().map_err(|why| PaperFault::TextUnfit { section, why })?;
    if !text.visible() {
        return Err(PaperFault::TextMissing { section });
    }
    let mut of_session = false;
    text.visit(&mut |block| {
        of_session |= matches!(block, Block::Fact { .. } | Block::Paragraph { item: Some(_), .. });
    });
    if of_session { Err(PaperFault::OfOneSession { section }) } else { Ok(()) }
}

/// Words that can stand as a heading or beside a line.
fn fits(words: &str) -> bool {
    characters::visible(words) && words.chars().count() <= MAX_WORDS
}

/// A numbered attachment of the minutes; the file itself may follow later. OParl `File`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attachment {
    /// Identity.
    pub id: AttachmentId,
    /// Label as printed: "Anlage 1", "Anlage N 1", "Tischvorlage".
    pub label: String,
    /// Title.
    pub title: String,
    /// Item that cites it; none for the session as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<AgendaItemId>,
    /// Public or non-public.
    pub part: Part,
}

#[cfg(test)]
mod tests;
