//! The data key of a vault and `vault.key`, the list of its wrappings.
//!
//! It knows nothing of the database. A wrapping is Argon2id (RFC 9106) over a passphrase, then
//! XChaCha20-Poly1305 over the data key, bound to the vault and to the kind of the entry.
//! Invariant: the data key and everything derived from a passphrase are wiped after use, show in
//! no `Debug` and reach the disk wrapped only; `vault.key` is replaced whole or not at all.

use crate::error::{Damage, StoreError};
use crate::hex;
use crate::vault::Vault;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use zeroize::{Zeroize, Zeroizing};

/// Name of the file in the vault's folder.
pub(crate) const FILE: &str = "vault.key";
const FILE_NEW: &str = "vault.key.new";
/// Format of the file.
const FORMAT: u32 = 1;
/// A list of wrappings is a few hundred bytes each; anything longer is not ours.
const MAX_FILE: u64 = 256 * 1024;
/// Upper bounds for what a file may ask of this machine.
const MAX_MEMORY_KIB: u32 = 1024 * 1024;
const MAX_ITERATIONS: u32 = 64;
const MAX_LANES: u32 = 16;

/// A passphrase, wiped when dropped.
///
/// Any Unicode text of one character or more, without an upper limit. Its UTF-8 bytes are taken as
/// they come: no trimming, no normalization. "ü" as one character and "ü" as "u" with a combining
/// mark are different passphrases, so whoever takes one from a keyboard or a file should bring it
/// to NFC first, the same way each time.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes over the text; [`StoreError::EmptyPassphrase`] without a character.
    pub fn new(text: String) -> Result<Self, StoreError> {
        let text = Zeroizing::new(text);
        if text.is_empty() { Err(StoreError::EmptyPassphrase) } else { Ok(Self(text)) }
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// What trying one passphrase costs, for us and for an attacker. Stored with each entry, so that
/// the default may rise later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KdfCost {
    /// 64 MiB and 3 passes as in the second recommendation of RFC 9106, on one lane.
    Standard,
    /// 64 KiB, 1 pass: no protection worth the name. For tests and throwaway vaults.
    Minimal,
}

impl KdfCost {
    fn parameters(self) -> (u32, u32, u32) {
        match self {
            Self::Standard => (64 * 1024, 3, 1),
            Self::Minimal => (64, 1, 1),
        }
    }
}

/// One entry of `vault.key` without its secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyInfo {
    /// Names the entry for [`Vault::remove_key`].
    pub id: u32,
    /// What the clerk called it.
    pub label: String,
}

/// The random key the database is encrypted with.
pub(crate) struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut key = Zeroizing::new([0; 32]);
        fill(&mut key[..])?;
        Ok(Self(key))
    }

    /// `SQLCipher`'s statement for a raw key: no derivation, the 256 bits themselves.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        const START: &str = "PRAGMA key = \"x'";
        const END: &str = "'\"";
        // Sized beforehand: a growing string would leave copies behind.
        let mut sql = Zeroizing::new(String::with_capacity(START.len() + 64 + END.len()));
        sql.push_str(START);
        hex::push(&mut sql, &self.0[..]);
        sql.push_str(END);
        sql
    }
}

/// Random bytes from the operating system.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), StoreError> {
    getrandom::fill(bytes).map_err(|error| StoreError::Io(io::Error::other(error)))
}

/// An identity that binds `vault.key` to its `vault.db`.
pub(crate) type VaultId = [u8; 16];

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Passphrase,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
        }
    }
}

