//! A paper with all names resolved, public and non-public ones apart.
//!
//! A [`PublicPaper`] is made of a public paper alone: of other papers it knows those that everybody
//! may read, of any other the number that it names itself.

use super::text::{self, References};
use super::{Body, Fact, Incomplete, Issue, Text, build};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::directory::Directory;
use sitzungsbuch_core::graphic::Graphic;
use sitzungsbuch_core::paper::{self, PaperTemplate, PaperUnit, SectionKind};
use sitzungsbuch_core::template::Typeface;
use sitzungsbuch_core::{ActId, AgendaItemId, OrganizationId, PersonId};

/// A paper, as far as its document needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paper {
    /// Everybody may read it.
    Public(PublicPaper),
    /// Members may.
    NonPublic(NonPublicPaper),
}

/// A paper that everybody may read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PublicPaper(PaperRecord);

/// A non-public paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NonPublicPaper(PaperRecord);

/// What stands in a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PaperRecord {
    /// Issue of the document.
    pub issue: Issue,
    /// How it is built and worded.
    #[serde(default, skip_serializing_if = "PaperTemplate::is_usual")]
    pub template: PaperTemplate,
    /// What it is set in.
    #[serde(default, skip_serializing_if = "Typeface::is_usual")]
    pub typeface: Typeface,
    /// The body and its letterhead.
    pub body: Body,
    /// Number, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// What it is about.
    pub name: String,
    /// "Sitzungsvorlage".
    pub paper_type: String,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Who puts it forward, empty if nobody is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub originator: String,
    /// Departments in charge.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<PaperUnit>,
    /// Who answers questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editors: Vec<Editor>,
    /// Beratungsfolge.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consultations: Vec<Consultation>,
    /// Item of the agenda, empty if it is not printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item: String,
    /// Papers that it answers or follows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<RelatedPaper>,
    /// Its sections in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<PaperSection>,
}

/// Somebody who answers questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Editor {
    /// Full name.
    pub name: String,
    /// "Abt. 12", empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Telephone, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// E-mail, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
}

/// An organization deals with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Consultation {
    /// Its name.
    pub organization: String,
    /// Day of the session, if it is settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// In which part.
    pub part: Part,
    /// What it is asked for, empty if that is not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
}

/// Another paper; all but the number is empty where a reader of this one may not know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RelatedPaper {
    /// Number.
    pub reference: String,
    /// "Anfrage".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub paper_type: String,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// A section; an empty heading is the usual one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
        /// Heading.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        heading: String,
        /// The text.
        text: Text,
    },
    /// Who signs.
    Signatures {
        /// Heading.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        heading: String,
        /// Names with offices.
        persons: Vec<Signatory>,
        /// The original is signed.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        signed: bool,
    },
}

/// Somebody who signs a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Signatory {
    /// Full name.
    pub name: String,
    /// Office, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    /// Picture of the signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Graphic>,
}

impl PublicPaper {
    /// What stands in it.
    pub fn record(&self) -> &PaperRecord {
        &self.0
    }
}

impl NonPublicPaper {
    /// What stands in it.
    pub fn record(&self) -> &PaperRecord {
        &self.0
    }
}

/// Resolves the names of a paper.
pub fn paper(
    directory: &Directory,
    source: &paper::Paper,
    issue: Issue,
) -> Result<Paper, Incomplete> {
    let record = record(directory, source, issue)?;
    Ok(match source.part {
        Part::Public => Paper::Public(PublicPaper(record)),
        Part::NonPublic => Paper::NonPublic(NonPublicPaper(record)),
    })
}

