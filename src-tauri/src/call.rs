//! One call from the web view: read what it brings, have the work done, send the answer back.
//!
//! Every call is answered, whatever happens: a screen that waits for ever could not be left.

use crate::chair;
use crate::clock;
use crate::dialogs::{self, Question};
use crate::files;
use crate::shell::{Chosen, Shell};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sitzungsbuch_app::core::Timestamp;
use sitzungsbuch_app::desk::Desk;
use sitzungsbuch_app::{ApiError, ErrorCode, faults};
use std::path::PathBuf;
use tauri::ipc::{Invoke, InvokeBody, InvokeMessage, InvokeResolver, IpcResponse};
use tauri::{AppHandle, Manager, Wry};
use zeroize::Zeroizing;

/// What a command without arguments brings: nothing.
#[derive(Deserialize)]
pub(crate) struct Nothing {}

/// A document with the name that is proposed for it.
pub(crate) struct Document {
    /// "Niederschrift Digitalisierung 2026-11-19.pdf".
    pub(crate) name: String,
    /// The file.
    pub(crate) bytes: Vec<u8>,
}

/// A call that waits for its answer.
pub(crate) struct Call {
    message: InvokeMessage<Wry>,
    resolver: InvokeResolver<Wry>,
}

impl Call {
    /// Takes the call over from Tauri.
    pub(crate) fn of(invoke: Invoke<Wry>) -> Self {
        Self { message: invoke.message, resolver: invoke.resolver }
    }

    /// The name of what is called.
    pub(crate) fn name(&self) -> &str {
        self.message.command()
    }

    /// Has the work done after all that came before, and answers.
    pub(crate) fn answer<A: DeserializeOwned, R: IpcResponse>(
        self,
        work: impl FnOnce(&mut Desk, A, Timestamp) -> Result<R, ApiError> + Send + 'static,
    ) {
        let app = self.app();
        app.state::<Shell>().desk.hand_in(move |desk| {
            let done = faults::guarded(|| work(desk, self.brought()?, clock::now()));
            self.send(done);
        });
    }

