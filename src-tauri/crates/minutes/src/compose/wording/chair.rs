//! Words for who met and who led it: articles, genitives, roles.

use super::capital;
use crate::compose::names::nominative;
use crate::record::{Addressee, Chair, ChairFunction, Organization, OrganizationKind};
use sitzungsbuch_core::organization::Gender;
use sitzungsbuch_core::person::FormOfAddress;

/// "der Ausschuss für Digitalisierung".
pub fn the(organization: &Organization) -> String {
    with_article(organization, &organization.name)
}

fn with_article(organization: &Organization, name: &str) -> String {
    let article = match organization.gender {
        Gender::Masculine => "der",
        Gender::Feminine => "die",
        Gender::Neuter => "das",
    };
    format!("{article} {name}")
}

/// "der Ausschuss".
pub fn the_short(organization: &Organization) -> String {
    with_article(organization, &organization.short_name)
}

/// "an den Kreisausschuss".
pub fn to(addressee: &Addressee) -> String {
    let article = match addressee.gender {
        Gender::Masculine => "den",
        Gender::Feminine => "die",
        Gender::Neuter => "das",
    };
    format!("an {article} {}", addressee.name)
}

/// "dem Kreisausschuss".
pub fn to_dative(addressee: &Addressee) -> String {
    let article = match addressee.gender {
        Gender::Masculine | Gender::Neuter => "dem",
        Gender::Feminine => "der",
    };
    format!("{article} {}", addressee.name)
}

/// "des Ausschusses": the genitive of the short name as far as the full one or usage gives it.
pub fn of_the_short(organization: &Organization) -> String {
    let short = organization.short_name.trim();
    let count = short.split_whitespace().count();
    if organization.name.starts_with(short) {
        // The article and as many words as the short name has.
        return organization
            .genitive
            .split_whitespace()
            .take(count + 1)
            .collect::<Vec<_>>()
            .join(" ");
    }
    let usual = match short {
        "Ausschuss" => "des Ausschusses",
        "Kreistag" => "des Kreistages",
        "Rat" => "des Rates",
        "Beirat" => "des Beirates",
        "Kommission" => "der Kommission",
        _ => &organization.genitive,
    };
    usual.to_owned()
}

/// Words for who chairs.
pub struct ChairWords {
    /// "die Ausschussvorsitzende".
    pub introduced: String,
    /// "Die Vorsitzende".
    pub short: String,
    /// "sie".
    pub pronoun: &'static str,
    /// "Ausschussvorsitzende", below a signature.
    pub role: String,
}

impl ChairWords {
    /// Of the chair of this session.
    pub fn of(chair: &Chair, organization: &Organization) -> Self {
        let committee = organization.kind == OrganizationKind::Committee
            && organization.short_name.to_lowercase().contains("ausschuss");
        let stem = if committee { "Ausschussvorsitz" } else { "Vorsitz" };
        let (article, weak, strong, pronoun) = match chair.person.form {
            FormOfAddress::Frau => ("die", "ende", "ende", "sie"),
            FormOfAddress::Herr => ("der", "ende", "ender", "er"),
            FormOfAddress::None => ("der", "", "", "er"),
        };
        let upper = capital(article);
        let (introduced, short, role) = match chair.function {
            ChairFunction::Chair => (
                format!("{article} {stem}{weak}"),
                format!("{upper} Vorsitz{weak}"),
                format!("{stem}{strong}"),
            ),
            ChairFunction::Deputy => (
                format!("{article} stellvertretende {stem}{weak}"),
                format!("{upper} Vorsitz{weak}"),
                deputy_role(chair.person.form, stem, strong),
            ),
            ChairFunction::Leader => {
                let noun = leader(chair.person.form);
                let article = if noun == "Sitzungsleiter" { "der" } else { "die" };
                (
                    format!("{article} {noun}"),
                    format!("{} {noun}", capital(article)),
                    noun.to_owned(),
                )
            }
        };
        let pronoun = if introduced == "die Sitzungsleitung" { "sie" } else { pronoun };
        let role = if chair.office.is_empty() { role } else { chair.office.clone() };
        Self { introduced, short, pronoun, role }
    }

    /// Of somebody who took the chair later: "Der Vorsitzende, Herr KA Bornewasser,", since the one
    /// who opened the session is meant where no name stands.
    pub fn later(chair: &Chair, organization: &Organization) -> Self {
        let words = Self::of(chair, organization);
        let short = format!("{}, {},", words.short, nominative(&chair.person));
        Self { short, ..words }
    }
}

fn deputy_role(form: FormOfAddress, stem: &str, ending: &str) -> String {
    match form {
        FormOfAddress::Frau => format!("Stellvertretende {stem}{ending}"),
        FormOfAddress::Herr | FormOfAddress::None => format!("Stellvertretender {stem}{ending}"),
    }
}

fn leader(form: FormOfAddress) -> &'static str {
    match form {
        FormOfAddress::Frau => "Sitzungsleiterin",
        FormOfAddress::Herr => "Sitzungsleiter",
        FormOfAddress::None => "Sitzungsleitung",
    }
}

/// "Schriftführerin", "Schriftführer", "Schriftführung".
pub fn clerk_role(form: FormOfAddress) -> &'static str {
    match form {
        FormOfAddress::Frau => "Schriftführerin",
        FormOfAddress::Herr => "Schriftführer",
        FormOfAddress::None => "Schriftführung",
    }
}
