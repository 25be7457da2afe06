-- Files of the attachments that are listed in the minutes. Never edited again: a later shape is a
-- later file.

-- One file for each attachment, as it was given. It may be removed, with all its bytes, and another
-- one given; it is never changed.
CREATE TABLE attached_file (
    meeting     TEXT NOT NULL,
    attachment  TEXT NOT NULL,
    name        TEXT NOT NULL,
    media       TEXT NOT NULL,
    digest      BLOB NOT NULL CHECK (length(digest) = 32),
    bytes       BLOB NOT NULL CHECK (length(bytes) > 0),
    recorded_at TEXT NOT NULL,
    act         TEXT NOT NULL,
    actor       TEXT NOT NULL,
    source      TEXT NOT NULL,
    UNIQUE (meeting, attachment)
) STRICT;

CREATE TRIGGER attached_file_no_update BEFORE UPDATE ON attached_file
BEGIN SELECT RAISE(ABORT, 'a file is removed, never changed'); END;
