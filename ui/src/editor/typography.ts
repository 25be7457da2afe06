// German signs while somebody types: quotation marks, the dash, and blanks that hold together what
// belongs together ("§ 41", "z. B."). Each change is taken back by Backspace or Strg+Z alone. What is
// pasted stays as it is, and so do addresses.

import { Extension, InputRule } from '@tiptap/core'

/** A change in the text before the caret. */
interface Edit {
  /** How many characters before the caret it begins. */
  back: number
  remove: number
  insert: string
}

const HOLD = '\u00a0'
const BEGINS = String.raw`(?:^|[\s(„‚])`
const NUMBERED = new RegExp(String.raw`${BEGINS}(?:§§?|Abs\.|Art\.|Nrn?\.|Ziff\.|S\.|TOP|Satz|Seite|Anlage|Folie) \d$`, 'u')
const UNIT = /\d (%|‰|€|EUR|Uhr)$/u
/** "z. B.", "i. d. R.", also typed as one. */
const SHORT = /(?<![\p{L}\p{N}.@])\p{L}\.( ?)\p{L}\.$/u
const ADDRESS = /:\/\/|@|^www\./

/** What becomes of the text when its last character was typed. */
export function edited(text: string): Edit | undefined {
  const before = text.slice(0, -1)
  if (ADDRESS.test(/\S*$/u.exec(before)?.[0] ?? '')) return undefined
  switch (text.at(-1)) {
    case '"':
      return sign(quotation(before, '„', '“') ?? (/\d$/.test(before) ? undefined : '“'))
    case "'":
      return sign(quotation(before, '‚', '‘') ?? '’')
    case ' ':
      // A hyphen that stands by itself is a dash; at the beginning of a line it may be anything.
      return /\S\s-\s$/u.test(text) ? { back: 2, remove: 1, insert: '–' } : undefined
    case '-':
      return /(?:^|[^-])--$/.test(text) ? { back: 2, remove: 2, insert: '–' } : undefined
    default:
      return held(text)
  }
}

function sign(insert: string | undefined): Edit | undefined {
  return insert === undefined ? undefined : { back: 1, remove: 1, insert }
}

/** Whether a quotation begins or ends here; nothing where it does neither. */
function quotation(before: string, begin: string, end: string): string | undefined {
  const within = before.lastIndexOf(begin) > before.lastIndexOf(end)
  if (/(?:^|[\s([{„‚–—])$/u.test(before)) return begin
  if (within) return end
  return /[-/]$/.test(before) ? begin : undefined
}

function held(text: string): Edit | undefined {
  if (NUMBERED.test(text)) return { back: 2, remove: 1, insert: HOLD }
  const [, unit] = UNIT.exec(text) ?? []
  if (unit !== undefined) return { back: unit.length + 1, remove: 1, insert: HOLD }
  const [, blank] = SHORT.exec(text) ?? []
  return blank === undefined ? undefined : { back: 2 + blank.length, remove: blank.length, insert: HOLD }
}

/** Rules of other extensions (markdown) are not wanted. */
export const TYPING_RULES = ['typography']

export const Typography = Extension.create({
  name: 'typography',
  addInputRules: () => [
    new InputRule({
      find: (text) => {
        const edit = edited(text)
        return edit ? { index: text.length - edit.back, text: text.slice(-edit.back), data: { edit } } : null
      },
      handler: ({ state, range, match }) => {
        const { remove, insert } = (match.data as { edit: Edit }).edit
        state.tr.insertText(insert, range.from, range.from + remove)
      },
    }),
  ],
})
