//! `play` and `prepare`: scripts into a vault.

use crate::arguments;
use crate::minutes;
use crate::report::{Status, data, say};
use crate::vault;
use sitzungsbuch_app::core::MeetingId;
use sitzungsbuch_app::core::session::Phase;
use sitzungsbuch_app::documents::{self, Edition, Scope};
use sitzungsbuch_app::script::{self, Player, Reading};
use sitzungsbuch_app::{ApiError, Engine, ErrorCode, Vault, canonical, store_error};
use std::fmt::Write as _;
use std::path::Path;

/// Plays all acts; each answered act is one line on standard output: number, time, revision.
pub(crate) fn play(arguments: &arguments::Play) -> Result<Status, ApiError> {
    let reading = read(&arguments.script)?;
    let player = Player::new(&reading)?;
    create(&arguments.out)?;
    // Held until the end: the folder goes when it is dropped.
    let mut throwaway = None;
    let mut engine = if let Some(folder) = &arguments.vault {
        vault::open_or_create(folder, arguments.passphrase_file.as_deref())?
    } else {
        let folder = tempfile::Builder::new()
            .prefix("sitzungsbuch-")
            .tempdir()
            .map_err(|fault| io(&fault))?;
        let vault = Vault::create_ephemeral(&folder.path().join("fluechtig.sitzungsbuch"))
            .map_err(|fault| store_error(&fault))?;
        throwaway = Some(folder);
        Engine::new(vault)?
    };
    player.prepare(&mut engine)?;
    for index in 0..player.len() {
        let outcome = player.play(&mut engine, index).map_err(|fault| kept(fault, index))?;
        let repeated = if outcome.repeated { "\twiederholt" } else { "" };
        data(&format!("{}\t{}{repeated}", index + 1, outcome.revision))?;
        for hint in outcome.hints {
            say(&format!("Hinweis zu Akt {}: {}", index + 1, hint.text));
        }
    }
    say(&format!("{} Akte gespeichert.", player.len()));
    results(&mut engine, &player, &reading.script.meeting.id, &arguments.out)?;
    drop(engine);
    drop(throwaway);
    Ok(Status::Good)
}

/// The canonical journal, and the documents of a session that was opened.
fn results(engine: &mut Engine, player: &Player, name: &str, out: &Path) -> Result<(), ApiError> {
    let meeting = player.meeting();
    let file = |end: &str| out.join(format!("{name}.{end}"));
    std::fs::write(file("journal.jsonl"), journal(engine, meeting)?).map_err(|fault| io(&fault))?;
    let edition = match engine.state(meeting)?.now.phase {
        Phase::New | Phase::Prepared => return Ok(()),
        Phase::Open => Edition::Draft,
        Phase::Closed => Edition::Final,
    };
    let record = documents::record(engine, meeting, player.issued()?, edition)?;
    let text = serde_json::to_string_pretty(&record).map_err(|fault| io(&fault.into()))?;
    std::fs::write(file("record.json"), text).map_err(|fault| io(&fault))?;
    for (scope, end) in
        [(Scope::Complete, "niederschrift.pdf"), (Scope::Public, "niederschrift-oeffentlich.pdf")]
    {
        minutes::write(&file(end), &documents::render(&record, scope)?)?;
    }
    Ok(())
}

/// Master data and the prepared session, no acts.
pub(crate) fn prepare(arguments: &arguments::Prepare) -> Result<Status, ApiError> {
    let reading = read(&arguments.script)?;
    let player = Player::new(&reading)?;
    let folder = vault::folder(&arguments.vault)?;
    let mut engine = vault::open_or_create(&folder, arguments.vault.passphrase_file.as_deref())?;
    player.prepare(&mut engine)?;
    data(&player.meeting().to_string())?;
    say(&format!("Die Sitzung ist im Tresor „{}“ vorbereitet.", folder.display()));
    Ok(Status::Good)
}

fn read(file: &Path) -> Result<Reading, ApiError> {
    let text = std::fs::read_to_string(file).map_err(|fault| {
        ApiError::new(
            ErrorCode::BadInput,
            format!("Das Skript „{}“ ist nicht lesbar.", file.display()),
        )
        .hint("Es wurde nichts gespeichert.")
        .hint(format!("Technische Angabe: {fault}"))
    })?;
    script::read(&text)
}

fn journal(engine: &mut Engine, meeting: MeetingId) -> Result<String, ApiError> {
    let mut text = String::new();
    for line in canonical::journal(engine, meeting)? {
        let _ = writeln!(text, "{line}");
    }
    Ok(text)
}

fn create(folder: &Path) -> Result<(), ApiError> {
    std::fs::create_dir_all(folder).map_err(|fault| io(&fault))
}

fn io(fault: &std::io::Error) -> ApiError {
    ApiError::new(
        ErrorCode::Unreadable,
        "In den Ordner für die Ergebnisse kann nicht geschrieben werden.",
    )
    .hint(format!("Technische Angabe: {fault}"))
}

fn kept(fault: ApiError, before: usize) -> ApiError {
    let kept = if before == 0 {
        "Stammdaten und vorbereitete Sitzung sind gespeichert, noch keine Akte.".to_owned()
    } else {
        format!("Die {before} Akte davor sind gespeichert; die Wiedergabe wurde hier beendet.")
    };
    let again = "Nach der Berichtigung des Skripts kann es noch einmal eingespielt werden; gespeicherte Akte werden übersprungen.";
    fault.hint(kept).hint(again)
}
