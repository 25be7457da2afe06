//! The pages beside the text as the window has them made: a vault that is open, a session that goes
//! on, and the draft of its Niederschrift again after each keystroke.

use super::record;
use serde_json::{Value, json};
use sitzungsbuch_app::core::{AgendaItemId, Moment, Timestamp};
use sitzungsbuch_app::desk::{Desk, DocumentRequest};
use sitzungsbuch_app::order::Order;
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::{Engine, Passphrase, Vault, places};
use std::path::Path;
use std::time::Instant;

const SAMPLE: &str = include_str!("../../../assets/sample/kreis-wiesenthal.json");
const MEETING: &str = "wiesenthal-2026-11-12";
/// Acts of the sample before somebody types.
const ACTS: usize = 70;
/// Items with a text; the last one is being typed.
const ITEMS: [&str; 4] = ["wt26-3", "wt26-4", "wt26-5", "wt26-6"];
/// Letters typed before the first one that is counted.
const BEFORE: usize = 3;

/// What updates took, in milliseconds, each in its order.
pub(crate) struct Updates {
    pub(crate) pages: usize,
    /// In the desk, where acts wait.
    pub(crate) begun: Vec<f64>,
    /// Beside it.
    pub(crate) made: Vec<f64>,
}

impl Updates {
    /// From the keystroke to the pages.
    pub(crate) fn whole(&self) -> Vec<f64> {
        self.begun.iter().zip(&self.made).map(|(begun, made)| begun + made).collect()
    }
}

struct Session {
    desk: Desk,
    acts: usize,
}

/// Updates of a document of so many pages at least.
pub(crate) fn measured(folder: &Path, pages: usize, letters: usize) -> Updates {
    let mut session = Session::new(folder);
    let mut paragraphs = 1;
    let text = loop {
        let texts = [1, 2, 3, 4].map(|seed| record::prose(100 * seed + paragraphs, paragraphs));
        for (item, text) in ITEMS.iter().zip(&texts) {
            session.write(item, text);
        }
        if session.update().0 >= pages {
            let [.., last] = texts;
            break last;
        }
        paragraphs += 1;
    };
    let mut updates = Updates { pages: 0, begun: Vec::new(), made: Vec::new() };
    for letter in 1..=BEFORE + letters {
        let mut typed = text.clone();
        let blocks = typed["blocks"].as_array_mut().unwrap();
        let words = format!("Dazu wird getippt: {}", &"und so weiter ".repeat(letter)[..letter]);
        blocks.push(json!({ "type": "paragraph", "content": words.trim_end() }));
        session.write(ITEMS[ITEMS.len() - 1], &typed);
        let (pages, begun, made) = session.update();
        if letter > BEFORE {
            updates.pages = pages;
            updates.begun.push(begun);
            updates.made.push(made);
        }
    }
    updates
}

impl Session {
    fn new(folder: &Path) -> Self {
        let passphrase = Passphrase::new("Messung".to_owned()).unwrap();
        let home = folder.join("typing");
        std::fs::create_dir(&home).unwrap();
        let vault = Vault::create(&places::vault(&home), &passphrase).unwrap();
        let mut engine = Engine::new(vault).unwrap();
        let reading = script::read(SAMPLE).unwrap();
        let player = Player::new(&reading).unwrap();
        player.prepare(&mut engine).unwrap();
        for index in 0..ACTS {
            player.play(&mut engine, index).unwrap();
        }
        drop(engine);
        let mut desk = Desk::new(&home);
        desk.unlock(&passphrase).unwrap();
        Self { desk, acts: 0 }
    }

    fn write(&mut self, item: &str, text: &Value) {
        self.acts += 1;
        let item = AgendaItemId::from_key(item).to_string();
        let command = json!({ "type": "writeText", "item": item, "text": text });
        let order: Order = serde_json::from_value(json!({
            "of": "act", "act": format!("getippt-{}", self.acts), "meeting": MEETING,
            "basedOn": null, "at": null, "command": command,
        }))
        .unwrap();
        self.desk.execute(&order, at("18:30")).unwrap();
    }

    /// Pages, and what both halves took.
    fn update(&mut self) -> (usize, f64, f64) {
        let request: DocumentRequest = serde_json::from_value(json!({
            "meeting": MEETING, "edition": "draft",
            "document": { "kind": "minutes", "scope": "complete" },
        }))
        .unwrap();
        let begin = Instant::now();
        let half = self.desk.preview(&request, at("18:31")).unwrap();
        let noted = begin.elapsed();
        let bytes = half.render().unwrap();
        let all = begin.elapsed();
        let (length, rest) = bytes.split_first_chunk::<4>().unwrap();
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap();
        let head: Value = serde_json::from_slice(&rest[..length]).unwrap();
        let pages = head["pages"].as_array().unwrap().len();
        let milliseconds = |time: std::time::Duration| time.as_secs_f64() * 1000.0;
        (pages, milliseconds(noted), milliseconds(all.saturating_sub(noted)))
    }
}

fn at(clock: &str) -> Timestamp {
    Moment::parse(&format!("2026-11-12T{clock}+01:00")).unwrap().timestamp()
}
