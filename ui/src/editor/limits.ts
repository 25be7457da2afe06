// Limits of the record that the editor keeps to.

/** Deepest nesting of lists and quotes. */
export const MAX_DEPTH = 12

/** More is no text of a session but a file: it would hold the window up. In characters. */
export const LONGEST_PASTE = 200_000
