//! A signed Niederschrift is made again from what was sealed with it: later master data change
//! nothing of it, another layout or font refuses, and a sealed document of today's layout lies in
//! tests/expected with the digest of its file.

#![cfg(test)]

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sitzungsbuch_app::core::directory::MasterRow;
use sitzungsbuch_app::core::{ActId, MeetingId, Moment, Timestamp};
use sitzungsbuch_app::desk::{Desk, DocumentRequest, Secret, SignatureRequest};
use sitzungsbuch_app::documents::{
    self, Composed, Edition, Kind, Record, Scope, SealedDocument, read_civil, read_record,
};
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::signatures::{self, SampleKeys};
use sitzungsbuch_app::{ApiError, Engine, ErrorCode, Passphrase, Vault, places};
use sitzungsbuch_app::{Caller, MasterRequest, Request};
use sitzungsbuch_minutes::document::Typeface;
use sitzungsbuch_minutes::layout;
use sitzungsbuch_store::KdfCost;
use std::path::PathBuf;
use tempfile::TempDir;

const SAMPLE: &str = include_str!("../../../../assets/sample/kreis-wiesenthal.json");
const MEETING: &str = "wiesenthal-2026-11-12";

fn passphrase() -> Passphrase {
    Passphrase::new("Probe".to_owned()).unwrap()
}

/// After the session.
fn at(clock: &str) -> Timestamp {
    Moment::parse(&format!("2026-11-20T{clock}+01:00")).unwrap().timestamp()
}

/// A vault with the sample session, and keys for who signs.
struct Place {
    home: TempDir,
    keys: SampleKeys,
}

impl Place {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let vault =
            Vault::create_with(&places::vault(home.path()), &passphrase(), KdfCost::Minimal);
        let mut engine = Engine::new(vault.unwrap()).unwrap();
        let reading = script::read(SAMPLE).unwrap();
        let player = Player::new(&reading).unwrap();
        player.prepare(&mut engine).unwrap();
        for index in 0..player.len() {
            player.play(&mut engine, index).unwrap();
        }
        let names = ["Malte Siebrecht", "Annegret Falkenroth"];
        Self { home, keys: signatures::sample_keys(&names, at("08:00").utc()).unwrap() }
    }

    fn desk(&self) -> Desk {
        let mut desk = Desk::new(self.home.path());
        desk.unlock(&passphrase()).unwrap();
        desk
    }

    fn engine(&self) -> Engine {
        Engine::new(Vault::open(&places::vault(self.home.path()), &passphrase()).unwrap()).unwrap()
    }

    fn sign(&self, scope: &str, key: usize, clock: &str) {
        let secret: Secret = serde_json::from_value(json!(&*self.keys.password)).unwrap();
        let request = json!({"meeting": MEETING, "scope": scope});
        let request: SignatureRequest = serde_json::from_value(request).unwrap();
        self.desk().sign(request, &self.keys.files[key], &secret, at(clock)).unwrap();
    }

    fn made(&self, document: &Value, clock: &str) -> Vec<u8> {
        let request = json!({"meeting": MEETING, "document": document, "edition": "final"});
        let request: DocumentRequest = serde_json::from_value(request).unwrap();
        self.desk().document(&request, at(clock)).unwrap()
    }

    fn remade(&self, scope: Scope) -> Result<Vec<u8>, ApiError> {
        let made = documents::remade(&self.engine(), MeetingId::from_key(MEETING), scope)?;
        Ok(made.pdf)
    }

    /// Gives somebody another name in master data.
    fn rename(&self, from: &str, to: &str) {
        let mut engine = self.engine();
        let people = engine.directory().persons.values();
        let mut person = people.clone().find(|one| one.family_name == from).unwrap().clone();
        person.family_name = to.to_owned();
        let rows = vec![MasterRow::Person(person)];
        let request = Request::Master(MasterRequest { act: ActId::from_key(to), rows });
        let caller = Caller { now: at("13:00"), actor: "test", source: "test" };
        engine.execute(&request, &caller).unwrap();
    }

    /// Keeps a file as signed, with what it is said to be made of.
    fn seal(&self, scope: Scope, pdf: Vec<u8>, made_of: Option<&SealedDocument>) {
        let caller = Caller { now: at("13:00"), actor: "test", source: "test" };
        let meeting = MeetingId::from_key(MEETING);
        self.engine().seal(meeting, scope, (pdf, made_of), &caller).unwrap();
    }
}

