//! Checks a finished file against PDF/A (ISO 19005-2 or -3, level A) and PDF/UA-1 (ISO 14289-1), as
//! far as a file of this program can break them.
//!
//! It reads bytes and knows nothing of how they were written or what they say: no type of the writer
//! stands here. It reports everything at once. Where it must choose, it is stricter than the
//! standards: one language, subsets only, no colours but RGB and grey, no annotations but links and
//! signature fields.

use std::fmt;

use lopdf::ObjectId;

mod annotations;
mod catalog;
mod content;
mod file;
mod fonts;
mod metadata;
mod objects;
mod outline;
mod pages;
mod raw;
mod roles;
pub mod rules;
mod structure;
mod tables;
#[cfg(test)]
mod tests;

pub use rules::Rule;

use file::File;

/// The part of ISO 19005 that a file claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Archive {
    /// PDF/A-2a: embeds no file.
    A2a,
    /// PDF/A-3a: may embed files of any kind.
    A3a,
}

impl Archive {
    /// The part that a file claims in its metadata, which lie in it unpacked.
    pub fn claimed(bytes: &[u8]) -> Self {
        let claim = b"<pdfaid:part>2<";
        if bytes.windows(claim.len()).any(|window| window == claim) { Self::A2a } else { Self::A3a }
    }

    /// The number of the part.
    pub fn part(self) -> &'static str {
        match self {
            Self::A2a => "2",
            Self::A3a => "3",
        }
    }
}

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Page, counted from 1.
    pub page: Option<usize>,
    /// The element by its roles (`Document/Table[2]/TR[1]`), or what else it is: "Schrift ...".
    pub path: String,
}

impl Place {
    fn file() -> Self {
        Self::default()
    }

    /// A page by its index.
    fn page(index: usize) -> Self {
        Self { page: Some(index + 1), path: String::new() }
    }

    fn named(path: impl Into<String>) -> Self {
        Self { page: None, path: path.into() }
    }

    fn object(id: ObjectId) -> Self {
        Self::named(format!("Objekt {}", id.0))
    }

    fn on(self, page: Option<usize>) -> Self {
        Self { page: page.map(|index| index + 1), ..self }
    }

    fn inside(self, path: impl Into<String>) -> Self {
        Self { path: path.into(), ..self }
    }
}

/// Something that breaks a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Where.
    pub place: Place,
    /// What it is in particular, for those who look for the cause; may be empty.
    pub detail: String,
}

impl fmt::Display for Finding {
    /// "Seite 3, Document/Table\[1\]: Eine Tabelle ist nicht richtig aufgebaut. (table; UA 7.5: ...)"
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let page = self.place.page.map(|page| format!("Seite {page}"));
        let path = Some(self.place.path.clone()).filter(|path| !path.is_empty());
        let place: Vec<String> = page.into_iter().chain(path).collect();
        if !place.is_empty() {
            write!(out, "{}: ", place.join(", "))?;
        }
        write!(out, "{} ({}; {}", self.rule.words, self.rule.code, self.rule.clause)?;
        if !self.detail.is_empty() {
            write!(out, ": {}", self.detail)?;
        }
        out.write_str(")")
    }
}

/// What was found so far.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, rule: &'static Rule, place: Place, detail: impl Into<String>) {
        self.0.push(Finding { rule, place, detail: detail.into() });
    }

    /// Adds a finding unless a condition holds, and gives the condition.
    fn need(
        &mut self,
        rule: &'static Rule,
        holds: bool,
        place: impl FnOnce() -> Place,
        detail: &str,
    ) -> bool {
        if !holds {
            self.add(rule, place(), detail);
        }
        holds
    }
}

/// Everything that a file breaks, in the order of the parts that are looked at.
pub fn check(bytes: &[u8], archive: Archive) -> Vec<Finding> {
    let mut found = Findings::default();
    if !raw::check(bytes, &mut found) {
        return found.0;
    }
    let document = match lopdf::Document::load_mem(bytes) {
        Ok(document) => document,
        Err(fault) => {
            found.add(rules::OPEN, Place::file(), fault.to_string());
            return found.0;
        }
    };
    let Some(file) = File::open(&document) else {
        found.add(rules::OPEN, Place::file(), "no catalog or no page");
        return found.0;
    };
    objects::check(&file, archive, &mut found);
    catalog::check(&file, archive, &mut found);
    metadata::check(&file, archive, &mut found);
    let drawn = pages::check(&file, &mut found);
    fonts::check(&file, &drawn, &mut found);
    let tree = structure::read(&file, &mut found);
    if let Some(tree) = &tree {
        structure::check(&file, tree, &drawn, &mut found);
        roles::check(&file, tree, &mut found);
        tables::check(&file, tree, &mut found);
    }
    let places = outline::places(&file, &mut found);
    annotations::check(&file, tree.as_ref(), &drawn, &places, &mut found);
    outline::check(&file, &places, &mut found);
    found.0
}
