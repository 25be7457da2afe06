-- The first shape of vault.db. Never edited again: a later shape is a later file.

-- Names this vault; vault.key wraps the data key for exactly this id. One row.
CREATE TABLE vault (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    id       BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;

-- Every act of a client that was answered, so that a repeated one is answered once.
-- An act wrote the revisions after revision_before up to and including revision. `digest` says what
-- was asked for, so that another request under the same id is not taken for a repetition.
CREATE TABLE acts (
    act             TEXT PRIMARY KEY,
    meeting         TEXT,
    revision_before INTEGER NOT NULL,
    revision        INTEGER NOT NULL CHECK (revision >= revision_before),
    recorded_at     TEXT NOT NULL,
    digest          BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT, WITHOUT ROWID;

-- The journal. `seq` is the order of writing over all meetings; it is not part of the hash.
CREATE TABLE journal (
    seq         INTEGER PRIMARY KEY,
    meeting     TEXT    NOT NULL,
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    kind        TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    recorded_at TEXT    NOT NULL,
    occurred_at TEXT    NOT NULL,
    act         TEXT    NOT NULL,
    actor       TEXT    NOT NULL,
    source      TEXT    NOT NULL,
    body        TEXT    NOT NULL,
    prev_hash   BLOB    NOT NULL CHECK (length(prev_hash) = 32),
    hash        BLOB    NOT NULL CHECK (length(hash) = 32),
    UNIQUE (meeting, revision)
) STRICT;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

-- Refuses an old revision and a gap. The check on seq stops REPLACE by row id even on a
-- connection that forgot recursive_triggers.
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
WHEN NEW.revision <> 1 + coalesce(
        (SELECT max(revision) FROM journal WHERE meeting = NEW.meeting), 0)
    OR EXISTS (SELECT 1 FROM journal WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'journal revision out of order'); END;

-- The last revision and hash of each meeting: a cut-off end of the journal shows here.
CREATE TABLE journal_head (
    meeting  TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_head_no_delete BEFORE DELETE ON journal_head
BEGIN SELECT RAISE(ABORT, 'journal head never goes'); END;

CREATE TRIGGER journal_head_forward BEFORE UPDATE ON journal_head
WHEN NEW.meeting <> OLD.meeting OR NEW.revision <= OLD.revision
BEGIN SELECT RAISE(ABORT, 'journal head only moves forward'); END;

CREATE TRIGGER acts_no_update BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;

CREATE TRIGGER acts_no_delete BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;

-- Master data. The rows are the audit; the highest version of an id is the current one.
CREATE TABLE master (
    noun        TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    version     INTEGER NOT NULL CHECK (version >= 1),
    body        TEXT    NOT NULL,
    recorded_at TEXT    NOT NULL,
    act         TEXT    NOT NULL,
    actor       TEXT    NOT NULL,
    source      TEXT    NOT NULL,
    PRIMARY KEY (noun, id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER master_no_update BEFORE UPDATE ON master
BEGIN SELECT RAISE(ABORT, 'master data are append-only'); END;

CREATE TRIGGER master_no_delete BEFORE DELETE ON master
BEGIN SELECT RAISE(ABORT, 'master data are append-only'); END;

CREATE TRIGGER master_in_order BEFORE INSERT ON master
WHEN NEW.version <> 1 + coalesce(
        (SELECT max(version) FROM master WHERE noun = NEW.noun AND id = NEW.id), 0)
BEGIN SELECT RAISE(ABORT, 'master version out of order'); END;

-- Texts of agenda items while they are written. Two tables, so that non-public text is apart
-- from the first keystroke.
CREATE TABLE draft_public (
    meeting     TEXT    NOT NULL,
    item        TEXT    NOT NULL,
    version     INTEGER NOT NULL CHECK (version >= 1),
    body        TEXT    NOT NULL,
    digest      BLOB    NOT NULL CHECK (length(digest) = 32),
    salt        BLOB    NOT NULL CHECK (length(salt) = 16),
    recorded_at TEXT    NOT NULL,
    UNIQUE (meeting, item, version)
) STRICT;

CREATE TABLE draft_nonpublic (
    meeting     TEXT    NOT NULL,
    item        TEXT    NOT NULL,
    version     INTEGER NOT NULL CHECK (version >= 1),
    body        TEXT    NOT NULL,
    digest      BLOB    NOT NULL CHECK (length(digest) = 32),
    salt        BLOB    NOT NULL CHECK (length(salt) = 16),
    recorded_at TEXT    NOT NULL,
    UNIQUE (meeting, item, version)
) STRICT;

-- What an event has fixed by its digest must stay: a new state of a text is a new version.
CREATE TRIGGER draft_public_no_update BEFORE UPDATE ON draft_public
BEGIN SELECT RAISE(ABORT, 'drafts are append-only'); END;

CREATE TRIGGER draft_public_no_delete BEFORE DELETE ON draft_public
BEGIN SELECT RAISE(ABORT, 'drafts are append-only'); END;

CREATE TRIGGER draft_public_in_order BEFORE INSERT ON draft_public
WHEN NEW.version <> 1 + coalesce((SELECT max(version) FROM draft_public
        WHERE meeting = NEW.meeting AND item = NEW.item), 0)
BEGIN SELECT RAISE(ABORT, 'draft version out of order'); END;

CREATE TRIGGER draft_nonpublic_no_update BEFORE UPDATE ON draft_nonpublic
BEGIN SELECT RAISE(ABORT, 'drafts are append-only'); END;

CREATE TRIGGER draft_nonpublic_no_delete BEFORE DELETE ON draft_nonpublic
BEGIN SELECT RAISE(ABORT, 'drafts are append-only'); END;

CREATE TRIGGER draft_nonpublic_in_order BEFORE INSERT ON draft_nonpublic
WHEN NEW.version <> 1 + coalesce((SELECT max(version) FROM draft_nonpublic
        WHERE meeting = NEW.meeting AND item = NEW.item), 0)
BEGIN SELECT RAISE(ABORT, 'draft version out of order'); END;

-- Free text about a person or a reason. The event carries the digest; the row may be erased.
CREATE TABLE note (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    salt   BLOB NOT NULL CHECK (length(salt) = 16),
    text   TEXT NOT NULL
) STRICT;

CREATE TRIGGER note_no_update BEFORE UPDATE ON note
BEGIN SELECT RAISE(ABORT, 'a note is erased, never changed'); END;

-- Projection, disposable: rebuilt from journal and master data at any time.
CREATE TABLE meeting_overview (
    meeting      TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    starts_at    TEXT NOT NULL,
    phase        TEXT NOT NULL,
    title        TEXT NOT NULL,
    revision     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
