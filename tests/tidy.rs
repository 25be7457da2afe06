//! Tidiness that a reader relies on: files and functions of readable size, a header in every source
//! file, no marker of unfinished work, nothing that is true on one machine only. It judges form, no
//! content and no taste. Exceptions stand with their reason in tidy.exceptions. Every scanner is
//! itself tried on a planted fault, at the end of the file.
#![cfg(test)]

mod support {
    pub(crate) mod files;
    pub(crate) mod source;
    pub(crate) mod words;
}

use support::{files, source, words};

/// Lines of a Rust file without its test parts.
const FILE_LINES: usize = 500;

/// Lines of a Svelte file, and of a TypeScript file without tests.
const SVELTE_LINES: usize = 250;
const TYPESCRIPT_LINES: usize = 300;

/// Lines of a function, from `fn` to the closing bracket.
const FUNCTION_LINES: usize = 70;

/// Written by a tool, and named by it: the lock file says where each crate came from.
const GENERATED: [&str; 3] = ["Cargo.lock", "ui/package-lock.json", "ui/src/api/generated.ts"];

// Assembled from parts, so that this file holds none of what it looks for.
const MARKERS: [&str; 4] =
    [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X"), concat!("unimpl", "emented!")];
const MACHINE_PATHS: [&str; 5] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!(r"C:\Us", r"ers\"),
];
const REGISTRY_HOSTS: [&str; 7] = [
    concat!("crates", ".io"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("npmjs", ".org"),
    concat!("npmjs", ".com"),
    concat!("deb.debian", ".org"),
    concat!("archive.ubuntu", ".com"),
];

/// One thing that is out of order.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    rule: &'static str,
    /// The file, or `file::function`.
    place: String,
    detail: String,
}

/// A line of the exceptions file.
struct Exception {
    rule: String,
    place: String,
}

#[test]
fn rust_files_are_of_readable_size() {
    check("file-lines", |name, text| rust(name).then(|| too_long(name, text)));
}

#[test]
fn files_of_the_interface_are_of_readable_size() {
    check("file-lines", |name, text| web_limit(name).map(|limit| too_many(name, text, limit)));
}

#[test]
fn files_of_the_interface_open_with_a_header() {
    check("header", |name, text| web_limit(name).map(|_| headless_web(name, text)));
}

#[test]
fn functions_are_of_readable_size() {
    check("function-lines", |name, text| rust(name).then(|| long_functions(name, text)));
}

#[test]
fn rust_files_open_with_a_header() {
    check("header", |name, text| rust(name).then(|| headless(name, text)));
}

#[test]
fn nothing_is_marked_unfinished() {
    check("marker", |name, text| Some(markers(name, text)));
}

#[test]
fn no_path_of_one_machine() {
    check("machine-path", |name, text| Some(machine_paths(name, text)));
}

#[test]
fn no_registry_host() {
    check("registry-host", |name, text| Some(registry_hosts(name, text)));
}

#[test]
fn exceptions_are_well_formed() {
    let rules = "file-lines function-lines header marker machine-path registry-host";
    for exception in exceptions() {
        let known = rules.split(' ').any(|rule| rule == exception.rule);
        assert!(known, "tests/tidy.exceptions: there is no rule {}", exception.rule);
    }
}

/// Runs one scanner over every text file and compares with the exceptions, in both directions.
fn check(rule: &str, scan: impl Fn(&str, &str) -> Option<Vec<Fault>>) {
    let mut faults = Vec::new();
    let mut looked_at = 0;
    for name in files::tracked().iter().filter(|name| !GENERATED.contains(&name.as_str())) {
        if let Some(found) = files::text(name).and_then(|text| scan(name, &text)) {
            looked_at += 1;
            faults.extend(found);
        }
    }
    assert!(looked_at > 0, "no file was looked at");
    let complaints = complaints(rule, &faults, &exceptions());
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

fn complaints(rule: &str, faults: &[Fault], exceptions: &[Exception]) -> Vec<String> {
    let fits = |exception: &Exception, fault: &Fault| {
        exception.rule == fault.rule && exception.place == fault.place
    };
    let open = faults.iter().filter(|fault| !exceptions.iter().any(|e| fits(e, fault)));
    let idle = exceptions
        .iter()
        .filter(|exception| exception.rule == rule && !faults.iter().any(|f| fits(exception, f)));
    let mut complaints: Vec<String> =
        open.map(|fault| format!("{} {}: {}", fault.rule, fault.place, fault.detail)).collect();
    complaints.extend(idle.map(|e| format!("{} {}: no longer an exception", e.rule, e.place)));
    complaints
}

fn exceptions() -> Vec<Exception> {
    parse_exceptions(&files::text("tests/tidy.exceptions").expect("tests/tidy.exceptions is text"))
}

fn parse_exceptions(text: &str) -> Vec<Exception> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut words = line.split_whitespace();
            let (rule, place) = (words.next(), words.next());
            let (Some(rule), Some(place), Some(_reason)) = (rule, place, words.next()) else {
                panic!("tests/tidy.exceptions: rule, place and reason are needed: {line}");
            };
            Exception { rule: rule.to_owned(), place: place.to_owned() }
        })
        .collect()
}

