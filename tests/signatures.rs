//! Signed documents: the demo's judged by tools that others wrote, changed bytes, and what `sign` and
//! `verify` say to bad input. All positions of a file are tried in the crate `sign`; here it is the
//! program that answers.
#![cfg(test)]

#[path = "support/judges.rs"]
mod judges;
#[path = "support/program.rs"]
mod program;
#[path = "support/verapdf.rs"]
mod verapdf;

use chrono::{TimeDelta, Utc};
use judges::{good, tool};
use program::{Ended, run};
use serde_json::Value;
use sitzungsbuch_app::{conformity, signatures};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

const CLERK: &str = "schriftfuehrung";
const CHAIR: &str = "vorsitz";
const DOCUMENTS: [&str; 2] = ["niederschrift.pdf", "niederschrift-oeffentlich.pdf"];

/// What a demo left.
struct Demo {
    home: tempfile::TempDir,
    /// What it printed.
    table: String,
}

impl Demo {
    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join("out").join(name)
    }

    fn documents(&self) -> [PathBuf; 2] {
        DOCUMENTS.map(|name| self.path(name))
    }

    /// A folder of its own, with the unsigned document and the keys of this demo in it.
    fn desk(&self) -> Desk {
        let home = tempfile::tempdir().unwrap();
        for name in ["ohne-unterschrift/niederschrift.pdf", "niederschrift.pdf"] {
            let to = if name.contains('/') { "d.pdf" } else { "signed.pdf" };
            std::fs::copy(self.path(name), home.path().join(to)).unwrap();
        }
        for name in ["schriftfuehrung.p12", "vorsitz.p12", "kennwort.txt"] {
            let from = self.path("schluessel").join(name);
            std::fs::copy(from, home.path().join(name)).unwrap();
        }
        Desk { home }
    }
}

/// One demo for all tests: two runs into one folder, so that the second has to replace the first.
fn demo() -> &'static Demo {
    static DEMO: OnceLock<Demo> = OnceLock::new();
    DEMO.get_or_init(|| {
        let home = tempfile::tempdir().unwrap();
        run(home.path(), ["demo", "--out", "out"]).says(0, &["79 Eintragungen"]);
        let ended = run(home.path(), ["demo", "--out", "out"]);
        ended.says(0, &["ohne-unterschrift", "schluessel"]);
        judges::trust(home.path(), &home.path().join("out/schluessel/muster-ca.pem"));
        Demo { home, table: ended.out }
    })
}

/// What pyHanko says of each field of a document of the demo, and whether it found nothing.
fn pyhanko(file: &Path) -> (BTreeMap<String, String>, bool) {
    judges::pyhanko(demo().home.path(), &demo().path("schluessel/muster-ca.pem"), file)
}

/// What pdfsig says of each field of a document of the demo.
fn pdfsig(file: &Path) -> BTreeMap<String, [String; 2]> {
    judges::pdfsig(demo().home.path(), file)
}

#[test]
fn the_demo_prints_a_table_and_leaves_keys_for_its_owner_alone() {
    let demo = demo();
    let lines: Vec<&str> = demo.table.lines().collect();
    assert_eq!(lines.len(), 3, "{}", demo.table);
    for (line, name) in lines[1..].iter().zip(DOCUMENTS) {
        assert!(line.starts_with(name) && line.ends_with("in Ordnung"), "{line}");
        assert!(line.contains("MUSTER Malte Siebrecht, MUSTER Annegret Falkenroth"), "{line}");
    }
    let password = std::fs::read_to_string(demo.path("schluessel/kennwort.txt")).unwrap();
    assert!(password.trim().len() >= 24);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&demo.path("schluessel")), 0o700);
        for file in std::fs::read_dir(demo.path("schluessel")).unwrap() {
            assert_eq!(mode(&file.unwrap().path()), 0o600);
        }
    }
}

#[test]
fn every_page_of_the_demo_is_marked_and_no_page_of_play() {
    let demo = demo();
    let text = |file: &Path| {
        good(&tool(demo.home.path(), "pdftotext", &["-layout", file.to_str().unwrap(), "-"]))
    };
    for file in demo.documents() {
        let text = text(&file);
        let pages: Vec<&str> = text.split_terminator('\u{c}').collect();
        assert!(pages.len() >= 10);
        assert!(pages.iter().all(|page| page.contains("MUSTER")));
    }
    let script = program::root().join("assets/sample/kreis-wiesenthal.json");
    let script = script.to_str().unwrap();
    run(demo.home.path(), ["play", script, "--out", "played"]).says(0, &[]);
    let played = demo.home.path().join("played/wiesenthal-2026-11-12.niederschrift.pdf");
    assert!(!text(&played).contains("MUSTER"));
}

