//! The running head: one line that keeps what the page is of.

use super::{document, paragraph, prose, run_text, set};
use crate::compose::excerpt;
use crate::compose::tests::records;
use crate::document::{Document, Status};
use crate::frame::{Artifact, Owner, Page, Shape};

/// Text of the running head without its marks.
fn head(page: &Page) -> String {
    let mut lines = std::collections::BTreeMap::<i64, String>::new();
    for item in &page.items {
        if let (Owner::Artifact(Artifact::Header), Shape::Glyphs(run)) = (&item.owner, &item.shape)
            && run.face == crate::document::Face::Regular
        {
            lines.entry(run.y.0).or_default().push_str(&run_text(run));
        }
    }
    assert_eq!(lines.len(), 1, "{lines:?}");
    lines.into_values().next().unwrap()
}

/// Head of the second page of a document that is titled so.
fn of_titles(title: &str, running: &str, mark: Option<&str>, status: Status) -> String {
    let blocks = (0..20).map(|seed| paragraph(&prose(seed, 90))).collect();
    let (title, running, mark) = (title.to_owned(), running.to_owned(), mark.map(str::to_owned));
    let layout = set(&Document { title, running, status, mark, ..document(blocks) });
    head(&layout.pages[1])
}

#[test]
fn what_has_no_room_gives_way_to_the_short_form() {
    let record = &records()[0];
    let Document { title, running, .. } = excerpt(&record.public, "6").unwrap();
    assert_eq!(running, "Beschlussauszug zu TOP 6, 12.11.2026, Ausschuss für Digitalisierung");
    let closed = Some("Nicht öffentlich");
    assert_eq!(of_titles(&title, &running, None, Status::Final), title);
    for status in [Status::Final, Status::Draft, Status::Sample] {
        assert_eq!(of_titles(&title, &running, closed, status), running, "{status:?}");
    }
    // Without a short form the title is cut, as before there was one.
    let cut = of_titles(&title, "", closed, Status::Final);
    assert!(cut.ends_with(" …") && title.starts_with(cut.trim_end_matches(" …")), "{cut}");
    // What has room stays.
    let short = "Niederschrift über die 9. Sitzung";
    assert_eq!(of_titles(short, &running, None, Status::Final), short);
    // A name that has no room either is cut, never the day.
    let long = format!("{running} {}", "Wegebau ".repeat(12));
    let cut = of_titles(&title, &long, closed, Status::Draft);
    assert!(
        cut.starts_with("Beschlussauszug zu TOP 6, 12.11.2026, ") && cut.ends_with(" …"),
        "{cut}"
    );
}
