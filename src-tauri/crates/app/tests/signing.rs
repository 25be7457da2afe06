//! Signing at the desk, over a real vault: the clerk, then everybody who chaired; what is refused
//! meanwhile, and what is still there after the vault was closed.

#![cfg(test)]

use serde_json::json;
use sitzungsbuch_app::core::{MeetingId, Moment, Timestamp};
use sitzungsbuch_app::desk::{Desk, DocumentRequest, Secret, SignatureRequest};
use sitzungsbuch_app::documents::Scope;
use sitzungsbuch_app::order::Order;
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::signatures::{self, SampleKeys};
use sitzungsbuch_app::view::{Question, Reply, SignaturesView};
use sitzungsbuch_app::{ApiError, Engine, ErrorCode, Passphrase, Vault, places};
use sitzungsbuch_store::KdfCost;
use tempfile::TempDir;

const SAMPLE: &str = include_str!("../../../../assets/sample/kreis-wiesenthal.json");

fn passphrase() -> Passphrase {
    Passphrase::new("Probe".to_owned()).unwrap()
}

/// After the session.
fn at(clock: &str) -> Timestamp {
    Moment::parse(&format!("2026-11-20T{clock}+01:00")).unwrap().timestamp()
}

/// A vault with a session, and keys for who signs.
struct Place {
    home: TempDir,
    keys: SampleKeys,
    meeting: &'static str,
}

impl Place {
    /// The sample session as far as `acts`.
    fn new(acts: Option<usize>) -> Self {
        let names = ["Malte Siebrecht", "Annegret Falkenroth"];
        Self::with(SAMPLE, "wiesenthal-2026-11-12", &names, acts)
    }

    fn with(script: &str, meeting: &'static str, names: &[&str], acts: Option<usize>) -> Self {
        let home = tempfile::tempdir().unwrap();
        let vault =
            Vault::create_with(&places::vault(home.path()), &passphrase(), KdfCost::Minimal);
        let mut engine = Engine::new(vault.unwrap()).unwrap();
        let reading = script::read(script).unwrap();
        let player = Player::new(&reading).unwrap();
        player.prepare(&mut engine).unwrap();
        for index in 0..acts.unwrap_or(player.len()) {
            player.play(&mut engine, index).unwrap();
        }
        let keys = signatures::sample_keys(names, at("08:00").utc()).unwrap();
        Self { home, keys, meeting }
    }

    fn desk(&self) -> Desk {
        let mut desk = Desk::new(self.home.path());
        desk.unlock(&passphrase()).unwrap();
        desk
    }

    fn sign(&self, key: usize, password: &str, clock: &str) -> Result<SignaturesView, ApiError> {
        self.sign_in("complete", key, password, clock)
    }

    fn sign_in(
        &self,
        scope: &str,
        key: usize,
        password: &str,
        clock: &str,
    ) -> Result<SignaturesView, ApiError> {
        let secret: Secret = serde_json::from_value(json!(password)).unwrap();
        let request = json!({"meeting": self.meeting, "scope": scope});
        let request: SignatureRequest = serde_json::from_value(request).unwrap();
        self.desk().sign(request, &self.keys.files[key], &secret, at(clock))
    }

    fn meeting(&self) -> MeetingId {
        MeetingId::from_key(self.meeting)
    }

    fn request(&self, scope: &str) -> DocumentRequest {
        let document = json!({"kind": "minutes", "scope": scope});
        let request = json!({"meeting": self.meeting, "document": document, "edition": "final"});
        serde_json::from_value(request).unwrap()
    }

