// Says in words what a block or run is that the editor keeps but does not edit yet.

import type { Block, Inline } from '../api/generated'
import { editor } from '../text/editor'
import { runs } from './richtext'

/** What a kept block is, and the text in it as far as there is any. */
export interface KeptWords {
  kind: string
  text: string
}

export function blockWords(block: Block): KeptWords {
  const words = editor.kept
  switch (block.type) {
    case 'table':
      return { kind: words.table(block.rows.length), text: plain(block) }
    case 'heading':
      return { kind: words.heading, text: plain(block) }
    case 'quote':
      return { kind: words.quote, text: plain(block) }
    case 'fact':
      return { kind: words[block.fact.of], text: '' }
    default:
      return { kind: words.list, text: plain(block) }
  }
}

export function inlineWords(inline: Inline): KeptWords {
  if (inline.type === 'link') return { kind: editor.kept.link, text: inline.href }
  if (inline.type === 'footnote') return { kind: editor.kept.footnote, text: line(inline.content) }
  return { kind: '', text: inline.text }
}

/** The characters of a block in reading order, blocks apart by a blank. */
export function plain(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return line(block.content)
    case 'list':
      return join(block.items.flatMap((item) => [item.label ?? '', ...item.blocks.map(plain)]))
    case 'quote':
      return join(block.blocks.map(plain))
    case 'table': {
      const cells = [block.head, ...block.rows, block.total ?? []].flat()
      return join([block.caption ?? '', ...cells.map(line)])
    }
    default:
      return ''
  }
}

function line(content: Parameters<typeof runs>[0]): string {
  const texts = runs(content).map((run) => {
    if (run.type === 'text') return run.text
    return run.type === 'link' ? run.href : ''
  })
  return texts.join('')
}

function join(texts: string[]): string {
  return texts.filter((text) => text !== '').join(' ')
}