#[derive(Clone, Copy, Serialize, Deserialize)]
enum KdfName {
    #[serde(rename = "argon2id")]
    Argon2id,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
enum AeadName {
    #[serde(rename = "xchacha20poly1305")]
    XChaCha20Poly1305,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kdf {
    name: KdfName,
    memory_kib: u32,
    iterations: u32,
    lanes: u32,
    #[serde(with = "hex")]
    salt: [u8; 16],
}

impl Kdf {
    /// The key that wraps the data key. Wipes the memory it worked in.
    fn derive(&self, passphrase: &Passphrase) -> Result<Zeroizing<[u8; 32]>, StoreError> {
        let bounds = [
            (self.memory_kib, MAX_MEMORY_KIB),
            (self.iterations, MAX_ITERATIONS),
            (self.lanes, MAX_LANES),
        ];
        if bounds.iter().any(|(asked, most)| asked > most) {
            return Err(Damage::Key.into());
        }
        let KdfName::Argon2id = self.name;
        let params = Params::new(self.memory_kib, self.iterations, self.lanes, Some(32))
            .map_err(|_| Damage::Key)?;
        let mut memory = vec![Block::default(); params.block_count()];
        let mut key = Zeroizing::new([0; 32]);
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let derived = argon.hash_password_into_with_memory(
            passphrase.0.as_bytes(),
            &self.salt,
            &mut key[..],
            &mut memory,
        );
        memory.zeroize();
        derived.map_err(|_| Damage::Key)?;
        Ok(key)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seal {
    name: AeadName,
    #[serde(with = "hex")]
    nonce: [u8; 24],
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: u32,
    kind: Kind,
    label: String,
    kdf: Kdf,
    aead: Seal,
    /// Data key and Poly1305 tag.
    #[serde(with = "hex")]
    wrapped: [u8; 48],
}

impl Entry {
    fn open(&self, vault: &VaultId, passphrase: &Passphrase) -> Result<DataKey, StoreError> {
        let wrapping = self.kdf.derive(passphrase)?;
        let AeadName::XChaCha20Poly1305 = self.aead.name;
        let opened = XChaCha20Poly1305::new((&*wrapping).into())
            .decrypt(
                &XNonce::from(self.aead.nonce),
                Payload { msg: &self.wrapped, aad: &bound_to(vault, self.kind) },
            )
            .map_err(|_| StoreError::WrongPassphrase)?;
        let opened = Zeroizing::new(opened);
        let mut key = Zeroizing::new([0; 32]);
        if opened.len() != key.len() {
            return Err(Damage::Key.into());
        }
        key.copy_from_slice(&opened);
        Ok(DataKey(key))
    }
}

/// Associated data of a wrapping: domain, vault and kind, each of a length that is given.
fn bound_to(vault: &VaultId, kind: Kind) -> Vec<u8> {
    let mut data = b"sitzungsbuch/key/1\0".to_vec();
    for part in [vault.as_slice(), kind.name().as_bytes()] {
        data.extend_from_slice(&(part.len() as u64).to_be_bytes());
        data.extend_from_slice(part);
    }
    data
}

/// The number every format of the file begins with.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

/// `vault.key`: the wrappings of one data key.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyFile {
    format: u32,
    #[serde(with = "hex")]
    vault: VaultId,
    entries: Vec<Entry>,
}

impl KeyFile {
    pub(crate) fn new(vault: VaultId) -> Self {
        Self { format: FORMAT, vault, entries: Vec::new() }
    }

    pub(crate) fn vault(&self) -> &VaultId {
        &self.vault
    }

    pub(crate) fn read(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(FILE);
        let bytes = match fs::metadata(&path) {
            Ok(found) if found.len() > MAX_FILE => return Err(Damage::Key.into()),
            Ok(_) => fs::read(&path)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(Damage::KeyMissing.into());
            }
            Err(error) => return Err(error.into()),
        };
        let Format { format } = serde_json::from_slice(&bytes).map_err(|_| Damage::Key)?;
        if format > FORMAT {
            return Err(StoreError::NewerVersion { found: format, known: FORMAT });
        }
        let file: Self = serde_json::from_slice(&bytes).map_err(|_| Damage::Key)?;
        if format == 0 || file.entries.is_empty() {
            return Err(Damage::Key.into());
        }
        Ok(file)
    }

