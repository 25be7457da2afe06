//! Where the programs keep their things. It looks at the environment and at no disk.

use std::path::{Path, PathBuf};

/// `$SITZUNGSBUCH_HOME`, else the folder of the program among the user's data (XDG); nothing where
/// the environment names neither.
pub fn home() -> Option<PathBuf> {
    let var =
        |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    var("SITZUNGSBUCH_HOME")
        .or_else(|| var("XDG_DATA_HOME").map(|data| data.join("sitzungsbuch")))
        .or_else(|| var("HOME").map(|home| home.join(".local/share/sitzungsbuch")))
}

/// The vault.
pub fn vault(home: &Path) -> PathBuf {
    home.join("tresor.sitzungsbuch")
}

/// What the web view of the window keeps: nothing of a session.
pub fn web(home: &Path) -> PathBuf {
    home.join("ansicht")
}
