//! Tests of composing: played scripts, tables of inflection, and the wall between the parts.

mod acts;
mod advisers;
mod closed;
mod documents;
mod dump;
mod elections;
mod guests;
mod inflection;
mod late;
pub(crate) mod papers;
mod phrases;
mod placing;
mod proceedings;
mod random;
pub(crate) mod redacted;
pub(crate) mod script;
mod signers;
mod standing;
mod stretches;
mod template;
mod wall;

use crate::compose::{complete, public};
use crate::record::Record;
use script::Played;
use sitzungsbuch_core::richtext::RichText;

const SCRIPTS: [&str; 7] = [
    "assets/sample/kreis-wiesenthal.json",
    "tests/scenarios/digitalisierung-2021.json",
    "tests/scenarios/digitalisierung-2024.json",
    "tests/scenarios/korrektur.json",
    "tests/scenarios/auf-der-kippe.json",
    "tests/scenarios/wortlaut.json",
    "tests/scenarios/engere-wahl.json",
];

fn played(path: &str) -> Played {
    Played::of(&script::read(path))
}

/// The records of all scripts.
pub(crate) fn records() -> Vec<Record> {
    SCRIPTS.iter().map(|path| played(path).record()).collect()
}

/// What the clerks of all scripts wrote.
pub(crate) fn texts() -> Vec<RichText> {
    SCRIPTS.iter().flat_map(|path| played(path).texts.into_values()).collect()
}

macro_rules! both {
    ($name:ident, $path:literal) => {
        #[test]
        fn $name() {
            let record = played($path).record();
            insta::assert_snapshot!(
                concat!(stringify!($name), "-complete"),
                dump::text(&complete(&record))
            );
            insta::assert_snapshot!(
                concat!(stringify!($name), "-public"),
                dump::text(&public(&record.public))
            );
        }
    };
}

both!(wiesenthal, "assets/sample/kreis-wiesenthal.json");
both!(digitalisierung_2021, "tests/scenarios/digitalisierung-2021.json");
both!(digitalisierung_2024, "tests/scenarios/digitalisierung-2024.json");
both!(korrektur, "tests/scenarios/korrektur.json");
both!(auf_der_kippe, "tests/scenarios/auf-der-kippe.json");
both!(wortlaut, "tests/scenarios/wortlaut.json");
both!(engere_wahl, "tests/scenarios/engere-wahl.json");
