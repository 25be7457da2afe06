//! The rule profiles of `assets/rules/`, embedded in the program.

use crate::core::rules::profile::{RuleProfile, Verification};
use crate::error::{ApiError, ErrorCode};

/// North Rhine-Westphalia first, then the other Länder in the order of their codes; last a body that has
/// only rules of its own.
const FILES: [&str; 43] = [
    include_str!("../../../../assets/rules/nw-kro-kreistag.json"),
    include_str!("../../../../assets/rules/nw-kro-kreisausschuss.json"),
    include_str!("../../../../assets/rules/nw-kro-ausschuss.json"),
    include_str!("../../../../assets/rules/nw-go-rat.json"),
    include_str!("../../../../assets/rules/nw-go-hauptausschuss.json"),
    include_str!("../../../../assets/rules/nw-go-ausschuss.json"),
    include_str!("../../../../assets/rules/bb-kverf-vertretung.json"),
    include_str!("../../../../assets/rules/bb-kverf-ausschuss.json"),
    include_str!("../../../../assets/rules/bw-gemo-rat.json"),
    include_str!("../../../../assets/rules/bw-gemo-ausschuss.json"),
    include_str!("../../../../assets/rules/bw-lkro-kreistag.json"),
    include_str!("../../../../assets/rules/bw-lkro-ausschuss.json"),
    include_str!("../../../../assets/rules/by-go-rat.json"),
    include_str!("../../../../assets/rules/by-go-ausschuss.json"),
    include_str!("../../../../assets/rules/by-lkro-kreistag.json"),
    include_str!("../../../../assets/rules/by-lkro-ausschuss.json"),
    include_str!("../../../../assets/rules/he-hgo-vertretung.json"),
    include_str!("../../../../assets/rules/he-hgo-ausschuss.json"),
    include_str!("../../../../assets/rules/he-hko-kreistag.json"),
    include_str!("../../../../assets/rules/he-hko-ausschuss.json"),
    include_str!("../../../../assets/rules/mv-kv-vertretung.json"),
    include_str!("../../../../assets/rules/mv-kv-ausschuss.json"),
    include_str!("../../../../assets/rules/ni-nkomvg-vertretung.json"),
    include_str!("../../../../assets/rules/ni-nkomvg-ausschuss.json"),
    include_str!("../../../../assets/rules/rp-gemo-rat.json"),
    include_str!("../../../../assets/rules/rp-gemo-ausschuss.json"),
    include_str!("../../../../assets/rules/rp-lko-kreistag.json"),
    include_str!("../../../../assets/rules/rp-lko-ausschuss.json"),
    include_str!("../../../../assets/rules/sh-go-vertretung.json"),
    include_str!("../../../../assets/rules/sh-go-ausschuss.json"),
    include_str!("../../../../assets/rules/sh-kro-kreistag.json"),
    include_str!("../../../../assets/rules/sh-kro-ausschuss.json"),
    include_str!("../../../../assets/rules/sl-ksvg-rat.json"),
    include_str!("../../../../assets/rules/sl-ksvg-ausschuss.json"),
    include_str!("../../../../assets/rules/sn-gemo-rat.json"),
    include_str!("../../../../assets/rules/sn-gemo-ausschuss.json"),
    include_str!("../../../../assets/rules/sn-lkro-kreistag.json"),
    include_str!("../../../../assets/rules/sn-lkro-ausschuss.json"),
    include_str!("../../../../assets/rules/st-kvg-vertretung.json"),
    include_str!("../../../../assets/rules/st-kvg-ausschuss.json"),
    include_str!("../../../../assets/rules/th-ko-rat.json"),
    include_str!("../../../../assets/rules/th-ko-ausschuss.json"),
    include_str!("../../../../assets/rules/eigene-regelung.json"),
];

/// All profiles this program knows.
pub fn all() -> Result<Vec<RuleProfile>, ApiError> {
    FILES.iter().map(|file| serde_json::from_str(file)).collect::<Result<_, _>>().map_err(|fault| {
        ApiError::new(ErrorCode::Internal, "Ein mitgeliefertes Regelprofil ist unlesbar.")
            .hint(fault.to_string())
    })
}

/// How far the profile was checked, in one word.
pub fn status(profile: &RuleProfile) -> &'static str {
    match profile.verification {
        Verification::Draft => "Entwurf",
        Verification::Verified => "geprüft",
    }
}

