// A block of a proposal as lines to read.
import type { Block } from '../../api/generated'
import { plain } from '../../editor/words'

/** A list keeps its lines and how they are numbered: that is voted on, too. */
export function linesOf(block: Block): string[] {
  if (block.type !== 'list') return [plain(block)]
  const signs = { dash: () => '–', decimal: (at: number) => `${String(at)}.`, lowerAlpha: (at: number) => `${String.fromCodePoint(96 + at)})`, labelled: () => '' }
  const sign = signs[block.style]
  return block.items.map((item, index) => `${item.label || sign(block.start + index)} ${item.blocks.map(plain).join(' ')}`)
}
