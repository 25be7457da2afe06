// What is written at the items of the session of 2021, as journey "recorded" writes it: by number of
// the item, `'2': async (hands) => { ... }`; the caret stands in the notes. Nothing else is kept here.

export const TEXTS = {}

/** Items that have a text in the script. */
const ALL = ['1', '2', '3', '4', '5', '6', '7.1', '8', '9']

/** Whether every text of the script is written. */
export const complete = ALL.every((number) => TEXTS[number])
