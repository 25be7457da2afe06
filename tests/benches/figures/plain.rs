//! A database as durable as the vault, without a key, a chain or a projection: what an act is
//! measured beside.

use rusqlite::Connection;
use std::path::Path;

/// A new one.
pub(crate) fn open(file: &Path) -> Connection {
    let plain = Connection::open(file).unwrap();
    plain.pragma_update(None, "journal_mode", "wal").unwrap();
    plain.pragma_update(None, "synchronous", "full").unwrap();
    plain.execute_batch("CREATE TABLE bytes (id INTEGER PRIMARY KEY, body BLOB) STRICT").unwrap();
    plain
}

/// One bare commit.
pub(crate) fn commit(plain: &Connection, bytes: &[u8]) {
    plain.execute("INSERT INTO bytes (body) VALUES (?1)", [bytes]).unwrap();
}
