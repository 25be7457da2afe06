//! What the web view can call. Each command is decoded, handed on to the desk and encoded; none
//! decides anything. The names stand in build.rs, the permissions in capabilities/main.json.

use crate::call::{Call, Document, Nothing};
use crate::chair;
use crate::device;
use crate::dialogs::Question;
use crate::files;
use crate::shell::{Chosen, Shell};
use crate::window;
use serde::Deserialize;
use sitzungsbuch_app::desk::{AttachmentOf, DocumentRequest, Secret, SignatureRequest};
use sitzungsbuch_app::device::notices;
use sitzungsbuch_app::preview::Preview;
use sitzungsbuch_app::view;
use tauri::ipc::{Invoke, Response};
use tauri::{Manager, Wry};

/// A passphrase. It has no `Debug` and goes nowhere but to the vault.
#[derive(Deserialize)]
struct Passphrase {
    passphrase: Secret,
}

/// What is to be signed, and the password of the key file.
#[derive(Deserialize)]
struct Signing {
    request: SignatureRequest,
    password: Secret,
}

/// What is to be saved, and under which name it is proposed.
#[derive(Deserialize)]
struct Saving {
    request: DocumentRequest,
    name: String,
}

/// On or off.
#[derive(Deserialize)]
struct Switch {
    on: bool,
}

/// Finds the command; false for one that is unknown.
pub(crate) fn handle(invoke: Invoke<Wry>) -> bool {
    let call = Call::of(invoke);
    match call.name() {
        "attach_file" => attach_file(call),
        "chair" => chair_view(call),
        "choose_key" => choose_key(call),
        "close_chair" => close_chair(call),
        "create_vault" => create_vault(call),
        "device" => device(call),
        "execute" => execute(call),
        "find" => find(call),
        "full_screen" => full_screen(call),
        "leave" => leave(call),
        "lock" => lock(call),
        "open_chair" => open_chair(call),
        "preview" => preview(call),
        "query" => query(call),
        "save_document" => save_document(call),
        "save_editable" => save_editable(call),
        "save_file" => save_file(call),
        "sign" => sign(call),
        "status" => status(call),
        "stay" => stay(call),
        "unlock" => unlock(call),
        _ => return false,
    }
    true
}

fn status(call: Call) {
    call.answer(|desk, Nothing {}, _| desk.status());
}

fn create_vault(call: Call) {
    call.change(|desk, Passphrase { passphrase }, _| desk.create(&passphrase.passphrase()?));
}

fn unlock(call: Call) {
    call.change(|desk, Passphrase { passphrase }, _| desk.unlock(&passphrase.passphrase()?));
}

fn lock(call: Call) {
    call.change(|desk, Nothing {}, _| Ok(desk.lock()));
}

fn execute(call: Call) {
    call.change(|desk, order, now| desk.execute(&order, now));
}

fn query(call: Call) {
    call.answer(|desk, question, now| desk.query(&question, now));
}

/// The display of the chair, and nothing else of the session.
fn chair_view(call: Call) {
    call.answer(|desk, Nothing {}, now| desk.query(&view::Question::Chair {}, now));
}

/// The one act of the chair's display.
fn find(call: Call) {
    call.change(|desk, finding, now| desk.find(&finding, now));
}

fn open_chair(call: Call) {
    call.arrange(|app, Nothing {}| chair::open(app));
}

fn close_chair(call: Call) {
    call.arrange(|app, Nothing {}| chair::close(app));
}

/// The first window takes the whole screen, or gives it back.
fn full_screen(call: Call) {
    call.arrange(|app, Switch { on }| {
        window::main(app).map_or(Ok(()), |main| main.set_fullscreen(on))
    });
}

/// What the device has to say: room on the disk, battery.
fn device(call: Call) {
    call.answer(|desk, Nothing {}, _| Ok(notices(device::reading(desk.folder()))));
}

/// Raw bytes: pages are no JSON.
fn preview(call: Call) {
    call.aside(
        |desk, request, now| desk.preview(&request, now),
        |preview: Preview| preview.render().map(Response::new),
    );
}

fn choose_key(call: Call) {
    let app = call.app();
    call.ask(Question::Key, move |_, file| Ok(app.state::<Shell>().keep_key(file)));
}

fn sign(call: Call) {
    let app = call.app();
    call.change(move |desk, Signing { request, password }, now| {
        let key = files::key(app.state::<Shell>().key().as_deref())?;
        desk.sign(request, &key, &password, now).inspect(|_| app.state::<Shell>().forget_key())
    });
}

fn save_document(call: Call) {
    call.save(|desk, Saving { request, name }, now| {
        desk.document(&request, now).map(|bytes| Document { name, bytes })
    });
}

/// The same document for editing.
fn save_editable(call: Call) {
    call.save(|desk, Saving { request, name }, now| {
        desk.editable(&request, now).map(|bytes| Document { name, bytes })
    });
}

/// The answer names the file that was chosen.
fn attach_file(call: Call) {
    call.open(Question::Attachment, |desk, of: AttachmentOf, file, now| {
        let Some(place) = &file else { return Ok(Chosen::of(None)) };
        let (name, bytes) = files::attachment(place)?;
        desk.attach(of, (&name, bytes), now).map(|()| Chosen::of(file.as_deref()))
    });
}

fn save_file(call: Call) {
    call.save(|desk, of: AttachmentOf, _| {
        desk.file(of).map(|(name, bytes)| Document { name, bytes })
    });
}

/// The window is to close, and the interface sees to it.
fn stay(call: Call) {
    call.app().state::<Shell>().hear();
    call.acknowledge();
}

/// The program ends; what was handed in before is done first.
fn leave(call: Call) {
    let app = call.app();
    call.acknowledge();
    app.exit(0);
}