/// Whether a document names somebody, in the list of those present or elsewhere.
fn names(composed: &Composed, name: &str) -> bool {
    serde_json::to_string(&composed.document).unwrap().contains(name)
}

#[test]
fn a_signed_version_is_made_again_whatever_master_data_say_since() {
    let place = Place::new();
    let minutes = |scope: &str| json!({"kind": "minutes", "scope": scope});
    let refused = place.remade(Scope::Complete).unwrap_err();
    assert!(refused.message.contains("noch nicht unterschrieben"), "{refused}");

    let original = place.made(&minutes("complete"), "10:02");
    place.sign("complete", 0, "10:02");
    assert!(place.remade(Scope::Complete).unwrap() == original);
    place.sign("complete", 1, "11:30");
    place.rename("Castendyk", "Castendyk-Umbenannt");
    assert!(place.remade(Scope::Complete).unwrap() == original, "two signatures, another name");
    assert!(place.remade(Scope::Public).is_err(), "each version for itself");

    // What comes later of the session is of the record that was signed, too.
    let issue = (read_civil("2026-12-01T09:00").unwrap(), Edition::Final);
    for kind in [Kind::Minutes { scope: Scope::Public }, Kind::Attendance {}, Kind::Reading {}] {
        let meeting = MeetingId::from_key(MEETING);
        let made = documents::make(&mut place.engine(), meeting, &kind, issue).unwrap();
        assert!(names(&made, "Castendyk") && !names(&made, "Umbenannt"), "{kind:?}");
    }
}

/// The control to the test above: without a signature the new name is what stands there.
#[test]
fn without_a_signature_master_data_of_today_count() {
    let place = Place::new();
    place.rename("Castendyk", "Castendyk-Umbenannt");
    let issue = (read_civil("2026-12-01T09:00").unwrap(), Edition::Final);
    let (meeting, kind) = (MeetingId::from_key(MEETING), Kind::Minutes { scope: Scope::Complete });
    let made = documents::make(&mut place.engine(), meeting, &kind, issue).unwrap();
    assert!(names(&made, "Umbenannt"));
}

/// The copy to read is of the version that all have signed, with its date.
#[test]
fn the_reading_copy_is_the_same_at_any_time() {
    let place = Place::new();
    place.sign("public", 0, "10:02");
    place.sign("public", 1, "10:04");
    let first = place.made(&json!({"kind": "reading"}), "10:05");
    place.rename("Castendyk", "Castendyk-Umbenannt");
    assert!(place.made(&json!({"kind": "reading"}), "17:45") == first);
}

fn sealed() -> SealedDocument {
    SealedDocument::new(sample(Scope::Complete))
}

/// The sample session, to be signed.
fn sample(scope: Scope) -> Composed {
    documents::composed(&sample_record(), &scope.into()).unwrap()
}

/// The same in a typeface that the office chose.
fn set_in(typeface: Typeface, scope: Scope) -> Composed {
    let mut record = sample_record();
    record.public.template.typeface = typeface;
    documents::composed(&record, &scope.into()).unwrap()
}

fn sample_record() -> Record {
    let place = Place::new();
    let issued = read_civil("2026-11-20T10:00").unwrap();
    let meeting = MeetingId::from_key(MEETING);
    documents::record(&mut place.engine(), meeting, issued, Edition::Final).unwrap()
}

/// A sealed document with another value at a place.
fn changed(sealed: &SealedDocument, way: &str, value: Value) -> SealedDocument {
    let mut json: Value = serde_json::from_str(&sealed.written().unwrap()).unwrap();
    *json.pointer_mut(way).unwrap() = value;
    SealedDocument::read(&json.to_string()).unwrap()
}

#[test]
fn another_layout_or_font_is_refused_and_the_signed_file_stays() {
    let sealed = sealed();
    assert_eq!(SealedDocument::read(&sealed.written().unwrap()).unwrap(), sealed);
    let file = sealed.render().unwrap().pdf;
    let other = changed(&sealed, "/program", json!("Sitzungsbuch 0.0.1"));
    assert!(other.render().unwrap().pdf != file, "the program is named in the file");
    let digest = "00".repeat(32);
    for (way, value) in [
        ("/layout", json!(layout::VERSION + 1)),
        ("/fonts/2", json!(digest)),
        ("/profile", json!(digest)),
    ] {
        let refused = changed(&other, way, value).render().unwrap_err();
        assert_eq!(refused.code, ErrorCode::Rejected, "{way}");
        assert!(refused.message.contains("anderen Schriften"), "{refused}");
        assert!(refused.hints.iter().any(|hint| hint.contains("Sitzungsbuch 0.0.1")), "{way}");
        assert!(refused.hints.iter().any(|hint| hint.contains("ist das Original")), "{way}");
    }
}

