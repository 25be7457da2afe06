//! The families of fonts that come with the program, and the colour profile of all files.
//!
//! A family is read when the first document needs it: a start reads none, and an office that uses
//! one never reads the other. What a family remembers of documents is forgotten with the vault.

use sha2::{Digest, Sha256};
use sitzungsbuch_minutes::document::{Face, Typeface};
use sitzungsbuch_minutes::layout::{FontError, Fonts};
use sitzungsbuch_minutes::pdf::{FontFiles, Press};
use std::fmt::Write as _;
use std::sync::{LazyLock, OnceLock};

const PROFILE: &[u8] = include_bytes!("../../../../../assets/icc/sRGB.icc");

/// SHA-256 of the colour profile, hexadecimal.
pub(super) fn profile_digest() -> &'static str {
    static DIGEST: LazyLock<String> = LazyLock::new(|| digest(PROFILE));
    &DIGEST
}

/// A family of fonts.
pub(super) struct Family {
    files: FontFiles<'static>,
    /// Every layout makes the next one faster.
    fonts: OnceLock<Result<Fonts<'static>, FontError>>,
    press: OnceLock<Press<'static>>,
    digests: OnceLock<[String; 4]>,
}

macro_rules! font {
    ($name:literal, $face:literal) => {
        include_bytes!(concat!("../../../../../assets/fonts/", $name, "-", $face, ".ttf"))
    };
}

macro_rules! files {
    ($name:literal) => {
        FontFiles {
            regular: font!($name, "Regular"),
            italic: font!($name, "It"),
            bold: font!($name, "Semibold"),
            bold_italic: font!($name, "SemiboldIt"),
        }
    };
}

/// All families.
pub(super) static FAMILIES: [Family; 2] =
    [Family::of(files!("SourceSans3")), Family::of(files!("SourceSerif4"))];

/// The family of a typeface.
pub(super) fn family(typeface: Typeface) -> &'static Family {
    let [sans, serif] = &FAMILIES;
    match typeface {
        Typeface::Sans => sans,
        Typeface::Serif => serif,
    }
}

impl Family {
    const fn of(files: FontFiles<'static>) -> Self {
        Self { files, fonts: OnceLock::new(), press: OnceLock::new(), digests: OnceLock::new() }
    }

    /// What layouts are made with.
    pub(super) fn fonts(&self) -> Result<&Fonts<'static>, &FontError> {
        let FontFiles { regular, italic, bold, bold_italic } = self.files;
        self.fonts.get_or_init(|| Fonts::parse(regular, italic, bold, bold_italic)).as_ref()
    }

    /// What files are written with.
    pub(super) fn press(&self) -> &Press<'static> {
        self.press.get_or_init(|| Press::new(self.files, PROFILE))
    }

    /// SHA-256 of the files (regular, italic, bold, bold italic), hexadecimal.
    pub(super) fn digests(&self) -> &[String; 4] {
        self.digests.get_or_init(|| {
            let faces = [Face::Regular, Face::Italic, Face::Bold, Face::BoldItalic];
            faces.map(|face| digest(self.files.face(face)))
        })
    }

    /// Forgets all documents that were set in it.
    pub(super) fn forget(&self) {
        if let Some(press) = self.press.get() {
            press.forget();
        }
        if let Some(Ok(fonts)) = self.fonts.get() {
            fonts.forget();
        }
    }
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
