//! `journal`: list, canonical form, verification of the chain.

use crate::arguments::{self, JournalAction};
use crate::report::{Status, counted, data, say};
use crate::vault;
use sitzungsbuch_app::core::time::german_date;
use sitzungsbuch_app::core::{MeetingId, Moment};
use sitzungsbuch_app::{
    ApiError, Chain, Engine, ErrorCode, OverviewRow, break_reason, canonical, store_error,
};

pub(crate) fn run(arguments: &arguments::Journal) -> Result<Status, ApiError> {
    let folder = vault::folder(&arguments.vault)?;
    let mut engine = vault::open_to_read(&folder, arguments.vault.passphrase_file.as_deref())?;
    let meetings = meetings(&engine, arguments.meeting.as_deref())?;
    if arguments.action == Some(JournalAction::Verify) {
        return verify(&engine, &meetings, arguments.meeting.is_none());
    }
    for meeting in meetings {
        if arguments.canonical {
            for line in canonical::journal(&mut engine, meeting)? {
                data(&line.to_string())?;
            }
        } else {
            list(&mut engine, meeting)?;
        }
    }
    Ok(Status::Good)
}

fn meetings(engine: &Engine, wanted: Option<&str>) -> Result<Vec<MeetingId>, ApiError> {
    let heads = engine.vault().heads().map_err(|fault| store_error(&fault))?;
    let all = heads.iter().filter_map(|head| MeetingId::parse(&head.meeting).ok());
    let Some(wanted) = wanted else { return Ok(all.collect()) };
    let id = MeetingId::parse(wanted).ok().filter(|id| all.clone().any(|known| known == *id));
    id.map(|id| vec![id]).ok_or_else(|| {
        ApiError::new(
            ErrorCode::BadInput,
            format!("Die Sitzung „{wanted}“ gibt es in diesem Tresor nicht."),
        )
        .hint("„sitzungsbuch journal“ ohne „--meeting“ zeigt alle Sitzungen.")
    })
}

/// A heading for people; then meeting, revision, when it happened, when it was entered, by whom,
/// kind and body, separated by tabs.
fn list(engine: &mut Engine, meeting: MeetingId) -> Result<(), ApiError> {
    let stream = engine.vault().load(&meeting.to_string()).map_err(|fault| store_error(&fault))?;
    let overviews = engine.vault().overviews().map_err(|fault| store_error(&fault))?;
    let overview = overviews.iter().find(|one| one.meeting == meeting.to_string());
    let entries = counted(stream.rows.len(), "Eintrag", "Einträge");
    say(&match overview.map(heading) {
        Some(heading) => format!("Sitzung {meeting}: {heading}, {entries}"),
        None => format!("Sitzung {meeting}: {entries}"),
    });
    for row in &stream.rows {
        data(&format!(
            "{meeting}\t{}\t{}\t{}\t{}\t{}\t{}",
            row.revision,
            row.occurred_at,
            row.recorded_at,
            row.actor,
            row.kind,
            row.body.as_str()
        ))?;
    }
    let chain = match stream.chain {
        Chain::Intact => engine.chain(meeting)?,
        broken @ Chain::Broken { .. } => broken,
    };
    if chain != Chain::Intact {
        say("Achtung: Die Aufzeichnung dieser Sitzung ist nicht unversehrt („journal verify“).");
    }
    Ok(())
}

/// Committee, day and phase.
fn heading(overview: &OverviewRow) -> String {
    let day = Moment::parse(&overview.starts_at).map(|start| german_date(start.date()));
    let phase = match overview.phase.as_str() {
        "prepared" => "vorbereitet",
        "open" => "eröffnet",
        "closed" => "geschlossen",
        other => other,
    };
    format!("{}, {}, {phase}", overview.title, day.unwrap_or_default())
}

/// The state of every session, also of one whose rows or whose head is gone.
fn verify(engine: &Engine, wanted: &[MeetingId], all: bool) -> Result<Status, ApiError> {
    let wanted: Vec<String> = wanted.iter().map(ToString::to_string).collect();
    let mut status = Status::Good;
    for (meeting, chain) in engine.verify()? {
        if !all && !wanted.contains(&meeting) {
            continue;
        }
        match chain {
            Chain::Intact => data(&format!("{meeting}\tunversehrt"))?,
            Chain::Broken { revision, reason } => {
                let reason = break_reason(reason);
                data(&format!("{meeting}\tgebrochen bei Eintrag {revision}: {reason}"))?;
                status = Status::Finding;
            }
        }
    }
    Ok(status)
}
