//! `sign` and `verify`: a key file on a document, and what its signatures are worth.

use crate::report::{Status, data, say};
use crate::{arguments, files, vault};
use chrono::Utc;
use sitzungsbuch_app::signatures::{self, Request};
use sitzungsbuch_app::{ApiError, ErrorCode};

/// Signs one field. The result takes its name when it is complete; the input is only read, also
/// where both have one name.
pub(crate) fn sign(arguments: &arguments::Sign) -> Result<Status, ApiError> {
    let pdf = files::read_bytes(&arguments.file, "Die Datei")?;
    let key = files::read_bytes(&arguments.key, "Die Schlüsseldatei")?;
    let password = vault::key_password(arguments.password_file.as_deref())?;
    let key = signatures::open_key(&key, &password)?;
    let role = arguments.role.as_deref();
    let name = arguments.name.as_deref();
    let request = Request {
        field: &arguments.field,
        name: name.unwrap_or(&key.certificate().subject_cn).to_owned(),
        role: role.unwrap_or_else(|| signatures::role(&arguments.field)).to_owned(),
        place: arguments.place.clone().unwrap_or_default(),
        at: signatures::moment(Utc::now()),
    };
    let signed = signatures::sign(&pdf, &request, &key)?;
    files::write(&arguments.out, &signed)?;
    say(&format!("Unterschrieben: {}", arguments.out.display()));
    Ok(Status::Good)
}

/// Says what the signatures of a file are worth.
pub(crate) fn verify(arguments: &arguments::Verify) -> Result<Status, ApiError> {
    let pdf = files::read_bytes(&arguments.file, "Die Datei")?;
    let report = signatures::verify(&pdf, Utc::now())?;
    if arguments.json {
        let text = serde_json::to_string_pretty(&report).map_err(|fault| {
            ApiError::new(ErrorCode::Internal, "Der Bericht kann nicht aufgeschrieben werden.")
                .hint(format!("(Technische Angabe: {fault})"))
        })?;
        data(&text)?;
    } else {
        for line in signatures::describe(&report) {
            data(&line)?;
        }
    }
    Ok(if signatures::good(&report) { Status::Good } else { Status::Finding })
}
