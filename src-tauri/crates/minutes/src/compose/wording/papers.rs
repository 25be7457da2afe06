//! Words of a paper (Vorlage, Drucksache).

use super::german_date;
use super::headings::or;
use crate::record::{Consultation, Editor, PaperRecord, RelatedPaper};
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::paper::{ConsultationColumns, PaperTemplate, SectionKind};

/// Below the title of a paper that everybody may read.
pub const PUBLIC_PAPER: &str = "Öffentlich";
/// Foot of a paper that not everybody may read.
pub const NON_PUBLIC_PAPER_FOOTER: &str = "Nicht öffentlich – nicht zur Veröffentlichung";
/// Beside the day.
pub const PAPER_DATE: &str = "Datum";
/// Beside who answers questions.
pub const EDITORS: &str = "Bearbeitung";
/// Beside other papers.
pub const RELATED: &str = "Bezug";
/// Above the table of those who deal with it.
pub const CONSULTATIONS: &str = "Beratungsfolge";
/// Before the item of the agenda.
pub const PAPER_ITEM: &str = "Tagesordnungspunkt:";

/// "Sitzungsvorlage 20/041/2026: Haushalt 2027".
pub fn paper_title(paper: &PaperRecord) -> String {
    let numbered = numbered(&paper.paper_type, &paper.reference);
    if paper.name.is_empty() { numbered } else { format!("{numbered}: {}", paper.name) }
}

