//! The documents of every script, judged by tools that others wrote, and held against the script:
//! each fact stands in the element where it belongs, in order; nothing non-public is in a public file.
#![cfg(test)]

#[path = "support/facts.rs"]
mod facts;
#[path = "support/program.rs"]
mod program;
#[path = "support/tagged.rs"]
mod tagged;
#[path = "support/verapdf.rs"]
mod verapdf;

use facts::{Facts, paragraphs, redacted};
use program::run;
use serde_json::Value;
use sitzungsbuch_app::conformity::{self, Archive};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use tagged::{Element, find, plain, read};

const SCRIPTS: [&str; 7] = [
    "tests/scenarios/digitalisierung-2021.json",
    "tests/scenarios/digitalisierung-2024.json",
    "tests/scenarios/korrektur.json",
    "assets/sample/kreis-wiesenthal.json",
    "tests/scenarios/auf-der-kippe.json",
    "tests/scenarios/ratsprotokoll.json",
    "tests/scenarios/wortlaut.json",
];

/// The session whose office chose letters with serifs.
const SERIF: &str = "rat-2026-06-18";

/// A script with its documents.
struct Session {
    script: Value,
    complete: PathBuf,
    public: PathBuf,
    record: PathBuf,
    /// Every other document that the record gives.
    others: Vec<Other>,
    /// The tree of the complete document.
    tree: Vec<Element>,
}

/// Another document than the Niederschrift of one or both parts.
struct Other {
    file: PathBuf,
    /// Everybody may read it.
    public: bool,
}

/// The documents of a record beside both Niederschriften: one excerpt of each part among them.
fn others(home: &Path, record: &Path) -> Vec<Other> {
    let kept: Value = serde_json::from_str(&std::fs::read_to_string(record).unwrap()).unwrap();
    let decided = |part: &str| -> Option<String> {
        let acts = kept[part]["acts"].as_array()?;
        let settles = |act: &&Value| {
            let what = &act["what"];
            let vote = what["type"] == "vote" && what.get("matter").is_none();
            act.get("item").is_some() && vote && what.get("replaced").is_none()
        };
        Some(acts.iter().find(settles)?["item"].as_str().unwrap().to_owned())
    };
    let mut asked = vec![
        (vec!["minutes", "non-public"], None),
        (vec!["invitation", "complete"], None),
        (vec!["invitation", "public"], None),
        (vec!["sheet"], None),
        (vec!["attendance"], None),
        (vec!["proof", "complete"], None),
        (vec!["proof", "public"], None),
    ];
    let [open, closed] = ["public", "nonPublic"].map(decided);
    asked.extend(open.map(|item| (vec!["excerpt", "public"], Some(item))));
    asked.extend(closed.map(|item| (vec!["excerpt", "non-public"], Some(item))));
    let made = asked.into_iter().map(|(words, item)| {
        let file = record.with_extension(format!("{}.pdf", words.join("-")));
        let mut arguments = vec!["minutes", "--record", record.to_str().unwrap()];
        arguments.extend(["--out", file.to_str().unwrap(), "--document", words[0]]);
        arguments.extend(words.get(1).into_iter().flat_map(|part| ["--part", part]));
        arguments.extend(item.iter().flat_map(|item| ["--item", item]));
        run(home, arguments).says(0, &[]);
        let public = words[0] == "sheet" || words.last() == Some(&"public");
        Other { file, public }
    });
    made.collect()
}

/// The papers of a script, from a vault: they are in no record.
fn papers(home: &Path, script: &Value, file: &Path, name: &Path) -> Vec<Other> {
    let rows = script["master"].as_array().unwrap();
    let papers: Vec<&Value> = rows.iter().filter(|row| row["noun"] == "paper").collect();
    if papers.is_empty() {
        return Vec::new();
    }
    let vault = home.join(name.file_name().unwrap()).with_added_extension("tresor");
    let vault = vault.to_str().unwrap();
    run(home, ["prepare", file.to_str().unwrap(), "--vault", vault]).says(0, &[]);
    let made = papers.into_iter().map(|paper| {
        let number = paper["reference"].as_str().unwrap();
        let file = name.with_added_extension(format!("{}.pdf", number.replace('/', "-")));
        let out = file.to_str().unwrap();
        let asked = ["minutes", "--document", "paper", "--paper", number, "--vault", vault];
        run(home, asked.iter().chain(&["--out", out])).says(0, &[]);
        Other { file, public: paper["part"] == "public" }
    });
    made.collect()
}

