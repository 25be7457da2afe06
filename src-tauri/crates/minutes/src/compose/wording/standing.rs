//! What stands before a vote that was taken without a quorum by numbers, or after the finding that
//! there is none; what stands behind one in which somebody was counted who had no vote.

use super::{clock, the_short};
use crate::compose::names::{and, nominative};
use crate::record::{Doubt, Organization, Standing, Voter};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::rules::quorum::deemed_until;
use sitzungsbuch_core::time::german_date;

/// The sentence for a vote ("die Abstimmung") or a round of an election ("der Wahlgang").
pub fn standing(standing: &Standing, round: bool, organization: &Organization) -> String {
    let [the, of] = if round {
        ["Der Wahlgang", "diesem Wahlgang"]
    } else {
        ["Die Abstimmung", "dieser Abstimmung"]
    };
    let missed = format!("Rechnerisch ist die Beschlussfähigkeit bei {of} nicht gegeben");
    match standing {
        Standing::Lacking { since, other_day } => {
            let day = |at: Moment| {
                if *other_day { format!(" am {}", german_date(at.date())) } else { String::new() }
            };
            let since =
                since.map_or_else(String::new, |at| format!("{} um {}", day(at), clock(at)));
            format!("{the} erfolgt nach der Feststellung der Beschlussunfähigkeit{since}.")
        }
        Standing::Deemed { fiction, statute } => {
            let (who, until) = (the_short(organization), deemed_until(*fiction));
            format!("{missed}; {who} gilt als beschlussfähig, {until} ({statute}).")
        }
        Standing::Missed {} => format!("{missed}."),
    }
}

/// That persons were counted who had no vote, and what it means for the result.
pub fn doubt(doubt: &Doubt, round: bool) -> String {
    let Doubt { recused, others, named, weight } = doubt;
    let of = if round { "diesem Wahlgang" } else { "dieser Abstimmung" };
    let told = |voters: &[Voter], why: &str| {
        let names: Vec<String> = voters.iter().map(|one| nominative(&one.seated.person)).collect();
        let were = if names.len() == 1 { "war" } else { "waren" };
        (!names.is_empty()).then(|| format!("{} {were} bei {of} {why}.", and(&names)))
    };
    let contained = match (recused.len() + others.len(), named) {
        (0, _) => None,
        (1, true) => Some("Im Ergebnis ist die Stimme enthalten.".to_owned()),
        (1, false) => Some("Im Ergebnis kann die Stimme enthalten sein.".to_owned()),
        (_, true) => Some("Im Ergebnis sind die Stimmen enthalten.".to_owned()),
        (_, false) => Some("Im Ergebnis können die Stimmen enthalten sein.".to_owned()),
    };
    let weight = Some(weight.clone()).filter(|weight| !weight.is_empty());
    let all = [
        told(recused, "wegen Befangenheit nicht stimmberechtigt"),
        told(others, "nach den Eintragungen nicht stimmberechtigt anwesend"),
        contained,
        weight,
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
