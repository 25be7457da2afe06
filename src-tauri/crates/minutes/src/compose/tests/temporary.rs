//! Writes documents.
use super::{dump, played};
use crate::compose::{complete, public};

#[test]
fn write() {
    for path in [
        "assets/sample/kreis-wiesenthal.json",
        "tests/scenarios/digitalisierung-2021.json",
        "tests/scenarios/digitalisierung-2024.json",
        "tests/scenarios/korrektur.json",
    ] {
        let played = played(path);
        let name = path.rsplit('/').next().unwrap().trim_end_matches(".json");
        std::fs::create_dir_all("/tmp/wt/docs").unwrap();
        for (edition, suffix) in [
            (crate::record::Edition::Final, ""),
            (crate::record::Edition::Draft, "-draft"),
            (crate::record::Edition::Reading, "-reading"),
        ] {
            let record = played.issued(edition);
            if suffix == "" {
                std::fs::write(
                    format!("/tmp/wt/docs/{name}.record"),
                    serde_json::to_string_pretty(&record).unwrap(),
                )
                .unwrap();
                let again: crate::record::Record =
                    serde_json::from_str(&serde_json::to_string(&record).unwrap()).unwrap();
                assert_eq!(again, record);
            }
            for (part, document) in
                [("complete", complete(&record)), ("public", public(&record.public))]
            {
                if suffix == "-reading" && part == "complete" {
                    continue;
                }
                std::fs::write(
                    format!("/tmp/wt/docs/{name}-{part}{suffix}.json"),
                    serde_json::to_string_pretty(&document).unwrap(),
                )
                .unwrap();
                std::fs::write(
                    format!("/tmp/wt/docs/{name}-{part}{suffix}.txt"),
                    dump::text(&document),
                )
                .unwrap();
            }
        }
    }
}
