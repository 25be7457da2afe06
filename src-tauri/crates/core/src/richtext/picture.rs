//! Pictures and slides in what the clerk writes.
//!
//! The file stands in the text, so that whatever happens to the text - saving, fixing, sealing, the wall
//! around the closed part - happens to its pictures. Words that say what is seen are demanded: nobody
//! may be shut out of a document (ISO 14289-1, 7.3).

use super::{Checked, Length, Unfit, check_text};
use crate::characters;
use crate::graphic::Graphic;
use alloc::string::String;
use core::fmt;
use serde::{Deserialize, Serialize};

/// Most bytes of all pictures of a text, as they are kept.
pub const MOST_PICTURES: usize = 2 * 1024 * 1024;

/// A picture with its words.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Picture {
    /// The file.
    pub graphic: Graphic,
    /// What it shows, for whoever does not see it.
    pub alternative: String,
    /// Caption below, empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut picture = f.debug_struct("Picture");
        picture.field("graphic", &self.graphic).field("alternative", &Length(&self.alternative));
        picture.field("caption", &Length(&self.caption)).finish()
    }
}

impl Picture {
    pub(super) fn check(&self, so_far: &mut Checked) -> Result<(), Unfit> {
        if so_far.open {
            return Err(Unfit::Picture);
        }
        so_far.pictures = so_far.pictures.saturating_add(self.graphic.size());
        if so_far.pictures > MOST_PICTURES {
            return Err(Unfit::PicturesTooLarge);
        }
        check_text(&self.alternative, so_far)?;
        check_text(&self.caption, so_far)?;
        if characters::visible(&self.alternative) { Ok(()) } else { Err(Unfit::NoAlternative) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::richtext::{Block, MAX_CHARACTERS, RichText};
    use alloc::vec;

    fn picture(alternative: &str, caption: &str) -> Picture {
        let graphic = Graphic::Base64("iVBORw0KGgo=".into());
        Picture { graphic, alternative: alternative.into(), caption: caption.into() }
    }

    fn text(pictures: impl IntoIterator<Item = Picture>) -> RichText {
        RichText { blocks: pictures.into_iter().map(Block::Picture).collect() }
    }

    #[test]
    fn a_picture_comes_back_as_it_was_written() {
        let written = r#"{"blocks":[{"type":"picture","graphic":{"base64":"iVBORw0KGgo="},"alternative":"Lageplan","caption":"Entwurf 2"}]}"#;
        let read: RichText = serde_json::from_str(written).unwrap();
        assert_eq!(read, text([picture("Lageplan", "Entwurf 2")]));
        assert_eq!(serde_json::to_string(&read).unwrap(), written);
        let without = r#"{"blocks":[{"type":"picture","graphic":{"svg":"<svg/>"}}]}"#;
        assert!(serde_json::from_str::<RichText>(without).is_err(), "the alternative is demanded");
    }

    #[test]
    fn pictures_stand_in_what_the_clerk_writes_alone() {
        let one = text([picture("Lageplan", "")]);
        assert_eq!((one.check_written(), one.check()), (Ok(()), Err(Unfit::Picture)));
        let quoted = RichText { blocks: vec![Block::Quote { blocks: one.blocks.clone() }] };
        assert_eq!((quoted.check_written(), quoted.check()), (Ok(()), Err(Unfit::Picture)));
        assert_eq!(quoted.pictures(), one.pictures());
        assert!(one.visible(), "it says something");
    }

    #[test]
    fn words_are_demanded_and_looked_through() {
        for blank in ["", " \u{A0}", "\u{200B}"] {
            let checked = text([picture(blank, "Entwurf 2")]).check_written();
            assert_eq!(checked, Err(Unfit::NoAlternative), "{blank:?}");
        }
        let long = "x".repeat(MAX_CHARACTERS);
        for (alternative, caption, why) in [
            (long.as_str(), "x", Unfit::TooLong),
            ("x", long.as_str(), Unfit::TooLong),
            ("zwei\nZeilen", "", Unfit::Control),
            ("Plan", "\u{202E}", Unfit::Control),
        ] {
            assert_eq!(text([picture(alternative, caption)]).check_written(), Err(why));
        }
    }

    #[test]
    fn all_pictures_of_a_text_are_weighed_together() {
        let of = |bytes: usize| Picture {
            graphic: Graphic::Svg("x".repeat(bytes)),
            ..picture("Lageplan", "")
        };
        let half = MOST_PICTURES / 2;
        assert_eq!(text([of(half), of(half)]).check_written(), Ok(()));
        let more = text([of(half), of(half + 1)]).check_written();
        assert_eq!(more, Err(Unfit::PicturesTooLarge));
    }

    #[test]
    fn debug_shows_sizes_alone() {
        let shown = alloc::format!("{:?}", text([picture("Geheimnis", "Geheimnis")]));
        assert!(!shown.contains("Geheimnis") && !shown.contains("iVBOR"), "{shown}");
        assert!(shown.contains("Base64(12 bytes)") && shown.contains("9 characters"), "{shown}");
    }
}