    /// Replaces the file: a new one is complete on disk before it takes the name.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), StoreError> {
        let json = serde_json::to_vec_pretty(self).map_err(io::Error::other)?;
        let new = folder.join(FILE_NEW);
        let written = write_private(&new, &json)
            .and_then(|()| fs::rename(&new, folder.join(FILE)))
            .and_then(|()| sync_folder(folder));
        if written.is_err() {
            // Already failing: what could be told about the leftover would hide the cause.
            let _ = fs::remove_file(&new);
        }
        Ok(written?)
    }

    /// Adds a wrapping of the data key and gives back its id.
    pub(crate) fn add(
        &mut self,
        key: &DataKey,
        passphrase: &Passphrase,
        label: &str,
        cost: KdfCost,
    ) -> Result<u32, StoreError> {
        let id = self.entries.iter().map(|entry| entry.id).max().unwrap_or(0);
        let id = id.checked_add(1).ok_or(Damage::Key)?;
        let (memory_kib, iterations, lanes) = cost.parameters();
        let mut kdf = Kdf { name: KdfName::Argon2id, memory_kib, iterations, lanes, salt: [0; 16] };
        fill(&mut kdf.salt)?;
        let mut nonce = [0; 24];
        fill(&mut nonce)?;
        let wrapping = kdf.derive(passphrase)?;
        let wrapped = XChaCha20Poly1305::new((&*wrapping).into())
            .encrypt(
                &XNonce::from(nonce),
                Payload { msg: &key.0[..], aad: &bound_to(&self.vault, Kind::Passphrase) },
            )
            .map_err(|_| Damage::Key)?;
        self.entries.push(Entry {
            id,
            kind: Kind::Passphrase,
            label: label.to_owned(),
            kdf,
            aead: Seal { name: AeadName::XChaCha20Poly1305, nonce },
            wrapped: wrapped.try_into().map_err(|_| Damage::Key)?,
        });
        Ok(id)
    }

    /// Tries the passphrase on every entry.
    pub(crate) fn unwrap_key(&self, passphrase: &Passphrase) -> Result<DataKey, StoreError> {
        for entry in &self.entries {
            match entry.open(&self.vault, passphrase) {
                Err(StoreError::WrongPassphrase) => {}
                opened => return opened,
            }
        }
        Err(StoreError::WrongPassphrase)
    }
}

fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A leftover of a crash might be readable for others: begin anew.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes the names in a folder durable. Only Unix can (and needs to) sync a folder.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

impl Vault {
    /// Lets a second passphrase open this vault; `current` is one that does. Gives back the new
    /// entry's id. A change of passphrase is this, then [`Vault::remove_key`].
    pub fn add_passphrase(
        &mut self,
        current: &Passphrase,
        new: &Passphrase,
        label: &str,
        cost: KdfCost,
    ) -> Result<u32, StoreError> {
        let mut file = KeyFile::read(self.folder())?;
        let key = file.unwrap_key(current)?;
        let id = file.add(&key, new, label, cost)?;
        file.write(self.folder())?;
        Ok(id)
    }

    /// The entries of `vault.key`, oldest first.
    pub fn keys(&self) -> Result<Vec<KeyInfo>, StoreError> {
        let file = KeyFile::read(self.folder())?;
        let info = |entry: Entry| KeyInfo { id: entry.id, label: entry.label };
        Ok(file.entries.into_iter().map(info).collect())
    }

    /// Takes an entry away; says whether there was one. The last one stays
    /// ([`StoreError::LastKey`]). A copy of the old `vault.key` still opens the vault.
    pub fn remove_key(&mut self, id: u32) -> Result<bool, StoreError> {
        let mut file = KeyFile::read(self.folder())?;
        let before = file.entries.len();
        file.entries.retain(|entry| entry.id != id);
        if file.entries.len() == before {
            return Ok(false);
        }
        if file.entries.is_empty() {
            return Err(StoreError::LastKey);
        }
        file.write(self.folder())?;
        Ok(true)
    }
}

#[cfg(test)]
mod tests;
