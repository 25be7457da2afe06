//! The programs that a document is made with, each given its best honest form of the same content:
//! ours reads the record; the others read what a script made of the composed document beforehand,
//! with our fonts and measures, and write the most that they can claim (PDF/A, PDF/UA).
//! `tests/tools/prepare.sh bench` installs them; one that is not there is left out.

use sitzungsbuch_app::conformity;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program.
pub(crate) struct Program {
    pub(crate) name: &'static str,
    /// Succeeds where the program is there.
    probe: Vec<String>,
    /// Interpreter and script that make what the program reads, and its ending. Ours reads the
    /// record.
    source: Option<(&'static str, &'static str, &'static str)>,
    /// Program and arguments; IN, OUT and FOLDER are put in.
    call: Vec<String>,
}

/// What one process took.
#[derive(Clone, Copy)]
pub(crate) struct Took {
    pub(crate) milliseconds: f64,
    pub(crate) megabytes: f64,
}

/// What a file says it is, and what was found in it.
pub(crate) struct Verdict {
    pub(crate) pages: usize,
    pub(crate) claims: String,
    /// Findings of our own judge in a file of ours.
    pub(crate) findings: Option<usize>,
    /// Findings of veraPDF, where it is.
    pub(crate) vera: Option<usize>,
    pub(crate) tagged: bool,
    /// What qpdf says of the syntax.
    pub(crate) sound: bool,
}

fn script(name: &str) -> String {
    format!("{}/benches/beside/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn fonts() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
    path.canonicalize().unwrap().display().to_string()
}

/// Where `prepare.sh bench` puts the packages of the others.
fn packages() -> String {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    target.join("bench").display().to_string()
}

/// The program of the project, built for the profile of this bench.
fn ours() -> String {
    let profile = if cfg!(debug_assertions) { "dev" } else { "release" };
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--locked", "--profile", profile])
        .args(["--package", "sitzungsbuch-cli"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    assert!(built.unwrap().success());
    // Benches lie in <target>/<profile>/deps.
    let bench = std::env::current_exe().unwrap();
    let release = bench.parent().and_then(Path::parent).unwrap();
    release.join("sitzungsbuch").display().to_string()
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Those that are there, ours first, and the names of those that are not.
pub(crate) fn found() -> (Vec<Program>, Vec<&'static str>) {
    let (ours, packages, fonts) = (ours(), packages(), fonts());
    let (python, html) = (format!("{packages}/venv/bin/python"), "venv/bin/weasyprint");
    let html = format!("{packages}/{html}");
    let npm = format!("{packages}/npm");
    let office = "pdf:writer_pdf_Export:{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"3\"},\
        \"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"}}";
    let all = [
        Program {
            name: "sitzungsbuch",
            probe: words(&[&ours, "--version"]),
            source: None,
            call: words(&[
                &ours, "minutes", "--record", "IN", "--part", "complete", "--out", "OUT",
            ]),
        },
        Program {
            name: "typst",
            probe: words(&[&python, "-c", "import typst"]),
            source: Some(("python3", "as_typst.py", "typ")),
            call: words(&[&python, &script("run_typst.py"), "IN", "OUT", &fonts]),
        },
        Program {
            name: "libreoffice",
            probe: words(&["soffice", "--version"]),
            source: Some(("python3", "as_odt.py", "fodt")),
            call: words(&[
                "soffice",
                "-env:UserInstallation=file://FOLDER/home",
                "--headless",
                "--convert-to",
                office,
                "--outdir",
                "FOLDER",
                "IN",
            ]),
        },
        Program {
            name: "weasyprint",
            probe: words(&[&html, "--version"]),
            source: Some(("python3", "as_html.py", "html")),
            call: words(&[&html, "--pdf-variant", "pdf/a-3a", "--pdf-tags", "-q", "IN", "OUT"]),
        },
        Program {
            name: "pdfmake",
            probe: words(&[
                "node",
                "-e",
                "require(process.argv[1])",
                &format!("{npm}/node_modules/pdfmake"),
            ]),
            source: Some(("node", "as_pdfmake.mjs", "pdfmake.json")),
            call: words(&["node", &script("run_pdfmake.mjs"), "IN", "OUT", &fonts, &npm]),
        },
    ];
    let (there, missing): (Vec<_>, Vec<_>) = all.into_iter().partition(Program::is_there);
    (there, missing.into_iter().map(|program| program.name).collect())
}

impl Program {
    fn is_there(&self) -> bool {
        let mut probe = Command::new(&self.probe[0]);
        probe.args(&self.probe[1..]).stdout(Stdio::null()).stderr(Stdio::null());
        probe.status().is_ok_and(|status| status.success())
    }

    /// What the program reads in a folder.
    fn reads(&self, folder: &Path) -> PathBuf {
        match self.source {
            None => folder.join("record.json"),
            Some((_, _, ending)) => folder.join(format!("{}.{ending}", self.name)),
        }
    }

    pub(crate) fn writes(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}.pdf", self.name))
    }

    /// Makes what the program reads of the composed document that lies in the folder.
    pub(crate) fn prepare(&self, folder: &Path) {
        let Some((interpreter, name, _)) = self.source else { return };
        let mut made = Command::new(interpreter);
        made.arg(script(name)).arg(folder.join("document.json")).arg(self.reads(folder));
        assert!(made.status().unwrap().success(), "{name}");
    }

    /// The call, with the folder put in.
    fn filled(&self, folder: &Path) -> Vec<String> {
        let path = |path: PathBuf| path.display().to_string();
        let (reads, writes) = (path(self.reads(folder)), path(self.writes(folder)));
        let fill = |word: &String| match word.as_str() {
            "IN" => reads.clone(),
            "OUT" => writes.clone(),
            word => word.replace("FOLDER", &folder.display().to_string()),
        };
        self.call.iter().map(fill).collect()
    }

    /// Runs the whole process once; none if it failed.
    pub(crate) fn run(&self, folder: &Path) -> Option<Took> {
        let writes = self.writes(folder);
        drop(std::fs::remove_file(&writes));
        let mut outer = Command::new("python3");
        outer.args(["-S", "-I", &script("process.py")]).args(self.filled(folder));
        outer.env("FONTCONFIG_FILE", fontconfig(folder)).stderr(Stdio::inherit());
        let output = outer.output().unwrap();
        let (milliseconds, kilobytes): (f64, f64) = serde_json::from_slice(&output.stdout).ok()?;
        let took = Took { milliseconds, megabytes: kilobytes / 1024.0 };
        (output.status.success() && writes.exists()).then_some(took)
    }

    /// Milliseconds of compilations in one process, each after a keystroke; of typst alone.
    pub(crate) fn again(&self, folder: &Path, rounds: usize) -> Option<Vec<f64>> {
        if self.name != "typst" {
            return None;
        }
        let call = self.filled(folder);
        let output = Command::new(&call[0]).args(&call[1..]).arg(rounds.to_string()).output();
        serde_json::from_slice(&output.unwrap().stdout).ok()
    }
}

/// Our fonts for those that ask the system; nothing else of this machine.
fn fontconfig(folder: &Path) -> PathBuf {
    let file = folder.join("fonts.conf");
    let (fonts, cache) = (fonts(), folder.join("fontcache").display().to_string());
    let text = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\
         <dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>\n"
    );
    std::fs::write(&file, text).unwrap();
    file
}

/// What is seen in a file: what it says of itself, and what judges find in it.
pub(crate) fn verdict(file: &Path, ours: bool) -> Option<Verdict> {
    let info = |flags: &[&str]| {
        let output = Command::new("pdfinfo").args(flags).arg(file).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (info, metadata) = (info(&[])?, info(&["-meta"])?);
    let line = |name: &str| info.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
    let archive = claim(&metadata, "pdfaid:part").map(|part| {
        let level = claim(&metadata, "pdfaid:conformance").unwrap_or_default();
        format!("A-{part}{}", level.to_lowercase())
    });
    let access = claim(&metadata, "pdfuaid:part").map(|part| format!("UA-{part}"));
    let claims: Vec<String> = archive.into_iter().chain(access).collect();
    let bytes = ours.then(|| std::fs::read(file).unwrap());
    let mut qpdf = Command::new("qpdf");
    qpdf.arg("--check").arg(file).stdout(Stdio::null()).stderr(Stdio::null());
    Some(Verdict {
        pages: line("Pages:")?.parse().ok()?,
        claims: claims.join(", "),
        findings: bytes.map(|bytes| conformity::findings(&bytes).len()),
        vera: verapdf(file),
        tagged: line("Tagged:") == Some("yes"),
        sound: qpdf.status().is_ok_and(|status| status.success()),
    })
}

/// What stands in the metadata under a name, as element or as attribute.
fn claim(metadata: &str, name: &str) -> Option<String> {
    let after = &metadata[metadata.find(name)? + name.len()..];
    let value = after.trim_start_matches(['=', '"', '\'', '>']);
    let value: String = value.chars().take_while(char::is_ascii_alphanumeric).collect();
    (!value.is_empty()).then_some(value)
}

/// For how many of both standards veraPDF says no; none where it, or its Java, is not installed.
fn verapdf(file: &Path) -> Option<usize> {
    let tool = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/verapdf.sh");
    let output = Command::new("bash").arg(tool).arg("3a,ua1").arg(file).output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let count = |word: &str| said.lines().filter(|line| line.starts_with(word)).count();
    let failed = count("FAIL ");
    (failed + count("PASS ") == 2).then_some(failed)
}
