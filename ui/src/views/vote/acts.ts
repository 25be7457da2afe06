// Acts of a vote that are no way to take it.
import { vote as words } from '../../text/vote'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function voteActs(live: Live): LiveAct[] {
  const { item } = live
  if (!item) return []
  const act = (line: Omit<LiveAct, 'of' | 'group'>): LiveAct => ({ of: 'item', group: words.title, ...line })
  const acts: LiveAct[] = []
  if (item.proposal.blocks.length > 0 || item.wording) {
    acts.push(act({ icon: 'eye', label: words.read.label, key: words.read.key, run: () => { live.show({ kind: 'wording', item: item.item }) } }))
  }
  const worded = item.results.findLast((result) => result.canWord)
  if (worded) {
    acts.push(act({ icon: 'edit', label: words.reword.act, key: words.reword.key, run: () => { live.show({ kind: 'resultWords', act: worded.act }) } }))
  }
  if (item.voteForm) {
    acts.push(act({ icon: 'hand', label: words.request.act, run: () => { live.show({ kind: 'voteRequest', item: item.item }) } }))
    acts.push(act({ icon: 'numbers', label: words.part.act, run: () => { live.show({ kind: 'votePart', item: item.item }) } }))
  }
  return acts
}
