//! What the machine says of itself: room on the disk of the vault, charge of its batteries. It only
//! reads; what is too little, the application says. Elsewhere than on Linux no battery is known.

use sitzungsbuch_app::device::{Battery, Reading};
use std::path::{Path, PathBuf};

/// Where Linux shows what feeds the machine.
const SUPPLIES: &str = "/sys/class/power_supply";

/// Reads both; what cannot be read is not known.
pub(crate) fn reading(folder: &Path) -> Reading {
    #[cfg(feature = "journeys")]
    if let Some((free, supplies)) = crate::journeys::device() {
        return Reading { free, battery: battery(&supplies) };
    }
    Reading { free: free(folder), battery: battery(&PathBuf::from(SUPPLIES)) }
}

/// Bytes that may still be written beside a folder that need not be there yet.
#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let there = folder.ancestors().find(|one| one.is_dir())?;
    let disk = rustix::fs::statvfs(there).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}

#[cfg(not(unix))]
fn free(_: &Path) -> Option<u64> {
    None
}

/// The fullest battery; one of a mouse or pen feeds no machine.
fn battery(supplies: &Path) -> Option<Battery> {
    let all = std::fs::read_dir(supplies).ok()?.flatten();
    let batteries = all.filter_map(|one| {
        let says = |name: &str| {
            let text = std::fs::read_to_string(one.path().join(name)).ok()?;
            Some(text.trim().to_owned())
        };
        let feeds = says("type")? == "Battery" && says("scope").as_deref() != Some("Device");
        let percent = says("capacity")?.parse().ok()?;
        let drains = says("status").as_deref() == Some("Discharging");
        feeds.then_some(Battery { percent, drains })
    });
    batteries.max_by_key(|one| one.percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn supply(folder: &Path, name: &str, files: &[(&str, &str)]) {
        let place = folder.join(name);
        std::fs::create_dir(&place).unwrap();
        for (file, text) in files {
            std::fs::write(place.join(file), format!("{text}\n")).unwrap();
        }
    }

    #[test]
    fn batteries_of_the_machine_are_read_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(battery(folder.path()), None);
        assert_eq!(battery(&folder.path().join("nowhere")), None);
        supply(folder.path(), "AC", &[("type", "Mains"), ("online", "0")]);
        let pen = [("type", "Battery"), ("scope", "Device"), ("capacity", "90")];
        supply(folder.path(), "pen", &pen);
        assert_eq!(battery(folder.path()), None);
        let own = [("type", "Battery"), ("capacity", "18"), ("status", "Discharging")];
        supply(folder.path(), "BAT0", &own);
        assert_eq!(battery(folder.path()), Some(Battery { percent: 18, drains: true }));
        let odd = [("type", "Battery"), ("capacity", "viel")];
        supply(folder.path(), "BAT1", &odd);
        assert_eq!(battery(folder.path()), Some(Battery { percent: 18, drains: true }));
    }

    #[test]
    #[cfg(unix)]
    fn the_room_beside_a_folder_that_is_not_there_yet_is_known() {
        let folder = tempfile::tempdir().unwrap();
        assert!(free(&folder.path().join("not/there/yet")).is_some_and(|bytes| bytes > 0));
    }
}
