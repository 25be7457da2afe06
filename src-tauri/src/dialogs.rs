//! Native dialogs, opened from here, so that the web view never gets a path to read or write.
//! They do not block: what comes next is called when the person has answered.

use std::path::PathBuf;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// What a person is asked for.
pub(crate) enum Question {
    /// A file with a key and its certificate.
    Key,
    /// The file of an attachment.
    Attachment,
    /// A place for a document, with the name that is proposed.
    Document(String),
}

/// Asks for a file; nothing when the dialog was closed without an answer.
pub(crate) fn ask(
    app: &AppHandle,
    question: Question,
    then: impl FnOnce(Option<PathBuf>) + Send + 'static,
) {
    #[cfg(feature = "journeys")]
    if crate::journeys::answers_dialogs() {
        return then(crate::journeys::answer());
    }
    let then = |answer: Option<tauri_plugin_dialog::FilePath>| {
        then(answer.and_then(|file| file.into_path().ok()));
    };
    let dialog = dialog(app);
    match question {
        Question::Key => dialog
            .set_title("Schlüsseldatei wählen")
            .add_filter("Schlüsseldateien (*.p12, *.pfx)", &["p12", "pfx", "P12", "PFX"])
            .add_filter("Alle Dateien", &["*"])
            .pick_file(then),
        Question::Attachment => dialog
            .set_title("Datei der Anlage wählen")
            .add_filter(
                "PDF, JPEG, PNG",
                &["pdf", "jpg", "jpeg", "png", "PDF", "JPG", "JPEG", "PNG"],
            )
            .pick_file(then),
        Question::Document(name) => {
            let (_, ending) = name.rsplit_once('.').unwrap_or(("", "pdf"));
            let filter = format!("{}-Dateien (*.{ending})", ending.to_uppercase());
            dialog
                .set_title("Speichern unter")
                .add_filter(filter, &[ending])
                .set_file_name(name.clone())
                .save_file(then);
        }
    }
}

/// A dialog that stays in front of the window it belongs to.
fn dialog(app: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    let dialog = app.dialog().file();
    match crate::window::main(app) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}
