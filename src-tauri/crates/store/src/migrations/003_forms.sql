-- What a window would lose when the program ends. Never edited again: a later shape is a later file.

-- Forms that are being filled in, and where the window was: the newest state of each, no record of
-- anything. A row goes when its form was sent or given up.
CREATE TABLE draft_form (
    kind        TEXT NOT NULL PRIMARY KEY,
    body        TEXT NOT NULL,
    recorded_at TEXT NOT NULL
) STRICT;
