//! What the program holds while it runs: the desk with its thread, the file that was chosen last,
//! and whether the interface answers. The web view knows the name of that file, never its place.

use crate::worker::Worker;
use serde::Serialize;
use sitzungsbuch_app::desk::Desk;
use sitzungsbuch_app::{ApiError, places};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

/// What the program holds.
pub(crate) struct Shell {
    /// Everything that the application does, one after the other.
    pub(crate) desk: Worker<Desk>,
    /// The pages beside a text, which take longer than an act may wait.
    pub(crate) pages: Worker<()>,
    web: PathBuf,
    key: Mutex<Option<PathBuf>>,
    heard: AtomicU32,
}

/// The name of a file without its place; none where nothing was chosen.
#[derive(Serialize)]
pub(crate) struct Chosen {
    name: Option<String>,
}

impl Chosen {
    /// Of a file.
    pub(crate) fn of(file: Option<&Path>) -> Self {
        let name = file.and_then(Path::file_name);
        Self { name: name.map(|name| name.to_string_lossy().into_owned()) }
    }
}

impl Shell {
    /// Starts with the desk over the folder of the program.
    pub(crate) fn new(home: PathBuf) -> Result<Self, ApiError> {
        let web = places::web(&home);
        let desk = Worker::start(move || Desk::new(home))?;
        let pages = Worker::start(|| ())?;
        Ok(Self { desk, pages, web, key: Mutex::new(None), heard: AtomicU32::new(0) })
    }

    /// What the web views keep.
    pub(crate) fn web(&self) -> &Path {
        &self.web
    }

    /// Keeps the key file that was chosen; closing the dialog keeps the one before.
    pub(crate) fn keep_key(&self, file: Option<PathBuf>) -> Chosen {
        let mut key = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        *key = file.or(key.take());
        Chosen::of(key.as_deref())
    }

    /// Forgets the key file: whoever signs next brings an own one.
    pub(crate) fn forget_key(&self) {
        *self.key.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The interface answered that the window is to close: it sees to it itself.
    pub(crate) fn hear(&self) {
        self.heard.fetch_add(1, Ordering::Relaxed);
    }

    /// How often the interface has answered so.
    pub(crate) fn heard(&self) -> u32 {
        self.heard.load(Ordering::Relaxed)
    }

    /// The key file that was chosen.
    pub(crate) fn key(&self) -> Option<PathBuf> {
        self.key.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
