//! `rules` and `schema`: questions that need no vault.

use crate::arguments::Schema;
use crate::report::{Status, data, lines};
use sitzungsbuch_app::{ApiError, ErrorCode, profiles, rules, schema, script};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};

/// Bytes that are read and written at once.
const BUFFER: usize = 1 << 16;

/// One answer per line of standard input; ends with a finding if any line had an error.
///
/// Answers go out when no further question has come yet: whoever asks one by one is answered one by
/// one, and many together cost one write for many.
pub(crate) fn run() -> Result<Status, ApiError> {
    let profiles = profiles::all()?;
    let mut status = Status::Good;
    let mut questions = BufReader::with_capacity(BUFFER, std::io::stdin().lock());
    let (mut line, mut answers) = (Vec::new(), String::new());
    while questions.read_until(b'\n', &mut line).map_err(|fault| unreadable(&fault))? > 0 {
        let question = String::from_utf8_lossy(&line);
        let question = question.strip_suffix('\n').unwrap_or(&question);
        if !question.trim().is_empty() {
            let (answer, error) = rules::answer(&profiles, question);
            // Writing to a string cannot fail.
            let _ = writeln!(answers, "{answer}");
            if error {
                status = Status::Finding;
            }
        }
        line.clear();
        if answers.len() >= BUFFER || !questions.buffer().contains(&b'\n') {
            lines(&answers)?;
            answers.clear();
        }
    }
    lines(&answers)?;
    Ok(status)
}

fn unreadable(fault: &std::io::Error) -> ApiError {
    ApiError::new(ErrorCode::BadInput, "Die Eingabe ist nicht lesbar.")
        .hint(format!("(Technische Angabe: {fault})"))
}

/// A format as JSON Schema.
pub(crate) fn schema(what: Schema) -> Result<Status, ApiError> {
    let schema = match what {
        Schema::Script => script::schema(),
        Schema::Profile => schema::profile(),
        Schema::Window => schema::window(),
    };
    data(&format!("{schema:#}"))?;
    Ok(Status::Good)
}
