//! Places to fill in that a text module brought and nobody filled in: "{thema}".

use super::chair::lines;
use super::meeting::{OpenPlace, OpenPoint};
use super::source::Source;
use super::words;
use crate::core::AgendaItemId;
use crate::core::richtext::RichText;
use std::collections::BTreeMap;

/// One point for each item whose text has such places, in the order of the agenda.
pub(super) fn points(source: &Source, texts: &BTreeMap<AgendaItemId, RichText>) -> Vec<OpenPoint> {
    let point = |item: AgendaItemId| {
        let places = places(&lines(texts.get(&item)?).join("\n"));
        let what = match places.as_slice() {
            [] => return None,
            [one] => format!("die Stelle {one} nicht ausgefüllt"),
            all => format!("{} Stellen nicht ausgefüllt: {}", all.len(), words::and(all)),
        };
        let verb = if places.len() == 1 { "ist" } else { "sind" };
        let words = format!("Im Text zu {} {verb} {what}.", source.top(item));
        Some(OpenPoint { words, place: Some(OpenPlace::Item { item }) })
    };
    source.now.items().filter_map(|one| point(one.item.id)).collect()
}

/// "{thema}", each once.
fn places(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        rest = after;
        let Some((name, behind)) = after.split_once('}') else { break };
        if name.contains('{') {
            continue;
        }
        rest = behind;
        let place = format!("{{{name}}}");
        if !found.contains(&place) {
            found.push(place);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn places_are_words_in_braces() {
        assert_eq!(places("Zu {thema} spricht {wer}; {thema}."), ["{thema}", "{wer}"]);
        assert_eq!(places("Ein { allein, {so} und } auch"), ["{so}"]);
        assert!(places("ohne").is_empty());
    }
}
