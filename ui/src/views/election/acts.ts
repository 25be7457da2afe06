// The election as an act on the item in the middle.
import { election as words } from '../../text/election'
import { agenda } from '../../text/agenda'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function electionActs(live: Live): LiveAct[] {
  const { item } = live
  if (!item?.canElect) return []
  const run = () => { live.show({ kind: 'election', item: item.item }) }
  return [{ of: 'item', group: agenda.item, icon: 'hand', label: words.act, key: 'F8 W', run }]
}
