// Every kind of block survives the way into the editor and back; what the editor writes is in the
// form of the record.
import { describe, expect, it } from 'vitest'
import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { extensions } from './extensions'
import { fromEditor, toEditor } from './richtext'
import type { Block, Inline, RichText } from '../api/generated'

const schema = getSchema(extensions(() => '7.1'))

/** Through the editor's own document, which refuses what its schema does not know. */
function through(text: RichText): RichText {
  const node = Node.fromJSON(schema, toEditor(text))
  node.check()
  return fromEditor(node.toJSON() as ReturnType<typeof toEditor>)
}

const words = (text: string): Inline[] => [{ type: 'text', text }]
const paragraph = (text: string): Block => ({ type: 'paragraph', content: words(text) })
const list = (
  style: 'decimal' | 'dash' | 'lowerAlpha',
  start: number,
  ...items: Block[][]
): Block => ({
  type: 'list',
  style,
  start,
  items: items.map((blocks) => ({ blocks })),
})
const table: Block = {
  type: 'table',
  caption: 'Kosten',
  columns: ['left', 'right'],
  head: [words('Standort'), words('Euro')],
  rows: [[words('Alpen'), words('1.200')]],
}

const samples: Record<string, Block[]> = {
  nothing: [],
  paragraphs: [paragraph('Keine Wortmeldungen.'), paragraph('„Ja“ <b>&amp; 🙂')],
  'paragraph of a sub-item': [
    { type: 'paragraph', item: '0192f3a0-0000-7000-8000-000000000071', content: words('Dazu.') },
  ],
  'empty paragraph between two': [
    paragraph('Vor'),
    { type: 'paragraph', content: [] },
    paragraph('Nach'),
  ],
  marks: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'fett ', marks: ['bold'] },
        { type: 'text', text: 'beides ', marks: ['bold', 'italic'] },
        { type: 'text', text: 'unter', marks: ['underline'] },
        { type: 'text', text: ' nichts' },
      ],
    },
  ],
  'link and footnote': [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'siehe ' },
        { type: 'link', href: 'https://www.kreis-wiesenthal.example/' },
        { type: 'footnote', content: words('Stand 2026') },
      ],
    },
  ],
  'dashes in numbers in letters': [
    list(
      'lowerAlpha',
      3,
      [
        paragraph('außen'),
        list('decimal', 1, [paragraph('mitten'), list('dash', 1, [paragraph('innen')])]),
      ],
      [paragraph('zweiter'), paragraph('mit zwei Absätzen')],
    ),
    paragraph('Danach'),
  ],
  'list with a table inside': [list('dash', 1, [paragraph('Tabelle:'), table])],
  'labelled list': [
    {
      type: 'list',
      style: 'labelled',
      start: 1,
      items: [{ label: 'Zu a)', blocks: [paragraph('x')] }],
    },
  ],
  'list that begins with a table': [list('decimal', 1, [table])],
  'list with an empty entry': [list('decimal', 1, [])],
  table: [table],
  heading: [{ type: 'heading', content: words('Sachstand') }],
  quote: [{ type: 'quote', blocks: [paragraph('Wörtlich.')] }],
  facts: [
    { type: 'fact', fact: { of: 'opening' } },
    { type: 'fact', fact: { of: 'act', act: '0192f3a0-0000-7000-8000-0000000000a1' } },
  ],
}

describe('a text that was not touched comes back as it was', () => {
  for (const [name, blocks] of Object.entries(samples)) {
    it(name, () => {
      expect(through({ blocks })).toEqual({ blocks })
    })
  }
})

describe('what the editor writes', () => {
  const written = (...content: object[]): RichText =>
    fromEditor({ type: 'doc', content: [{ type: 'paragraph', content: content as never }] })

  it('is one run where the marks are the same', () => {
    const text = written({ type: 'text', text: 'ein ' }, { type: 'text', text: 'Lauf' })
    expect(text.blocks).toEqual([paragraph('ein Lauf')])
  })

  it('has no characters that the record refuses', () => {
    const text = written({ type: 'text', text: 'a\tb\u2028c\u202ed\u2066e' })
    expect(text.blocks).toEqual([paragraph('a b cde')])
  })

  it('does not end in empty paragraphs', () => {
    const doc = { type: 'doc', content: [{ type: 'paragraph' }, { type: 'paragraph' }] }
    expect(fromEditor(doc)).toEqual({ blocks: [] })
  })

  it('reads a plain string as one run', () => {
    expect(through({ blocks: [{ type: 'paragraph', content: 'kurz' }] }).blocks).toEqual([
      paragraph('kurz'),
    ])
    expect(
      through({ blocks: [{ type: 'paragraph', content: '' }, paragraph('x')] }).blocks,
    ).toEqual([{ type: 'paragraph', content: [] }, paragraph('x')])
  })
})
