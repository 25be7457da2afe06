//! Views of sessions.
