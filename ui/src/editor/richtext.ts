// Converts the text of the record (RichText) to the document of the editor and back, without loss:
// what the editor cannot write yet travels through it as an atom that carries the block unchanged.

import type { JSONContent } from '@tiptap/core'
import type { Block, Inline, ListItem, Mark, RichText } from '../api/generated'

type ListBlock = Extract<Block, { type: 'list' }>
type Inlines = Extract<Block, { type: 'paragraph' }>['content']

/** Names of the atoms that carry what is not edited; nodes.ts draws them. */
export const KEPT_BLOCK = 'keptBlock'
export const KEPT_INLINE = 'keptInline'

const MARKS: readonly Mark[] = ['bold', 'italic', 'underline']

/** Characters the record refuses: they break lines or turn the reading order round. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const BREAKING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

export function toEditor(text: RichText): JSONContent {
  const content = text.blocks.map(blockToEditor)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

export function fromEditor(doc: JSONContent): RichText {
  const blocks = (doc.content ?? []).flatMap(blockFromEditor)
  // The place for the caret at the end of the document is no paragraph of the text.
  while (isEmptyParagraph(blocks.at(-1))) blocks.pop()
  return { blocks }
}

/** Runs of a content, of which a plain string is the short form. */
export function runs(content: Inlines): Inline[] {
  if (typeof content !== 'string') return content
  return content === '' ? [] : [{ type: 'text', text: content }]
}

function blockToEditor(block: Block): JSONContent {
  if (block.type === 'paragraph') {
    return {
      type: 'paragraph',
      attrs: { item: block.item ?? null },
      content: runs(block.content).flatMap(inlineToEditor),
    }
  }
  if (block.type === 'list' && isEditable(block)) {
    const content = block.items.map((item) => ({
      type: 'listItem',
      content: item.blocks.map(blockToEditor),
    }))
    if (block.style === 'dash') return { type: 'bulletList', content }
    const attrs = { start: block.start ?? 1, type: block.style === 'lowerAlpha' ? 'a' : null }
    return { type: 'orderedList', attrs, content }
  }
  return { type: KEPT_BLOCK, attrs: { block } }
}

/** The editor's lists have neither labels nor entries that begin with anything but a paragraph. */
function isEditable(list: ListBlock): boolean {
  const plain = list.style === 'dash' ? (list.start ?? 1) === 1 : list.style !== 'labelled'
  return (
    plain &&
    list.items.length > 0 &&
    list.items.every((item) => !item.label && item.blocks[0]?.type === 'paragraph')
  )
}

function inlineToEditor(inline: Inline): JSONContent[] {
  if (inline.type !== 'text') return [{ type: KEPT_INLINE, attrs: { inline } }]
  if (inline.text === '') return []
  const marks = (inline.marks ?? []).map((type) => ({ type }))
  return [{ type: 'text', text: inline.text, ...(marks.length > 0 && { marks }) }]
}

function blockFromEditor(node: JSONContent): Block[] {
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'paragraph': {
      const content = inlinesFromEditor(node.content ?? [])
      const item = attrs['item'] as string | null | undefined
      return [{ type: 'paragraph', ...(item && { item }), content }]
    }
    case 'bulletList':
      return [{ type: 'list', style: 'dash', start: 1, items: itemsFromEditor(node) }]
    case 'orderedList': {
      const style = attrs['type'] === 'a' ? 'lowerAlpha' : 'decimal'
      const start = typeof attrs['start'] === 'number' ? attrs['start'] : 1
      return [{ type: 'list', style, start, items: itemsFromEditor(node) }]
    }
    case KEPT_BLOCK:
      return [attrs['block'] as Block]
    default:
      return []
  }
}

function itemsFromEditor(list: JSONContent): ListItem[] {
  return (list.content ?? []).map((item) => ({
    blocks: (item.content ?? []).flatMap(blockFromEditor),
  }))
}

/** Neighbours with the same marks become one run, so that the same text is written the same way. */
function inlinesFromEditor(nodes: JSONContent[]): Inline[] {
  const out: Inline[] = []
  for (const node of nodes) {
    if (node.type === KEPT_INLINE) out.push(node.attrs?.['inline'] as Inline)
    if (node.type !== 'text') continue
    const text = clean(node.text ?? '')
    const marks = MARKS.filter((mark) => node.marks?.some(({ type }) => type === mark))
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