#[test]
fn pyhanko_and_pdfsig_call_every_signature_intact_valid_and_trusted() {
    for file in demo().documents() {
        let (said, all) = pyhanko(&file);
        assert!(all && said.len() == 2, "{said:?}");
        assert!(said[CLERK].contains("intact=True valid=True trusted=True"), "{said:?}");
        assert!(said[CHAIR].contains("intact=True valid=True trusted=True"), "{said:?}");
        assert!(said.values().all(|line| line.ends_with("docmdp=True ok")), "{said:?}");
        let said = pdfsig(&file);
        let fine = ["Signature is Valid.", "Certificate is Trusted."].map(str::to_owned);
        assert_eq!(said.get(CLERK), Some(&fine), "{said:?}");
        assert_eq!(said.get(CHAIR), Some(&fine), "{said:?}");
    }
}

#[test]
fn verapdf_finds_nothing_in_signed_files() {
    let signed: Vec<PathBuf> = demo().documents().into_iter().collect();
    let signed: Vec<&Path> = signed.iter().map(PathBuf::as_path).collect();
    assert_eq!(verapdf::against("3a,ua1", &signed), "");
}

/// Writes a document of the demo with one other byte.
fn changed(file: &Path, at: usize) -> PathBuf {
    let mut bytes = std::fs::read(file).unwrap();
    bytes[at] ^= 1;
    let to = demo().home.path().join(format!("changed-{at}.pdf"));
    std::fs::write(&to, bytes).unwrap();
    to
}

/// Where a text stands for the last time before an offset.
fn last(bytes: &[u8], text: &[u8], before: usize) -> usize {
    bytes[..before].windows(text.len()).rposition(|window| window == text).unwrap()
}

/// Fields that a tool calls broken, for each of the three.
fn broken(file: &Path) -> [Vec<String>; 3] {
    let (said, all) = pyhanko(file);
    assert!(!all && said.len() == 2, "{said:?}");
    let pyhanko = said.into_iter().filter(|(_, line)| line.contains("intact=False"));
    let pdfsig = pdfsig(file).into_iter().filter(|(_, [one, _])| one == "Digest Mismatch.");
    let verified = run(demo().home.path(), ["verify", file.to_str().unwrap(), "--json"]);
    verified.says(1, &[]);
    let report: Value = serde_json::from_str(&verified.out).unwrap();
    let ours = report["signatures"].as_array().unwrap().iter();
    let ours = ours.filter(|one| one["intact"] == false);
    let mut ours: Vec<String> = ours.map(|one| one["field"].as_str().unwrap().into()).collect();
    ours.sort();
    [pyhanko.map(|(field, _)| field).collect(), pdfsig.map(|(field, _)| field).collect(), ours]
}

#[test]
fn a_changed_byte_breaks_the_signatures_that_cover_it_and_no_other() {
    for file in demo().documents() {
        let bytes = std::fs::read(&file).unwrap();
        let end = last(&bytes, b"%%EOF", bytes.len());
        let first_signed = last(&bytes, b"%%EOF", end);
        // The program's name in the document information, and the place in the second signature.
        let both = last(&bytes, b"Sitzungsbuch 0", first_signed);
        let second = last(&bytes, b"(Wiesenthal)", bytes.len()) + 1;
        assert!(second > first_signed);
        assert_eq!(broken(&changed(&file, both)), [(); 3].map(|()| vec![CLERK, CHAIR]));
        assert_eq!(broken(&changed(&file, second)), [(); 3].map(|()| vec![CHAIR]));
    }
}

#[test]
fn verify_calls_no_changed_byte_good_or_wrong_use() {
    let file = demo().path(DOCUMENTS[1]);
    let mut bytes = std::fs::read(&file).unwrap();
    let last_contents = last(&bytes, b"/Contents<", bytes.len()) + 10;
    let step = bytes.len() / 36;
    // All over the file; then the digits of the last signature and the zeros behind them.
    let places = (0..36).map(|part| part * step + part * 31 % step);
    let places = places.chain([0, last_contents, last_contents + 32_000, bytes.len() - 1]);
    let to = demo().home.path().join("places.pdf");
    for at in places {
        bytes[at] ^= 1;
        std::fs::write(&to, &bytes).unwrap();
        let ended = run(demo().home.path(), ["verify", "places.pdf"]);
        assert!(matches!(ended.status, 1 | 3), "{at}: {ended:#?}");
        bytes[at] ^= 1;
    }
}

