//! The hidden folder in which a new vault grows beside its place.
//!
//! It knows no database and no key. Invariant: a scaffold is locked while its process lives, and one
//! whose lock is free belongs to nobody: the next creation under the same name takes it away.

use crate::error::StoreError;
use crate::{hex, key};
use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Name of the file that is locked, in a scaffold as in a vault.
pub(crate) const LOCK: &str = "lock";
/// Random bytes in the name of a scaffold.
const RANDOM: usize = 8;
/// A folder without a lock file may be one that is being made right now; an older one is not.
const IN_THE_MAKING: Duration = Duration::from_mins(1);

/// A hidden folder beside the vault to be, removed unless it is moved.
pub(crate) struct Scaffold {
    pub(crate) path: PathBuf,
    parent: PathBuf,
    lock: Option<File>,
    standing: bool,
}

impl Scaffold {
    /// Makes the folder, and removes those that a killed process left.
    pub(crate) fn raise(folder: &Path) -> Result<Self, StoreError> {
        let name =
            folder.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        let parent = match folder.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        clear(&parent, name);
        let mut random = [0; RANDOM];
        key::fill(&mut random)?;
        let mut hidden = prefix(name);
        hidden.push(hex::encode(&random));
        let path = parent.join(hidden);
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        let mut scaffold = Self { path, parent, lock: None, standing: true };
        scaffold.lock = Some(lock(&scaffold.path)?);
        Ok(scaffold)
    }

    /// Gives the folder its name. The lock comes along where the system moves locked files.
    pub(crate) fn move_to(mut self, folder: &Path) -> Result<Option<File>, StoreError> {
        key::sync_folder(&self.path)?;
        // An empty folder makes room; one that has been filled meanwhile refuses to go.
        match fs::remove_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {
                return Err(StoreError::AlreadyExists { path: folder.to_owned() });
            }
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        if cfg!(windows) {
            self.lock = None;
        }
        fs::rename(&self.path, folder)?;
        self.standing = false;
        key::sync_folder(&self.parent)?;
        Ok(self.lock.take())
    }
}

impl Drop for Scaffold {
    fn drop(&mut self) {
        if self.standing {
            // Already failing: what could be told about the leftover would hide the cause.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Takes the lock in a folder; [`StoreError::InUse`] if somebody has it. The system gives it back
/// with the process.
pub(crate) fn lock(folder: &Path) -> Result<File, StoreError> {
    let path = folder.join(LOCK);
    let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
    take(file, folder)
}

/// Takes the lock by an open file.
pub(crate) fn take(file: File, folder: &Path) -> Result<File, StoreError> {
    granted(file.try_lock(), folder).map(|()| file)
}

/// Looks whether the lock in a folder is free. Who only looks does not keep others who look away.
pub(crate) fn look(folder: &Path) -> Result<(), StoreError> {
    match File::open(folder.join(LOCK)) {
        Ok(file) => granted(file.try_lock_shared(), folder),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn granted(asked: Result<(), TryLockError>, folder: &Path) -> Result<(), StoreError> {
    asked.map_err(|refused| match refused {
        TryLockError::WouldBlock => StoreError::InUse { path: folder.to_owned() },
        TryLockError::Error(error) => error.into(),
    })
}

/// What the name of every scaffold of a vault begins with.
fn prefix(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".");
    prefix
}

/// Removes the scaffolds of this name that nobody holds. What cannot be removed stays: the new vault
/// does not depend on it.
fn clear(parent: &Path, name: &OsStr) {
    let prefix = prefix(name);
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let found = entry.file_name();
        let digits = found.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes());
        let ours = digits
            .is_some_and(|rest| rest.len() == RANDOM * 2 && rest.iter().all(u8::is_ascii_hexdigit));
        let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if ours && folder && abandoned(&entry.path()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn abandoned(scaffold: &Path) -> bool {
    match OpenOptions::new().write(true).open(scaffold.join(LOCK)) {
        Ok(file) => file.try_lock().is_ok(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let made = fs::metadata(scaffold).and_then(|found| found.modified());
            made.is_ok_and(|made| made.elapsed().is_ok_and(|age| age > IN_THE_MAKING))
        }
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Place;

    #[test]
    fn what_a_killed_creation_left_goes_with_the_next_one() {
        let place = Place::new();
        let there = |name: &str| place.temp.path().join(name);
        let killed = there(".Kreistag.sitzungsbuch.0123456789abcdef");
        fs::create_dir(&killed).unwrap();
        fs::write(killed.join(LOCK), "").unwrap();
        fs::write(killed.join("vault.db"), "half a vault").unwrap();
        let young = there(".Kreistag.sitzungsbuch.00000000000000aa");
        let other = there(".Rat.sitzungsbuch.0123456789abcdef");
        let longer = there(".Kreistag.sitzungsbuch.0123456789abcdef.copy");
        for kept in [&young, &other, &longer] {
            fs::create_dir(kept).unwrap();
        }
        let mine = Scaffold::raise(&place.folder).unwrap();
        assert!(!killed.exists());
        assert!(young.exists(), "it may be one in the making");
        assert!(other.exists() && longer.exists(), "not a scaffold of this vault");
        drop(place.create());
        assert!(mine.path.exists(), "one that is held stays");
        drop(mine);
    }
}
