"""Opens a vault with other people's libraries: argon2-cffi, PyNaCl and SQLCipher 4.

It judges the format of vault.key and vault.db from outside, and does to a vault what the program
never does. Usage: vault.py FOLDER kinds|tamper|newer|hide TABLE|show TABLE
"""

import json
import os
import sys

import sqlcipher3
from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt

folder, what, *rest = sys.argv[1:]
with open(os.path.join(folder, "vault.key"), encoding="utf-8") as file:
    keys = json.load(file)
entry = keys["entries"][0]
kdf = entry["kdf"]
wrapping = hash_secret_raw(
    os.environ["SITZUNGSBUCH_PASSPHRASE"].encode(),
    bytes.fromhex(kdf["salt"]),
    time_cost=kdf["iterations"],
    memory_cost=kdf["memory_kib"],
    parallelism=kdf["lanes"],
    hash_len=32,
    type=Type.ID,
)
parts = [bytes.fromhex(keys["vault"]), entry["kind"].encode()]
bound = b"sitzungsbuch/key/1\0" + b"".join(len(p).to_bytes(8, "big") + p for p in parts)
wrapped, nonce = bytes.fromhex(entry["wrapped"]), bytes.fromhex(entry["aead"]["nonce"])
key = decrypt(wrapped, bound, nonce, wrapping)

db = sqlcipher3.connect(os.path.join(folder, "vault.db"), isolation_level=None)
db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
assert db.execute("PRAGMA cipher_version").fetchone()[0].startswith("4.")

if what == "kinds":
    faults = db.execute("PRAGMA cipher_integrity_check").fetchall()
    assert not faults, faults
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for (kind,) in db.execute("SELECT kind FROM journal ORDER BY meeting, revision"):
        print(kind)
elif what == "tamper":
    triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f'DROP TRIGGER "{name}"')
    changed = db.execute("UPDATE journal SET actor = 'niemand' WHERE revision = 3").rowcount
    assert changed == 1
    for _, sql in triggers:
        db.execute(sql)
elif what == "newer":
    (version,) = db.execute("PRAGMA user_version").fetchone()
    db.execute(f"PRAGMA user_version = {version + 1}")
elif what == "hide":
    db.execute(f'ALTER TABLE "{rest[0]}" RENAME TO "{rest[0]}_hidden"')
elif what == "show":
    db.execute(f'ALTER TABLE "{rest[0]}_hidden" RENAME TO "{rest[0]}"')
else:
    sys.exit(f"unknown: {what}")
db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
db.close()