fn record(
    directory: &Directory,
    source: &paper::Paper,
    issue: Issue,
) -> Result<PaperRecord, Incomplete> {
    let missing = Incomplete::BodyMissing { body: source.body };
    let body = directory.bodies.get(&source.body).ok_or(missing)?;
    let trimmed = |text: &str| text.trim().to_owned();
    let editor = |editor: &paper::PaperEditor| -> Result<Editor, Incomplete> {
        let row = person(directory, editor.person)?;
        let [phone, email] = [&row.phone, &row.email].map(|text| trimmed(text));
        Ok(Editor { name: row.full_name(), unit: trimmed(&editor.unit), phone, email })
    };
    let consultation = |one: &paper::Consultation| -> Result<Consultation, Incomplete> {
        Ok(Consultation {
            organization: organization(directory, one.organization)?,
            date: one.date,
            part: one.part,
            role: trimmed(&one.role),
        })
    };
    let unit =
        |unit: &PaperUnit| PaperUnit { name: trimmed(&unit.name), office: trimmed(&unit.office) };
    Ok(PaperRecord {
        issue,
        template: body.papers.clone(),
        typeface: body.template.as_ref().map(|one| one.typeface).unwrap_or_default(),
        body: build::body(body),
        reference: trimmed(&source.reference),
        name: trimmed(&source.name),
        paper_type: trimmed(&source.paper_type),
        date: source.date,
        originator: trimmed(&source.originator),
        units: source.units.iter().map(unit).collect(),
        editors: source.editors.iter().map(editor).collect::<Result<_, _>>()?,
        consultations: source.consultations.iter().map(consultation).collect::<Result<_, _>>()?,
        item: trimmed(&source.item),
        related: source.related.iter().map(|number| related(directory, source, number)).collect(),
        sections: source
            .sections
            .iter()
            .map(|one| section(directory, one))
            .collect::<Result<_, _>>()?,
    })
}

/// Another paper of the same body by its number. Whoever may read only public papers learns nothing
/// of any other.
fn related(directory: &Directory, source: &paper::Paper, number: &str) -> RelatedPaper {
    let reference = number.trim().to_owned();
    let may_read =
        |other: &&paper::Paper| source.part == Part::NonPublic || other.part == Part::Public;
    let named = |other: &&paper::Paper| {
        other.body == source.body && !reference.is_empty() && other.reference.trim() == reference
    };
    let known = directory.papers.values().filter(may_read).find(named);
    let words = |words: fn(&paper::Paper) -> &str| {
        known.map_or_else(String::new, |known| words(known).trim().to_owned())
    };
    RelatedPaper {
        paper_type: words(|known| &known.paper_type),
        date: known.and_then(|known| known.date),
        name: words(|known| &known.name),
        reference,
    }
}

fn section(
    directory: &Directory,
    source: &paper::PaperSection,
) -> Result<PaperSection, Incomplete> {
    Ok(match source {
        paper::PaperSection::Text { kind, heading, text } => PaperSection::Text {
            kind: *kind,
            heading: heading.trim().to_owned(),
            text: text::convert(text, &OfNoSession),
        },
        paper::PaperSection::Signatures { heading, persons, signed } => PaperSection::Signatures {
            heading: heading.trim().to_owned(),
            persons: persons
                .iter()
                .map(|id| signatory(directory, *id))
                .collect::<Result<_, _>>()?,
            signed: *signed,
        },
    })
}

fn signatory(directory: &Directory, id: PersonId) -> Result<Signatory, Incomplete> {
    let row = person(directory, id)?;
    let (office, signature) = (row.office.trim().to_owned(), row.signature.clone());
    Ok(Signatory { name: row.full_name(), office, signature })
}

fn person(
    directory: &Directory,
    id: PersonId,
) -> Result<&sitzungsbuch_core::person::Person, Incomplete> {
    directory.persons.get(&id).ok_or(Incomplete::PersonMissing { person: id })
}

fn organization(directory: &Directory, id: OrganizationId) -> Result<String, Incomplete> {
    let row = directory.organizations.get(&id);
    let row = row.ok_or(Incomplete::OrganizationMissing { organization: id })?;
    Ok(row.name.trim().to_owned())
}

/// No session stands behind a paper, so nothing in it refers to one.
struct OfNoSession;

impl References for OfNoSession {
    fn item(&self, _: AgendaItemId) -> Option<String> {
        None
    }
    fn act(&self, _: ActId) -> Option<Fact> {
        None
    }
}