    fn look(&self, scope: Scope) -> SignaturesView {
        let question = Question::Signatures { meeting: self.meeting(), scope };
        match self.desk().query(&question, at("12:00")).unwrap() {
            Reply::Signatures(view) => view,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn the_clerk_signs_and_then_the_chair_and_the_file_is_kept() {
    let place = Place::new(None);
    let before = place.look(Scope::Complete);
    assert_eq!(before.verdict, None);
    assert_eq!(before.next.as_deref(), Some("schriftfuehrung"));
    let words: Vec<_> = before.steps.iter().map(|one| (&*one.name, &*one.words)).collect();
    assert_eq!(words, [("Malte Siebrecht", "jetzt"), ("Annegret Falkenroth", "danach")]);

    let once = place.sign(0, &place.keys.password, "10:02").unwrap();
    assert_eq!(once.next.as_deref(), Some("vorsitz"));
    assert!(once.verdict.unwrap().words.contains("steht noch aus"));
    let file = place.desk().document(&place.request("complete"), at("10:03")).unwrap();

    let both = place.sign(1, &place.keys.password, "10:04").unwrap();
    assert_eq!(both, place.look(Scope::Complete));
    assert_eq!(both.next, None);
    assert!(both.steps.iter().all(|one| one.signed && one.good));
    assert!(both.steps[0].words.starts_with("20.11.2026, 10:02 Uhr, Zertifikat von MUSTER Malte"));
    let verdict = both.verdict.unwrap();
    assert!(verdict.good);
    assert_eq!(verdict.title, "Unverändert seit der letzten Unterschrift");

    let signed = place.desk().document(&place.request("complete"), at("11:00")).unwrap();
    assert!(signed.starts_with(&file) && signed.len() > file.len());
    let report = signatures::verify(&signed, at("11:00").utc()).unwrap();
    assert!(signatures::good(&report) && report.signatures.len() == 2);

    let third = place.sign(1, &place.keys.password, "10:05").unwrap_err();
    assert!(third.message.contains("bereits von allen unterschrieben"), "{third:?}");
    assert_eq!(place.look(Scope::Public).next.as_deref(), Some("schriftfuehrung"));
}

#[test]
fn everybody_who_chaired_signs_in_turn_in_the_versions_that_show_it() {
    let names = ["Iska Norderhof", "Hedda Ahrenskamp", "Onno Brinkmeier"];
    let script = include_str!("../../../../tests/scenarios/auf-der-kippe.json");
    let place = Place::with(script, "auf-der-kippe-2026-11-05", &names, None);
    let password = place.keys.password.to_string();
    for (scope, word) in [(Scope::Complete, "complete"), (Scope::Public, "public")] {
        let before = place.look(scope);
        let steps = before.steps.iter();
        let steps: Vec<_> = steps.map(|one| (&*one.field, &*one.name, &*one.words)).collect();
        assert_eq!(
            steps,
            [
                ("schriftfuehrung", names[0], "jetzt"),
                ("vorsitz", names[1], "danach"),
                ("2-vorsitz", names[2], "danach"),
            ]
        );
        assert_eq!(before.steps[0].items, "");
        assert!(before.steps[1].items.starts_with("zu TOP 1 bis 6, 8"));
        assert_eq!(before.steps[2].items, "zu TOP 7");
        let expected = [
            "Die Unterschrift ist gültig; 2 weitere stehen noch aus.",
            "Die bisherigen Unterschriften sind gültig; eine weitere steht noch aus.",
            "Alle Unterschriften sind gültig; die Datei ist vollständig von ihnen erfasst.",
        ];
        for (key, words) in expected.into_iter().enumerate() {
            let view = place.sign_in(word, key, &password, &format!("10:0{key}")).unwrap();
            assert_eq!(view.verdict.unwrap().words, words);
            assert_eq!(view.next.as_deref(), steps.get(key + 1).map(|one| one.0));
        }
        assert!(place.look(scope).steps.iter().all(|one| one.signed && one.good));
    }
}

#[test]
fn a_wrong_password_signs_nothing() {
    let place = Place::new(None);
    let fault = place.sign(0, "falsch", "10:02").unwrap_err();
    assert_eq!(fault.code, ErrorCode::WrongPassphrase);
    assert_eq!(place.look(Scope::Complete).verdict, None);
}

#[test]
fn the_record_of_a_signed_session_is_closed() {
    let place = Place::new(None);
    let order = |key: &str| -> Order {
        let command = json!({"type": "correct", "act": "wt-nachtrag", "replacement": null});
        serde_json::from_value(json!({"of": "act", "act": key, "meeting": "wiesenthal-2026-11-12",
            "basedOn": null, "at": null, "command": command}))
        .unwrap()
    };
    let before = place.desk().execute(&order("eins"), at("10:00")).unwrap_err();
    assert!(!before.message.contains("unterschrieben"), "{before:?}");
    place.sign(0, &place.keys.password, "10:02").unwrap();
    let mut desk = place.desk();
    let fault = desk.execute(&order("zwei"), at("10:03")).unwrap_err();
    assert!(fault.message.contains("unterschrieben"), "{fault:?}");
    let Reply::Meeting(view) =
        desk.query(&Question::Meeting { meeting: place.meeting() }, at("10:03")).unwrap()
    else {
        panic!("another answer");
    };
    assert!(view.read_only.contains("unterschrieben") && view.allowed.sign);
}

#[test]
fn an_open_session_is_not_signed() {
    let place = Place::new(Some(20));
    let fault = place.sign(0, &place.keys.password, "10:02").unwrap_err();
    assert!(fault.message.contains("noch nicht geschlossen"), "{fault:?}");
}

/// No file of ours has a fault, so one is planted: the file says that it is in English.
#[test]
fn a_document_that_breaks_the_standards_is_not_signed() {
    let place = Place::new(None);
    let sound = place.desk().document(&place.request("complete"), at("10:00")).unwrap();
    let key = signatures::open_key(&place.keys.files[0], &place.keys.password).unwrap();
    let request = signatures::Request {
        field: "schriftfuehrung",
        name: "Malte Siebrecht".to_owned(),
        role: "Schriftführer".to_owned(),
        place: "Wiesenthal".to_owned(),
        at: signatures::moment(at("10:02").utc()),
    };
    assert!(signatures::sign(&sound, &request, &key).is_ok());
    let words = b"/Lang(de-DE)";
    let found = sound.windows(words.len()).position(|window| window == words).unwrap();
    let mut faulty = sound;
    faulty[found..found + words.len()].copy_from_slice(b"/Lang(en-US)");
    let fault = signatures::sign(&faulty, &request, &key).unwrap_err();
    assert_eq!(fault.code, ErrorCode::Rejected);
    assert!(fault.message.contains("nicht unterschrieben"), "{fault:?}");
    let said = fault.hints.iter().any(|hint| hint.contains("Die Sprache des Dokuments"));
    assert!(said, "{fault:?}");
}