/// What somebody has to know who works with a profile that is not checked yet.
pub fn notice(profile: &RuleProfile) -> Option<String> {
    (profile.verification == Verification::Draft).then(|| {
        format!(
            "Das Regelprofil „{}“ ist ein Entwurf; noch nicht jede Regel ist am amtlichen Text geprüft.",
            profile.name
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::rules::profile::Fiction;
    use crate::core::testing::profiles;
    use std::collections::BTreeSet;

    #[test]
    fn every_embedded_profile_reads_and_names_its_sources() {
        let all = all().unwrap();
        assert_eq!(all.len(), FILES.len());
        for profile in &all {
            assert!(!profile.sources.is_empty(), "{:?}", profile.id);
            assert!(profile.version >= 1);
            let share = profile.quorum.threshold;
            assert!(share.den > 0 && share.num <= share.den, "{:?}", profile.id);
            let statutes = [
                &profile.quorum.statute,
                &profile.quorum.bias_statute,
                &profile.quorum.second_call.statute,
                &profile.vote.statute,
                &profile.election.statute,
            ];
            for statute in statutes {
                let own =
                    profile.id.0 == "eigene-regelung" && statute.starts_with("eigene Regelung");
                let law = statute.contains('§') || statute.contains("Art.");
                assert!(own || law, "{:?}", profile.id);
            }
            let fiction = profile.quorum.fiction;
            let deemed = !matches!(fiction, Fiction::None | Fiction::Unclear);
            assert_eq!(deemed, !profile.quorum.fiction_statute.is_empty(), "{:?}", profile.id);
        }
    }

    /// Every file of the folder is embedded once; every Land of law.md section 2 that has a
    /// default profile is there, its profiles together.
    #[test]
    fn every_land_is_there_once() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/rules");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), FILES.len());
        let all = all().unwrap();
        let versions: BTreeSet<(&str, u32)> =
            all.iter().map(|one| (one.id.0.as_str(), one.version)).collect();
        assert_eq!(versions.len(), all.len());
        assert_eq!(ambiguous(&all), None);
        let mut lands: Vec<&str> = all.iter().map(|one| one.land.as_str()).collect();
        lands.dedup();
        let different: BTreeSet<&str> = lands.iter().copied().collect();
        assert_eq!((lands.len(), lands[0]), (different.len(), "Nordrhein-Westfalen"));
        assert_eq!(
            different.len(),
            14,
            "all but the city states, and bodies with rules of their own"
        );
    }

    /// Two versions of a profile that apply on the same day.
    fn ambiguous(all: &[RuleProfile]) -> Option<&str> {
        let overlap = |one: &RuleProfile, other: &RuleProfile| {
            let begins = one.valid_from.max(other.valid_from);
            begins.is_none_or(|day| one.applies_on(day) && other.applies_on(day))
        };
        all.iter().enumerate().find_map(|(place, one)| {
            let mut later = all.iter().skip(place + 1);
            later
                .any(|other| one.id == other.id && overlap(one, other))
                .then_some(one.id.0.as_str())
        })
    }

    #[test]
    fn versions_of_a_profile_that_apply_on_the_same_day_are_found() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 7, 1);
        let before = day.and_then(|day| day.pred_opt());
        let one = RuleProfile { valid_to: before, ..profiles::committee() };
        let other = RuleProfile { version: 2, valid_from: day, ..profiles::committee() };
        assert_eq!(ambiguous(&[one.clone(), other.clone()]), None);
        let late = RuleProfile { valid_to: day, ..one.clone() };
        assert_eq!(ambiguous(&[late, other]), Some("nw-kro-ausschuss"));
        assert_eq!(ambiguous(&[one.clone(), one]), Some("nw-kro-ausschuss"));
    }

    #[test]
    fn a_named_majority_asks_for_something() {
        for profile in all().unwrap() {
            for one in &profile.vote.qualified {
                let share = one.threshold.is_some();
                assert!(share || one.unanimous || !one.without_hvb.is_empty(), "{:?}", one.id);
                assert!(!(share && one.unanimous), "{:?}", one.id);
                assert!(one.threshold.is_none_or(|share| share.den > 0), "{:?}", one.id);
            }
        }
    }

    #[test]
    fn the_profile_of_the_core_tests_is_the_embedded_one() {
        let mut embedded =
            all().unwrap().into_iter().find(|p| p.id.0 == "nw-kro-ausschuss").unwrap();
        embedded.sources.clear();
        assert_eq!(embedded, profiles::committee());
    }
}
