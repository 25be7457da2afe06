// Converts the text of the record (RichText) to the document of the editor and back, without loss.
// What comes out is always accepted by the record: what the editor could hold beyond it is put right.

import type { JSONContent } from '@tiptap/core'
import type { Align, Block, Fact, Inline, ListItem, ListStyle, Mark, RichText } from '../api/generated'
import { MAX_DEPTH } from './limits'

type TableBlock = Extract<Block, { type: 'table' }>
export type Inlines = Extract<Block, { type: 'paragraph' }>['content']

const MARKS: readonly Mark[] = ['bold', 'italic', 'underline']

/** Characters the record refuses: they break lines or turn the reading order round. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const BREAKING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

const EMPTY: JSONContent = { type: 'paragraph' }

export function toEditor(text: RichText): JSONContent {
  const content = blocksToEditor(text.blocks)
  // Without a line below it, a slot at the end would be what the next letter replaces.
  const goesOn = ['fact', 'tableFigure'].includes(content.at(-1)?.type ?? '')
  return { type: 'doc', content: goesOn ? [...content, EMPTY] : content }
}

export function fromEditor(doc: JSONContent): RichText {
  const blocks = blocksFromEditor(doc.content ?? [], 0)
  // The place for the caret at the end of the document is no paragraph of the text.
  while (isEmptyParagraph(blocks.at(-1))) blocks.pop()
  return { blocks }
}

/** Runs of a content, of which a plain string is the short form. */
export function runs(content: Inlines): Inline[] {
  if (typeof content !== 'string') return content
  return content === '' ? [] : [{ type: 'text', text: content }]
}

/** The editor needs a line for the caret where the record has no block at all. */
function blocksToEditor(blocks: readonly Block[]): JSONContent[] {
  const content = blocks.flatMap(blockToEditor)
  return content.length > 0 ? content : [EMPTY]
}

function blockToEditor(block: Block): JSONContent[] {
  switch (block.type) {
    case 'paragraph':
      return [{ type: 'paragraph', attrs: { item: block.item ?? null }, content: inlinesToEditor(block.content) }]
    case 'heading':
      return [{ type: 'heading', content: inlinesToEditor(block.content) }]
    case 'list': {
      if (block.items.length === 0) return []
      const content = block.items.map((item) => ({
        type: 'listItem',
        attrs: { label: item.label ?? '' },
        content: blocksToEditor(item.blocks),
      }))
      return [{ type: 'list', attrs: { style: block.style, start: block.start ?? 1 }, content }]
    }
    case 'table':
      return [tableToEditor(block)]
    case 'quote':
      return [{ type: 'blockquote', content: blocksToEditor(block.blocks) }]
    case 'fact':
      return [{ type: 'fact', attrs: { fact: block.fact } }]
  }
}

function tableToEditor(block: TableBlock): JSONContent {
  const row = (cells: readonly Inlines[], type: string, total = false): JSONContent => ({
    type: 'tableRow',
    attrs: { total },
    content: cells.map((cell, index) => ({
      type,
      attrs: { align: block.columns[index] ?? 'left' },
      content: inlinesToEditor(cell),
    })),
  })
  const rows = [row(block.head, 'tableHeader'), ...block.rows.map((cells) => row(cells, 'tableCell'))]
  if (block.total) rows.push(row(block.total, 'tableCell', true))
  return {
    type: 'tableFigure',
    content: [
      { type: 'tableCaption', content: inlinesToEditor(block.caption ?? '') },
      { type: 'table', content: rows },
      { type: 'tableLegend', content: inlinesToEditor(block.legend ?? '') },
    ],
  }
}

/** Inline content as a list of nodes. */
export function inlinesToEditor(content: Inlines): JSONContent[] {
  return runs(content).flatMap((inline): JSONContent[] => {
    if (inline.type === 'link') return [{ type: 'link', attrs: { href: inline.href } }]
    if (inline.type === 'footnote') return [{ type: 'footnote', attrs: { content: runs(inline.content) } }]
    if (inline.text === '') return []
    const marks = (inline.marks ?? []).map((type) => ({ type }))
    return [{ type: 'text', text: inline.text, ...(marks.length > 0 && { marks }) }]
  })
}

