// What stands inside a line beside text: a link, whose address is what is read, a footnote, whose text
// is written in a line of its own, and the mark of what only the complete minutes hold.

import { Mark, Node } from '@tiptap/core'
import type { Inline } from '../../api/generated'
import { editor as words } from '../../text/editor'
import { addressOf } from '../address'
import { REDACTED } from '../inlines'
import { lineText } from '../words'

export const Link = Node.create({
  name: 'link',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    href: { default: '', parseHTML: (element) => element.getAttribute('data-link'), rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-link]',
      getAttrs: (element) => (addressOf(element.getAttribute('data-link') ?? '') === undefined ? false : null),
    },
  ],
  renderHTML: ({ node }) => {
    const href = String(node.attrs['href'])
    return ['span', { 'data-link': href, class: 'link' }, href]
  },
  renderText: ({ node }) => String(node.attrs['href']),
})

export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    content: { default: [], parseHTML: (element) => contentOf(element), rendered: false },
  }),
  parseHTML: () => [{ tag: 'sup[data-footnote]' }],
  renderHTML: ({ node }) => {
    const content = node.attrs['content'] as Inline[]
    const text = lineText(content)
    return ['sup', { 'data-footnote': JSON.stringify(content), class: 'footnote', title: text || words.noteEmpty, 'aria-label': `${words.footnote}: ${text}` }]
  },
  renderText: ({ node }) => ` (${lineText(node.attrs['content'] as Inline[])})`,
})

/** A redacted passage. It can be set where `settable`, and stays everywhere else where it was. */
export function redaction(settable: boolean): Mark {
  return Mark.create({
    name: REDACTED,
    parseHTML: () => [{ tag: 'mark[data-redacted]' }],
    renderHTML: () => ['mark', { 'data-redacted': '', class: 'redacted', title: words.redactedMeans }, 0],
    addKeyboardShortcuts() {
      return settable ? { 'Mod-Shift-s': () => this.editor.commands.toggleMark(REDACTED) } : {}
    },
  })
}

/** The text of a footnote as it was copied; only what the record knows of it. */
function contentOf(element: HTMLElement): Inline[] {
  try {
    const found: unknown = JSON.parse(element.getAttribute('data-footnote') ?? '')
    return Array.isArray(found) ? found.flatMap(inlineOf) : []
  } catch {
    return []
  }
}

function inlineOf(found: unknown): Inline[] {
  if (typeof found !== 'object' || found === null) return []
  const { type, text, href, marks, content } = found as Record<string, unknown>
  if (type === REDACTED && Array.isArray(content)) return [{ type, content: content.flatMap(inlineOf) }]
  if (type === 'link' && typeof href === 'string') {
    const address = addressOf(href)
    return address === undefined ? [] : [{ type, href: address }]
  }
  if (type !== 'text' || typeof text !== 'string') return []
  const known = (['bold', 'italic', 'underline'] as const).filter((mark) => Array.isArray(marks) && marks.includes(mark))
  return [{ type, text, ...(known.length > 0 && { marks: known }) }]
}
