// Places to fill in that a text module brings: "{thema}". They are words of the text until somebody
// writes over them; the keys go from one to the next.

import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Node as Content } from '@tiptap/pm/model'
import type { NameCase } from '../api/generated'

const SLOT = /\{[^{}]*\}/g

export interface Slot {
  from: number
  to: number
  name: string
}

/** All places to fill in between two positions. */
export function slotsIn(doc: Content, from = 0, to = doc.content.size): Slot[] {
  const found: Slot[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isText || !node.text?.includes('{')) return true
    for (const { 0: words, index } of node.text.matchAll(SLOT)) {
      const start = pos + index
      if (start >= from && start + words.length <= to) found.push({ from: start, to: start + words.length, name: words.slice(1, -1) })
    }
    return false
  })
  return found
}

/** Whom a place asks for: "{wem}"; nothing where it asks for no person. */
export function caseOf(name: string): NameCase | undefined {
  return ({ wer: 'nominative', wessen: 'genitive', wem: 'dative', wen: 'accusative' } as const)[name.toLocaleLowerCase('de')]
}

export function slotMarks(doc: Content): DecorationSet {
  return DecorationSet.create(doc, slotsIn(doc).map(({ from, to }) => Decoration.inline(from, to, { class: 'slot' })))
}