/// All scripts, played once for all tests.
fn sessions() -> &'static [Session] {
    static SESSIONS: OnceLock<(tempfile::TempDir, Vec<Session>)> = OnceLock::new();
    &SESSIONS
        .get_or_init(|| {
            let home = tempfile::tempdir().unwrap();
            let sessions = std::thread::scope(|scope| {
                let played = SCRIPTS.map(|script| scope.spawn(|| play(home.path(), script)));
                played.into_iter().map(|session| session.join().unwrap()).collect()
            });
            (home, sessions)
        })
        .1
}

/// The sessions whose office has no template of its own: headings and order are the usual ones.
fn usual() -> impl Iterator<Item = &'static Session> {
    sessions().iter().filter(|session| !session.script.to_string().contains("\"template\":"))
}

/// Plays a script and gives the beginning of the names of what came out.
fn results(home: &Path, script: &str) -> (Value, PathBuf) {
    let file = program::root().join(script);
    run(home, ["play".as_ref(), file.as_os_str(), "--out".as_ref(), "out".as_ref()]).says(0, &[]);
    let script: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let name = home.join("out").join(script["meeting"]["id"].as_str().unwrap());
    (script, name)
}

fn play(home: &Path, file: &str) -> Session {
    let (script, name) = results(home, file);
    let complete = name.with_added_extension("niederschrift.pdf");
    let record = name.with_added_extension("record.json");
    let mut others = others(home, &record);
    others.extend(papers(home, &script, &program::root().join(file), &name));
    Session {
        tree: read(&complete),
        complete,
        public: name.with_added_extension("niederschrift-oeffentlich.pdf"),
        others,
        record,
        script,
    }
}

fn files() -> impl Iterator<Item = &'static Path> {
    sessions().iter().flat_map(|session| {
        let others = session.others.iter().map(|other| other.file.as_path());
        others.chain([session.complete.as_path(), session.public.as_path()])
    })
}

