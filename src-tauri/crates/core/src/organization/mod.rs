//! Bodies and their organizations: who sits where is in [`crate::membership`].

use crate::graphic::Graphic;
use crate::paper::PaperTemplate;
use crate::rules::local::LocalRule;
use crate::rules::profile::ProfileId;
use crate::template::Template;
use crate::{BodyId, OrganizationId};
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A county or municipality with its letterhead. OParl `Body`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Body {
    /// Identity.
    pub id: BodyId,
    /// "Kreis Wiesenthal".
    pub name: String,
    /// The organ in the letterhead: "Der Kreistag".
    pub organ: String,
    /// Place of issue: "Wiesenthal".
    pub place: String,
    /// Postal address in one line, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Web address, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub website: String,
    /// Arms or logo of the letterhead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arms: Option<Graphic>,
    /// How its minutes are built and worded, where not as usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<Template>,
    /// How its papers are built and worded.
    #[serde(default, skip_serializing_if = "PaperTemplate::is_usual")]
    pub papers: PaperTemplate,
}

/// What an organization is. OParl `Organization.organizationType`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum OrganizationType {
    /// The elected assembly (Kreistag, Rat).
    Council,
    /// A committee of the assembly.
    Committee,
    /// A parliamentary group (Fraktion).
    Faction,
}

/// Grammatical gender of a name, for the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Gender {
    /// "der Ausschuss".
    Masculine,
    /// "die Kommission".
    Feminine,
    /// "das Gremium".
    Neuter,
}

/// A council, committee or faction. OParl `Organization`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Organization {
    /// Identity.
    pub id: OrganizationId,
    /// The body it belongs to.
    pub body: BodyId,
    /// Kind.
    pub organization_type: OrganizationType,
    /// "Ausschuss für Digitalisierung".
    pub name: String,
    /// "Ausschuss", used where the full name would repeat itself.
    pub short_name: String,
    /// Genitive with article: "des Ausschusses für Digitalisierung".
    pub genitive: String,
    /// Gender of the name.
    pub gender: Gender,
    /// Rule profile that judges its sessions; none for factions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule_profile: Option<ProfileId>,
    /// What it has settled otherwise than its rule profile; never two for the same day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub local_rules: Vec<LocalRule>,
    /// Its own template; it takes the place of the one of the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<Template>,
}

impl Organization {
    /// What is settled otherwise than the rule profile on a day.
    pub fn local_rule(&self, day: NaiveDate) -> Option<&LocalRule> {
        self.local_rules.iter().find(|rule| rule.applies_on(day))
    }
}
