//! Faults of the program itself: a panic becomes one German message, and nothing else is printed.
//!
//! What a panic says may quote a text of the minutes, so only its place in the source is kept.

use crate::error::ApiError;
use crate::messages;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

/// Where the last panic happened.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Keeps panics from printing. For the start of a program; a library under test leaves it alone.
pub fn silence() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
        *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }));
}

/// Runs something; a panic inside is an internal fault.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, ApiError>) -> Result<T, ApiError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
        let fault = messages::internal();
        Err(match place {
            Some(place) => fault.hint(format!("Technische Angabe: {place}")),
            None => fault,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;

    #[test]
    fn a_panic_is_one_german_message_without_its_words() {
        assert_eq!(guarded(|| Ok(1)), Ok(1));
        let fault = guarded::<()>(|| panic!("Wortlaut")).unwrap_err();
        assert_eq!(fault.code, ErrorCode::Internal);
        assert!(fault.message.starts_with("Im Programm"), "{fault}");
        assert!(!format!("{fault:?}").contains("Wortlaut"));
    }
}
