//! Salted digests: what an event carries instead of free text about a person.
//!
//! The text and its salt lie in a row of their own and can be erased; the digest stays and keeps
//! the chain whole. Salts are drawn outside the core.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

/// SHA-256 over salt and text (FIPS 180-4), written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

/// 16 random bytes drawn by the caller.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 16]);

impl Digest {
    /// Digest of one free text.
    pub fn salted(salt: Salt, text: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"sitzungsbuch/text/1\0");
        hash.update(salt.0);
        hash.update(text.as_bytes());
        Self(hash.finalize().into())
    }
    /// Takes the 32 bytes as they were kept.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
    /// The 32 bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: Vec<u8> = (text.len() == 64 && text.is_ascii())
            .then(|| {
                (0..64)
                    .step_by(2)
                    .map(|i| text.get(i..i + 2).and_then(|p| u8::from_str_radix(p, 16).ok()))
                    .collect::<Option<Vec<u8>>>()
            })
            .flatten()?;
        bytes.try_into().ok().map(Self)
    }
}

impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(..)")
    }
}
impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not 64 hexadecimal digits"))
    }
}