    /// Has the work begun after all that came before, and ended where pages are made: no act waits
    /// for that.
    pub(crate) fn aside<A: DeserializeOwned, M: Send + 'static, R: IpcResponse>(
        self,
        begin: impl FnOnce(&mut Desk, A, Timestamp) -> Result<M, ApiError> + Send + 'static,
        end: impl FnOnce(M) -> Result<R, ApiError> + Send + 'static,
    ) {
        let app = self.app();
        app.clone().state::<Shell>().desk.hand_in(move |desk| {
            match faults::guarded(|| begin(desk, self.brought()?, clock::now())) {
                Ok(half) => app.state::<Shell>().pages.hand_in(move |()| {
                    self.send(faults::guarded(|| end(half)));
                }),
                Err(fault) => self.send::<()>(Err(fault)),
            }
        });
    }

    /// As [`Call::answer`]; then the other windows are told that something may have changed.
    pub(crate) fn change<A: DeserializeOwned, R: IpcResponse>(
        self,
        work: impl FnOnce(&mut Desk, A, Timestamp) -> Result<R, ApiError> + Send + 'static,
    ) {
        let (app, by) = (self.app(), self.message.webview_ref().label().to_owned());
        self.answer(work);
        app.clone().state::<Shell>().desk.hand_in(move |_| chair::changed(&app, &by));
    }

    /// Does something with the windows of the program, and answers.
    pub(crate) fn arrange<A: DeserializeOwned>(
        self,
        work: impl FnOnce(&AppHandle, A) -> tauri::Result<()>,
    ) {
        let done = self.brought().and_then(|brought| {
            work(&self.app(), brought).map_err(|fault| {
                ApiError::new(ErrorCode::Internal, "Das Fenster ließ sich nicht umstellen.")
                    .hint("Die Sitzung ist davon nicht berührt.")
                    .hint(format!("(Technische Angabe: {fault})"))
            })
        });
        self.send(done);
    }

    /// Answers at once, whatever is being worked on.
    pub(crate) fn acknowledge(self) {
        self.send(Ok(()));
    }

    /// Asks for a file; then as [`Call::answer`]. Nothing chosen is an answer, too.
    pub(crate) fn ask<R: IpcResponse>(
        self,
        question: Question,
        work: impl FnOnce(&mut Desk, Option<PathBuf>) -> Result<R, ApiError> + Send + 'static,
    ) {
        let app = self.app();
        dialogs::ask(&app.clone(), question, move |chosen| {
            app.state::<Shell>().desk.hand_in(move |desk| {
                self.send(faults::guarded(|| work(desk, chosen)));
            });
        });
    }

    /// Asks for a file for what the call brings; then as [`Call::ask`].
    pub(crate) fn open<A: DeserializeOwned + Send + 'static, R: IpcResponse>(
        self,
        question: Question,
        work: impl FnOnce(&mut Desk, A, Option<PathBuf>, Timestamp) -> Result<R, ApiError>
        + Send
        + 'static,
    ) {
        match self.brought::<A>() {
            Ok(brought) => {
                self.ask(question, |desk, file| work(desk, brought, file, clock::now()));
            }
            Err(fault) => self.send::<()>(Err(fault)),
        }
    }

    /// Has a document made, asks where to put it, and puts it there.
    pub(crate) fn save<A: DeserializeOwned>(
        self,
        work: impl FnOnce(&mut Desk, A, Timestamp) -> Result<Document, ApiError> + Send + 'static,
    ) {
        let app = self.app();
        app.state::<Shell>().desk.hand_in(move |desk| {
            match faults::guarded(|| work(desk, self.brought()?, clock::now())) {
                Ok(made) => self.ask(Question::Document(made.name.clone()), move |_, place| {
                    place.as_deref().map_or(Ok(()), |place| files::write(place, &made.bytes))?;
                    Ok(Chosen::of(place.as_deref()))
                }),
                Err(fault) => self.send::<()>(Err(fault)),
            }
        });
    }

    /// The program that the call came to.
    pub(crate) fn app(&self) -> AppHandle {
        self.message.webview_ref().app_handle().clone()
    }

    /// Secrets come as bytes, so that no JSON value is made of them; the rest comes as JSON. When
    /// the protocol of the web view is not there, bytes come as a list of numbers.
    fn brought<A: DeserializeOwned>(&self) -> Result<A, ApiError> {
        read(self.message.payload()).map_err(|Unread(why)| {
            let why = why.unwrap_or_else(|| "Bytes".to_owned());
            ApiError::new(ErrorCode::BadInput, "Diese Eingabe ist dem Programm unbekannt.")
                .hint("Es wurde nichts gespeichert.")
                .hint(format!("(Technische Angabe: {}: {why})", self.name()))
        })
    }

    fn send<R: IpcResponse>(self, done: Result<R, ApiError>) {
        match done {
            Ok(answer) => self.resolver.resolve(answer),
            Err(fault) => self.resolver.reject(fault),
        }
    }
}

fn read<A: DeserializeOwned>(payload: &InvokeBody) -> Result<A, Unread> {
    let of_bytes = |bytes: &[u8]| serde_json::from_slice(bytes).map_err(|_| Unread(None));
    match payload {
        InvokeBody::Raw(bytes) => of_bytes(bytes),
        InvokeBody::Json(list @ serde_json::Value::Array(_)) => {
            let bytes = Vec::<u8>::deserialize(list).map_err(|_| Unread(None))?;
            of_bytes(&Zeroizing::new(bytes))
        }
        InvokeBody::Json(value) => {
            A::deserialize(value).map_err(|fault| Unread(Some(fault.to_string())))
        }
    }
}

/// Why something was not understood. Of bytes nothing is told: they may hold a secret.
struct Unread(Option<String>);

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Deserialize, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Order {
        word: String,
    }

    #[test]
    fn arguments_come_as_json_bytes_or_numbers() {
        let expected = Order { word: "Öffnen".into() };
        let value = json!({ "word": "Öffnen" });
        let bytes = value.to_string().into_bytes();
        for payload in
            [InvokeBody::Json(value), InvokeBody::Json(json!(bytes)), InvokeBody::Raw(bytes)]
        {
            assert!(read::<Order>(&payload).is_ok_and(|read| read == expected));
        }
        assert!(read::<Nothing>(&InvokeBody::Json(json!({}))).is_ok());
    }

    #[test]
    fn what_was_not_understood_is_told_but_never_of_bytes() {
        let told = |payload| read::<Order>(&payload).err().and_then(|unread| unread.0);
        assert!(told(InvokeBody::Json(json!({ "wort": 1 }))).is_some_and(|w| w.contains("wort")));
        assert_eq!(told(InvokeBody::Raw(b"{\"geheim\": 1}".to_vec())), None);
        assert_eq!(told(InvokeBody::Json(json!(b"\"geheim\""))), None);
        assert_eq!(told(InvokeBody::Json(json!([300, "geheim"]))), None);
    }
}
