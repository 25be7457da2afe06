//! `journal`: list, canonical form, verification of the chain.

use crate::arguments::{self, JournalAction};
use crate::report::{Status, data, say};
use crate::vault;
use sitzungsbuch_app::core::MeetingId;
use sitzungsbuch_app::{ApiError, Chain, Engine, ErrorCode, canonical, store_error};

pub(crate) fn run(arguments: &arguments::Journal) -> Result<Status, ApiError> {
    let folder = vault::folder(&arguments.vault)?;
    let mut engine = vault::open(&folder, arguments.vault.passphrase_file.as_deref())?;
    let meetings = meetings(&engine, arguments.meeting.as_deref())?;
    if arguments.action == Some(JournalAction::Verify) {
        return verify(&engine, arguments.meeting.as_deref());
    }
    for meeting in meetings {
        if arguments.canonical {
            for line in canonical::journal(&mut engine, meeting)? {
                data(&line.to_string())?;
            }
        } else {
            list(&engine, meeting)?;
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

/// Revision, when it happened, when it was entered, kind, body; separated by tabs.
fn list(engine: &Engine, meeting: MeetingId) -> Result<(), ApiError> {
    let stream = engine.vault().load(&meeting.to_string()).map_err(|fault| store_error(&fault))?;
    say(&format!("Sitzung {meeting}: {} Einträge", stream.rows.len()));
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
    if stream.chain != Chain::Intact {
        say("Achtung: Die Hashkette dieser Sitzung ist nicht unversehrt („journal verify“).");
    }
    Ok(())
}

fn verify(engine: &Engine, wanted: Option<&str>) -> Result<Status, ApiError> {
    let wanted = wanted.and_then(|wanted| MeetingId::parse(wanted).ok()).map(|id| id.to_string());
    let mut status = Status::Good;
    for (meeting, chain) in engine.vault().verify().map_err(|fault| store_error(&fault))? {
        if wanted.as_ref().is_some_and(|wanted| *wanted != meeting) {
            continue;
        }
        match chain {
            Chain::Intact => data(&format!("{meeting}\tunversehrt"))?,
            Chain::Broken { revision, .. } => {
                data(&format!("{meeting}\tgebrochen bei Eintrag {revision}"))?;
                status = Status::Finding;
            }
        }
    }
    Ok(status)
}