fn rust(name: &str) -> bool {
    let ours = name.starts_with("src-tauri/") || name.starts_with("tests/");
    ours && files::is_rust(name)
}

/// A file that is a test part as a whole (`mod tests;` under `#[cfg(test)]`).
fn is_test_part(name: &str) -> bool {
    name.starts_with("src-tauri/") && (name.ends_with("/tests.rs") || name.contains("/tests/"))
}

/// Lines that a file of the interface or of the journeys may have; nothing for another file.
fn web_limit(name: &str) -> Option<usize> {
    let ends = |extension: &str| name.ends_with(extension);
    let ours = name.starts_with("ui/") || name.starts_with("tests/e2e/");
    match name {
        _ if !ours || ends(".test.ts") => None,
        _ if ends(".svelte") => Some(SVELTE_LINES),
        _ if ends(".ts") || ends(".js") || ends(".mjs") => Some(TYPESCRIPT_LINES),
        _ => None,
    }
}

fn too_many(name: &str, text: &str, limit: usize) -> Vec<Fault> {
    let lines = text.lines().count();
    let detail = format!("{lines} lines, at most {limit}");
    if lines > limit { vec![fault("file-lines", name, detail)] } else { Vec::new() }
}

/// A file opens with a comment that says what it is for; in a Svelte file it may be the first
/// thing of its script.
fn headless_web(name: &str, text: &str) -> Vec<Fault> {
    let mut lines = text.lines().map(str::trim).skip_while(|line| line.starts_with("<script"));
    let first = lines.next().unwrap_or_default();
    let words = first.trim_start_matches(['/', '*', '<', '!', '-', ' ']);
    let comment = ["//", "/*", "<!--"].iter().any(|start| first.starts_with(start));
    if comment && (words.split_whitespace().count() > 2 || first == "/**" || first == "<!--") {
        return Vec::new();
    }
    vec![fault("header", name, "it opens with no comment that says what it is for".into())]
}

fn fault(rule: &'static str, place: &str, detail: String) -> Fault {
    Fault { rule, place: place.to_owned(), detail }
}

fn too_long(name: &str, text: &str) -> Vec<Fault> {
    if is_test_part(name) {
        return Vec::new();
    }
    let code = source::code_only(text);
    let in_tests: usize = parts(name, &code).iter().map(|p| code[p.clone()].lines().count()).sum();
    let lines = text.lines().count() - in_tests;
    let detail = format!("{lines} lines without tests, at most {FILE_LINES}");
    if lines > FILE_LINES { vec![fault("file-lines", name, detail)] } else { Vec::new() }
}

