//! A fictional record of any length: the sample session with more items, each with a text of its own
//! (headings, paragraphs, lists, tables, footnotes, quotations) and a vote. A seed decides the words,
//! so that the record is the same on every machine and no paragraph stands twice.

use serde_json::{Value, json};
use sitzungsbuch_minutes::record::{Act, Item, Record, Text};

/// Parts of compounds: most words of such a text are long, and most of them rare.
const FIRST: &str = "Haushalts Verwaltungs Digital Informations Verkehrs Umwelt Kreis Gemeinde \
    Schul Bildungs Beratungs Planungs Finanz Sicherheits Wirtschafts Gesundheits Jugend Sozial \
    Personal Vergabe Liegenschafts Rechnungs Prüfungs Bürger Daten Netz Straßen Gewässer \
    Katastrophenschutz Rettungsdienst";
const SECOND: &str = "entwicklung steuerung planung abteilung ausschüsse mittel konzepte \
    vereinbarung untersuchung übersicht maßnahmen grundlagen beteiligung behörde vorlage \
    genehmigung verordnung satzung anforderungen verfahren strategie leistungen ausstattung \
    zusammenarbeit berichterstattung schnittstellen überwachung fortschreibung";
const SMALL: &str = "die der das und in im zu den für mit auf von an bei nach über aus durch um \
    sich nicht auch noch nur so als wie daher bereits künftig insbesondere gemeinsam \
    voraussichtlich grundsätzlich zunächst jeweils weiterhin ausdrücklich schrittweise";
/// A low line stands for a blank.
const PLAIN: &str = "Jahr Land Kreis Frist Antrag Bericht Beschluss Vorschlag Entwurf Gespräch \
    Stellen Kosten Zahl Ergebnis Frage Antwort Auftrag Umsetzung Prüfung Förderung Gemeinden \
    „Bürgerbüro“ §_31 25.000_EUR 6,4_% Nr._12";
const SPEAKERS: &str = "Frau_KA_Gürtekin Herr_KA_Thedinga Frau_SB_Fuhrbach Herr_Dr._Thorwarth \
    Frau_Wessendorf Herr_KA_Ellerkamp";
const SAYS: &str = "erläutert berichtet erklärt betont fragt merkt_an führt_aus";
const ENDS: &str = "sei werde habe könne solle müsse erfolge bestehe";

/// The text of an item, as the window writes it.
pub(crate) fn prose(seed: usize, paragraphs: usize) -> Value {
    let mut words = Words::new(seed);
    let blocks: Vec<Value> = (0..paragraphs).map(|_| words.paragraph(5)).collect();
    json!({ "blocks": blocks })
}

/// The sample's record with so many items more.
pub(crate) fn longer(sample: &Record, items: usize) -> Record {
    let mut record = sample.clone();
    let public = &mut record.public;
    let item = public.items.iter().find(|item| item.parent.is_none()).unwrap().clone();
    let vote = serde_json::to_value(&public.acts).unwrap();
    let vote = vote.as_array().unwrap().iter().find(|act| act["what"]["type"] == "vote").unwrap();
    let last = public.items.iter().filter_map(|item| item.called).max().unwrap_or_default();
    for at in 1..=items {
        let mut words = Words::new(at);
        let number = format!("{}", 100 + at);
        let act = format!("v{number}");
        public.items.push(Item {
            id: number.clone(),
            number: number.clone(),
            name: words.title(),
            subject: if at.is_multiple_of(3) { words.title() } else { String::new() },
            paper: format!("20/{number}/2026"),
            called: Some(last + u32::try_from(at).unwrap()),
            text: text(&mut words, at, &act),
            ..item.clone()
        });
        let mut made = vote.clone();
        made["id"] = json!(act);
        made["item"] = json!(number);
        made["what"]["wording"] = json!({ "blocks": [words.paragraph(2)] });
        public.acts.push(serde_json::from_value::<Act>(made).unwrap());
    }
    record
}