function blocksFromEditor(nodes: readonly JSONContent[], depth: number): Block[] {
  return nodes.flatMap((node) => blockFromEditor(node, depth))
}

function blockFromEditor(node: JSONContent, depth: number): Block[] {
  const attrs = node.attrs ?? {}
  const children = node.content ?? []
  switch (node.type) {
    case 'paragraph': {
      const item = attrs['item'] as string | null | undefined
      return [{ type: 'paragraph', ...(item && { item }), content: inlinesFromEditor(children) }]
    }
    case 'heading':
      return [{ type: 'heading', content: inlinesFromEditor(children) }]
    case 'list': {
      const style = attrs['style'] as ListStyle
      const items = children.map((item) => itemFromEditor(item, style, depth))
      // Deeper than the record goes, the lines stand one after the other.
      if (depth >= MAX_DEPTH) return items.flatMap(({ blocks }) => blocks)
      return [{ type: 'list', style, start: attrs['start'] as number, items }]
    }
    case 'tableFigure':
      return [tableFromEditor(children)]
    case 'blockquote': {
      const blocks = innerBlocks(children, depth)
      return depth >= MAX_DEPTH ? blocks : [{ type: 'quote', blocks }]
    }
    case 'fact':
      return [{ type: 'fact', fact: attrs['fact'] as Fact }]
    default:
      return []
  }
}

function itemFromEditor(item: JSONContent, style: ListStyle, depth: number): ListItem {
  // In the other styles the label is not seen, so it is not written either.
  const label = style === 'labelled' ? clean(String(item.attrs?.['label'] ?? '')) : ''
  return { ...(label && { label }), blocks: innerBlocks(item.content ?? [], depth) }
}

/** The line for the caret alone is no block. */
function innerBlocks(nodes: readonly JSONContent[], depth: number): Block[] {
  const blocks = blocksFromEditor(nodes, Math.min(depth + 1, MAX_DEPTH))
  return blocks.length === 1 && isEmptyParagraph(blocks[0]) ? [] : blocks
}

function tableFromEditor(parts: readonly JSONContent[]): TableBlock {
  const part = (type: string) => parts.find((one) => one.type === type)?.content ?? []
  const line = (type: string) => clean(part(type).map(({ text }) => text ?? '').join(''))
  const [caption, legend] = [line('tableCaption'), line('tableLegend')]
  const [first, ...others] = part('table')
  const columns = (first?.content ?? []).map((cell) => (cell.attrs?.['align'] ?? 'left') as Align)
  const cells = (row: JSONContent | undefined) => columns.map((_, at) => inlinesFromEditor(row?.content?.[at]?.content ?? []))
  const total = others.at(-1)?.attrs?.['total'] === true ? others.pop() : undefined
  return {
    type: 'table',
    ...(caption && { caption }),
    ...(legend && { legend }),
    columns,
    head: cells(first),
    rows: others.map(cells),
    ...(total && { total: cells(total) }),
  }
}

/** Neighbours with the same marks become one run, so that the same text is written the same way. */
export function inlinesFromEditor(nodes: readonly JSONContent[]): Inline[] {
  const out: Inline[] = []
  for (const { type, attrs, text: written = '', marks: set } of nodes) {
    if (type === 'link') out.push({ type, href: String(attrs?.['href']) })
    if (type === 'footnote') out.push({ type, content: attrs?.['content'] as Inline[] })
    if (type !== 'text') continue
    const text = clean(written)
    const marks = MARKS.filter((mark) => set?.some((one) => one.type === mark))
    const last = out.at(-1)
    if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) last.text += text
    else if (text !== '') out.push({ type: 'text', text, ...(marks.length > 0 && { marks }) })
  }
  return out
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark) => b.includes(mark))
}

function clean(text: string): string {
  return text.replace(BREAKING, ' ').replace(TURNING, '')
}

function isEmptyParagraph(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && !block.item && runs(block.content).length === 0
}
