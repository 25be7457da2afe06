//! Automatic styles of the text: what one place has on top of its named style. Equal ones are one.

use super::xml::Xml;
use std::collections::BTreeMap;

/// What a style is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    Paragraph,
    Text,
    Table,
    Column,
    Row,
    Cell,
    Graphic,
}

impl Family {
    /// Name in ODF, element of its properties, beginning of the names of its styles.
    const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Paragraph => ("paragraph", "style:paragraph-properties", "P"),
            Self::Text => ("text", "style:text-properties", "T"),
            Self::Table => ("table", "style:table-properties", "Tabelle"),
            Self::Column => ("table-column", "style:table-column-properties", "Spalte"),
            Self::Row => ("table-row", "style:table-row-properties", "Zeile"),
            Self::Cell => ("table-cell", "style:table-cell-properties", "Zelle"),
            Self::Graphic => ("graphic", "style:graphic-properties", "Bild"),
        }
    }
}

/// Properties of a style with their values.
pub(super) type Properties = Vec<(&'static str, String)>;

/// The page that begins with a table or paragraph: it belongs to the style itself.
pub(super) const MASTER: &str = "style:master-page-name";

/// All automatic styles so far.
#[derive(Default)]
pub(super) struct Automatic {
    styles: BTreeMap<(Family, &'static str, Properties), String>,
    counts: BTreeMap<Family, usize>,
}

impl Automatic {
    /// The name of a style with these properties.
    pub(super) fn name(
        &mut self,
        family: Family,
        parent: &'static str,
        properties: Properties,
    ) -> String {
        let count = self.counts.entry(family).or_default();
        let name = self.styles.entry((family, parent, properties)).or_insert_with(|| {
            *count += 1;
            format!("{}{count}", family.words().2)
        });
        name.clone()
    }

    /// Writes them all.
    pub(super) fn write(&self, xml: &mut Xml) {
        for ((family, parent, properties), name) in &self.styles {
            let (kind, element, _) = family.words();
            let parent = super::styles::encoded(parent);
            let mut style = vec![("style:name", name.as_str()), ("style:family", kind)];
            if !parent.is_empty() {
                style.push(("style:parent-style-name", &parent));
            }
            let pairs = properties.iter().map(|(key, value)| (*key, value.as_str()));
            style.extend(pairs.clone().filter(|(key, _)| *key == MASTER));
            let properties: Vec<_> = pairs.filter(|(key, _)| *key != MASTER).collect();
            xml.open("style:style", &style);
            xml.empty(element, &properties);
            xml.close();
        }
    }
}
