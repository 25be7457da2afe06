// What the editor can hold: every block and inline of the record's text, each as a node of its own.

import { Extension, Node, type AnyExtension } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { completion } from './completion'
import { factNode, idOf, type Slots } from './nodes/fact'
import { Footnote, Link, redaction } from './nodes/inline'
import { List, ListItem } from './nodes/list'
import { PictureNode } from './nodes/picture'
import { tableNodes } from './nodes/table'
import { Typography } from './typography'
import type { Offers } from './offers'

/** What of the record is needed to show a text. */
export interface Surroundings {
  /** Number of a sub-item, for paragraphs that belong to one. */
  numberOf: (item: string) => string
  slots: Slots
  /** What is completed while somebody types, and the list that shows it. */
  offers?: { from: Offers; listId: string } | undefined
  /** Passages may be redacted, or only keep what is; nothing where everybody reads the text, which has no pictures either. */
  redactions?: 'set' | 'kept' | undefined
}

/** The parts of the kit that are used: text, marks, undo, quotes; the rest is the record's own. */
const kit = {
  bulletList: false,
  code: false,
  codeBlock: false,
  hardBreak: false,
  heading: false,
  horizontalRule: false,
  link: false,
  listItem: false,
  listKeymap: false,
  orderedList: false,
  strike: false,
} as const

/** The record knows headings of one level. It is none of the view's own headings, so it is no `h3`. */
const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'div[data-heading]' }],
  renderHTML: () => ['div', { 'data-heading': '' }, 0],
})

/** A paragraph may belong to a sub-item, whose number stands beside it. */
function paragraphItem(numberOf: (item: string) => string): Extension {
  return Extension.create({
    name: 'paragraphItem',
    addGlobalAttributes: () => [
      {
        types: ['paragraph'],
        attributes: {
          item: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element) => idOf(element.getAttribute('data-item')),
            renderHTML: ({ item }) =>
              typeof item === 'string' ? { 'data-item': item, 'data-number': numberOf(item) } : {},
          },
        },
      },
    ],
  })
}

export function extensions({ numberOf, slots, offers, redactions }: Surroundings): AnyExtension[] {
  return [
    StarterKit.configure(kit),
    paragraphItem(numberOf),
    Heading,
    List,
    ListItem,
    ...tableNodes,
    factNode(slots),
    Link,
    Footnote,
    Typography,
    // What everybody votes on is words alone.
    ...(redactions ? [redaction(redactions === 'set'), PictureNode] : []),
    ...(offers ? [completion(offers.from, offers.listId)] : []),
  ]
}

/** For the text of a footnote: one line. */
export function lineExtensions(): AnyExtension[] {
  const oneLine = Node.create({ name: 'doc', topNode: true, content: 'paragraph' })
  return [StarterKit.configure({ ...kit, blockquote: false, document: false, trailingNode: false }), oneLine, Link, redaction(false), Typography]
}
