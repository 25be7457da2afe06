// @vitest-environment happy-dom
// Every kind of block survives the way through the real editor and back; what the editor writes is in
// the form that the record accepts.
import { describe, expect, it } from 'vitest'
import type { Block, Inline, RichText } from '../api/generated'
import { fromEditor } from './richtext'
import { editorWith, textOf } from './testing'

/** Through the editor in a document, which refuses and repairs what its schema does not know. */
function through(text: RichText): RichText {
  const editor = editorWith(text)
  // A change at the end has every plugin of the editor look over the whole text.
  const { tr } = editor.state
  editor.view.dispatch(tr.insert(tr.doc.content.size, editor.schema.node('paragraph')))
  editor.state.doc.check()
  const written = textOf(editor)
  editor.destroy()
  return written
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

const cells = (...texts: string[]): Inline[][] => texts.map((text) => (text === '' ? [] : words(text)))
const plan: Block = {
  type: 'table',
  caption: 'Dienstplan der Rettungswachen',
  legend: 'F Frühdienst, S Spätdienst, N Nachtdienst',
  columns: ['left', ...Array.from({ length: 17 }, () => 'center' as const), 'right'],
  head: cells('Wache', ...Array.from({ length: 17 }, (_, day) => String(day + 1)), 'Summe'),
  rows: ['Altenfurt', 'Borkental'].map((name) => cells(name, ...Array.from({ length: 17 }, (_, day) => 'FSN '.charAt(day % 4).trim()), '13')),
  total: cells('Zusammen', ...Array.from({ length: 17 }, () => ''), '26'),
}
const spans: Block = {
  type: 'table',
  columns: ['left', 'right', 'right'],
  head: cells('Jahr', 'Kosten', ''),
  rows: [cells('2026', '1.200', 'ohne'), cells('', '80', ''), cells('alles zusammen', '', '')],
  total: cells('Summe', '', '1.280'),
  merged: [
    { row: 0, column: 1, rows: 1, columns: 2 },
    { row: 1, column: 0, rows: 2, columns: 1 },
    { row: 1, column: 2, rows: 2, columns: 1 },
    { row: 3, column: 0, rows: 1, columns: 3 },
    { row: 4, column: 0, rows: 1, columns: 2 },
  ],
}
const redacted: Block = {
  type: 'paragraph',
  content: [
    { type: 'text', text: 'Für ' },
    { type: 'redacted', content: [
      { type: 'text', text: 'Herrn ' },
      { type: 'text', text: 'Achterfeld', marks: ['bold'] },
      { type: 'footnote', content: words('Lindenallee 3') },
      { type: 'link', href: 'mailto:achterfeld@beispiel.example' },
    ] },
    { type: 'text', text: ' gilt', marks: ['bold'] },
    { type: 'footnote', content: [{ type: 'text', text: 'laut ' }, { type: 'redacted', content: words('Frau Stellbrink') }] },
  ],
}
const rich: Block[] = [
  { type: 'fact', fact: { of: 'opening' } },
  paragraph('Der Landrat trägt vor:'),
  list(
    'decimal',
    1,
    [
      paragraph('Zur Vorlage wird wie folgt Stellung genommen:'),
      {
        type: 'list',
        style: 'labelled',
        start: 1,
        items: [
          { label: 'Zu a)', blocks: [paragraph('Die Mittel stehen bereit:'), list('dash', 1, [paragraph('im Haushalt 2026')], [paragraph('im Haushalt 2027')])] },
          { label: 'Zu b)', blocks: [paragraph('Die Stelle ist besetzt.'), plan] },
          { blocks: [paragraph('ohne Bezeichnung')] },
        ],
      },
    ],
    [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Näheres ', marks: ['bold'] },
          { type: 'footnote', content: [{ type: 'text', text: 'Stand ' }, { type: 'text', text: '2026', marks: ['italic'] }, { type: 'link', href: 'https://stand.example/a' }] },
          { type: 'text', text: ' unter ', marks: ['bold', 'underline'] },
          { type: 'link', href: 'mailto:wache@kreis-wiesenthal.example' },
          { type: 'text', text: '.', marks: ['bold'] },
        ],
      },
    ],
  ),
  { type: 'heading', content: [{ type: 'text', text: 'Aussprache ' }, { type: 'text', text: 'in Kürze', marks: ['italic'] }] },
  { type: 'picture', graphic: { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0H9V9Z"/></svg>' }, alternative: 'Säulen „2026“', caption: 'Folie 9' },
  { type: 'quote', blocks: [paragraph('Wörtlich.'), { type: 'quote', blocks: [paragraph('Darin.')] }, { type: 'fact', fact: { of: 'quorum' } }] },
  { type: 'paragraph', item: '0192f3a0-0000-7000-8000-000000000071', content: words('Dazu.') },
  { type: 'fact', fact: { of: 'act', act: '0192f3a0-0000-7000-8000-0000000000a1' } },
]

const samples: Record<string, Block[]> = {
  'everything in everything': rich,
  'plan of 19 columns': [plan],
  'table of a head alone': [{ type: 'table', columns: ['center'], head: [words('Nur Kopf')], rows: [] }],
  'dash list that does not start at 1': [list('dash', 4, [paragraph('x')])],
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
  'empty quote': [{ type: 'quote', blocks: [] }],
  table: [table],
  'merged cells': [spans],
  'merged cells that leave a row without one': [{ type: 'table', columns: ['left', 'left'], head: cells('a', 'b'), rows: [cells('c', ''), cells('', '')], merged: [{ row: 1, column: 0, rows: 2, columns: 2 }] }],
  'redacted passages': [redacted, { type: 'heading', content: [{ type: 'redacted', content: words('Ganz') }] }],
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

it('a text that ends with a slot goes on below it', () => {
  const text = { blocks: [{ type: 'fact', fact: { of: 'quorum' } } satisfies Block] }
  const editor = editorWith(text)
  expect(editor.state.doc.lastChild?.type.name).toBe('paragraph')
  expect(textOf(editor)).toEqual(text)
  editor.destroy()
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

  it('is never deeper than the record goes', () => {
    let deep: object = { type: 'paragraph', content: [{ type: 'text', text: 'unten' }] }
    for (let depth = 0; depth < 15; depth += 1) {
      deep = depth % 2 === 0
        ? { type: 'blockquote', content: [deep] }
        : { type: 'list', attrs: { style: 'dash', start: 1 }, content: [{ type: 'listItem', content: [deep] }] }
    }
    const depthOf = (blocks: Block[]): number =>
      Math.max(0, ...blocks.map((block) => {
        if (block.type === 'quote') return 1 + depthOf(block.blocks)
        return block.type === 'list' ? 1 + Math.max(...block.items.map((item) => depthOf(item.blocks))) : 0
      }))
    const { blocks } = fromEditor({ type: 'doc', content: [deep as never] })
    expect(depthOf(blocks)).toBe(12)
    expect(JSON.stringify(blocks)).toContain('unten')
  })

  it('has rows as wide as the head, and no label that is not seen', () => {
    const cell = (text: string, type = 'tableCell') => ({ type, content: [{ type: 'text', text }] })
    const table = { type: 'tableFigure', content: [{ type: 'table', content: [
      { type: 'tableRow', content: [cell('a', 'tableHeader'), cell('b', 'tableHeader')] },
      { type: 'tableRow', content: [cell('1')] },
      { type: 'tableRow', content: [cell('2'), cell('3'), cell('4')] },
    ] }] }
    expect(fromEditor({ type: 'doc', content: [table] }).blocks).toEqual([
      { type: 'table', columns: ['left', 'left'], head: cells('a', 'b'), rows: [cells('1', ''), cells('2', '3')] },
    ])
    const item = { type: 'listItem', attrs: { label: 'Zu a)' }, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }] }
    expect(fromEditor({ type: 'doc', content: [{ type: 'list', attrs: { style: 'dash', start: 1 }, content: [item] }] }).blocks).toEqual([list('dash', 1, [paragraph('x')])])
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
