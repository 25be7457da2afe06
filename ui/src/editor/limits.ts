// Limits of the record that the editor keeps to.

/** Deepest nesting of lists and quotes. */
export const MAX_DEPTH = 12