fn tool(name: &str, arguments: &[&str], file: &Path) -> Output {
    let output = Command::new(name).args(arguments).arg(file).output();
    output.unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

fn good(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

#[test]
fn qpdf_finds_neither_errors_nor_warnings() {
    for file in files() {
        let said = good(&tool("qpdf", &["--check"], file));
        assert!(!said.contains("WARNING"), "{said}");
    }
}

#[test]
fn every_font_is_embedded_subset_and_readable_as_text() {
    for file in files() {
        let said = good(&tool("pdffonts", &[], file));
        let fonts: Vec<&str> = said.lines().skip(2).collect();
        assert!(fonts.len() >= 2, "{said}");
        let serif = file.file_name().unwrap().to_str().unwrap().starts_with(SERIF);
        let family = if serif { "+SourceSerif4-" } else { "+SourceSans3-" };
        for font in fonts {
            let words: Vec<&str> = font.split_whitespace().collect();
            assert_eq!(words[words.len() - 5..words.len() - 2], ["yes", "yes", "yes"], "{font}");
            assert!(font.contains(family), "{}: {font}", file.display());
        }
    }
}

#[test]
fn poppler_and_mupdf_draw_every_page() {
    for file in files() {
        let pages = good(&tool("pdfinfo", &[], file));
        let pages = pages.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim();
        let drawn = tool("pdftoppm", &["-r", "20", "-gray"], file);
        good(&drawn);
        assert!(drawn.stderr.is_empty(), "{}", String::from_utf8_lossy(&drawn.stderr));
        let images = drawn.stdout.windows(3).filter(|bytes| bytes == b"P5\n").count();
        assert!(images >= pages.parse().unwrap(), "{images} of {pages}");
        good(&tool("mutool", &["draw", "-q", "-r", "20", "-o", "/dev/null", "-F", "pgm"], file));
    }
}

/// What stands in a file against PDF/A and PDF/UA, as one text.
fn against(file: &Path) -> String {
    let findings = conformity::findings(&std::fs::read(file).unwrap());
    findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_structure_is_that_of_pdf_a_3a_and_pdf_ua_1() {
    for file in files() {
        assert_eq!(against(file), "", "{}", file.display());
    }
}

#[test]
fn verapdf_finds_nothing() {
    assert_eq!(verapdf::against("3a,ua1", &files().collect::<Vec<_>>()), "");
}

#[test]
fn a_file_of_the_other_part_of_pdf_a_says_so_and_keeps_to_it() {
    let home = tempfile::tempdir().unwrap();
    let (record, out) = (sessions()[3].record.to_str().unwrap(), home.path().join("2a.pdf"));
    let out = out.to_str().unwrap();
    let part = ["minutes", "--record", record, "--part", "public", "--out", out];
    run(home.path(), part.iter().chain(&["--archive", "2a"])).says(0, &[]);
    let bytes = std::fs::read(out).unwrap();
    assert_eq!(Archive::claimed(&bytes), Archive::A2a);
    assert_eq!(against(Path::new(out)), "");
    assert_eq!(verapdf::against("2a,ua1", &[Path::new(out)]), "");
    assert_ne!(bytes, std::fs::read(&sessions()[3].public).unwrap());
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    let home = tempfile::tempdir().unwrap();
    for (session, script) in sessions().iter().zip(SCRIPTS) {
        let (_, again) = results(home.path(), script);
        for (one, end) in [
            (&session.complete, "niederschrift.pdf"),
            (&session.public, "niederschrift-oeffentlich.pdf"),
        ] {
            let other = again.with_added_extension(end);
            assert!(std::fs::read(one).unwrap() == std::fs::read(other).unwrap(), "{script}");
        }
        for (part, expected) in [("complete", &session.complete), ("public", &session.public)] {
            let file = home.path().join("record.pdf");
            let record = session.record.to_str().unwrap();
            let out = file.to_str().unwrap();
            run(home.path(), ["minutes", "--record", record, "--part", part, "--out", out])
                .says(0, &[]);
            assert!(std::fs::read(&file).unwrap() == std::fs::read(expected).unwrap(), "{part}");
        }
    }
}

#[test]
fn persons_stand_in_rows_of_the_list_with_their_annotations() {
    for session in sessions() {
        let (facts, tree) = (Facts::of(&session.script), session.tree.as_slice());
        let row = |name: &str| {
            let rows = tree.iter().filter(|element| element.path.ends_with("Table/TBody/TR"));
            let found = rows.clone().find(|row| row.text.contains(name));
            found.unwrap_or_else(|| panic!("{name} has no row")).text.clone()
        };
        let open = facts.all("openMeeting").next().unwrap();
        let back: Vec<&Value> = facts.all("recordArrival").map(|act| &act["person"]).collect();
        let there = ["present", "officials", "guests"].into_iter();
        let there = there.flat_map(|list| open[list].as_array().into_iter().flatten());
        for person in there.filter(|person| !back.contains(person)) {
            assert!(!row(facts.name(person)).contains("ab "), "{}", facts.name(person));
        }
        for substitution in facts.all("seatSubstitute") {
            assert!(row(facts.name(&substitution["substitute"])).contains("Vertretung für"));
        }
        for excused in facts.all("excuseMember") {
            row(facts.name(&excused["person"]));
        }
        let opened = open["present"].as_array().unwrap();
        for act in facts.acts.iter().filter(|act| act["do"]["type"] == "recordArrival") {
            let person = &act["do"]["person"];
            if !opened.contains(person) {
                let since = format!("ab {} Uhr", &act["at"].as_str().unwrap()[11..16]);
                assert!(row(facts.name(person)).contains(&since), "{since}");
            }
        }
        // The list says who heads a row: the name is a heading cell, not a plain one.
        let chair = facts.name(&open["chair"]);
        assert!(tree.iter().any(|e| e.role() == "TH" && e.text == chair), "{chair}");
    }
}

#[test]
fn the_agenda_is_a_list_in_its_order() {
    for session in sessions() {
        let (facts, tree) = (Facts::of(&session.script), session.tree.as_slice());
        let mut at =
            find(tree, 0, "Tagesordnung", |e| e.role() == "H2" && e.text == "Tagesordnung");
        let items = facts.items(&session.script);
        let planned = items.iter().filter(|item| item.get("parent").is_none());
        for item in planned {
            let (number, name) =
                (item["number"].as_str().unwrap(), plain(item["name"].as_str().unwrap()));
            at = find(tree, at + 1, &name, |e| {
                e.role() == "LI" && e.text.starts_with(number) && e.text.contains(&name)
            });
        }
    }
}

#[test]
fn texts_and_votes_stand_below_the_heading_of_their_item() {
    for session in usual() {
        let (facts, tree) = (Facts::of(&session.script), session.tree.as_slice());
        let headings: Vec<usize> =
            (0..tree.len()).filter(|at| matches!(tree[*at].role(), "H2" | "H3")).collect();
        for item in facts.items(&session.script) {
            let label = format!("Zu Punkt {}: ", item["number"].as_str().unwrap());
            let own = headings.iter().position(|at| tree[*at].text.starts_with(&label));
            let Some(own) = own else {
                // Sub-items that were settled with their parent have no heading of their own.
                assert!(item.get("parent").is_some(), "{label}");
                continue;
            };
            assert_eq!(tree[headings[own]].role(), "H3");
            assert!(tree[headings[own]].text.contains(&plain(item["name"].as_str().unwrap())));
            let end = headings.get(own + 1).copied().unwrap_or(tree.len());
            let section = &tree[headings[own]..end];
            let mut expected = Vec::new();
            if let Some(text) = facts.text(&item["id"]) {
                paragraphs(&text["blocks"], &mut expected);
            }
            let mut at = 0;
            for paragraph in expected.iter().filter(|paragraph| !paragraph.is_empty()) {
                at = find(section, at, paragraph, |e| {
                    matches!(e.role(), "P" | "LBody" | "H4") && e.text.ends_with(paragraph.as_str())
                });
            }
            for vote in facts.all("recordVote").filter(|vote| vote["item"] == item["id"]) {
                let mut wording = Vec::new();
                paragraphs(&vote["wordingPut"]["blocks"], &mut wording);
                find(section, 0, &wording[0], |e| {
                    e.role() == "Div"
                        && wording.iter().all(|part| e.text.contains(part.as_str()))
                        && e.text.contains("Abstimmungsergebnis:")
                        && (e.text.starts_with("Beschluss:") || e.text.starts_with("Antrag:"))
                });
            }
        }
    }
}

#[test]
fn times_attachments_and_signatures_stand_where_they_belong() {
    for session in usual() {
        let (facts, tree) = (Facts::of(&session.script), session.tree.as_slice());
        let opening = format!("Um {} Uhr eröffnet", facts.time("openMeeting"));
        find(tree, 0, &opening, |e| e.role() == "P" && e.text.contains(&opening));
        let end = format!("um {} Uhr", facts.time("closeMeeting"));
        let at = find(tree, 0, "Sitzungsende", |e| {
            e.role() == "P" && e.text.starts_with("Sitzungsende") && e.text.contains(&end)
        });
        let signed = tree.iter().skip(at).filter(|e| e.role() == "Form").count();
        assert_eq!(signed, 1 + facts.chairs().len());
        for attachment in facts.all("listAttachment").map(|list| &list["attachment"]) {
            let (label, title) = (
                plain(attachment["label"].as_str().unwrap()),
                plain(attachment["title"].as_str().unwrap()),
            );
            find(tree, at, &label, |e| e.text.starts_with(&label) && e.text.contains(&title));
        }
    }
}

/// The head of a paper, its sections and its texts, each in the element where it belongs.
#[test]
fn a_paper_stands_in_its_file_as_it_is_kept() {
    let mut seen = 0;
    for session in sessions() {
        let rows = session.script["master"].as_array().unwrap();
        for paper in rows.iter().filter(|row| row["noun"] == "paper") {
            seen += 1;
            let said = |field: &str| plain(paper[field].as_str().unwrap());
            let end = format!("{}.pdf", said("reference").replace('/', "-"));
            let own =
                session.others.iter().find(|other| other.file.to_str().unwrap().ends_with(&end));
            let tree = read(&own.unwrap().file);
            let starts = |role: &'static str, words: String| {
                move |e: &Element| e.role() == role && e.text.starts_with(&words)
            };
            let mut at = find(&tree, 0, "Titel", starts("H1", said("paperType")));
            at = find(&tree, at, "Betreff", starts("P", said("name")));
            let body = rows.iter().find(|row| row["id"] == paper["body"]).unwrap();
            let label = body["papers"]["reference"].as_str().unwrap_or("Vorlage Nr.");
            let number = format!("{label} {}", said("reference"));
            at = find(&tree, at, "Nummer", starts("P", number));
            if !paper["consultations"].is_null() {
                at = find(&tree, at, "Beratungsfolge", starts("H2", "Beratungsfolge".to_owned()));
                let rows = tree.iter().filter(|e| e.path.ends_with("Table/TBody/TR"));
                assert!(rows.count() >= paper["consultations"].as_array().unwrap().len());
            }
            for section in paper["sections"].as_array().unwrap() {
                at = find(&tree, at + 1, "Abschnitt", |e| e.role() == "H2");
                let mut expected = Vec::new();
                paragraphs(&section["text"]["blocks"], &mut expected);
                for words in &expected {
                    at = find(&tree, at + 1, words, |e| {
                        matches!(e.role(), "P" | "LBody" | "H3") && e.text.ends_with(words.as_str())
                    });
                }
            }
        }
    }
    assert!(seen >= 4, "{seen}");
}

#[test]
fn nothing_non_public_is_in_a_public_file() {
    for session in sessions() {
        let facts = Facts::of(&session.script);
        let others = session.others.iter().filter(|other| other.public).map(|other| &other.file);
        let files = others.chain([&session.public]).map(|file| {
            let text = Command::new("pdftotext").arg(file).arg("-").output().unwrap();
            (plain(&good(&text)), std::fs::read(file).unwrap())
        });
        let files: Vec<(String, Vec<u8>)> = files.collect();
        assert!(files.len() >= 4);
        let mut hidden = Vec::new();
        for item in facts.items(&session.script).iter().filter(|item| item["part"] == "nonPublic") {
            if item.get("neutralName").is_some_and(|neutral| *neutral != item["name"]) {
                hidden.push(plain(item["name"].as_str().unwrap()));
            }
            if let Some(text) = facts.text(&item["id"]) {
                paragraphs(&text["blocks"], &mut hidden);
            }
        }
        let closed = |row: &&Value| row["noun"] == "paper" && row["part"] == "nonPublic";
        for paper in session.script["master"].as_array().unwrap().iter().filter(closed) {
            hidden.push(plain(paper["name"].as_str().unwrap()));
            for section in paper["sections"].as_array().unwrap() {
                paragraphs(&section["text"]["blocks"], &mut hidden);
            }
        }
        for item in facts.items(&session.script).iter().filter(|item| item["part"] != "nonPublic") {
            facts.text(&item["id"]).iter().for_each(|text| redacted(text, false, &mut hidden));
        }
        let hidden: Vec<&String> = hidden.iter().filter(|text| text.len() > 8).collect();
        assert!(!hidden.is_empty());
        for secret in hidden {
            let beginning: String = secret.chars().take(30).collect();
            let bytes = beginning.as_bytes();
            for (said, raw) in &files {
                assert!(!said.contains(&beginning), "{beginning}");
                assert!(!raw.windows(bytes.len()).any(|window| window == bytes), "{beginning}");
            }
        }
    }
}