#[test]
fn signed_files_are_as_sound_as_unsigned_ones() {
    let home = demo().home.path();
    for file in demo().documents() {
        let name = file.to_str().unwrap();
        let said = good(&tool(home, "qpdf", &["--check", name]));
        assert!(!said.contains("WARNING"), "{said}");
        assert_eq!(conformity::findings(&std::fs::read(&file).unwrap()), []);
        let fonts = good(&tool(home, "pdffonts", &[name]));
        assert!(fonts.lines().count() > 3, "{fonts}");
        for font in fonts.lines().skip(2) {
            let words: Vec<&str> = font.split_whitespace().collect();
            assert_eq!(words[words.len() - 5..words.len() - 2], ["yes", "yes", "yes"], "{font}");
        }
        let drawn = tool(home, "pdftoppm", &["-r", "20", "-gray", name]);
        good(&drawn);
        assert!(drawn.stderr.is_empty(), "{}", String::from_utf8_lossy(&drawn.stderr));
        good(&tool(home, "mutool", &["draw", "-q", "-r", "20", "-o", "/dev/null", name]));
        // What the fields show, and that nothing calls itself qualified.
        let text = good(&tool(home, "pdftotext", &[name, "-"]));
        for words in ["Elektronische Signatur – MUSTER", "Zertifikat: MUSTER Beispiel-CA, Nr. "] {
            assert_eq!(text.matches(words).count(), 2, "{words}");
        }
        assert!(!text.contains("Qualifizierte"));
    }
}

/// A folder with a document, keys, and whatever a test puts there.
struct Desk {
    home: tempfile::TempDir,
}

impl Desk {
    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    fn sign(&self, file: &str, field: &str, more: &[&str]) -> Ended {
        let key = format!("{field}.p12");
        let words = ["sign", file, "--field", field, "--key", &key];
        run(self.home.path(), words.iter().chain(more))
    }

    /// Demands a refusal that writes nothing and changes nothing.
    fn refused(&self, arguments: &[&str], status: i32, words: &[&str]) {
        let file = arguments[0];
        let before = self.read(file);
        let words: Vec<&str> = words.iter().chain(&["unverändert"]).copied().collect();
        let arguments = [&["sign"], arguments, &["--out", "out.pdf"]].concat();
        run(self.home.path(), arguments).says(status, &words);
        assert!(!self.path("out.pdf").exists());
        assert!(self.read(file) == before);
    }
}

#[test]
fn a_document_is_signed_by_hand_also_in_place() {
    let desk = demo().desk();
    let password = ["--password-file", "kennwort.txt"];
    let unsigned = desk.read("d.pdf");
    run(desk.home.path(), ["verify", "d.pdf"]).says(1, &[]);
    desk.sign("d.pdf", CLERK, &[&["--out", "one.pdf"], &password[..]].concat()).says(0, &[]);
    assert!(desk.read("d.pdf") == unsigned && desk.read("one.pdf").starts_with(&unsigned));
    let one = run(desk.home.path(), ["verify", "one.pdf"]);
    one.says(0, &[]);
    for words in ["In Ordnung: 1", "MUSTER Malte Siebrecht", "Noch nicht unterschrieben: Vorsitz"] {
        assert!(one.out.contains(words), "{}", one.out);
    }
    // The same name for input and output; the password from the environment.
    let secret = String::from_utf8(desk.read("kennwort.txt")).unwrap();
    let output = program::command(desk.home.path())
        .env("SITZUNGSBUCH_KEY_PASSWORD", secret.trim_end())
        .args(["sign", "one.pdf", "--key", "vorsitz.p12", "--field", CHAIR, "--out", "one.pdf"])
        .args(["--name", "Annegret Falkenroth", "--role", "Vorsitzende", "--place", "Wiesenthal"])
        .output()
        .unwrap();
    Ended::of(output).says(0, &["Unterschrieben"]);
    let both = run(desk.home.path(), ["verify", "one.pdf", "--json"]);
    both.says(0, &[]);
    let report: Value = serde_json::from_str(&both.out).unwrap();
    assert_eq!(report["verdict"], "good");
    let fields: Vec<_> = report["signatures"].as_array().unwrap().iter().collect();
    assert_eq!([&fields[0]["field"], &fields[1]["field"]], [CLERK, CHAIR]);
}

#[test]
fn an_issuer_that_is_not_in_the_file_is_named_and_no_finding() {
    let desk = demo().desk();
    let alone = "import sys
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
secret = open('kennwort.txt', 'rb').read().strip()
found = pkcs12.load_pkcs12(open('vorsitz.p12', 'rb').read(), secret)
name, key, own = b'x', found.key, found.cert.certificate
alone = pkcs12.serialize_key_and_certificates(name, key, own, None, NoEncryption())
open('vorsitz.p12', 'wb').write(alone)";
    let python = program::root().join(".venv/bin/python");
    good(&tool(desk.home.path(), python, &["-c", alone]));
    std::fs::write(desk.path("leer.txt"), "").unwrap();
    let ended = desk.sign("d.pdf", CHAIR, &["--out", "one.pdf", "--password-file", "leer.txt"]);
    ended.says(0, &[]);
    let ended = run(desk.home.path(), ["verify", "one.pdf"]);
    ended.says(0, &[]);
    assert!(ended.out.contains("MUSTER Beispiel-CA"), "{}", ended.out);
    assert!(ended.out.contains("Der Aussteller ist nicht bekannt"), "{}", ended.out);
}

