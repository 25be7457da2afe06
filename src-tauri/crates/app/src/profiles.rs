//! The rule profiles of `assets/rules/`, embedded in the program.

use crate::core::rules::profile::{RuleProfile, Verification};
use crate::error::{ApiError, ErrorCode};

const FILES: [&str; 6] = [
    include_str!("../../../../assets/rules/nw-kro-kreistag.json"),
    include_str!("../../../../assets/rules/nw-kro-kreisausschuss.json"),
    include_str!("../../../../assets/rules/nw-kro-ausschuss.json"),
    include_str!("../../../../assets/rules/nw-go-rat.json"),
    include_str!("../../../../assets/rules/nw-go-hauptausschuss.json"),
    include_str!("../../../../assets/rules/nw-go-ausschuss.json"),
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
    use crate::core::testing::profiles;

    #[test]
    fn every_embedded_profile_reads_and_names_its_sources() {
        let all = all().unwrap();
        assert_eq!(all.len(), FILES.len());
        for profile in &all {
            assert!(!profile.sources.is_empty(), "{:?}", profile.id);
            assert!(profile.version >= 1);
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
