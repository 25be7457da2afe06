//! `play` and `prepare`: scripts into a vault.

use crate::report::{Status, counted, data, say};
use crate::{arguments, files, minutes, vault};
use sitzungsbuch_app::core::MeetingId;
use sitzungsbuch_app::core::session::Phase;
use sitzungsbuch_app::documents::{self, Edition, Scope};
use sitzungsbuch_app::script::{self, Player, Reading};
use sitzungsbuch_app::{ApiError, Engine, ErrorCode, Vault, canonical, profiles, store_error};
use std::fmt::Write as _;
use std::path::Path;

/// Plays all acts; each answered act is one line on standard output: number, revision, and whether
/// it had been recorded before.
pub(crate) fn play(arguments: &arguments::Play) -> Result<Status, ApiError> {
    let reading = script(&arguments.script)?;
    let player = Player::new(&reading)?;
    files::create(&arguments.out)?;
    // Held until the end: the folder goes when it is dropped.
    let mut throwaway = None;
    let mut engine = if let Some(folder) = &arguments.vault.vault {
        vault::open_or_create(folder, arguments.vault.passphrase_file.as_deref())?
    } else {
        let (folder, engine) = self::throwaway()?;
        throwaway = Some(folder);
        engine
    };
    begin(&mut engine, &player)?;
    let mut before = 0;
    for index in 0..player.len() {
        let outcome = player.play(&mut engine, index).map_err(|fault| kept(fault, index))?;
        let repeated = if outcome.repeated { "\twiederholt" } else { "" };
        before += usize::from(outcome.repeated);
        data(&format!("{}\t{}{repeated}", index + 1, outcome.revision))?;
        for hint in outcome.hints {
            say(&format!("Hinweis zu Eintragung {}: {}", index + 1, hint.text));
        }
    }
    let stored = counted(player.len(), "Eintragung", "Eintragungen");
    say(&match before {
        0 => format!("{stored} gespeichert."),
        before => format!("{stored} gespeichert, davon {before} schon vorher."),
    });
    results(&mut engine, &player, &reading.script.meeting.id, &arguments.out)?;
    drop(engine);
    drop(throwaway);
    Ok(Status::Good)
}

/// Master data, the prepared session, and what is to be known of its rule profile.
pub(crate) fn begin(engine: &mut Engine, player: &Player) -> Result<(), ApiError> {
    let outcome = player.prepare(engine)?;
    let notice = engine.profile(player.meeting())?.as_ref().and_then(profiles::notice);
    for hint in notice.into_iter().chain(outcome.hints.into_iter().map(|hint| hint.text)) {
        say(&format!("Hinweis: {hint}"));
    }
    Ok(())
}

/// A vault with a random key, in a folder that goes when it is dropped.
pub(crate) fn throwaway() -> Result<(tempfile::TempDir, Engine), ApiError> {
    let folder = temporary()?;
    let vault = Vault::create_ephemeral(&folder.path().join("fluechtig.sitzungsbuch"))
        .map_err(|fault| store_error(&fault))?;
    Ok((folder, Engine::new(vault)?))
}

fn temporary() -> Result<tempfile::TempDir, ApiError> {
    tempfile::Builder::new().prefix("sitzungsbuch-").tempdir().map_err(|fault| {
        let place = std::env::temp_dir();
        ApiError::new(
            files::code(&fault),
            format!("Der flüchtige Tresor kann nicht angelegt werden: In den Ordner „{}“ für zeitweilige Dateien kann nicht geschrieben werden.", place.display()),
        )
        .hint("Es wurde nichts gespeichert.")
        .hint("Setzen Sie TMPDIR auf einen Ordner, in den Sie schreiben dürfen, oder geben Sie „--vault ORDNER“ an.")
        .hint(format!("(Technische Angabe: {fault})"))
    })
}

/// The canonical journal, and the documents of a session that was opened.
fn results(engine: &mut Engine, player: &Player, name: &str, out: &Path) -> Result<(), ApiError> {
    let meeting = player.meeting();
    let file = |end: &str| out.join(format!("{name}.{end}"));
    files::write(&file("journal.jsonl"), journal(engine, meeting)?.as_bytes())?;
    let edition = match engine.state(meeting)?.now.phase {
        Phase::New | Phase::Prepared => return Ok(()),
        Phase::Open => Edition::Draft,
        Phase::Closed => Edition::Final,
    };
    let record = documents::record(engine, meeting, player.issued()?, edition)?;
    let text = serde_json::to_vec_pretty(&record).map_err(|fault| {
        ApiError::new(ErrorCode::Internal, "Der Sitzungsstand kann nicht aufgeschrieben werden.")
            .hint("Die Aufzeichnung der Sitzung ist gespeichert.")
            .hint(format!("(Technische Angabe: {fault})"))
    })?;
    files::write(&file("record.json"), &text)?;
    for (scope, end) in
        [(Scope::Complete, "niederschrift.pdf"), (Scope::Public, "niederschrift-oeffentlich.pdf")]
    {
        minutes::write(&file(end), &documents::render(&record, &scope.into())?)?;
    }
    Ok(())
}

/// Master data and the prepared session, no acts.
pub(crate) fn prepare(arguments: &arguments::Prepare) -> Result<Status, ApiError> {
    let reading = script(&arguments.script)?;
    let player = Player::new(&reading)?;
    let folder = vault::folder(&arguments.vault)?;
    let mut engine = vault::open_or_create(&folder, arguments.vault.passphrase_file.as_deref())?;
    begin(&mut engine, &player)?;
    data(&player.meeting().to_string())?;
    say(&format!("Die Sitzung ist im Tresor „{}“ vorbereitet.", folder.display()));
    Ok(Status::Good)
}

fn script(file: &Path) -> Result<Reading, ApiError> {
    script::read(&files::read(file, "Das Skript")?)
}

fn journal(engine: &mut Engine, meeting: MeetingId) -> Result<String, ApiError> {
    let mut text = String::new();
    for line in canonical::journal(engine, meeting)? {
        let _ = writeln!(text, "{line}");
    }
    Ok(text)
}

fn kept(fault: ApiError, before: usize) -> ApiError {
    let kept = match before {
        0 => "Stammdaten und vorbereitete Sitzung sind gespeichert, noch keine Eintragung."
            .to_owned(),
        1 => "Die eine Eintragung davor ist gespeichert; die Wiedergabe wurde hier beendet."
            .to_owned(),
        before => format!(
            "Die {before} Eintragungen davor sind gespeichert; die Wiedergabe wurde hier beendet."
        ),
    };
    fault.hint(kept).hint("Nach der Berichtigung des Skripts kann es noch einmal eingespielt werden; gespeicherte Eintragungen werden übersprungen.")
}