#[test]
fn what_was_not_kept_or_does_not_fit_is_said() {
    let place = Place::new();
    let file = sealed().render().unwrap().pdf;
    place.seal(Scope::Complete, file.clone(), None);
    let refused = place.remade(Scope::Complete).unwrap_err();
    assert!(refused.message.contains("nur die unterschriebene Datei"), "{refused}");
    // Documents come of the record of the session then.
    let kind = Kind::Minutes { scope: Scope::Complete };
    let issue = (read_civil("2026-11-20T10:00").unwrap(), Edition::Final);
    let meeting = MeetingId::from_key(MEETING);
    let made = documents::make(&mut place.engine(), meeting, &kind, issue).unwrap();
    assert!(documents::set(&made, sitzungsbuch_app::conformity::Archive::A3a).unwrap().pdf == file);

    let title = changed(&sealed(), "/composed/document/title", json!("Eine andere"));
    place.seal(Scope::Public, file, Some(&title));
    let refused = place.remade(Scope::Public).unwrap_err();
    assert!(refused.message.contains("nicht Byte für Byte"), "{refused}");
    assert_eq!(refused.code, ErrorCode::Internal);
    let refused = SealedDocument::read("{}").unwrap_err();
    assert_eq!(refused.code, ErrorCode::Unreadable);
}

/// Where the sealed document of a typeface lies.
fn expected(typeface: Typeface, end: &str) -> PathBuf {
    let own = if typeface == Typeface::Serif { "-serif" } else { "" };
    let name = format!("sealed-{}{own}.{end}", layout::VERSION);
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/expected").join(name)
}

fn digest(file: &[u8]) -> String {
    let digits: Vec<String> =
        Sha256::digest(file).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}\n", digits.concat())
}

/// What was sealed with this version of the layout gives the same file for ever. Where this fails,
/// `layout::VERSION` has to be raised, and the next version gets files of its own.
#[test]
fn the_sealed_document_in_the_project_gives_the_file_that_it_gave() {
    for typeface in [Typeface::Sans, Typeface::Serif] {
        let [kept, sum] = ["json", "sha256"].map(|end| expected(typeface, end));
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            let sealed = SealedDocument::new(set_in(typeface, Scope::Public));
            std::fs::write(&kept, sealed.written().unwrap()).unwrap();
            std::fs::write(&sum, digest(&sealed.render().unwrap().pdf)).unwrap();
        }
        let text = std::fs::read_to_string(kept).unwrap();
        let sealed = SealedDocument::read(&text).unwrap();
        assert_eq!(sealed.written().unwrap(), text, "what is stored keeps its form");
        let made = digest(&sealed.render().unwrap().pdf);
        assert_eq!(made, std::fs::read_to_string(sum).unwrap());
        let json: Value = serde_json::from_str(&text).unwrap();
        read_record(json["composed"]["record"].as_str().unwrap()).unwrap();
    }
}

/// A document of one typeface is sealed with the fonts of that one: those of the other do not make
/// it again.
#[test]
fn a_sealed_document_keeps_its_typeface() {
    let [sans, serif] = [Typeface::Sans, Typeface::Serif].map(|typeface| {
        let sealed = SealedDocument::new(set_in(typeface, Scope::Complete));
        (serde_json::from_str::<Value>(&sealed.written().unwrap()).unwrap(), sealed)
    });
    assert_ne!(sans.0["fonts"], serif.0["fonts"]);
    let named = |pdf: &[u8], name: &[u8]| pdf.windows(name.len()).any(|bytes| bytes == name);
    let file = serif.1.render().unwrap().pdf;
    assert!(named(&file, b"+SourceSerif4-Regular") && !named(&file, b"SourceSans3"));
    assert!(serif.1.render().unwrap().pdf == file);
    let file = sans.1.render().unwrap().pdf;
    assert!(named(&file, b"+SourceSans3-Regular") && !named(&file, b"SourceSerif4"));
    let wrong = changed(&serif.1, "/fonts", sans.0["fonts"].clone());
    assert!(wrong.render().unwrap_err().message.contains("anderen Schriften"));
}