/// Test parts that do not count. In the tests package everything is a test, so everything counts.
fn parts(name: &str, code: &str) -> Vec<std::ops::Range<usize>> {
    if name.starts_with("tests/") { Vec::new() } else { source::test_parts(code) }
}

fn long_functions(name: &str, text: &str) -> Vec<Fault> {
    if is_test_part(name) {
        return Vec::new();
    }
    let code = source::code_only(text);
    let code = if name.starts_with("tests/") { code } else { source::without_tests(&code) };
    let mut faults = Vec::new();
    for (function, lines) in functions(&code) {
        if lines > FUNCTION_LINES {
            let detail = format!("{lines} lines, at most {FUNCTION_LINES}");
            faults.push(fault("function-lines", &format!("{name}::{function}"), detail));
        }
    }
    faults
}

/// Every function with a body: its name and its lines.
fn functions(code: &str) -> Vec<(String, usize)> {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let signature = code[at + 3..].trim_start();
        let name: String = signature.chars().take_while(|c| part_of_name(*c)).collect();
        if name.is_empty() || code[..at].ends_with(part_of_name) {
            continue;
        }
        if let Some(body) = body_start(&code[at..]) {
            let end = at + body + source::matching_end(&code[at + body..]);
            found.push((name, code[at..end].lines().count()));
        }
    }
    found
}

/// Where the body of a function opens; nothing when it has none.
fn body_start(code: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return Some(at),
            b';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

fn headless(name: &str, text: &str) -> Vec<Fault> {
    let header = text.lines().next().and_then(|line| line.strip_prefix("//! "));
    if header.is_some_and(|words| words.split_whitespace().count() > 2) {
        return Vec::new();
    }
    vec![fault("header", name, "the first line is no `//!` that says what the file is for".into())]
}

fn markers(name: &str, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for marker in MARKERS {
        for line in words::lines_with(text, marker) {
            faults.push(fault("marker", name, format!("line {line}: {marker}")));
        }
    }
    faults
}

/// A path counts where it begins; `https://example.org/work/` and `../work/` are none.
fn machine_paths(name: &str, text: &str) -> Vec<Fault> {
    let goes_on = |c: char| c.is_alphanumeric() || "._-~})*".contains(c);
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for path in MACHINE_PATHS {
            if line.match_indices(path).any(|(at, _)| !line[..at].ends_with(goes_on)) {
                faults.push(fault("machine-path", name, format!("line {}: {path}", index + 1)));
            }
        }
    }
    faults
}

fn registry_hosts(name: &str, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for host in REGISTRY_HOSTS.iter().filter(|host| line.contains(*host)) {
            faults.push(fault("registry-host", name, format!("line {}: {host}", index + 1)));
        }
    }
    faults
}

/// Each scanner has to find what was planted, and to leave alone what only looks like it.
mod controls {
    use super::*;

    const FILE: &str = "src-tauri/crates/core/src/a.rs";

    #[test]
    fn a_long_file_is_found() {
        let code = "const A: u8 = 1;\n".repeat(FILE_LINES);
        let tests = format!("#[cfg(test)]\nmod tests {{\n{code}}}\n");
        assert_eq!(too_long(FILE, &format!("{code}{tests}")), []);
        assert_eq!(too_long(FILE, &format!("{code}{tests}\n")).len(), 1);
        assert_eq!(too_long("tests/a.rs", &format!("{code}{tests}")).len(), 1);
    }

    #[test]
    fn a_long_function_is_found() {
        let body = |lines: usize| "    a(\"}\", '}'); // }\n".repeat(lines);
        let short = format!("fn a<'a>(x: [u8; 2]) -> &'a str {{\n{}}}\n", body(FUNCTION_LINES - 2));
        assert_eq!(long_functions(FILE, &format!("{short}{short}")), []);
        let long = format!("trait T {{ fn b(&self); }}\nfn c() {{\n{}}}\n", body(FUNCTION_LINES));
        let places: Vec<String> =
            long_functions(FILE, &long).into_iter().map(|fault| fault.place).collect();
        assert_eq!(places, [format!("{FILE}::c")]);
        let test = format!("#[cfg(test)]\nmod tests {{\n#[test]\n{long}}}\n");
        assert_eq!(long_functions(FILE, &test), []);
        assert_eq!(long_functions("tests/a.rs", &test).len(), 1);
    }

