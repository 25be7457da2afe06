// The plain words of a text, where there is no room for its structure, and the text that plain words
// make.

import type { Block, RichText } from '../api/generated'
import { runs, type Inlines } from './inlines'

/** The characters of a block in reading order, blocks apart by a blank. */
export function plain(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return lineText(block.content)
    case 'list':
      return join(block.items.flatMap((item) => [item.label ?? '', ...item.blocks.map(plain)]))
    case 'quote':
      return join(block.blocks.map(plain))
    case 'table': {
      const cells = [block.head, ...block.rows, block.total ?? []].flat()
      return join([block.caption ?? '', ...cells.map(lineText)])
    }
    case 'picture':
      return block.caption ?? ''
    case 'fact':
      return ''
  }
}

/** The characters of a line; footnotes are none of it. */
export function lineText(content: Inlines): string {
  const texts = runs(content).map((run) => {
    if (run.type === 'text') return run.text
    if (run.type === 'redacted') return lineText(run.content)
    return run.type === 'link' ? run.href : ''
  })
  return texts.join('')
}

/** What was typed in a plain field as a text of the record: each line that is not empty is a paragraph. */
export function paragraphs(typed: string): RichText {
  const lines = typed.split('\n').map((line) => line.trim()).filter(Boolean)
  return { blocks: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) }
}

function join(texts: string[]): string {
  return texts.filter((text) => text !== '').join(' ')
}