#[test]
fn what_cannot_be_signed_is_said_and_nothing_is_written() {
    let desk = demo().desk();
    let password = ["--password-file", "kennwort.txt"];
    let with = |words: &[&'static str]| [words, &password[..]].concat();
    std::fs::write(desk.path("falsch.txt"), "falsch\n").unwrap();
    let clerk = ["d.pdf", "--field", CLERK, "--key", "schriftfuehrung.p12"];
    let wrong = [&clerk[..], &["--password-file", "falsch.txt"]].concat();
    desk.refused(&wrong, 3, &["Kennwort nicht öffnen", "Prüfen Sie"]);
    let none = [&["sign"], &clerk[..], &["--out", "out.pdf"]].concat();
    run(desk.home.path(), none).says(2, &["kein Kennwort", "SITZUNGSBUCH_KEY_PASSWORD"]);

    let before = signatures::sample_keys(&["Alt"], Utc::now() - TimeDelta::hours(48)).unwrap();
    std::fs::write(desk.path("alt.p12"), &before.files[0]).unwrap();
    std::fs::write(desk.path("alt.txt"), before.password.as_bytes()).unwrap();
    let expired = ["d.pdf", "--field", CLERK, "--key", "alt.p12", "--password-file", "alt.txt"];
    desk.refused(&expired, 2, &["abgelaufen", "gültiges Zertifikat"]);

    let no_key = with(&["d.pdf", "--field", CLERK, "--key", "d.pdf"]);
    desk.refused(&no_key, 2, &["keine Schlüsseldatei", "PKCS#12"]);
    let unknown = with(&["d.pdf", "--field", "landrat", "--key", "vorsitz.p12"]);
    desk.refused(&unknown, 2, &["kein Signaturfeld „landrat“", "schriftfuehrung"]);
    let twice = with(&["signed.pdf", "--field", CHAIR, "--key", "vorsitz.p12"]);
    desk.refused(&twice, 2, &["bereits unterschrieben"]);

    let mut half = desk.read("d.pdf");
    half.truncate(half.len() / 2);
    std::fs::write(desk.path("half.pdf"), half).unwrap();
    let damaged = with(&["half.pdf", "--field", CHAIR, "--key", "vorsitz.p12"]);
    desk.refused(&damaged, 3, &["beschädigt"]);
    desk.sign("d.pdf", CLERK, &with(&["--out", "one.pdf"])).says(0, &[]);
    let mut one = desk.read("one.pdf");
    one[5_000] ^= 1;
    std::fs::write(desk.path("other.pdf"), one).unwrap();
    let other = with(&["other.pdf", "--field", CHAIR, "--key", "vorsitz.p12"]);
    desk.refused(&other, 2, &["„schriftfuehrung“ kann das Programm nicht einstehen", "verify"]);
}

#[test]
fn files_that_are_not_there_or_no_documents_are_told_apart() {
    let desk = demo().desk();
    let home = desk.home.path();
    run(home, ["verify", "fehlt.pdf"]).says(2, &["Es gibt die Datei nicht"]);
    let gone = ["sign", "fehlt.pdf", "--key", "vorsitz.p12", "--field", CHAIR, "--out", "o.pdf"];
    run(home, gone).says(2, &["„fehlt.pdf“", "Es gibt die Datei nicht"]);
    let no_key = ["sign", "d.pdf", "--key", "fehlt.p12", "--field", CHAIR, "--out", "o.pdf"];
    run(home, no_key).says(2, &["Die Schlüsseldatei", "Es gibt die Datei nicht"]);
    run(home, ["verify", "vorsitz.p12"]).says(3, &["keine lesbare PDF-Datei", "unverändert"]);
    run(home, ["verify", "."]).says(3, &["nicht lesbar"]);
    run(home, ["sign", "d.pdf"]).says(2, &["Es fehlt eine Angabe"]);
    let unsigned = run(home, ["verify", "d.pdf"]);
    unsigned.says(1, &[]);
    assert!(unsigned.out.contains("Die Datei ist nicht unterschrieben"), "{}", unsigned.out);
    assert!(unsigned.out.contains("Noch nicht unterschrieben: "), "{}", unsigned.out);
    assert!(!desk.path("o.pdf").exists());
    // A folder that cannot be written to: the input is what it was.
    let before = desk.read("d.pdf");
    let password = ["--password-file", "kennwort.txt"];
    let nowhere = desk.sign("d.pdf", CHAIR, &[&["--out", "weg/o.pdf"], &password[..]].concat());
    nowhere.says(3, &["kann nicht geschrieben werden"]);
    assert!(desk.read("d.pdf") == before);
}
