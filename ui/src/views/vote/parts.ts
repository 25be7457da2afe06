// The numbered parts of a proposal, each as a text of its own.
import type { RichText } from '../../api/generated'
import { vote as words } from '../../text/vote'

export interface PartOfProposal {
  /** "Ziffer 2". */
  title: string
  wording: RichText
}

export function partsOf(proposal: RichText): PartOfProposal[] {
  return proposal.blocks.flatMap((block) => {
    if (block.type !== 'list' || block.style === 'dash') return []
    return block.items.map((item, index) => {
      const at = block.start + index
      const letter = `${String.fromCodePoint(96 + at)})`
      const number = block.style === 'decimal' ? String(at) : block.style === 'labelled' ? (item.label ?? String(at)) : letter
      return { title: words.part.number(number.replace(/\.$/, '')), wording: { blocks: item.blocks } }
    })
  })
}
