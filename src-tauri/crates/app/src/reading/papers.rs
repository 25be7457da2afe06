//! Numbers of papers in titles of an agenda: "Vorlage 20/041/2026", "(DS 123/2026)".

/// Words before a number, the longer ones first.
const WORDS: [&str; 14] = [
    "Beschlussvorlage",
    "Berichtsvorlage",
    "Mitteilungsvorlage",
    "Informationsvorlage",
    "Sitzungsvorlage",
    "Verwaltungsvorlage",
    "Drucksachen-Nr.",
    "Vorlagen-Nr.",
    "Vorlagennummer",
    "Drucksache",
    "Vorlage",
    "DS-Nr.",
    "Drs.",
    "DS",
];

/// Words after which the number belongs to the sentence.
const HOLDS: [&str; 12] =
    ["zur", "der", "die", "zu", "gemäß", "laut", "aus", "mit", "nach", "von", "einer", "dieser"];

/// The title without the number of its paper, and the number; the title as it is where the number
/// is part of a sentence.
pub(super) fn split(title: &str) -> (String, String) {
    if let Some((before, last)) = title.rsplit_once('\t')
        && let Some(paper) = alone(last)
    {
        return (before.trim().to_owned(), paper);
    }
    for word in WORDS {
        for (at, _) in title.match_indices(word) {
            let apart = title[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let after = &title[at + word.len()..];
            let (Some(paper), true) = (leading(after), apart) else { continue };
            let end = at + word.len() + after.find(paper).unwrap_or(0) + paper.len();
            let (before, behind) = (title[..at].trim_end(), title[end..].trim_start());
            return (without(title, before, behind), paper.to_owned());
        }
    }
    (title.to_owned(), String::new())
}

/// The number of a line that holds nothing else.
pub(super) fn alone(line: &str) -> Option<String> {
    let bare = line.trim().trim_matches(['(', ')', '[', ']', '-', '–', ' ']);
    let rest = WORDS.iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    let paper = leading(rest)?;
    let whole = rest.trim().trim_start_matches("Nr.").trim_start_matches([':', ' ']) == paper;
    whole.then(|| paper.to_owned())
}

/// The title around a number that is taken out.
fn without(title: &str, before: &str, behind: &str) -> String {
    let marks = ['-', '–', '—', ',', ';', ':', '|', ' ', '\t'];
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let (Some(before), Some(behind)) =
            (before.strip_suffix(open), behind.strip_prefix(close))
        {
            let both = [before.trim_end(), behind.trim()];
            return both.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        }
    }
    let held = before.split_whitespace().next_back();
    let held = held.is_none_or(|word| HOLDS.contains(&word.to_lowercase().as_str()));
    if behind.is_empty() && !held {
        before.trim_end_matches(marks).to_owned()
    } else {
        title.to_owned()
    }
}

/// A number at the beginning: "20/041/2026", "Nr. 123-2026".
fn leading(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let text = ["Nr.", "Nr"].iter().find_map(|nr| text.strip_prefix(nr)).unwrap_or(text);
    let text = text.trim_start_matches([':', ' ', '-']);
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.');
    let end = text.find(|c| !fits(c)).unwrap_or(text.len());
    let paper = text[..end].trim_end_matches(['.', '-', '/']);
    let parts = paper.contains(['/', '-']);
    let numbered = paper.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
    let digits = paper.chars().filter(char::is_ascii_digit).count();
    (parts && numbered && digits >= 2).then_some(paper)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_papers_are_found_and_sentences_stay_whole() {
        for (title, name, paper) in [
            ("Haushalt 2027 Vorlage 20/041/2026", "Haushalt 2027", "20/041/2026"),
            ("Haushalt 2027 (DS 123/2026)", "Haushalt 2027", "123/2026"),
            (
                "Haushalt (Vorlage Nr. 20/022/2026), Einbringung",
                "Haushalt , Einbringung",
                "20/022/2026",
            ),
            ("Haushalt – Drucksache: 12-2026", "Haushalt", "12-2026"),
            ("Haushalt\t20/041/2026", "Haushalt", "20/041/2026"),
            ("Bericht zur Vorlage 20/041/2026", "Bericht zur Vorlage 20/041/2026", "20/041/2026"),
            (
                "Antrag zur Vorlage 1/2026 der Verwaltung",
                "Antrag zur Vorlage 1/2026 der Verwaltung",
                "1/2026",
            ),
            ("Haushalt 2027", "Haushalt 2027", ""),
            ("Vorlage der Verwaltung", "Vorlage der Verwaltung", ""),
            ("Förderung 2026/2027", "Förderung 2026/2027", ""),
        ] {
            let found = split(title);
            let name = name.replace(" ,", ",");
            let found = (found.0.replace(" ,", ","), found.1);
            assert_eq!(found, (name, paper.to_owned()), "{title}");
        }
        for (line, paper) in [
            ("Vorlage 20/041/2026", Some("20/041/2026")),
            ("(DS 123/2026)", Some("123/2026")),
            ("20/041/2026", Some("20/041/2026")),
            ("Vorlage 20/041/2026 mit Anlage", None),
            ("Haushalt", None),
        ] {
            assert_eq!(alone(line).as_deref(), paper, "{line}");
        }
    }
}
