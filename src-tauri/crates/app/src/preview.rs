//! The pages beside the text: a document as it looks now, and where its items stand in it.
//!
//! What it is made of is read from the vault first; making the pages takes much longer and needs
//! no vault, so that no act has to wait for it. It decides nothing and keeps nothing.

use crate::conformity::Archive;
use crate::core::{AgendaItemId, MeetingId, Timestamp};
use crate::desk::{Desk, DocumentEdition, DocumentRequest};
use crate::documents::{self, Composed, Edition, Kind};
use crate::error::ApiError;
use crate::{faults, messages};
use serde::Serialize;
use sitzungsbuch_minutes::compose;
use sitzungsbuch_minutes::frame::{Layout, Page};
use sitzungsbuch_minutes::record;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What is known of the pages of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PreviewHead {
    /// Where the items stand, in the order of the pages.
    pub places: Vec<PagePlace>,
    /// How each page looks: the same mark means the same look. One mark may stand for all of them.
    pub pages: Vec<String>,
    /// Which signs no font has, and what stands in their place, as sentences; empty as a rule.
    pub missing: String,
}

/// The part of a page that an item takes, with its heading, text and facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PagePlace {
    /// The item.
    pub item: AgendaItemId,
    /// The page, counted from 1.
    pub page: usize,
    /// Upper edge, in thousandths of the height of the page.
    pub top: i64,
    /// Lower edge, likewise.
    pub bottom: i64,
}

/// What pages are made of; see [`Preview::render`].
pub struct Preview {
    composed: Composed,
    /// The item of each heading of an item, in the order of the document; none where the pages are
    /// not those that this program would make.
    items: Vec<Option<AgendaItemId>>,
    /// The file, where the document is signed.
    signed: Option<Vec<u8>>,
}

impl fmt::Debug for Preview {
    // No word of a document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Preview").finish_non_exhaustive()
    }
}

impl Desk {
    /// Reads what the pages of a document are made of: a final Niederschrift as it was signed, once
    /// it was.
    pub fn preview(
        &mut self,
        request: &DocumentRequest,
        now: Timestamp,
    ) -> Result<Preview, ApiError> {
        let DocumentRequest { meeting, document, edition } = request;
        let engine = self.open()?;
        faults::guarded(|| {
            let (signed, source) = match (document, edition) {
                (Kind::Minutes { scope }, DocumentEdition::Final) => {
                    (engine.sealed(*meeting, *scope)?, engine.sealed_source(*meeting, *scope)?)
                }
                _ => (None, None),
            };
            let issue = (documents::civil(now), Edition::from(*edition));
            let (exact, composed) = match source {
                Some(source) => (source.is_of_this_program(), source.into_composed()),
                None => (signed.is_none(), documents::make(engine, *meeting, document, issue)?),
            };
            let items = if exact { items(engine, *meeting, &composed)? } else { Vec::new() };
            Ok(Preview { composed, items, signed })
        })
    }
}

/// The item of each heading of an item.
fn items(
    engine: &mut crate::Engine,
    meeting: MeetingId,
    composed: &Composed,
) -> Result<Vec<Option<AgendaItemId>>, ApiError> {
    let known = record::item_references(engine.state(meeting)?);
    let headings = compose::headings(&composed.document).into_iter();
    let item = |(part, reference): (_, Option<&str>)| {
        let mut known = known.iter();
        known.find(|(_, (own, name))| *own == part && Some(name.as_str()) == reference)
    };
    Ok(headings.map(|heading| item(heading).map(|(id, _)| *id)).collect())
}

impl Preview {
    /// Makes the pages: the length of the head in four bytes, most significant first, the head as
    /// JSON, and the file.
    pub fn render(self) -> Result<Vec<u8>, ApiError> {
        faults::guarded(|| {
            let layout = documents::typeset(&self.composed.document)?;
            let (pages, file) = if let Some(file) = self.signed {
                // What signatures draw is known to the file alone.
                (vec![mark(&file)], file)
            } else {
                let program = documents::PROGRAM;
                let file = documents::written(&layout, &self.composed, Archive::A3a, program)?;
                (layout.pages.iter().map(look).collect(), file)
            };
            let missing = messages::without_font(&layout.missing);
            let head = PreviewHead { places: places(&layout, &self.items), pages, missing };
            let head = serde_json::to_vec(&head).map_err(|_| messages::internal())?;
            let length = u32::try_from(head.len()).map_err(|_| messages::internal())?;
            Ok([&length.to_be_bytes()[..], &head, &file].concat())
        })
    }
}

/// What is drawn on a page; where its links lead does not show.
fn look(page: &Page) -> String {
    mark(&(page.width, page.height, &page.items, &page.fields))
}

/// The same within one process and version of the program; it is kept nowhere.
fn mark(look: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    look.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn places(layout: &Layout, items: &[Option<AgendaItemId>]) -> Vec<PagePlace> {
    let share = |edge: i64, page: &Page| edge.saturating_mul(1000) / page.height.0.max(1);
    let places = layout.places.iter().filter_map(|place| {
        let (page, item) = (layout.pages.get(place.page)?, *items.get(place.heading)?);
        let (top, bottom) = (share(place.top.0, page), share(place.bottom.0, page));
        Some(PagePlace { item: item?, page: place.page + 1, top, bottom })
    });
    places.collect()
}
