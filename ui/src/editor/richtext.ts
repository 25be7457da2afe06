// Converts the text of the record (RichText) to the document of the editor and back, without loss.
// What comes out is always accepted by the record: what the editor could hold beyond it is put right.

import type { JSONContent } from '@tiptap/core'
import type { Block, Fact, ListItem, ListStyle, RichText } from '../api/generated'
import { clean, inlinesFromEditor, inlinesToEditor, runs } from './inlines'
import { MAX_DEPTH } from './limits'
import { pictureOf } from './nodes/picture'
import { tableFromEditor, tableToEditor } from './tabletext'

const EMPTY: JSONContent = { type: 'paragraph' }

export function toEditor(text: RichText): JSONContent {
  const content = blocksToEditor(text.blocks)
  // Without a line below it, a slot at the end would be what the next letter replaces.
  const goesOn = ['fact', 'picture', 'tableFigure'].includes(content.at(-1)?.type ?? '')
  return { type: 'doc', content: goesOn ? [...content, EMPTY] : content }
}

export function fromEditor(doc: JSONContent): RichText {
  const blocks = blocksFromEditor(doc.content ?? [], 0)
  // The place for the caret at the end of the document is no paragraph of the text.
  while (isEmptyParagraph(blocks.at(-1))) blocks.pop()
  return { blocks }
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
    case 'picture': {
      const { graphic, alternative, caption } = block
      return [{ type: 'picture', attrs: { graphic, alternative, caption: caption ?? '' } }]
    }
    case 'quote':
      return [{ type: 'blockquote', content: blocksToEditor(block.blocks) }]
    case 'fact':
      return [{ type: 'fact', attrs: { fact: block.fact } }]
  }
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
    case 'picture':
      return [{ type: 'picture', ...pictureOf(attrs) }]
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

function isEmptyParagraph(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && !block.item && runs(block.content).length === 0
}
