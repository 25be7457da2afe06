//! `demo`: the sample session from the first act to two signed documents, with keys of its own.
//!
//! Everything is marked "MUSTER": the pages, the keys (24 hours), the fields. The vault is a
//! throwaway one; what is left lies in the folder that was named.

use crate::report::{Status, counted, data, say};
use crate::{arguments, files, minutes, play};
use chrono::Utc;
use sitzungsbuch_app::conformity::Archive;
use sitzungsbuch_app::core::time::german_date;
use sitzungsbuch_app::documents::{self, Edition, Kind, Record, Scope, Signer};
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::signatures::{self, Key, Request};
use sitzungsbuch_app::{ApiError, Engine};
use std::path::Path;

const SESSION: &str = include_str!("../../../../assets/sample/kreis-wiesenthal.json");
const DOCUMENTS: [(Scope, &str); 2] =
    [(Scope::Complete, "niederschrift.pdf"), (Scope::Public, "niederschrift-oeffentlich.pdf")];
/// Folder of the documents without signatures, to try `sign` on.
const UNSIGNED: &str = "ohne-unterschrift";
/// Folder of the other documents of the session.
const OTHERS: &str = "weitere";
const KEYS: &str = "schluessel";
const PASSWORD: &str = "kennwort.txt";
const AUTHORITY: &str = "muster-ca.pem";

/// A person with the key that signs for it.
struct Hand {
    name: String,
    key: Key,
}

/// A row of the table.
struct Row {
    name: &'static str,
    pages: usize,
    signatures: String,
    good: bool,
}

pub(crate) fn run(arguments: &arguments::Demo) -> Result<Status, ApiError> {
    let out = arguments.out.as_path();
    let reading = script::read(SESSION)?;
    let player = Player::new(&reading)?;
    files::create(out)?;
    files::create(&out.join(UNSIGNED))?;
    files::create(&out.join(OTHERS))?;
    files::create_private(&out.join(KEYS))?;
    let (folder, mut engine) = play::throwaway()?;
    play::begin(&mut engine, &player)?;
    for index in 0..player.len() {
        player.play(&mut engine, index)?;
    }
    say(&format!("{} eingespielt.", counted(player.len(), "Eintragung", "Eintragungen")));
    let record =
        documents::record(&mut engine, player.meeting(), player.issued()?, Edition::Sample)?;
    papers(&mut engine, &player, &out.join(OTHERS))?;
    drop(engine);
    drop(folder);

    let hands = keys(&out.join(KEYS), documents::signers(&record, Scope::Complete))?;
    let place = &record.public.body.place;
    let mut rows = Vec::new();
    for (scope, name) in DOCUMENTS {
        let rendered = documents::render(&record, &scope.into())?;
        minutes::write(&out.join(UNSIGNED).join(name), &rendered)?;
        let file = out.join(name);
        files::write(
            &file,
            &signed(rendered.pdf, place, &documents::signers(&record, scope), &hands)?,
        )?;
        rows.push(judged(&file, name, rendered.pages)?);
    }
    others(&record, &out.join(OTHERS))?;
    table(&rows)?;
    say(&format!(
        "Dokumente: {out}\nDieselben ohne Unterschrift: {out}/{UNSIGNED}\nEinladung, Listen, Nachweis, Beschlussauszüge und Vorlagen: {out}/{OTHERS}\nSchlüssel für 24 Stunden, Kennwort und Aussteller: {out}/{KEYS}",
        out = out.display()
    ));
    Ok(if rows.iter().all(|row| row.good) { Status::Good } else { Status::Finding })
}

/// Everything else that the session gives, without signatures.
fn others(record: &Record, folder: &Path) -> Result<(), ApiError> {
    let day = german_date(record.public.session.opened.date());
    for kind in documents::kinds(record) {
        if !matches!(kind, Kind::Minutes { .. }) {
            let file = folder.join(kind.file_name(&day));
            minutes::write(&file, &documents::render(record, &kind)?)?;
        }
    }
    Ok(())
}

/// The papers that its items are about.
fn papers(engine: &mut Engine, player: &Player, folder: &Path) -> Result<(), ApiError> {
    for kind in documents::papers(engine, player.meeting())? {
        let issue = (player.issued()?, Edition::Sample);
        let made = documents::make(engine, player.meeting(), &kind, issue)?;
        minutes::write(&folder.join(kind.file_name("")), &documents::set(&made, Archive::A3a)?)?;
    }
    Ok(())
}

/// Makes and keeps the keys of this run, in the order of signing.
fn keys(folder: &Path, signers: Vec<Signer>) -> Result<Vec<Hand>, ApiError> {
    let names: Vec<&str> = signers.iter().map(|signer| signer.name.as_str()).collect();
    let keys = signatures::sample_keys(&names, Utc::now())?;
    files::write(&folder.join(AUTHORITY), &keys.authority)?;
    files::write(&folder.join(PASSWORD), format!("{}\n", *keys.password).as_bytes())?;
    let mut hands = Vec::new();
    for (signer, file) in signers.into_iter().zip(&keys.files) {
        files::write(&folder.join(format!("{}.p12", signer.field)), file)?;
        hands.push(Hand { name: signer.name, key: signatures::open_key(file, &keys.password)? });
    }
    Ok(hands)
}

/// All signatures, one after the other.
fn signed(
    mut pdf: Vec<u8>,
    place: &str,
    signers: &[Signer],
    hands: &[Hand],
) -> Result<Vec<u8>, ApiError> {
    for signer in signers {
        // The complete version has all chairs, so nobody is without a key.
        let Some(hand) = hands.iter().find(|hand| hand.name == signer.name) else { continue };
        let request = Request {
            field: &signer.field,
            name: signer.name.clone(),
            role: documents::role_words(signer),
            place: place.to_owned(),
            at: signatures::moment(Utc::now()),
        };
        pdf = signatures::sign(&pdf, &request, &hand.key)?;
    }
    Ok(pdf)
}

/// Verifies a document as it lies on the disk: good only with a signature in every field.
fn judged(file: &Path, name: &'static str, pages: usize) -> Result<Row, ApiError> {
    let report = signatures::verify(&files::read_bytes(file, "Die Datei")?, Utc::now())?;
    let holders = report.signatures.iter().filter_map(|one| one.certificate.as_ref());
    let holders: Vec<&str> = holders.map(|certificate| certificate.subject_cn.as_str()).collect();
    let good = signatures::good(&report) && report.unsigned_fields.is_empty();
    Ok(Row { name, pages, signatures: holders.join(", "), good })
}

/// The rows below each other, every column as wide as its longest entry.
fn table(rows: &[Row]) -> Result<(), ApiError> {
    let head = ["Dokument", "Seiten", "Unterschriften", "Prüfung"].map(str::to_owned);
    let rows = rows.iter().map(|row| {
        let result = if row.good { "in Ordnung" } else { "mit Befund" };
        [row.name.to_owned(), row.pages.to_string(), row.signatures.clone(), result.to_owned()]
    });
    let lines: Vec<[String; 4]> = std::iter::once(head).chain(rows).collect();
    let widest = |column: usize| {
        lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max()
    };
    let [name, pages, signatures] = [0, 1, 2].map(|column| widest(column).unwrap_or_default());
    for [one, two, three, four] in &lines {
        data(&format!("{one:name$}  {two:>pages$}  {three:signatures$}  {four}"))?;
    }
    Ok(())
}
