// Acts on the item in the middle, as a point of the agenda.
import { agenda as words } from '../../text/agenda'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function agendaActs(live: Live): LiveAct[] {
  const { item } = live
  if (!item) return []
  const act = (line: Omit<LiveAct, 'of' | 'group'>): LiveAct => ({ of: 'item', group: words.item, ...line })
  const acts: LiveAct[] = []
  if (item.canWrite) acts.push(act({ icon: 'document', label: words.attach.title, run: () => { live.show({ kind: 'attach', item: item.item }) } }))
  return acts
}