/// The record with one letter more in the text of an item, as a keystroke leaves it.
pub(crate) fn typed(record: &Record, keystrokes: usize) -> Record {
    let mut typed = record.clone();
    let middle = typed.public.items.len() / 2;
    let more = json!({
        "type": "paragraph", "content": format!("Dazu wird getippt: {}", "e".repeat(keystrokes))
    });
    let more = serde_json::from_value(more).unwrap();
    typed.public.items[middle].text.blocks.push(more);
    typed
}

/// About a page.
fn text(words: &mut Words, at: usize, act: &str) -> Text {
    let mut blocks = Vec::new();
    if at.is_multiple_of(2) {
        blocks.push(json!({ "type": "heading", "content": words.title() }));
    }
    blocks.push(words.paragraph(4));
    blocks.push(words.with_note());
    match at % 4 {
        0 => blocks.push(words.table()),
        1 => blocks.push(words.list()),
        2 => blocks.push(json!({ "type": "quote", "blocks": [words.paragraph(2)] })),
        _ => blocks.push(words.paragraph(5)),
    }
    blocks.push(words.paragraph(3));
    blocks.push(json!({ "type": "fact", "fact": { "of": "act", "act": act } }));
    serde_json::from_value(json!({ "blocks": blocks })).unwrap()
}

/// Words in an order that a seed decides.
struct Words(u64);

impl Words {
    fn new(seed: usize) -> Self {
        Self(u64::try_from(seed).unwrap().wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn number(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }

    fn pick(&mut self, list: &str) -> String {
        let words: Vec<&str> = list.split_whitespace().collect();
        words[self.number(words.len())].replace('_', " ")
    }

    fn compound(&mut self) -> String {
        self.pick(FIRST) + &self.pick(SECOND)
    }

    fn title(&mut self) -> String {
        let (first, small, second) = (self.compound(), self.pick(SMALL), self.compound());
        format!("{first} {small} {second}")
    }

    fn sentence(&mut self) -> String {
        let mut said = format!("{} {}, dass", self.pick(SPEAKERS), self.pick(SAYS));
        for _ in 0..4 + self.number(5) {
            said = format!("{said} {}", self.pick(SMALL));
            let word = if self.number(3) == 0 { self.pick(PLAIN) } else { self.compound() };
            said = format!("{said} {word}");
        }
        format!("{said} {}.", self.pick(ENDS))
    }

    fn sentences(&mut self, count: usize) -> String {
        (0..count).map(|_| self.sentence()).collect::<Vec<_>>().join(" ")
    }

    fn paragraph(&mut self, sentences: usize) -> Value {
        json!({ "type": "paragraph", "content": self.sentences(sentences) })
    }

    fn with_note(&mut self) -> Value {
        let text = |text: String| json!({ "type": "text", "text": text });
        json!({ "type": "paragraph", "content": [
            text(self.sentences(1)),
            { "type": "footnote", "content": self.sentences(1) },
            { "type": "text", "text": format!(" {}", self.title()), "marks": ["italic"] },
            text(format!(": {}", self.sentences(2))),
        ]})
    }

    fn list(&mut self) -> Value {
        let entry = |blocks: Vec<Value>| json!({ "blocks": blocks });
        let inner: Vec<Value> = (0..3).map(|_| entry(vec![self.paragraph(1)])).collect();
        let inner = json!({ "type": "list", "style": "lowerAlpha", "items": inner });
        let items = [entry(vec![self.paragraph(1), inner]), entry(vec![self.paragraph(1)])];
        json!({ "type": "list", "style": "decimal", "items": items })
    }

    fn table(&mut self) -> Value {
        let mut rows = Vec::new();
        for _ in 0..6 {
            let mut row = vec![self.compound()];
            for _ in 0..3 {
                row.push(format!("{}.{:03}", 1 + self.number(900), self.number(1000)));
            }
            rows.push(row);
        }
        json!({
            "type": "table", "columns": ["left", "right", "right", "right"], "rows": rows,
            "head": ["Produkt", "Ansatz 2026", "Ansatz 2027", "Änderung"],
        })
    }
}
