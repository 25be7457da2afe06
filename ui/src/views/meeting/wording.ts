// The words that are put to the vote.
import type { ItemView, RichText } from '../../api/generated'
import type { Live } from './live.svelte'

/** What is put to the vote: that of the vote which is taken up, else what the chair puts, else the proposal. */
export function wordingOf(live: Live, item: ItemView): RichText {
  return live.earlier[item.item] ?? item.wording ?? item.proposal
}
