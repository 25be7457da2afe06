//! Switches for the journeys in tests/e2e. This file is part of no program that is handed out, and
//! a test looks for these names in the one that is built without the feature.
//!
//! Each names a file or folder, so that a journey can change its mind while the program runs.

use sitzungsbuch_app::core::Timestamp;
use std::path::PathBuf;

/// Names a file with a time such as `2026-11-19T15:32:00Z`; the clock stands there until the file
/// changes. Without the file it is the machine's.
const CLOCK: &str = "SITZUNGSBUCH_CLOCK";

/// Names a file with the answers to the next native dialogs, one path a line; an empty line is a
/// dialog that was closed without an answer. Each answer is used once.
const DIALOGS: &str = "SITZUNGSBUCH_DIALOGS";

/// Names a folder that stands for the machine: `free` holds the bytes that are left on its disk,
/// `power_supply` is what Linux would show. Without the folder it is the machine's.
const DEVICE: &str = "SITZUNGSBUCH_DEVICE";

/// The machine that was set: room on its disk, and where its batteries stand.
pub(crate) fn device() -> Option<(Option<u64>, PathBuf)> {
    let folder = PathBuf::from(std::env::var_os(DEVICE)?);
    let free = std::fs::read_to_string(folder.join("free")).ok();
    let free = free.and_then(|text| text.trim().parse().ok());
    folder.is_dir().then(|| (free, folder.join("power_supply")))
}

/// The time that was set.
pub(crate) fn clock() -> Option<Timestamp> {
    let text = std::fs::read_to_string(std::env::var_os(CLOCK)?).ok()?;
    Timestamp::parse(text.trim())
}

/// Answers to native dialogs are set: none is to be opened.
pub(crate) fn answers_dialogs() -> bool {
    std::env::var_os(DIALOGS).is_some()
}

/// The answer to the next dialog; none for one that was closed without.
pub(crate) fn answer() -> Option<PathBuf> {
    let file = std::env::var_os(DIALOGS)?;
    let text = std::fs::read_to_string(&file).ok()?;
    let (answer, rest) = text.split_once('\n').unwrap_or((&text, ""));
    std::fs::write(&file, rest).ok()?;
    Some(answer).filter(|path| !path.is_empty()).map(PathBuf::from)
}
