// The plain words of a text, where there is no room for its structure.

import type { Block } from '../api/generated'
import { runs, type Inlines } from './richtext'

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
    case 'fact':
      return ''
  }
}

/** The characters of a line; footnotes are none of it. */
export function lineText(content: Inlines): string {
  const texts = runs(content).map((run) => {
    if (run.type === 'text') return run.text
    return run.type === 'link' ? run.href : ''
  })
  return texts.join('')
}

function join(texts: string[]): string {
  return texts.filter((text) => text !== '').join(' ')
}
