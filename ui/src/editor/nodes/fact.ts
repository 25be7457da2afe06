// A slot of the text that the minutes fill from the record. It shows the words that will stand
// there, follows the record, and is moved and deleted as a whole.

import { Node } from '@tiptap/core'
import type { Fact, FactChoice } from '../../api/generated'
import { editor as words } from '../../text/editor'

/** Where the words of a slot come from. */
export interface Slots {
  find: (fact: Fact) => FactChoice | undefined
  /** Calls when the words may have changed, until the answer is called. */
  watch: (changed: () => void) => () => void
}

/** For texts that belong to no item of a session: nothing of the record can be put in. */
export const NO_SLOTS: Slots = { find: () => undefined, watch: () => () => undefined }

export function sameFact(one: Fact, other: Fact): boolean {
  if (one.of === 'act' && other.of === 'act') return one.act === other.act
  return one.of === other.of
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The id of something of the record, from copied text. */
export function idOf(written: string | null): string | null {
  return written !== null && ID.test(written) ? written : null
}

function factOf(element: HTMLElement): Fact | null {
  const written = element.getAttribute('data-fact') ?? ''
  switch (written) {
    case 'opening':
    case 'invitation':
    case 'substitutions':
    case 'quorum':
      return { of: written }
    default: {
      const act = idOf(written)
      return act === null ? null : { of: 'act', act }
    }
  }
}

/** What a slot says: its name, and its words or why it has none. */
export function slotWords(fact: Fact, found: FactChoice | undefined): { label: string; text: string; known: boolean } {
  const label = found?.label ?? words.fact
  if (found && found.words !== '') return { label, text: found.words, known: true }
  const gone = fact.of === 'act' && !found?.offered
  return { label, text: gone ? words.factGone : words.factOpen, known: false }
}

export function factNode(slots: Slots): Node {
  return Node.create({
    name: 'fact',
    group: 'block',
    atom: true,
    addAttributes: () => ({ fact: { default: null, parseHTML: factOf, rendered: false } }),
    parseHTML: () => (slots === NO_SLOTS ? [] : [{ tag: 'div[data-fact]', getAttrs: (element) => (factOf(element) === null ? false : null) }]),
    renderHTML: ({ node }) => {
      const fact = node.attrs['fact'] as Fact
      return ['div', { 'data-fact': fact.of === 'act' ? fact.act : fact.of }, slotWords(fact, slots.find(fact)).text]
    },
    renderText: ({ node }) => {
      const fact = node.attrs['fact'] as Fact
      return slotWords(fact, slots.find(fact)).text
    },
    addNodeView: () => ({ node }) => {
      const fact = node.attrs['fact'] as Fact
      const dom = document.createElement('div')
      dom.className = 'fact'
      const label = dom.appendChild(document.createElement('span'))
      label.className = 'fact-label'
      const text = dom.appendChild(document.createElement('span'))
      text.className = 'fact-text'
      const show = () => {
        const said = slotWords(fact, slots.find(fact))
        label.textContent = said.label
        text.textContent = said.text
        dom.classList.toggle('unknown', !said.known)
      }
      show()
      const unwatch = slots.watch(show)
      return { dom, ignoreMutation: () => true, destroy: unwatch }
    },
  })
}
