//! `rules` and `schema`: questions that need no vault.

use crate::arguments::Schema;
use crate::report::{Status, data};
use sitzungsbuch_app::{ApiError, ErrorCode, profiles, rules, schema, script};
use std::io::BufRead;

/// One answer per line of standard input; ends with a finding if any line had an error.
pub(crate) fn run() -> Result<Status, ApiError> {
    let profiles = profiles::all()?;
    let mut status = Status::Good;
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.map_err(|fault| {
            ApiError::new(ErrorCode::BadInput, "Die Eingabe ist nicht lesbar.")
                .hint(format!("(Technische Angabe: {fault})"))
        })?;
        let line = String::from_utf8_lossy(&line);
        if line.trim().is_empty() {
            continue;
        }
        let (answer, error) = rules::answer(&profiles, &line);
        data(&answer.to_string())?;
        if error {
            status = Status::Finding;
        }
    }
    Ok(status)
}

/// A format as JSON Schema.
pub(crate) fn schema(what: Schema) -> Result<Status, ApiError> {
    let schema = match what {
        Schema::Script => script::schema(),
        Schema::Window => schema::window(),
    };
    data(&format!("{schema:#}"))?;
    Ok(Status::Good)
}
