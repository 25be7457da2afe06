//! A session that two persons chaired: each signs in a field of their own, in whatever order, and
//! everybody calls all three good.
#![cfg(test)]

#[path = "support/judges.rs"]
mod judges;
#[path = "support/program.rs"]
mod program;

use chrono::{TimeDelta, Utc};
use judges::{good, tool};
use program::run;
use serde_json::Value;
use sitzungsbuch_app::{conformity, signatures};
use std::path::{Path, PathBuf};

/// Fields with who signs in them.
const HANDS: [(&str, &str); 3] = [
    ("schriftfuehrung", "Iska Norderhof"),
    ("vorsitz", "Hedda Ahrenskamp"),
    ("2-vorsitz", "Onno Brinkmeier"),
];

/// The documents of the session, key files for all who sign, and whom the tools trust.
fn prepared(home: &Path) -> PathBuf {
    let script = program::root().join("tests/scenarios/auf-der-kippe.json");
    run(home, ["play", script.to_str().unwrap(), "--out", "out"]).says(0, &[]);
    let now = Utc::now() - TimeDelta::minutes(1);
    let keys = signatures::sample_keys(&HANDS.map(|(_, name)| name), now).unwrap();
    let authority = home.join("ca.pem");
    std::fs::write(&authority, &keys.authority).unwrap();
    judges::trust(home, &authority);
    std::fs::write(home.join("kennwort.txt"), keys.password.as_bytes()).unwrap();
    for ((field, _), file) in HANDS.iter().zip(&keys.files) {
        std::fs::write(home.join(format!("{field}.p12")), file).unwrap();
    }
    authority
}

fn sign(home: &Path, from: &str, field: &str, key: &str, to: &str) -> program::Ended {
    let words = ["sign", from, "--field", field, "--key", key, "--out", to];
    run(home, words.iter().chain(&["--password-file", "kennwort.txt"]))
}

/// Signs in this order; after each step nothing stands against the file, and it says who is missing.
fn signed(home: &Path, name: &str, order: [&str; 3]) -> String {
    let mut from = format!("out/auf-der-kippe-2026-11-05.{name}.pdf");
    for (step, field) in order.into_iter().enumerate() {
        let to = format!("{name}-{step}.pdf");
        sign(home, &from, field, &format!("{field}.p12"), &to).says(0, &[]);
        let told = run(home, ["verify", &to]);
        told.says(0, &[]);
        let missing = order.len() - 1 - step;
        assert_eq!(told.out.contains("Noch nicht unterschrieben"), missing > 0, "{}", told.out);
        from = to;
    }
    from
}

#[test]
fn every_chair_has_a_field_and_all_are_called_valid() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let authority = prepared(home);
    let [clerk, chair, second] = HANDS.map(|(field, _)| field);
    for (name, order) in [
        ("niederschrift", [clerk, chair, second]),
        ("niederschrift-oeffentlich", [second, clerk, chair]),
    ] {
        let last = signed(home, name, order);
        let report = run(home, ["verify", &last, "--json"]);
        let report: Value = serde_json::from_str(&report.out).unwrap();
        let fields: Vec<_> = report["signatures"].as_array().unwrap().iter().collect();
        assert_eq!([0, 1, 2].map(|at| fields[at]["field"].as_str().unwrap()), order);
        let file = home.join(&last);
        let (said, all) = judges::pyhanko(home, &authority, &file);
        assert!(all && said.len() == 3, "{said:?}");
        assert!(said.values().all(|line| line.ends_with("docmdp=True ok")), "{said:?}");
        let valid = ["Signature is Valid.", "Certificate is Trusted."].map(str::to_owned);
        let expected = order.map(|field| (field.to_owned(), valid.clone()));
        assert_eq!(judges::pdfsig(home, &file), expected.into());
        assert_eq!(conformity::findings(&std::fs::read(&file).unwrap()), []);
        let text = good(&tool(home, "pdftotext", &["-layout", file.to_str().unwrap(), "-"]));
        assert!(text.contains("zu TOP 7"), "{text}");

        // A byte that the last signature alone covers breaks that one, for us and for others.
        let mut bytes = std::fs::read(&file).unwrap();
        let at = bytes.windows(5).rposition(|window| window == b"/M(D:").unwrap() + 10;
        bytes[at] ^= 1;
        let changed = home.join("changed.pdf");
        std::fs::write(&changed, bytes).unwrap();
        run(home, ["verify", "changed.pdf"]).says(1, &[]);
        let (said, all) = judges::pyhanko(home, &authority, &changed);
        let broken = said.iter().filter(|(_, line)| line.contains("intact=False"));
        assert!(!all && broken.map(|(field, _)| &**field).eq([order[2]]), "{said:?}");
    }
    let nobody = sign(home, "niederschrift-2.pdf", "3-vorsitz", "vorsitz.p12", "o.pdf");
    nobody.says(2, &["kein Signaturfeld „3-vorsitz“", "2-vorsitz"]);
}