fn numbered(paper_type: &str, reference: &str) -> String {
    let words = [paper_type, reference].into_iter().filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Beside the number; `own` are the words of the office.
pub fn paper_label(own: &str) -> &str {
    or(own, "Vorlage Nr.")
}

/// "Vorlage Nr. 20/041/2026", "Drucks.-Nr. 66/012/2026"; nothing stands before a number that says
/// itself what it is ("VO/0066/19"), unless the office chose words.
pub fn paper_reference(own: &str, number: &str) -> String {
    let bare = own.is_empty() && !number.starts_with(|letter: char| letter.is_ascii_digit());
    if bare || number.is_empty() {
        return number.to_owned();
    }
    format!("{} {number}", paper_label(own))
}

/// Beside the departments.
pub fn paper_units(template: &PaperTemplate) -> &str {
    or(&template.units, "Zuständig")
}

/// "Katrin Wessendorf (Abt. 12)", "Telefon 00815 47 1200, katrin.wessendorf@...".
pub fn editor(editor: &Editor) -> Vec<String> {
    let Editor { name, unit, phone, email } = editor;
    let name = if unit.is_empty() { name.clone() } else { format!("{name} ({unit})") };
    let phone = if phone.is_empty() { String::new() } else { format!("Telefon {phone}") };
    let reached: Vec<&str> =
        [phone.as_str(), email].into_iter().filter(|words| !words.is_empty()).collect();
    filled([name, reached.join(", ")])
}

/// "12/019/2026", "Anfrage vom 22.10.2026: Digitaler Bauantrag".
pub fn related_paper(paper: &RelatedPaper) -> Vec<String> {
    let RelatedPaper { reference, paper_type, date, name } = paper;
    let day = date.map_or_else(String::new, |date| format!("vom {}", german_date(date)));
    let what = numbered(paper_type, &day);
    let parts = [what, name.clone()].into_iter().filter(|words| !words.is_empty());
    filled([reference.clone(), parts.collect::<Vec<_>>().join(": ")])
}

fn filled(lines: [String; 2]) -> Vec<String> {
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Heads of the columns.
pub fn consultation_head(columns: ConsultationColumns) -> [&'static str; 3] {
    match columns {
        ConsultationColumns::Treatment => ["Gremium", "Sitzungstermin", "Behandlung"],
        ConsultationColumns::Quality => ["Sitzung am", "Gremium", "Beschlussqualität"],
    }
}

/// A row below them.
pub fn consultation(columns: ConsultationColumns, one: &Consultation) -> [String; 3] {
    let day = one.date.map_or_else(|| "noch offen".to_owned(), german_date);
    let organization = one.organization.clone();
    match columns {
        ConsultationColumns::Treatment => {
            let part = match one.part {
                Part::Public => "öffentlich",
                Part::NonPublic => "nicht öffentlich",
            };
            [organization, day, joined([part, &one.role])]
        }
        ConsultationColumns::Quality => {
            let part = if one.part == Part::NonPublic { "nicht öffentlich" } else { "" };
            [day, organization, joined([&one.role, part])]
        }
    }
}

fn joined(parts: [&str; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Heading of a section.
pub fn paper_section(kind: SectionKind, own: &str) -> &str {
    let usual = match kind {
        SectionKind::Facts => "Sachverhalt",
        SectionKind::Reason => "Grund der Vorlage",
        SectionKind::Proposal => "Beschlussvorschlag",
        SectionKind::Answer => "Beantwortung",
        SectionKind::Other => "Weiteres",
    };
    or(own, usual)
}

/// Heading of the signatures.
pub fn paper_signatures(own: &str, count: usize) -> &str {
    or(own, if count == 1 { "Unterschrift" } else { "Unterschriften" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_leaves_no_sign_behind() {
        let one = |unit: &str, phone: &str, email: &str| {
            let [unit, phone, email] = [unit, phone, email].map(str::to_owned);
            editor(&Editor { name: "Katrin Wessendorf".to_owned(), unit, phone, email })
        };
        let mail = "k@kreis.example";
        assert_eq!(one("", "", ""), ["Katrin Wessendorf"]);
        assert_eq!(one("Abt. 12", "47", ""), ["Katrin Wessendorf (Abt. 12)", "Telefon 47"]);
        assert_eq!(one("", "", mail), ["Katrin Wessendorf", mail]);
        assert_eq!(one("", "47", mail), ["Katrin Wessendorf", "Telefon 47, k@kreis.example"]);
        let related = |paper_type: &str, date: Option<&str>, name: &str| {
            related_paper(&RelatedPaper {
                reference: "12/019/2026".to_owned(),
                paper_type: paper_type.to_owned(),
                date: date.map(|date| date.parse().unwrap()),
                name: name.to_owned(),
            })
        };
        let day = Some("2026-10-22");
        assert_eq!(related("", None, ""), ["12/019/2026"]);
        assert_eq!(related("Anfrage", None, ""), ["12/019/2026", "Anfrage"]);
        let whole = related("Anfrage", day, "Digitaler Bauantrag");
        assert_eq!(whole, ["12/019/2026", "Anfrage vom 22.10.2026: Digitaler Bauantrag"]);
    }

    #[test]
    fn a_number_has_the_words_of_the_office_before_it() {
        for (own, number, expected) in [
            ("", "20/041/2026", "Vorlage Nr. 20/041/2026"),
            ("Drucks.-Nr.", "66/012/2026", "Drucks.-Nr. 66/012/2026"),
            ("", "VO/0066/19", "VO/0066/19"),
            ("Drucksache", "XII/0066", "Drucksache XII/0066"),
            ("Drucksache", "", ""),
        ] {
            assert_eq!(paper_reference(own, number), expected);
        }
    }

    #[test]
    fn both_sets_of_columns_say_the_part_where_it_matters() {
        use ConsultationColumns::{Quality, Treatment};
        let one = |part, role: &str, date: Option<&str>| Consultation {
            organization: "Kreistag".to_owned(),
            date: date.map(|date| date.parse().unwrap()),
            part,
            role: role.to_owned(),
        };
        for (columns, part, role, expected) in [
            (Treatment, Part::Public, "", ["Kreistag", "17.12.2026", "öffentlich"]),
            (
                Treatment,
                Part::NonPublic,
                "Entscheidung",
                ["Kreistag", "17.12.2026", "nicht öffentlich, Entscheidung"],
            ),
            (Quality, Part::Public, "", ["17.12.2026", "Kreistag", ""]),
            (
                Quality,
                Part::NonPublic,
                "Entgegennahme o. B.",
                ["17.12.2026", "Kreistag", "Entgegennahme o. B., nicht öffentlich"],
            ),
        ] {
            assert_eq!(consultation(columns, &one(part, role, Some("2026-12-17"))), expected);
        }
        let open = consultation(Quality, &one(Part::Public, "", None));
        assert_eq!(open, ["noch offen", "Kreistag", ""]);
    }
}
