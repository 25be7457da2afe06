//! The clock of every act: the machine's. Under the feature `journeys` a file may set it.

use sitzungsbuch_app::core::Timestamp;

/// Now.
pub(crate) fn now() -> Timestamp {
    #[cfg(feature = "journeys")]
    if let Some(set) = crate::journeys::clock() {
        return set;
    }
    Timestamp::new(chrono::Utc::now())
}
