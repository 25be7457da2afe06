// The election as an act on the item in the middle.
import { election as words } from '../../text/election'
import { agenda } from '../../text/agenda'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function electionActs(live: Live): LiveAct[] {
  const { item } = live
  const acts: LiveAct[] = []
  if (item?.canElect) {
    acts.push({ of: 'item', group: agenda.item, icon: 'hand', label: words.act, key: 'F8 W', run: () => { live.show({ kind: 'election', item: item.item }) } })
  }
  const step = item?.election?.step
  if (item && step?.kind === 'round' && step.runOff) {
    acts.push({ of: 'item', group: agenda.item, icon: 'hand', label: words.runOff.title, key: 'F8 T', run: () => { live.show({ kind: 'runOff', item: item.item }) } })
  }
  return acts
}
