//! What the machine says of itself, in words for the clerk: room on the disk, charge of the battery.
//! It warns before anything can be lost, and never stands in the way.

use crate::view::Tone;
use serde::Serialize;

/// Below this there is little room: a session with its documents needs a few megabytes.
const LITTLE: u64 = 500_000_000;
/// Below this a save may fail soon.
const NEARLY_NONE: u64 = 50_000_000;
/// Charge in percent from which on it is said.
const LOW: u8 = 20;
/// Charge in percent that may not last to the end of a session.
const NEARLY_EMPTY: u8 = 10;

/// What was read; what could not be read is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// Bytes that may still be written where the vault lies.
    pub free: Option<u64>,
    /// The battery that feeds the machine.
    pub battery: Option<Battery>,
}

/// A battery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Battery {
    /// Charge in percent.
    pub percent: u8,
    /// Nothing else feeds the machine.
    pub drains: bool,
}

/// Something to keep an eye on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeviceNotice {
    /// "Akku 18 %", "Noch 420 MB frei".
    pub short: String,
    /// What to do, a sentence.
    pub words: String,
    /// Warning, or danger.
    pub tone: Tone,
}

/// What is to be said; nothing while all is well.
#[must_use]
pub fn notices(reading: Reading) -> Vec<DeviceNotice> {
    let disk = reading.free.filter(|free| *free < LITTLE).map(|free| DeviceNotice {
        short: format!("Noch {}\u{a0}MB frei", free / 1_000_000),
        words:
            "Auf dem Datenträger wird der Platz knapp. Löschen Sie, was nicht mehr gebraucht wird, \
                bevor Eintragungen nicht mehr gespeichert werden können."
                .to_owned(),
        tone: if free < NEARLY_NONE { Tone::Danger } else { Tone::Warning },
    });
    let low = reading.battery.filter(|one| one.drains && one.percent <= LOW);
    let battery = low.map(|Battery { percent, .. }| DeviceNotice {
        short: format!("Akku {percent}\u{a0}%"),
        words:
            "Schließen Sie das Netzteil an. Was eingetragen ist, bleibt auch ohne Strom erhalten."
                .to_owned(),
        tone: if percent <= NEARLY_EMPTY { Tone::Danger } else { Tone::Warning },
    });
    [disk, battery].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_room_and_little_charge_are_said_and_nothing_else() {
        let said = |free, percent, drains| -> Vec<(String, Tone)> {
            let battery = Some(Battery { percent, drains });
            let all = notices(Reading { free: Some(free), battery });
            all.into_iter().map(|one| (one.short, one.tone)).collect()
        };
        assert_eq!(notices(Reading::default()), []);
        assert_eq!(said(500_000_000, 21, true), []);
        assert_eq!(said(900_000_000, 3, false), [], "it is being charged");
        assert_eq!(
            said(420_900_000, 20, true),
            [
                ("Noch 420\u{a0}MB frei".to_owned(), Tone::Warning),
                ("Akku 20\u{a0}%".to_owned(), Tone::Warning)
            ]
        );
        let worst = said(49_999_999, 10, true);
        assert!(worst.len() == 2 && worst.iter().all(|(_, tone)| *tone == Tone::Danger));
    }
}
