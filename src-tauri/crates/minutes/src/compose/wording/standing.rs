//! What stands before a vote that was taken without a quorum by numbers, or after the finding that
//! there is none.

use super::{clock, the_short};
use crate::record::{Organization, Standing};
use sitzungsbuch_core::rules::quorum::deemed_until;

/// The sentence for a vote ("die Abstimmung") or a round of an election ("der Wahlgang").
pub fn standing(standing: &Standing, round: bool, organization: &Organization) -> String {
    let [the, of] = if round {
        ["Der Wahlgang", "diesem Wahlgang"]
    } else {
        ["Die Abstimmung", "dieser Abstimmung"]
    };
    let missed = format!("Rechnerisch ist die Beschlussfähigkeit bei {of} nicht gegeben");
    match standing {
        Standing::Lacking { since } => {
            let since = since.map_or_else(String::new, |at| format!(" um {}", clock(at)));
            format!("{the} erfolgt nach der Feststellung der Beschlussunfähigkeit{since}.")
        }
        Standing::Deemed { fiction, statute } => {
            let (who, until) = (the_short(organization), deemed_until(*fiction));
            format!("{missed}; {who} gilt als beschlussfähig, {until} ({statute}).")
        }
        Standing::Missed {} => format!("{missed}."),
    }
}
