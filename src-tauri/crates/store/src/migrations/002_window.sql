-- What a window needs beside the journal. Never edited again: a later shape is a later file.

-- Who is there before a session is opened: a draft that the opening takes over as one act.
CREATE TABLE draft_opening (
    meeting     TEXT    NOT NULL,
    version     INTEGER NOT NULL CHECK (version >= 1),
    body        TEXT    NOT NULL,
    recorded_at TEXT    NOT NULL,
    UNIQUE (meeting, version)
) STRICT;

CREATE TRIGGER draft_opening_no_update BEFORE UPDATE ON draft_opening
BEGIN SELECT RAISE(ABORT, 'drafts are append-only'); END;

CREATE TRIGGER draft_opening_no_delete BEFORE DELETE ON draft_opening
BEGIN SELECT RAISE(ABORT, 'drafts are append-only'); END;

CREATE TRIGGER draft_opening_in_order BEFORE INSERT ON draft_opening
WHEN NEW.version <> 1 + coalesce((SELECT max(version) FROM draft_opening
        WHERE meeting = NEW.meeting), 0)
BEGIN SELECT RAISE(ABORT, 'draft version out of order'); END;

-- Documents that were signed, byte for byte. A further signature is a further version of the file.
CREATE TABLE sealed_document (
    meeting     TEXT    NOT NULL,
    scope       TEXT    NOT NULL,
    version     INTEGER NOT NULL CHECK (version >= 1),
    pdf         BLOB    NOT NULL CHECK (length(pdf) > 0),
    recorded_at TEXT    NOT NULL,
    act         TEXT    NOT NULL,
    actor       TEXT    NOT NULL,
    source      TEXT    NOT NULL,
    UNIQUE (meeting, scope, version)
) STRICT;

CREATE TRIGGER sealed_document_no_update BEFORE UPDATE ON sealed_document
BEGIN SELECT RAISE(ABORT, 'signed documents are append-only'); END;

CREATE TRIGGER sealed_document_no_delete BEFORE DELETE ON sealed_document
BEGIN SELECT RAISE(ABORT, 'signed documents are append-only'); END;

CREATE TRIGGER sealed_document_in_order BEFORE INSERT ON sealed_document
WHEN NEW.version <> 1 + coalesce((SELECT max(version) FROM sealed_document
        WHERE meeting = NEW.meeting AND scope = NEW.scope), 0)
BEGIN SELECT RAISE(ABORT, 'signed document out of order'); END;