    #[test]
    fn raw_strings_and_nested_comments_are_no_code() {
        let text = "let a = r#\"fn x() { \"# ; /* /* } */ fn y() */ b'{'; 'l: loop {}";
        assert_eq!(functions(&source::code_only(text)), []);
        assert_eq!(source::code_only(text).len(), text.len());
        assert_eq!(words::lines_with(&source::code_only(text), "loop"), [1]);
    }

    #[test]
    fn a_missing_header_is_found() {
        assert_eq!(headless(FILE, "//! What it is for.\nuse a;\n"), []);
        for bad in ["", "use a;\n", "// What it is for.\n", "//! \n", "\n//! What it is for.\n"] {
            assert_eq!(headless(FILE, bad).len(), 1, "{bad:?}");
        }
    }

    #[test]
    fn a_file_of_the_interface_is_judged() {
        assert_eq!(web_limit("ui/src/App.svelte"), Some(SVELTE_LINES));
        assert_eq!(web_limit("tests/e2e/run.mjs"), Some(TYPESCRIPT_LINES));
        assert_eq!(web_limit("ui/src/a.test.ts"), None);
        assert_eq!(web_limit("ui/index.html"), None);
        assert_eq!(too_many("ui/a.ts", "a\n\nb\n", 3), []);
        assert_eq!(too_many("ui/a.ts", "a\n\nb\n", 2).len(), 1);
        for good in ["// What it is for.\n", "<script lang=\"ts\">\n  // What it is for.\n"] {
            assert_eq!(headless_web("ui/a.svelte", good), []);
        }
        for bad in ["", "import a from 'b'\n", "<script>\n  import a from 'b'\n", "// no\n"] {
            assert_eq!(headless_web("ui/a.svelte", bad).len(), 1, "{bad:?}");
        }
    }

    #[test]
    fn a_marker_is_found() {
        for marker in MARKERS {
            assert_eq!(markers(FILE, &format!("a\n// {marker}: later\n")).len(), 1, "{marker}");
        }
        assert_eq!(markers(FILE, "unimplemented = \"warn\"\nTODOS\n"), []);
    }

    #[test]
    fn a_path_of_one_machine_is_found() {
        for path in MACHINE_PATHS {
            for before in ["", "\"", "file://", "--out="] {
                let line = format!("{before}{path}main\n");
                assert_eq!(machine_paths("a.md", &line).len(), 1, "{line}");
            }
            assert_eq!(machine_paths("a.md", &format!("https://a.example{path}x")), []);
        }
        let relative = format!("..{}x", MACHINE_PATHS[0]);
        assert_eq!(machine_paths("a.md", &relative), []);
    }

    #[test]
    fn a_registry_host_is_found() {
        for host in REGISTRY_HOSTS {
            assert_eq!(registry_hosts("a.md", &format!("see https://{host}/a\n")).len(), 1);
        }
        assert_eq!(registry_hosts("a.md", "kreis-wiesenthal.example\n"), []);
    }

    #[test]
    fn an_exception_covers_its_fault_and_no_other() {
        let exceptions = parse_exceptions("# a\n\nmarker a.md quoted from a standard\n");
        let covered = fault("marker", "a.md", String::new());
        let other = fault("marker", "b.md", String::new());
        assert!(complaints("marker", &[covered], &exceptions).is_empty());
        assert_eq!(complaints("marker", &[other], &exceptions).len(), 2);
        assert_eq!(complaints("header", &[], &exceptions).len(), 0);
    }
}
